"""Working on records: marks, the next state, removing, undo, repeating."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.edits import Aimed
from tui.doing import reasons
from tui.doing.saving import save, sentence
from tui.states import Means, following, no_further, to_next


if TYPE_CHECKING:
    from store.change import Change
    from tui.board import Board, Doing


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
    if following(board.office, aimed):
        return ""
    return no_further(board.office, aimed, _means(board))


def step_on(board: Board, chosen: tuple[Aimed, ...]) -> str:
    """Set each record's next state; the sentence to say. Raises NoSuch where none has one."""
    return to_next(board.office, chosen, _means(board))


def _means(board: Board) -> Means:
    return Means(f"press {board.key('add')} and type", board.key("next"))


def again(text: str) -> Doing:
    """Changing other records by the same words."""

    def change(board: Board, chosen: tuple[Aimed, ...]) -> str:
        from tui.lines import ChangeLine

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
