"""Beginning to type: a new record, the whole line of one, a few words for many, an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.lines import AddLine, ChangeLine, EditLine, IssueLine, LogLine


if TYPE_CHECKING:
    from tui.board import Board


def add(board: Board) -> None:
    """Add a record of the pane's kinds."""
    board.type(AddLine(board.office, board.pane.what.kinds))


def edit(board: Board) -> None:
    """Edit the line of the record under the cursor."""
    aimed = board.pane.pointed
    if aimed:
        board.type(EditLine(board.office, aimed), board.office.line_of(aimed))


def change(board: Board) -> None:
    """Change the record under the cursor, or all that are marked."""
    board.type(ChangeLine(board.office, board.pane.chosen))


def log_issue(board: Board) -> None:
    """Log an issue, linked to the record under the cursor."""
    board.type(IssueLine(board.office, board.pane.pointed))


def log(board: Board) -> None:
    """Log what happened on the day in view."""
    board.type(LogLine(board.office))


def push(board: Board) -> None:
    """Push the schedule from the day in view on; what would move stands under the line."""
    from tui.lines.push import PushLine

    board.type(PushLine(board.office))
