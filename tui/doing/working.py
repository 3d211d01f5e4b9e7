"""Working on records: marks, the next state, removing, undo, repeating."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from models.edits import Aimed
from models.errors import NoSuch
from tui.doing import reasons
from tui.doing.saving import save, sentence
from tui.lines import ChangeLine


if TYPE_CHECKING:
    from store.change import Change
    from tui.board import Board, Doing


class States(NamedTuple):
    """The field that one key takes on, and what follows on each of its values."""

    field: str
    after: Mapping[Any, Any]


STATES = {
    "run": States(
        "status",
        {None: "told", "planned": "told", "told": "out", "out": "aboard", "aboard": "done"},
    ),
    "call": States("status", {None: "told", "planned": "told", "told": "confirmed"}),
    "issue": States("status", {None: "done", "open": "done", "waiting": "done"}),
    "scene": States("state", {None: "shot", "planned": "shot", "shooting": "shot", "part": "shot"}),
    "event": States("done", {None: True, False: True}),
}
STATELESS_OTHER = "{name} has no state. {next} is for runs, calls and issues."
STATELESS = {
    "person": "{name} is not called on this day. To call: press {add} and type {first} 0630",
    "day": "A day has no state. {next} is for its scenes and events.",
    "vehicle": "A vehicle has no state. {next} is for runs.",
}


def mark(board: Board) -> None:
    """Mark the row, or take its mark away, and go to the next."""
    board.pane.grid.toggle_mark()
    board.pane.tell()


def mark_all(board: Board) -> None:
    """Mark every row that is shown, or none."""
    board.pane.grid.mark_all()
    board.pane.tell()


def change_all(board: Board, doing: Doing) -> None:
    """Do something to the chosen records, and remember it for repeating."""
    chosen = board.pane.chosen
    if chosen and save(board, lambda: doing(board, chosen)):
        board.last_change = doing


def next_state(board: Board) -> None:
    """Take the record, or all that are marked, to the next state."""
    change_all(board, step_on)


def no_next_state(board: Board) -> str:
    """Why the record under the cursor has no next state; marked ones are looked at when it is."""
    reason = reasons.no_record_to_change(board)
    aimed = board.pane.pointed
    if reason or aimed is None or board.pane.grid.marked:
        return reason
    return "" if _next(board, aimed) else _no_further(board, aimed)


def step_on(board: Board, chosen: tuple[Aimed, ...]) -> str:
    """Set each record's next state; the sentence to say. Raises NoSuch where none has one."""
    sets = {each: found for each in chosen if (found := _next(board, each))}
    if not sets:
        raise NoSuch(_no_further(board, chosen[0]))
    values = {next(iter(each.values())) for each in sets.values()}
    state = "further" if len(values) > 1 else "done" if values == {True} else values.pop()
    names = board.office.called(next(iter(sets))) if len(sets) == 1 else f"{len(sets)} rows"
    board.office.set(sets, f"{names}: {state}", base=board.office.production.base())
    return f"{names}: {state}."


def _next(board: Board, each: Aimed) -> dict[str, Any]:
    states = STATES.get(each.kind)
    if states is None:
        return {}
    held = board.office.document(each).get(states.field)
    return {states.field: states.after[held]} if held in states.after else {}


def _no_further(board: Board, aimed: Aimed) -> str:
    states, document = STATES.get(aimed.kind), board.office.document(aimed)
    if states is None:
        name = str(document.get("name") or document.get("number") or aimed.kind)
        words = STATELESS.get(aimed.kind, STATELESS_OTHER)
        keys = {"add": board.key("add"), "next": board.key("next")}
        return words.format(name=name, first=name.partition(" ")[0].lower(), **keys)
    held = document.get(states.field)
    number = document.get("number") or ""
    return f"{aimed.kind} {number} is {'done' if held is True else held}; nothing follows on that."


def again(text: str) -> Doing:
    """Changing other records by the same words."""

    def change(board: Board, chosen: tuple[Aimed, ...]) -> str:
        return ChangeLine(board.office, chosen).done(text)

    return change


def remove(board: Board) -> None:
    """Remove the record, or all that are marked; undo brings them back."""
    change_all(board, take_away)


def take_away(board: Board, chosen: tuple[Aimed, ...]) -> str:
    """Remove the records; the sentence to say."""
    change = board.office.remove(chosen)
    return f"{sentence(change.did)} {board.key('undo')} brings it back." if change else ""


def undo(board: Board) -> None:
    """Take back one's own last change."""
    save(board, lambda: _said(board.office.production.undo))


def redo(board: Board) -> None:
    """Bring back what one took back."""
    save(board, lambda: _said(board.office.production.redo))


def _said(step: Callable[[], Change]) -> str:
    return sentence(step().did)


def repeat(board: Board) -> None:
    """Do the last change again, on what is chosen now."""
    if board.last_change:
        change_all(board, board.last_change)
