"""What the actions do, a file for each sort: moving, typing, working, looking and so on.

A file that opens a line or a box is loaded when one of its actions is first done: before the
first screen nobody has done any.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from tui.doing.moving import (
    bottom,
    day_back,
    day_on,
    down,
    leave,
    next_pane,
    next_sign,
    page_down,
    page_up,
    pane,
    pane_before,
    sign_before,
    today,
    top,
    up,
)
from tui.doing.working import mark, mark_all, next_state, no_next_state, redo, remove, repeat, undo


if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.board import Board


def _in(file: str, name: str) -> Callable[[Board], None]:
    """The action of that name in a file of this package."""

    def act(board: Board) -> None:
        doing = cast("Callable[[Board], None]", getattr(import_module(f"tui.doing.{file}"), name))
        doing(board)

    return act


add, change, edit, log, log_issue, push = (
    _in("typing", name) for name in ("add", "change", "edit", "log", "log_issue", "push")
)
copy, details, filter_rows, redraw, sort, widen, zoom = (
    _in("looking", name)
    for name in ("copy", "details", "filter_rows", "redraw", "sort", "widen", "zoom")
)
keys, look_up, palette, what_is_wrong = (
    _in("finding", name) for name in ("keys", "look_up", "palette", "what_is_wrong")
)
strip_down, strip_up, strips = (
    _in("strips", name) for name in ("strip_down", "strip_up", "strips")
)
conflicts = _in("settling", "conflicts")
sync = _in("syncing", "sync")
take_in = _in("taking", "take_in")
paper = _in("papers", "paper")


__all__ = [
    "add",
    "bottom",
    "change",
    "conflicts",
    "copy",
    "day_back",
    "day_on",
    "details",
    "down",
    "edit",
    "filter_rows",
    "keys",
    "leave",
    "log",
    "log_issue",
    "look_up",
    "mark",
    "mark_all",
    "next_pane",
    "next_sign",
    "next_state",
    "no_next_state",
    "page_down",
    "page_up",
    "palette",
    "pane",
    "pane_before",
    "paper",
    "push",
    "redo",
    "redraw",
    "remove",
    "repeat",
    "sign_before",
    "sort",
    "strip_down",
    "strip_up",
    "strips",
    "sync",
    "take_in",
    "today",
    "top",
    "undo",
    "up",
    "what_is_wrong",
    "widen",
    "zoom",
]
