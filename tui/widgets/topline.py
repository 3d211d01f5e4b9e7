"""The line at the top: the production, its day, and what needs somebody's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.named import NamedTuple
from tui.widgets.fitting import Part, fitted
from tui.widgets.ink import PLAIN
from tui.widgets.painted import Painted


if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.widgets.line import Line


class Segment(NamedTuple):
    """Some words, their role, and how early they go when it gets narrow; 0 stays."""

    text: str
    role: str = PLAIN
    priority: int = 0


class TopLine(Painted):
    """One line of segments. The important ones stay when it gets narrow."""

    DEFAULT_CSS = """
    TopLine { height: 1; width: 1fr; }
    """

    _segments: tuple[Segment, ...] = ()

    def set_segments(self, segments: Sequence[tuple[str, str, int]]) -> None:
        """Show these (text, role, priority); empty texts are left out."""
        before = self._segments
        self._segments = tuple(Segment(*segment) for segment in segments if segment[0])
        if self._segments != before:
            self.paint()

    def drawn(self, width: int, height: int) -> tuple[Line]:
        """The one line."""
        parts = [Part(((each.text, each.role),), each.priority) for each in self._segments]
        return (fitted(parts, width),)
