"""A screen over the board: a title, something in the middle, its keys at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.widgets.footer import Footer
from tui.widgets.topline import TopLine


if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

Answer = TypeVar("Answer")


class Box(ModalScreen[Answer]):
    """A frame over the board, which stays visible around it where there is room."""

    DEFAULT_CSS = """
    Box {
        align: center middle;
        background: transparent;
        &:ansi { background: transparent; }
    }
    Box > Vertical {
        width: 100%;
        max-width: 96;
        height: 90%;
        border: round $foreground;
        padding: 0 1;
        background: $background;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("?", "keys", show=False, id="help"),
    ]

    def __init__(self, title: str, hints: Sequence[tuple[str, str, bool, str]]) -> None:
        super().__init__()
        self.title_line, self.footer = TopLine(), Footer()
        self.title_line.set_segments([(title, "head", 0)])
        self.footer.set_hints(hints)

    def compose(self) -> ComposeResult:
        """The title, the body and the keys."""
        with Vertical():
            yield self.title_line
            yield from self.body()
            yield self.footer

    def body(self) -> Sequence[Widget]:
        """What stands between the title and the keys."""
        raise NotImplementedError

    def say(self, words: str, role: str = "strong") -> None:
        """Say a sentence where the keys stand, until the next key."""
        self.footer.say(words, role)

    def on_key(self) -> None:
        """Whatever was said has been read by now."""
        self.say("")

    def action_keys(self) -> None:
        """Say all keys, until the next one."""
        self.footer.say_keys()

    def action_close(self) -> None:
        """Go back to the board with nothing chosen."""
        self.dismiss(None)
