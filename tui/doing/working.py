"""Working on records: marks, the next state, removing, undo, repeating."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from models.edits import Aimed
from models.errors import CallboardError


if TYPE_CHECKING:
    from tui.board import Board


class States(NamedTuple):
    """The field one key takes from state to state, in order; a blank one counts as the first."""

    field: str
    order: tuple[Any, ...]


STATES = {
    "run": States("status", ("planned", "told", "out", "aboard", "done")),
    "call": States("status", ("planned", "confirmed")),
    "issue": States("status", ("open", "done")),
    "scene": States("state", ("planned", "shot")),
    "event": States("done", (False, True)),
}


def mark(board: Board) -> None:
    """Mark the row, or take its mark away, and go to the next."""
    board.pane.grid.toggle_mark()
    board.pane.tell()


def mark_all(board: Board) -> None:
    """Mark every row that is shown, or none."""
    board.pane.grid.mark_all()
    board.pane.tell()


def next_state(board: Board) -> None:
    """Take the record, or all that are marked, to the next state."""
    board.change_all(step_on)


def step_on(board: Board, chosen: tuple[Aimed, ...]) -> str:
    """Set each record's next state; the sentence to say."""
    sets = {each: found for each in chosen if (found := _next(board, each))}
    if not sets:
        return f"{board.office.called(chosen[0])} has no further state; u takes the last step back."
    value = next(iter(next(iter(sets.values())).values()))
    state = "done" if value is True else str(value)
    names = board.office.called(next(iter(sets))) if len(sets) == 1 else f"{len(sets)} records"
    board.office.set(sets, f"{names}: {state}", base=board.office.production.base())
    return f"{names}: {state}."


def _next(board: Board, each: Aimed) -> dict[str, Any]:
    states = STATES.get(each.kind)
    if states is None:
        return {}
    held = board.office.document(each).get(states.field)
    at = states.order.index(held) if held in states.order else 0
    if held == "told" and each.kind == "call":
        return {states.field: "confirmed"}
    return {states.field: states.order[at + 1]} if at + 1 < len(states.order) else {}


def remove(board: Board) -> None:
    """Remove the record, or all that are marked; undo brings them back."""
    board.change_all(take_away)


def take_away(board: Board, chosen: tuple[Aimed, ...]) -> str:
    """Remove the records; the sentence to say."""
    change = board.office.remove(chosen)
    return f"{change.did[:1].upper()}{change.did[1:]}. u brings it back." if change else ""


def undo(board: Board) -> None:
    """Take back one's own last change."""
    _back_or_on(board, board.office.production.undo)


def redo(board: Board) -> None:
    """Bring back what one took back."""
    _back_or_on(board, board.office.production.redo)


def _back_or_on(board: Board, step: Callable[[], Any]) -> None:
    try:
        change = step()
    except CallboardError as error:
        board.say(str(error), "alarm")
        return
    board.refill()
    board.say(f"{change.did[:1].upper()}{change.did[1:]}.")


def repeat(board: Board) -> None:
    """Do the last change again, on what is chosen now."""
    if board.last_change:
        board.change_all(board.last_change)
