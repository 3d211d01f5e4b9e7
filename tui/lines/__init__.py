"""Everything that can be typed at the foot of the board."""

from __future__ import annotations

from tui.lines.lines import AddLine, ChangeLine, EditLine, FilterLine, Line, PastedLines
from tui.lines.look import Look


__all__ = ["AddLine", "ChangeLine", "EditLine", "FilterLine", "Line", "Look", "PastedLines"]
