"""An app with nothing but the widgets under test, which writes down what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.geometry import Region

from tui.widgets.entryline import CompletionWanted, LineChanged, LineDone, LineLeft, LinesPasted
from tui.widgets.facts import Facts
from tui.widgets.grid import Grid


if TYPE_CHECKING:
    import pytest
    from textual.app import ComposeResult
    from textual.message import Message
    from textual.widget import Widget

SAID = (
    CompletionWanted,
    Facts.Opened,
    Grid.RowOpened,
    Grid.RowPointed,
    LineChanged,
    LineDone,
    LineLeft,
    LinesPasted,
)


class Stage(App[None]):
    """Shows the widgets under one another."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self.theme = "ansi-dark"
        self.cast = widgets
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield from self.cast

    async def _on_message(self, message: Message) -> None:
        if isinstance(message, SAID):
            self.said.append(message)
        await super()._on_message(message)

    def heard(self, kind: type[Message]) -> list[Message]:
        """What the widgets said of one kind, in order."""
        return [message for message in self.said if isinstance(message, kind)]


def screen_text(app: App[None]) -> list[str]:
    """The characters on screen, line by line, without the blanks at their ends."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def sent_by(widget: Widget, monkeypatch: pytest.MonkeyPatch) -> list[Region]:
    """The regions the widget sends again from now on; one that is empty stands for all of it."""
    regions: list[Region] = []

    def refresh(*dirty: Region, **_options: bool) -> Widget:
        regions.extend(dirty or [Region()])
        return widget

    monkeypatch.setattr(widget, "refresh", refresh)
    return regions
