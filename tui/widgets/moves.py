"""The keys that move a cursor up and down, the same in every list that has one.

Each has the name of the board's action, so that the user's own keys for it are the list's too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding


if TYPE_CHECKING:
    from textual.binding import BindingType

MOVES: list[BindingType] = [
    Binding("up,k", "move(-1)", show=False, id="up"),
    Binding("down,j", "move(1)", show=False, id="down"),
    Binding("pageup", "page(-1)", show=False, id="page_up"),
    Binding("pagedown,space", "page(1)", show=False, id="page_down"),
    Binding("home,g", "top", show=False, id="top"),
    Binding("end,G", "bottom", show=False, id="bottom"),
]
