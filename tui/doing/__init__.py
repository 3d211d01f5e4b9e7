"""What the actions do, a file for each sort: moving, typing, working, looking and so on."""

from __future__ import annotations

from tui.doing.finding import keys, look_up, palette, what_is_wrong
from tui.doing.looking import copy, details, filter_rows, redraw, sort, widen, zoom
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
from tui.doing.settling import conflicts
from tui.doing.syncing import sync
from tui.doing.typing import add, change, edit, log_issue
from tui.doing.working import mark, mark_all, next_state, no_next_state, redo, remove, repeat, undo


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
    "redo",
    "redraw",
    "remove",
    "repeat",
    "sign_before",
    "sort",
    "sync",
    "today",
    "top",
    "undo",
    "up",
    "what_is_wrong",
    "widen",
    "zoom",
]
