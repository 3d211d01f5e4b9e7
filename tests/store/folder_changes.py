"""What happens to writers' folders: by Callboard itself, by sync engines, by hand."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def two_writers(path: Path) -> Path:
    """Two writers, one with three files and a conflict copy."""
    for name in ("mia@office-aaaa/0001.json", "reto@unit-bbbb/0001.json"):
        (path / name).parent.mkdir(parents=True)
        (path / name).write_bytes(b"first")
    for name in ("0002.json", "0003.json", "0003.sync-conflict-20261121-054012-ABCDEFG.json"):
        (path / "reto@unit-bbbb" / name).write_bytes(b"more")
    return path


def append(writers: Path) -> None:
    with (writers / "reto@unit-bbbb/0003.json").open("ab") as file:
        file.write(b"a line")


def rename_into_place(writers: Path) -> None:
    beside = writers / "reto@unit-bbbb/.0004.json.77.tmp"
    beside.write_bytes(b"begun")
    beside.rename(beside.with_name("0004.json"))


def conflict_copy(writers: Path) -> None:
    beside = writers / "mia@office-aaaa/.syncthing.0001.tmp"
    beside.write_bytes(b"theirs")
    beside.rename(beside.with_name("0001.sync-conflict-20261121-054012-ABCDEFG.json"))


def copy_of_any_name(writers: Path) -> None:
    (writers / "mia@office-aaaa/0001 (copy of Reto's laptop).json").write_bytes(b"theirs")


def new_writer(writers: Path) -> None:
    folder = writers / "ana@stage-cccc"
    folder.mkdir()
    (folder / "0001.json").write_bytes(b"hello")


def made_again(writers: Path) -> None:
    shutil.rmtree(writers / "reto@unit-bbbb")
    new_writer(writers)


def older_file_replaced(writers: Path) -> None:
    beside = writers / "reto@unit-bbbb/.0001.json.tmp"
    beside.write_bytes(b"a longer first")
    beside.rename(beside.with_name("0001.json"))


def older_file_grows(writers: Path) -> None:
    with (writers / "reto@unit-bbbb/0001.json").open("ab") as file:
        file.write(b"and more")


def gone(writers: Path) -> None:
    (writers / "reto@unit-bbbb/0003.json").unlink()


CHANGES: tuple[Callable[[Path], None], ...] = (
    append,
    rename_into_place,
    conflict_copy,
    copy_of_any_name,
    new_writer,
    made_again,
    older_file_replaced,
    older_file_grows,
    gone,
)
