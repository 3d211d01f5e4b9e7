"""The line everything is typed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.highlighter import Highlighter
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message

from models.measure import shown, width_of
from models.named import NamedTuple
from models.text import clean
from tui.widgets.bare import Bare
from tui.widgets.earlier import Earlier
from tui.widgets.ink import STYLES, inks_of, style
from tui.widgets.line import line_of
from tui.widgets.lineeditor import LineEditor
from tui.widgets.painted import Painted
from tui.widgets.still import Still


if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text
    from textual.app import ComposeResult

    from tui.widgets.ink import Inks
    from tui.widgets.line import Line


class Span(NamedTuple):
    """Characters of the line and what they were understood as: field word title wrong doubt."""

    start: int
    end: int
    role: str


@dataclass
class LineChanged(Message):
    """The text or the cursor in it is another; `cursor` counts characters."""

    text: str
    cursor: int

    def can_replace(self, message: Message) -> bool:
        """Of several that wait only the last one counts."""
        return isinstance(message, LineChanged)


@dataclass
class LineDone(Message):
    """Enter was pressed. The text stays in the line until it is taken out."""

    text: str


@dataclass
class LineLeft(Message):
    """Esc was pressed. The text stays in the line until it is taken out."""

    text: str


@dataclass
class CompletionWanted(Message):
    """Tab was pressed, or shift+Tab where `step` is -1."""

    text: str
    cursor: int
    step: int


@dataclass
class LinesPasted(Message):
    """Several lines were pasted at once; none is blank, and the line itself is as it was."""

    lines: tuple[str, ...]
    text: str


class Spans(Highlighter):
    """Draws the parts of one text in their roles, and any other text plain."""

    def __init__(
        self, of: str = "", spans: Sequence[tuple[int, int, str]] = (), inks: Inks = STYLES
    ) -> None:
        self.of = of
        self.inks = inks
        self.spans = tuple(Span(*span) for span in spans)

    def highlight(self, text: Text) -> None:
        """Add the styles, if this is the text the spans were made for."""
        if text.plain == self.of:
            for start, end, role in self.spans:
                shown = "unsure" if role == "doubt" else role
                text.stylize(style(shown, self.inks), start, end)


class EntryEditor(LineEditor):
    """The editable part of the entry line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("tab", "complete(1)", show=False),
        Binding("shift+tab", "complete(-1)", show=False),
        Binding("escape", "leave", show=False),
    ]

    earlier = Earlier()

    def action_walk(self, steps: int) -> None:
        """Show an earlier line, or a later one."""
        self.earlier = self.earlier.walked(self.value, steps)
        self.set_text(self.earlier.text)

    def action_complete(self, step: int) -> None:
        """Ask for the completion at the cursor."""
        self.post_message(CompletionWanted(self.value, self.cursor_position, step))

    def action_leave(self) -> None:
        """Say that the line is left."""
        self.post_message(LineLeft(self.value))

    async def action_submit(self) -> None:
        """Say that the line is done."""
        self.post_message(LineDone(self.value))

    def set_text(self, text: str) -> None:
        """Replace the whole text, the cursor behind it; what no terminal may see becomes a dot."""
        self.value = clean(text)
        self.cursor_position = len(self.value)

    def pasted(self, lines: tuple[str, ...]) -> None:
        """Insert one line; more than one is for the board to read one by one."""
        if len(lines) > 1:
            self.post_message(LinesPasted(lines, self.value))
        else:
            super().pasted(lines)

    def watch_value(self) -> None:
        """Tell that the text is another."""
        self.post_message(LineChanged(self.value, self.cursor_position))

    def watch_selection(self) -> None:
        """Tell that the cursor is elsewhere."""
        self.post_message(LineChanged(self.value, self.cursor_position))


class Prompt(Painted):
    """The words in front of the line."""

    DEFAULT_CSS = """
    Prompt { height: 1; width: 0; }
    """

    words = ""

    def set_words(self, words: str) -> None:
        """Show these words and a colon."""
        self.words = f"{words}: " if words else ""
        self.styles.width = width_of(shown(self.words))
        self.paint()

    def drawn(self, width: int, height: int) -> tuple[Line]:
        """The one line."""
        return (line_of([(self.words, "head")], width),)


class EntryLine(Horizontal, Bare, Still):
    """A prompt and the line after it. What is typed is never changed or dropped by the widget."""

    DEFAULT_CSS = """
    EntryLine { height: 1; width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.prompt, self.editor = Prompt(), EntryEditor()

    def compose(self) -> ComposeResult:
        """The two parts; the editor has the focus while somebody types."""
        yield self.prompt
        yield self.editor

    @property
    def text(self) -> str:
        """What is typed."""
        return self.editor.value

    @property
    def cursor(self) -> int:
        """How many characters are left of the cursor."""
        return self.editor.cursor_position

    @property
    def indent(self) -> int:
        """The cells left of the first character; less than 0 where the line has scrolled."""
        prompt = width_of(shown(self.prompt.words))
        return prompt - self.editor.scroll_offset.x

    def start(self, prompt: str, text: str = "", earlier: Sequence[str] = ()) -> None:
        """Take the focus with another prompt, a text to begin with, and lines to walk back to."""
        self.prompt.set_words(prompt)
        self.editor.earlier = Earlier.before(earlier)
        self.editor.set_text(text)
        self.screen.set_focus(self.editor, scroll_visible=False)

    def clear(self) -> None:
        """Empty the line, after what was in it has been saved or kept elsewhere."""
        self.editor.set_text("")

    def replace(self, start: int, end: int, text: str) -> None:
        """Put text in the place of some characters, the cursor behind it: a completion."""
        self.editor.replace(clean(text), start, end)

    def set_spans(self, text: str, spans: Sequence[tuple[int, int, str]]) -> None:
        """Show how `text` was understood; nothing where the line has changed meanwhile."""
        self.editor.highlighter = Spans(text, spans, inks_of(self.app.theme))
        self.editor.refresh()
