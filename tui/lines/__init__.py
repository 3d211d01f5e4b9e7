"""Everything that can be typed at the foot of the board."""

from __future__ import annotations

from tui.lines.add import AddLine, IssueLine, LogLine
from tui.lines.change import ChangeLine, EditLine
from tui.lines.filter import FilterLine
from tui.lines.line import Line
from tui.lines.look import Look
from tui.lines.paste import PastedLines
from tui.lines.settle import SettleLine


__all__ = [
    "AddLine",
    "ChangeLine",
    "EditLine",
    "FilterLine",
    "IssueLine",
    "Line",
    "LogLine",
    "Look",
    "PastedLines",
    "SettleLine",
]
