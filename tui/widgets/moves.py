"""The keys that move a cursor up and down, the same in every list that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding


if TYPE_CHECKING:
    from textual.binding import BindingType

MOVES: list[BindingType] = [
    Binding("up,k", "move(-1)", show=False),
    Binding("down,j", "move(1)", show=False),
    Binding("pageup", "page(-1)", show=False),
    Binding("pagedown,space", "page(1)", show=False),
    Binding("home,g", "top", show=False),
    Binding("end,G", "bottom", show=False),
]
