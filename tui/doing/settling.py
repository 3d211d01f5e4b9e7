"""Settling conflicts on their own screen, over the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.details import Details
from tui.doing.looking import choose


if TYPE_CHECKING:
    from models.edits import Aimed
    from tui.board import Board


def conflicts(board: Board) -> None:
    """List all conflicts, each to be settled by one key."""
    show_conflicts(board)


def show_conflicts(board: Board, at: str = "") -> None:
    """List all conflicts, beginning at the one with that key."""
    from tui.conflict_list import ConflictList

    screen = ConflictList(board.office, board.refill, at)
    screen.foot.earlier = board.foot.earlier
    board.over = screen

    def leave(aimed: Aimed | None) -> None:
        board.over = None
        if aimed:
            _open(board, aimed, screen.blocks.key)

    board.app.push_screen(screen, leave)


def _open(board: Board, aimed: Aimed, at: str) -> None:
    """Open a record's details, and come back to the list from there."""

    def leave(key: str | None) -> None:
        if key:
            choose(board, aimed, key)
        else:
            show_conflicts(board, at)

    board.app.push_screen(Details(board.office, aimed), leave)
