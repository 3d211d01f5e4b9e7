"""The line that was being typed when the last board ended, begun again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.record import Record
from tui.lines.add import AddLine, IssueLine, LogLine
from tui.lines.change import ChangeLine, EditLine
from tui.lines.line import Line
from tui.lines.paste import PastedLines
from tui.lines.settle import SettleLine
from tui.office import Office
from tui.panes.rows import aimed_at


if TYPE_CHECKING:
    from store.halftyped import HalfTyped


def taken_up(typed: HalfTyped, office: Office, kinds: Sequence[type[Record]]) -> tuple[Line, str]:
    """The line and its text; where its record is gone meanwhile, its text to add anew."""
    there = tuple(each for each in map(aimed_at, typed.aimed) if office.document(each))
    if typed.line == PastedLines.name:
        return PastedLines(office, kinds, typed.text.splitlines()), ""
    if typed.line == IssueLine.name:
        return IssueLine(office, there[0] if there else None), typed.text
    if typed.line == LogLine.name:
        return LogLine(office), typed.text
    if typed.line == EditLine.name and there:
        return EditLine(office, there[0]), typed.text
    if typed.line in (ChangeLine.name, SettleLine.name) and there:
        return ChangeLine(office, there), typed.text
    return AddLine(office, kinds), typed.text
