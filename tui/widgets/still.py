"""A widget that fills the place it is given and never scrolls.

Textual lays the whole screen out again, and sends all of it again, when the inside of any widget
gets another size, for the scroll bars that may then come or go. Ours have none: on a slow link
that second screen is a second of waiting at every line that is opened.
"""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class Still(Widget):
    """The base of widgets without scroll bars; put it behind a container it is mixed with."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
