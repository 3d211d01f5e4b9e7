"""A container that shows nothing of itself: what stands in it covers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget


if TYPE_CHECKING:
    from textual.geometry import Region


class Bare(Widget):
    """Blank lines, without Textual's way through borders and tints for each: a tenth of a layout.

    Put it behind the container it is mixed with.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The background, which is all there is."""
        blank = Strip.blank(crop.width, self.rich_style)
        for each in self.get_line_filters():
            blank = blank.apply_filter(each, self.background_colors[1])
        return [blank] * crop.height
