"""Undo puts back what one's own last change replaced, and nothing anybody else did."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from models.errors import NothingToUndo
from store.change import JSON, Edit
from store.production import Production
from tests.store.writing import carry, put, say, value


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_undo_puts_back_and_redo_brings_back(mia: Production) -> None:
    say(mia, "r1", leave="05:40", note="first")
    say(mia, "r1", leave="06:00", note=None)
    undone = mia.undo()
    assert ("05:40", "first") == (value(mia, "r1", "leave"), value(mia, "r1", "note"))
    assert (3, "took back “changed r1”") == (undone.undoes, undone.did)
    redone = mia.redo()
    assert ("06:00", None) == (value(mia, "r1", "leave"), value(mia, "r1", "note"))
    assert (undone.n, "brought back “changed r1”") == (redone.undoes, redone.did)


def test_an_undone_creation_is_gone_and_an_undone_removal_is_back(mia: Production) -> None:
    say(mia, "r1", leave="05:40")
    mia.undo()
    assert {} == mia.view.records("run")
    mia.redo()
    assert "05:40" == value(mia, "r1", "leave")
    mia.commit([Edit("run", "r1", {"gone": True})], "removed r1")
    mia.undo()
    assert "05:40" == value(mia, "r1", "leave")


def test_elements_of_sets_are_put_back_one_by_one(mia: Production, reto: Production) -> None:
    put(mia, "r1", {"passengers/anna": True, "passengers/ben": True})
    put(mia, "r1", {"passengers/anna": None, "passengers/eva": True})
    reto.refresh()
    put(reto, "r1", {"passengers/reto": True})
    mia.refresh()
    mia.undo()
    assert {"anna": True, "ben": True, "reto": True} == value(mia, "r1", "passengers")


def test_the_stack_is_walked_all_the_way_and_back(
    mia: Production, shown: Callable[[Production], dict[str, dict[str, JSON]]]
) -> None:
    stages = [shown(mia)]
    for number in range(4):
        say(mia, "r1", leave=str(number))
        stages.append(shown(mia))
    for stage in reversed(stages[:-1]):
        mia.undo()
        assert stage == shown(mia)
    with pytest.raises(NothingToUndo):
        mia.undo()
    for stage in stages[1:]:
        mia.redo()
        assert stage == shown(mia)
    with pytest.raises(NothingToUndo):
        mia.redo()


def test_the_stack_survives_a_restart(mia: Production) -> None:
    for leave in ("05:40", "06:00", "07:00"):
        say(mia, "r1", leave=leave)
    mia.undo()
    again = Production.open(mia.path, as_user="mia")
    again.undo()
    assert "05:40" == value(again, "r1", "leave")
    third = Production.open(mia.path, as_user="mia")
    third.redo()
    third.redo()
    assert "07:00" == value(third, "r1", "leave")


def test_a_new_change_ends_what_could_be_brought_back(mia: Production) -> None:
    say(mia, "r1", leave="05:40")
    mia.undo()
    say(mia, "r2", leave="06:00")
    with pytest.raises(NothingToUndo):
        mia.redo()


def test_the_making_of_the_production_is_not_undone(mia: Production) -> None:
    with pytest.raises(NothingToUndo):
        mia.undo()
    assert mia.view.get("production", "production")


def test_others_changes_are_not_ones_own_to_undo(mia: Production, reto: Production) -> None:
    say(mia, "r1", leave="05:40")
    reto.refresh()
    with pytest.raises(NothingToUndo):
        reto.undo()


def test_what_somebody_changed_since_is_left_and_said(mia: Production, reto: Production) -> None:
    say(mia, "r1", leave="05:40", note="a")
    say(mia, "r1", leave="06:00", note="b")
    reto.refresh()
    say(reto, "r1", leave="07:00")
    mia.refresh()
    undone = mia.undo()
    assert ("07:00", "a") == (value(mia, "r1", "leave"), value(mia, "r1", "note"))
    assert f"r1 was changed since by {reto.writer} at " in undone.did


def test_where_all_was_changed_since_undo_says_so_and_then_goes_on(
    mia: Production, reto: Production
) -> None:
    say(mia, "r2", leave="05:00")
    say(mia, "r1", leave="05:40")
    reto.refresh()
    say(reto, "r1", note="mine")
    mia.refresh()
    with pytest.raises(NothingToUndo, match=f"changed since by {reto.writer}"):
        mia.undo()
    assert "05:40" == value(mia, "r1", "leave")
    mia.undo()
    assert ["r1"] == list(mia.view.records("run"))


def test_what_ones_other_board_set_meanwhile_is_shown_again(mia: Production) -> None:
    say(mia, "r1", leave="05:40")
    base = mia.base()
    say(mia, "r1", leave="06:50")
    mia.commit([Edit("run", "r1", {"leave": "07:00"})], "imported", base=base)
    assert "07:00" == value(mia, "r1", "leave")

    mia.undo()

    assert "06:50" == value(mia, "r1", "leave")


def test_undo_never_takes_a_value_that_stands_beside_ours(
    mia: Production, reto: Production
) -> None:
    say(mia, "r1", leave="05:40")
    reto.refresh()
    base = mia.base()
    say(reto, "r1", leave="06:00")
    mia.refresh()
    mia.commit([Edit("run", "r1", {"leave": "07:00"})], "moved", base=base)
    assert "07:00" == value(mia, "r1", "leave")
    assert 1 == len(mia.conflicts())
    mia.undo()
    assert "06:00" == value(mia, "r1", "leave")
    assert () == mia.conflicts()


def test_undo_goes_back_to_what_its_maker_was_shown(
    mia: Production, reto: Production, tmp_path: Path
) -> None:
    """Not to what arrived from elsewhere later but was made before."""
    say(mia, "r1", leave="05:40")
    carry(mia.path, tmp_path / "stick")
    there = Production.open(tmp_path / "stick", as_user="reto")
    say(there, "r1", note="from there")
    say(mia, "r1", leave="06:00", note="from here")
    carry(tmp_path / "stick", mia.path)
    mia.refresh()
    mia.undo()
    assert "05:40" == value(mia, "r1", "leave")
    assert "from there" == value(mia, "r1", "note")


def test_many_records_of_one_change_are_put_back_as_one(mia: Production) -> None:
    edits = [Edit("run", f"r{number}", {"leave": "05:40"}) for number in range(50)]
    mia.commit(edits, "import", via="import runs.csv")
    mia.undo()
    assert {} == mia.view.records("run")
    assert 3 == mia.view.have[mia.writer]
    mia.redo()
    assert 50 == len(mia.view.records("run"))


FIELDS: st.SearchStrategy[dict[str, JSON]] = st.dictionaries(
    st.sampled_from(["leave", "note", "tags/a", "tags/b", "gone"]),
    st.sampled_from([None, True]),
    min_size=1,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(st.sampled_from(["r1", "r2"]), FIELDS), min_size=1, max_size=5))
def test_undoing_everything_and_redoing_it_gives_the_same_board(
    edits: list[tuple[str, dict[str, JSON]]],
    tmp_path_factory: pytest.TempPathFactory,
    shown: Callable[[Production], dict[str, dict[str, JSON]]],
) -> None:
    folder = tmp_path_factory.mktemp("undo") / "n"
    board = Production.create(folder, title="N", zone="UTC", as_user="mia")
    stages = [shown(board)]
    for record, fields in edits:
        put(board, record, fields)
        if shown(board) != stages[-1]:
            stages.append(shown(board))
    last = stages[-1]
    undone = 0
    try:
        while True:
            board.undo()
            undone += 1
    except NothingToUndo:
        pass
    for _ in range(undone):
        board.redo()
    assert last == shown(board)


def test_undoing_the_choice_in_a_conflict_says_what_does_not_come_back(
    mia: Production, reto: Production
) -> None:
    say(mia, "r1", leave="05:40")
    say(reto, "r1", leave="06:00")
    mia.refresh()
    say(mia, "r1", leave="06:00" if value(mia, "r1", "leave") == "05:40" else "05:40")
    chosen = value(mia, "r1", "leave")
    undone = mia.undo()
    assert {chosen, value(mia, "r1", "leave")} == {"05:40", "06:00"}
    assert "is now in the history only" in undone.did
    say(mia, "r1", note="on")
    mia.undo()
    assert "history" not in mia.chronicle().changes()[-1].did


def test_undoing_the_choice_of_what_was_shown_says_why_it_changes_nothing(
    mia: Production, reto: Production
) -> None:
    say(mia, "r1", leave="05:40")
    say(reto, "r1", leave="06:00")
    mia.refresh()
    say(mia, "r1", leave=value(mia, "r1", "leave"))
    with pytest.raises(NothingToUndo, match="is now in the history only"):
        mia.undo()


@pytest.mark.parametrize("chosen", [True, None])
def test_undoing_what_was_chosen_of_a_removed_and_edited_record_never_hides_it(
    mia: Production,
    reto: Production,
    chosen: bool | None,  # noqa: FBT001 - a field's value
) -> None:
    say(mia, "r1", leave="05:40")
    reto.refresh()
    say(reto, "r1", gone=True)
    say(mia, "r1", leave="06:00")
    mia.refresh()
    assert ["gone"] == [each.field for each in mia.conflicts()]
    say(mia, "r1", gone=chosen)
    assert (chosen is None) is ("r1" in mia.view.records("run"))
    with contextlib.suppress(NothingToUndo):
        mia.undo()

    assert "r1" in mia.view.records("run")
