"""The least a Textual app can be: one line of text, which is the last key pressed.

Run as a program. It is what Textual alone costs, and what the board is measured against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.widgets import Static


if TYPE_CHECKING:
    from textual.events import Key

READY = "an empty Textual app"


class EmptyApp(App[None]):
    """Shows a sentence, then each key."""

    def compose(self) -> ComposeResult:
        yield Static(READY, markup=False)

    def on_key(self, event: Key) -> None:
        self.query_one(Static).update(f"{event.key} was pressed")


if __name__ == "__main__":
    EmptyApp().run(mouse=False)
