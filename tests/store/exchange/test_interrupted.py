"""An exchange that is killed, or whose disk refuses, at any single step harms nothing."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from models.errors import CallboardError
from store.exchange.sync import sync
from store.production import Production
from tests.store.writing import say


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

STEPS = ("open", "write", "fsync", "rename", "fchmod", "chmod", "utime", "mkdir", "close")
"""Everything an exchange asks of the disk to change it, by its name in `os`."""


class Killed(BaseException):
    """What a test stops an exchange with: nothing that comes after is done, no file tidied."""


def killed(really: Callable[..., object], *args: object, **named: object) -> object:
    """Stop there: of a write half reaches the disk, and all that was open is closed."""
    if really is REAL["write"]:
        really(args[0], bytes(args[1])[: len(args[1]) // 2])
    if really is REAL["close"]:
        really(*args)
    raise Killed


def refused(really: Callable[..., object], *args: object, **named: object) -> object:
    if really is REAL["close"]:
        really(*args)
    raise OSError(errno.EIO, os.strerror(errno.EIO))


REAL = {name: getattr(os, name) for name in STEPS}


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two folders of one production: each holds what the other lacks, also of the other's file."""
    ground = tmp_path_factory.mktemp("apart")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLBOARD_STATE", str(ground / "state"))
        patch.setattr("store.writer.FULL", 1500)
        mia = Production.create(ground / "near", title="N", zone="UTC", as_user="mia")
        say(mia, "r0", note="x" * 600)
        sync(mia.path, str(ground / "far"))
        reto = Production.open(ground / "far", as_user="reto")
        for number in range(3):
            say(mia, f"m{number}", note="x" * 500)
            say(reto, f"r{number}", note="x" * 500)
    return ground


def changes(folder: Path) -> set[tuple[str, int, str]]:
    found = Production.open(folder, as_user="eva").chronicle().changes()
    return {(change.writer, change.n, change.sum) for change in found}


def sizes(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder)): path.stat().st_size for path in folder.rglob("[!.]*.json")
    }


def interrupted_at(step: int, harm: Callable[..., object], near: Path, far: Path) -> bool:
    """Exchange with the harm done at one step; whether it came that far."""
    count = itertools.count()
    reached = False

    def at(name: str) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            nonlocal reached
            if next(count) == step:
                reached = True
                return harm(REAL[name], *args, **named)
            return REAL[name](*args, **named)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, at(name))
        with contextlib.suppress(Killed, CallboardError):
            sync(near, str(far))
    return reached


def tried(ground: Path, tmp_path: Path, far: str) -> Iterator[tuple[Path, Path, int]]:
    """Both folders as they were, anew for every step."""
    for step in itertools.count():
        place = tmp_path / str(step)
        shutil.copytree(ground / "near", place / "near")
        if far == "far":
            shutil.copytree(ground / "far", place / "far")
        yield place / "near", place / "far", step
        shutil.rmtree(place)


@pytest.mark.parametrize("harm", [killed, refused])
@pytest.mark.parametrize("far", ["far", "nothing yet"])
def test_whatever_step_it_stops_at_nothing_is_harmed_and_the_next_exchange_ends_it(
    ground: Path, tmp_path: Path, harm: Callable[..., object], far: str
) -> None:
    expected = changes(ground / "near") | (changes(ground / "far") if far == "far" else set())
    steps = 0
    for near, there, step in tried(ground, tmp_path, far):
        before = sizes(near), sizes(there)
        if not interrupted_at(step, harm, near, there):
            break
        steps += 1
        for folder, was in zip((near, there), before, strict=True):
            now = sizes(folder)
            assert {} == {name: step for name, size in was.items() if now[name] < size}
        for folder in (near, there) if (there / "production.json").exists() else (near,):
            faults = Production.open(folder, as_user="eva").faults()
            assert [] == [each for each in faults if not each.words.startswith("Waiting for")]
        sync(near, str(there))
        assert expected == changes(near) == changes(there)
    assert steps > 20
