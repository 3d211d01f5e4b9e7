"""The stripboard, and strips moved in the schedule pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.edits import Aimed
from models.moving_strips import one_down, one_up
from tui.doing.saving import save
from tui.panes.rows import key_of
from tui.strips import board_of, day_of, moved, open_dates, strips_among


if TYPE_CHECKING:
    from models.stripboard import BoardDay
    from tui.board import Board
    from tui.strips import Way


AT_THE_END = "There is no place to go to on this day; {strips} shows all days."


def strips(board: Board) -> None:
    """Open the stripboard at the strip under the cursor, or at the day in view."""
    from tui.stripboard import Stripboard

    at = board.pane.pointed
    screen = Stripboard(board.office, key_of(at) if at else "")
    screen.foot.earlier = board.foot.earlier
    board.over = screen

    def leave(_: None) -> None:
        board.over = None
        board.refill()

    board.app.push_screen(screen, leave)


def strip_down(board: Board) -> None:
    """Move the strips one place down in the day."""
    _move(board, one_down)


def strip_up(board: Board) -> None:
    """Move the strips one place up in the day."""
    _move(board, one_up)


def _move(board: Board, way: Way) -> None:
    """Within the day in view; in a pane of all days, across them."""
    office = board.office
    days = board_of(office) if board.pane.wide else (day_of(office, office.view.isoformat()),)
    chosen = _strips(board, days)
    if not chosen:
        board.say("J and K move the strips of the schedule: scenes, moves, banners.", "doubt")
        return
    open_ = open_dates(office, days) if board.pane.wide else frozenset[str]()
    moves = way(days, chosen, open_)
    if moves:
        save(board, lambda: moved(office, chosen, moves))
    else:
        board.say(AT_THE_END.format(strips=board.key("strips")), "doubt")


def _strips(board: Board, days: tuple[BoardDay, ...]) -> frozenset[Aimed]:
    return strips_among(days, board.pane.chosen)
