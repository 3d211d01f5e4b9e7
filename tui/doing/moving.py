"""Going about: rows, panes, days, and out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from tui.board import Board


NEEDS_YOU = "!?≠"


def down(board: Board) -> None:
    """One row down."""
    board.pane.grid.action_move(1)


def up(board: Board) -> None:
    """One row up."""
    board.pane.grid.action_move(-1)


def top(board: Board) -> None:
    """To the first row."""
    board.pane.grid.action_top()


def bottom(board: Board) -> None:
    """To the last row."""
    board.pane.grid.action_bottom()


def pane(number: int) -> Callable[[Board], None]:
    """To the pane of that place, counted from 0."""

    def go(board: Board) -> None:
        board.go_to_pane(number)

    return go


def next_pane(board: Board) -> None:
    """To the next pane, after the last to the first."""
    board.go_to_pane(board.pane_number + 1)


def pane_before(board: Board) -> None:
    """To the pane before."""
    board.go_to_pane(board.pane_number - 1)


def day_back(board: Board) -> None:
    """To the day before the one in view."""
    _by_days(board, -1)


def day_on(board: Board) -> None:
    """To the day after the one in view."""
    _by_days(board, 1)


def _by_days(board: Board, count: int) -> None:
    try:
        board.go_to_day(board.office.view + dt.timedelta(days=count))
    except OverflowError:
        board.say("There is no day beyond this one.", "alarm")


def today(board: Board) -> None:
    """To today."""
    board.go_to_day(board.office.now().date())


def next_sign(board: Board) -> None:
    """To the next row that needs somebody's eyes."""
    _to_sign(board, 1)


def sign_before(board: Board) -> None:
    """To the row before that needs somebody's eyes."""
    _to_sign(board, -1)


def _to_sign(board: Board, step: int) -> None:
    keys = [row.key for row in board.pane.rows if row.sign and row.sign in NEEDS_YOU]
    order = [row.key for row in board.pane.rows]
    if not keys:
        board.say("No row here needs you.")
        return
    at = order.index(board.pane.grid.key)
    turned = order[at + 1 :] + order[:at] if step > 0 else order[:at][::-1] + order[at + 1 :][::-1]
    board.pane.grid.point_at(next((key for key in turned if key in keys), keys[0]))


def leave(board: Board) -> None:
    """Back one step: marks, filter, all days, zoom; and from the board itself, out."""
    if board.pane.grid.marked:
        board.pane.grid.set_marked(frozenset())
        board.pane.tell()
    elif board.pane.filter:
        board.pane.filter = ""
        board.pane.fill()
    elif board.zoomed:
        board.zoom()
    else:
        board.app.exit()
