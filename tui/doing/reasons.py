"""Why an action cannot be done now, in words; empty where it can."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from tui.board import Board


def never(board: Board) -> str:
    """Nothing keeps it from being done."""
    return ""


def readonly(board: Board) -> str:
    """The production can only be looked at here."""
    return board.office.production.readonly


def no_record(board: Board) -> str:
    """There is nothing under the cursor."""
    return "" if board.pane.pointed else "There is no record under the cursor."


def no_record_to_change(board: Board) -> str:
    """There is nothing to change, or nothing may be changed."""
    return no_record(board) or readonly(board)


def no_conflict(board: Board) -> str:
    """No field has values set without knowing of one another."""
    return "" if board.office.production.conflicts() else "There are no conflicts."


def nothing_to_repeat(board: Board) -> str:
    """Nothing was changed yet that could be done again."""
    return "" if board.last_change else "There is no change to repeat yet."
