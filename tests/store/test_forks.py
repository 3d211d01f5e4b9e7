"""A name written under in two places: found out by everybody, and both sides kept."""

from __future__ import annotations

import itertools
import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from store.production import Production
from tests.store.twins import Twins
from tests.store.writing import files_of, say, value


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def conflict_copy(source: Path, target: Path, name: str = "") -> None:
    """What a sync engine does where both sides of a file changed: theirs beside ours."""
    for file in source.glob("writers/*/*.json"):
        there = target / file.relative_to(source)
        if not there.exists():
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, there)
        elif there.read_bytes() != file.read_bytes():
            copy = name or f"{file.stem}.sync-conflict-20261121-054012-ABCDEFG.json"
            shutil.copy2(file, there.with_name(copy))


@pytest.fixture
def twins(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Twins:
    """Mia's machine and a clone of it; each moved the run on its own."""
    twins = Twins(folder, tmp_path / "aside", monkeypatch)
    mia = Production.create(folder, title="Nightfall", zone="Europe/Zurich", as_user="mia")
    say(mia, "r1", leave="05:00", note="meet at gate 2")
    twins.clone("clone")
    say(mia, "r1", leave="05:40")
    say(mia, "r2", leave="08:00")
    twins.go_to("clone")
    say(twins.board(), "r1", leave="06:00")
    say(twins.board(), "r1", note="gate 3")
    twins.go_to("first")
    return twins


def both_sides(production: Production) -> None:
    (conflict,) = production.conflicts()
    assert {"05:40", "06:00"} == {head.value for head in conflict.heads}
    assert "gate 3" == value(production, "r1", "note")
    assert "08:00" == value(production, "r2", "leave")


def test_a_clone_writes_under_the_same_name_until_they_meet(twins: Twins) -> None:
    here, there = (
        sorted(place.glob("writers/*")) for place in (twins.folder, twins.there("clone"))
    )
    assert [path.name for path in here] == [path.name for path in there]
    assert 1 == len(here)


def test_when_the_copies_meet_both_sides_are_kept(twins: Twins) -> None:
    conflict_copy(twins.there("clone"), twins.folder)
    both_sides(twins.board())
    both_sides(Production.open(twins.folder, as_user="reto"))


def test_an_open_board_takes_in_the_other_side(twins: Twins) -> None:
    boards = [twins.board(), Production.open(twins.folder, as_user="reto")]
    conflict_copy(twins.there("clone"), twins.folder)
    for board in boards:
        assert ("run", "r1") in board.refresh()
        both_sides(board)


def test_the_next_commit_is_under_a_new_name(twins: Twins) -> None:
    mia = twins.board()
    was = mia.writer
    conflict_copy(twins.there("clone"), twins.folder)
    say(mia, "r3", leave="09:00")
    mia.refresh()
    assert was != mia.writer
    both_sides(mia)
    both_sides(twins.board())
    assert "09:00" == value(mia, "r3", "leave") == value(twins.board(), "r3", "leave")


def test_the_fork_is_said_and_asks_for_nothing(twins: Twins) -> None:
    conflict_copy(twins.there("clone"), twins.folder)
    mia = twins.board()
    (fault,) = mia.faults()
    assert "written in two places from change 3 on" in fault.words
    assert fault.settled


def test_everybody_sees_the_same_whatever_came_first(
    twins: Twins, tmp_path: Path, shown: Callable[[Production], object]
) -> None:
    sides = (twins.folder, twins.there("clone"))
    seen = []
    for number, order in enumerate(itertools.permutations(sides)):
        there = tmp_path / f"site{number}"
        shutil.copytree(order[0], there)
        board = Production.open(there, as_user="eva")
        conflict_copy(order[1], there)
        board.refresh()
        again = Production.open(there, as_user="ida")
        seen += [(shown(each), each.conflicts(), each.view.known()) for each in (board, again)]
    assert [seen[0]] * 4 == seen


def test_what_somebody_saw_of_one_side_does_not_replace_the_other(
    twins: Twins, tmp_path: Path
) -> None:
    reto = Production.open(twins.folder, as_user="reto")
    say(reto, "r1", leave="07:00")
    conflict_copy(twins.there("clone"), twins.folder)
    reto.refresh()
    (conflict,) = reto.conflicts()
    assert {"07:00", "05:40", "06:00"} == {head.value for head in conflict.heads}
    say(reto, "r1", leave="07:30")
    for board in (reto, Production.open(twins.folder, as_user="eva")):
        assert () == board.conflicts()
        assert "07:30" == value(board, "r1", "leave")


def test_a_board_that_saw_the_side_that_was_replaced_keeps_it(twins: Twins) -> None:
    reto = Production.open(twins.folder, as_user="reto")
    (file,) = files_of(twins.board())
    shutil.copy2(twins.there("clone") / file.relative_to(twins.folder), file)
    reto.refresh()
    both_sides(reto)


def test_both_sides_may_go_on_and_part_again(twins: Twins) -> None:
    conflict_copy(twins.there("clone"), twins.folder)
    mia = twins.board()
    twins.go_to("clone")
    say(twins.board(), "r4", leave="10:00")
    twins.clone("third")
    say(twins.board(), "r4", leave="11:00")
    twins.go_to("third")
    say(twins.board(), "r4", leave="12:00")
    twins.go_to("first")
    conflict_copy(twins.there("clone"), twins.folder, "0001 (1).json")
    conflict_copy(twins.there("third"), twins.folder, "0001 (2).json")
    mia.refresh()
    for board in (mia, twins.board()):
        (one, other) = sorted(board.conflicts(), key=lambda found: found.id)
        assert {"05:40", "06:00"} == {head.value for head in one.heads}
        assert {"11:00", "12:00"} == {head.value for head in other.heads}
    assert {**mia.view.known()} == {**twins.board().view.known()}


def test_a_checkpoint_knows_of_a_fork(twins: Twins, shown: Callable[[Production], object]) -> None:
    conflict_copy(twins.there("clone"), twins.folder)
    twins.board().checkpoint()
    resumed = twins.board()
    both_sides(resumed)
    afresh = Production.open(twins.folder, as_user="mia", afresh=True)
    assert (shown(afresh), afresh.view.known()) == (shown(resumed), resumed.view.known())
    say(resumed, "r1", leave="07:00")
    assert () == resumed.conflicts() == twins.board().conflicts()


def test_a_fork_found_after_a_checkpoint_is_told_apart(twins: Twins) -> None:
    twins.board().checkpoint()
    conflict_copy(twins.there("clone"), twins.folder)
    both_sides(twins.board())


def test_history_and_undo_know_both_sides(twins: Twins) -> None:
    conflict_copy(twins.there("clone"), twins.folder)
    mia = twins.board()
    said = [entry.after["leave"] for entry in mia.chronicle().of("run", "r1", field="leave")]
    assert ["05:00", "05:40", "06:00"] == sorted(map(str, said))
    say(mia, "r2", leave="09:00")
    mia.undo()
    assert "08:00" == value(mia, "r2", "leave")


def test_the_board_as_it_was_shows_both_sides(twins: Twins) -> None:
    conflict_copy(twins.there("clone"), twins.folder)
    then = datetime.now(UTC) + timedelta(hours=1)
    both_sides(Production.open(twins.folder, as_user="mia", at=then))


def test_a_side_only_the_checkpoint_knows_is_written_back(twins: Twins) -> None:
    reto = Production.open(twins.folder, as_user="reto")
    reto.checkpoint()
    (file,) = files_of(twins.board())
    shutil.copy2(twins.there("clone") / file.relative_to(twins.folder), file)
    reto = Production.open(twins.folder, as_user="reto")
    both_sides(reto)
    (lost,) = reto.repair()
    assert (3, 4) == (lost.first, lost.last)
    both_sides(Production.open(twins.folder, as_user="eva"))
