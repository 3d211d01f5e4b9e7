"""Showing the paper of what is under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.when import as_date
from tui.paper_sheet import PaperSheet
from tui.papers import wanted


if TYPE_CHECKING:
    import datetime as dt

    from tui.board import Board


def paper(board: Board) -> None:
    """The papers of the day, that of the row first, as text over the board."""
    papers = wanted(board.office, board.pane.what.name, board.pane.pointed)
    board.app.push_screen(PaperSheet(board.office, papers, _day(board)))


def _day(board: Board) -> dt.date | None:
    """The day of the row where the pane shows all days; None for the day in view."""
    document = board.office.document(board.pane.pointed) if board.pane.pointed else {}
    return as_date(document.get("day") or document.get("date"))
