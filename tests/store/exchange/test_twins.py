"""A name written under on two machines, and an exchange between them: both sides on both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.exchange.sync import sync
from store.production import Production
from tests.store.twins import Twins
from tests.store.writing import say, value


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def twins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Twins:
    """Mia's machine and a clone of it, which moved a run each."""
    folder = tmp_path / "nightfall"
    twins = Twins(folder, tmp_path / "aside", monkeypatch)
    say(Production.create(folder, title="N", zone="UTC", as_user="mia"), "r1", leave="05:00")
    twins.clone("clone")
    say(twins.board(), "r1", leave="05:40")
    say(twins.board(), "r2", leave="08:00")
    twins.go_to("clone")
    say(twins.board(), "r1", leave="06:00")
    twins.go_to("first")
    return twins


def test_both_sides_of_a_fork_are_on_both_sides_of_an_exchange(
    twins: Twins, shown: Callable[[Production], object]
) -> None:
    there = twins.there("clone")
    sync(twins.folder, str(there))
    boards = [Production.open(each, as_user="eva") for each in (twins.folder, there)]
    assert shown(boards[0]) == shown(boards[1])
    assert boards[0].conflicts() == boards[1].conflicts()
    (conflict,) = boards[0].conflicts()
    assert {"05:40", "06:00"} == {head.value for head in conflict.heads}
    assert "Nothing new." == sync(twins.folder, str(there)).words()


def test_the_twins_go_on_under_names_of_their_own(twins: Twins) -> None:
    sync(twins.folder, str(twins.there("clone")))
    names = set()
    for machine in ("first", "clone"):
        twins.go_to(machine)
        board = twins.board()
        say(board, f"of {machine}", leave="09:00")
        names.add(board.writer)
    sync(twins.folder, str(twins.there("first")))
    assert 2 == len(names)
    for each in (twins.folder, twins.there("first")):
        board = Production.open(each, as_user="eva")
        assert {"09:00"} == {value(board, f"of {name}", "leave") for name in ("first", "clone")}
