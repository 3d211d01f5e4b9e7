"""The line that was being typed when the last board ended, begun again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.edits import Aimed
from models.record import Record
from tui.lines.add import AddLine, IssueLine, LogLine
from tui.lines.change import ChangeLine, EditLine
from tui.lines.line import Line
from tui.lines.paste import PastedLines
from tui.lines.settle import SettleLine
from tui.lines.strips import AmongStrips, spot_of
from tui.office import Office
from tui.panes.rows import aimed_at


if TYPE_CHECKING:
    from store.halftyped import HalfTyped


def taken_up(typed: HalfTyped, office: Office, kinds: Sequence[type[Record]]) -> tuple[Line, str]:
    """The line and its text; where its record is gone meanwhile, its text to add anew."""
    if typed.line == AmongStrips.name and typed.aimed:
        return AmongStrips(office, spot_of(office, aimed_at(typed.aimed[0]))), typed.text
    there = tuple(each for each in map(aimed_at, typed.aimed) if office.document(each))
    if typed.line == PastedLines.name:
        return PastedLines(office, kinds, typed.text.splitlines()), ""
    return _begun(typed.line, office, kinds, there), typed.text


def _begun(
    name: str, office: Office, kinds: Sequence[type[Record]], there: tuple[Aimed, ...]
) -> Line:
    if name == IssueLine.name:
        return IssueLine(office, there[0] if there else None)
    if name == LogLine.name:
        return LogLine(office)
    if name == EditLine.name and there:
        return EditLine(office, there[0])
    if name in (ChangeLine.name, SettleLine.name) and there:
        return ChangeLine(office, there)
    return AddLine(office, kinds)
