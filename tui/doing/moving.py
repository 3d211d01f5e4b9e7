"""Going about: rows, panes, days, and out."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from models.edits import Aimed
from models.kinds import KINDS
from tui.panes.rows import key_of


if TYPE_CHECKING:
    from tui.board import Board
    from tui.pane import Pane


SIGNS_OF_NEED = frozenset("!?≠")


def down(board: Board) -> None:
    """One row down."""
    board.pane.grid.action_move(1)


def up(board: Board) -> None:
    """One row up."""
    board.pane.grid.action_move(-1)


def page_down(board: Board) -> None:
    """A screen of rows down."""
    board.pane.grid.action_page(1)


def page_up(board: Board) -> None:
    """A screen of rows up."""
    board.pane.grid.action_page(-1)


def top(board: Board) -> None:
    """To the first row."""
    board.pane.grid.action_top()


def bottom(board: Board) -> None:
    """To the last row."""
    board.pane.grid.action_bottom()


def pane(number: int) -> Callable[[Board], None]:
    """To the pane of that place, counted from 0."""

    def go(board: Board) -> None:
        board.all.go_to(number)

    return go


def next_pane(board: Board) -> None:
    """To the next pane, after the last to the first."""
    board.all.go_to(board.all.number + 1)


def pane_before(board: Board) -> None:
    """To the pane before."""
    board.all.go_to(board.all.number - 1)


def day_back(board: Board) -> None:
    """To the day before the one in view."""
    _by_days(board, -1)


def day_on(board: Board) -> None:
    """To the day after the one in view."""
    _by_days(board, 1)


def _by_days(board: Board, count: int) -> None:
    try:
        go_to_day(board, board.office.view + dt.timedelta(days=count))
    except OverflowError:
        board.say("There is no day beyond this one.", "alarm")


def today(board: Board) -> None:
    """To today."""
    day = board.office.now().date()
    if board.office.view == day:
        board.say("Today is in view already.")
    else:
        go_to_day(board, day)


def go_to_day(board: Board, day: dt.date) -> None:
    """Show another production day in all panes, each from its first row."""
    board.office.view = day
    board.refill()
    for pane in board.panes:
        if not pane.wide:
            pane.grid.action_top()


def point_at(board: Board, aimed: Aimed) -> None:
    """Go to a record in its pane; where it is not shown, to its day, past the filter, wide."""
    for uncover in (_as_it_is, _its_day, _unfiltered, _wide):
        uncover(board, aimed)
        for number, pane in enumerate(board.panes):
            if pane.grid.point_at(key_of(aimed)):
                board.all.go_to(number)
                return
    board.say(f"{board.office.called(aimed)} is in none of the panes.")


def _as_it_is(board: Board, aimed: Aimed) -> None:
    """Nothing needs to be uncovered."""


def _its_day(board: Board, aimed: Aimed) -> None:
    document = board.office.document(aimed)
    with contextlib.suppress(ValueError):
        go_to_day(board, dt.date.fromisoformat(str(document.get("day") or document.get("date"))))


def _unfiltered(board: Board, aimed: Aimed) -> None:
    _pane_of(board, aimed).filter = ""
    board.refill()


def _wide(board: Board, aimed: Aimed) -> None:
    _pane_of(board, aimed).wide = True
    board.refill()


def _pane_of(board: Board, aimed: Aimed) -> Pane:
    found = (each for each in board.panes if KINDS[aimed.kind] in each.what.kinds)
    return next(found, board.pane)


def next_sign(board: Board) -> None:
    """To the next row that needs somebody's eyes."""
    _to_sign(board, 1)


def sign_before(board: Board) -> None:
    """To the row before that needs somebody's eyes."""
    _to_sign(board, -1)


def _to_sign(board: Board, step: int) -> None:
    rows, grid = board.pane.rows, board.pane.grid
    here = rows.place(grid.key) or 0
    turned = ((here + step * count) % len(rows) for count in range(1, len(rows) + 1))
    found = next((rows[at].key for at in turned if rows[at].sign in SIGNS_OF_NEED), None)
    if found is None:
        board.say("No row here needs you.")
    else:
        grid.point_at(found)


def leave(board: Board) -> None:
    """Back one step: marks, filter, all days, zoom; and from the board itself, out."""
    pane = board.pane
    if pane.grid.marked:
        pane.grid.set_marked(frozenset())
        pane.tell()
    elif pane.filter:
        pane.filter = ""
        pane.fill()
    elif pane.wide:
        pane.widen()
    elif board.all.zoomed:
        board.all.zoom(alone=False)
    else:
        board.app.exit()
