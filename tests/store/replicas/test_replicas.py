"""Whatever five machines do and however files travel, nothing is lost and all show the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.store.replicas.machine import Counted, Machines


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SMALL = 700  # bytes: a file is full after two or three changes


@pytest.fixture(autouse=True)
def machines(
    on_machine: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each machine names its own folders; after the test the environment is as it was."""
    monkeypatch.setenv("CALLBOARD_CACHE", str(tmp_path))
    monkeypatch.setattr("store.writer.FULL", SMALL)
    monkeypatch.setattr(Counted, "steps", 0)


@pytest.mark.parametrize(
    ("examples", "length", "least"),
    [
        pytest.param(8, 80, 300, id="a few hundred steps"),
        pytest.param(110, 300, 20_000, id="twenty thousand steps", marks=pytest.mark.slow),
    ],
)
def test_five_replicas_lose_nothing_and_show_the_same(
    examples: int, length: int, least: int
) -> None:
    run_state_machine_as_test(
        Machines, settings=settings(max_examples=examples, stateful_step_count=length)
    )
    assert least <= Counted.steps
