"""A widget whose lines are values: only what differs from the lines on screen is sent again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.events import DescendantBlur, DescendantFocus
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.ink import inks_of, style
from tui.widgets.line import changed_cells, line_of
from tui.widgets.still import Still


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual import events

    from tui.widgets.line import Line


class Painted(Still):
    """The base of the board's widgets. A subclass says its lines in `drawn` and calls `paint`.

    Nothing is read as markup, nothing scrolls by itself, nothing repaints by itself.
    """

    DEFAULT_CSS = """
    Painted { background: $background; color: $foreground; }
    """

    _lines: tuple[Line, ...] = ()
    _base: Style | None = None
    _waits = False

    def drawn(self, width: int, height: int) -> Iterable[Line]:
        """The lines from the top, each `width` cells wide; missing ones are blank."""
        raise NotImplementedError

    def wait(self) -> None:
        """Draw no sooner than the screen asks: it is about to give the widget another size."""
        self._waits = True

    def paint(self) -> None:
        """Draw again and send what changed; while the widget has no size, once it has one."""
        width, height = self.content_size
        if not (width and height):
            self._lines = ()  # it may come back at the very size they were drawn for
            return
        if self._waits:
            self._lines = ()
            self.refresh()
            return
        before, self._lines = self._lines, self._filled(width, height)
        if len(before) != height:
            self.refresh()
        elif regions := _regions(before, self._lines):
            self.refresh(*regions)

    def _filled(self, width: int, height: int) -> tuple[Line, ...]:
        lines = tuple(self.drawn(width, height))[:height]
        return lines + (line_of((), width),) * (height - len(lines))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region.

        Textual works a style out from all ancestors: once is enough. Its way through borders,
        paddings and tints, line by line, is left out where there is nothing around the lines.
        """
        self._base = _spared(self.rich_style)
        try:
            if self.content_size != self.size:
                return super().render_lines(crop)
            strips = [self.render_line(y) for y in crop.line_range]
        finally:
            self._base = None
        for each in self.get_line_filters():
            strips = [strip.apply_filter(each, self.background_colors[1]) for strip in strips]
        if crop.column_span == (0, self.size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """The line at `y` as Textual wants it."""
        width, height = self.content_size
        if not self._fits(width, height):
            # The screen asks for another size before it tells of it.
            self._waits = False
            self._lines = self._filled(width, height)
        base = self._base or _spared(self.rich_style)
        if y >= len(self._lines):
            return Strip.blank(self.content_size.width, base)
        line, inks = self._lines[y], inks_of(self.app.theme)
        runs = [Segment(text, base + style(role, inks)) for text, role in line.runs]
        return Strip(runs, line.width)

    def on_resize(self, _event: events.Resize) -> None:
        """Draw for the new size, unless the screen has asked for it already."""
        if not self._fits(*self.content_size):
            self.paint()

    def _fits(self, width: int, height: int) -> bool:
        """Whether the lines there are were drawn for this size."""
        return len(self._lines) == height and not (height and self._lines[0].width != width)

    def on_focus(self, event: events.Focus) -> None:
        """The keys go here now. Textual's own way would send all of the widget again."""
        event.prevent_default()
        self.has_focus = True
        if self.parent is not None:
            self.parent.post_message(DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """The keys go elsewhere."""
        event.prevent_default()
        self.has_focus = False
        if self.parent is not None:
            self.parent.post_message(DescendantBlur(self))

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Show whether the keys go here; no style hangs on that, so none is looked for."""
        self.paint()


def _spared(base: Style) -> Style:
    """Leave out the terminal's own colours: naming them would cost twelve bytes a run."""
    plain = base.color and base.color.is_default and base.bgcolor and base.bgcolor.is_default
    return base.without_color if plain else base


def _regions(before: Sequence[Line], after: Sequence[Line]) -> list[Region]:
    cells = [changed_cells(old, new) for old, new in zip(before, after, strict=True)]
    return [Region(0, y, count, 1) for y, count in enumerate(cells) if count]
