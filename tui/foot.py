"""The foot of the board: the line being typed, and what is said about it while it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message

from models.errors import CallboardError
from store.halftyped import HalfTyped
from tui.panes.rows import key_of
from tui.widgets.bare import Bare
from tui.widgets.entryline import (
    CompletionWanted,
    EntryLine,
    LineChanged,
    LineDone,
    LineLeft,
    LinesPasted,
)
from tui.widgets.preview import Preview, Problem
from tui.widgets.still import Still


if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.lines import Line, Look


WHOLE, BARE = 5, 1
"""Lines of the foot with the preview, and without."""


class Foot(Vertical, Bare, Still):
    """The entry line and the preview under it; not there while nothing is typed."""

    DEFAULT_CSS = """
    Foot { height: 5; max-height: 50%; width: 1fr; display: none; }
    """

    @dataclass
    class Saved(Message):
        """The line was done; what there is to say about it."""

        line: Line
        text: str
        words: str

    @dataclass
    class Left(Message):
        """The line was given up; how to have it back, empty where it says nothing new."""

        words: str

    def __init__(self) -> None:
        super().__init__()
        self.entry, self.preview = EntryLine(), Preview()
        self.line: Line | None = None
        self.look: Look | None = None
        self.earlier: dict[str, list[str]] = {}
        self.text = ""
        self._began = ""
        self._turn: tuple[int, str, int] | None = None

    def compose(self) -> ComposeResult:
        """The line over its preview."""
        yield self.entry
        yield self.preview

    def open(self, line: Line, text: str = "") -> None:
        """Begin a line."""
        self.line = line
        self._began = text
        self._turn = None
        # Not by classes: for those Textual goes through its style sheet for all that is inside.
        self.styles.height = BARE if line.bare else WHOLE
        self.display = True
        self.entry.start(line.prompt, text, self.earlier.get(line.name, ()))
        self._show(text, len(text))

    def look_again(self) -> None:
        """Say anew what the line means; something it names has changed."""
        if self.line:
            self._show(self.entry.text, self.entry.cursor)

    def _show(self, text: str, cursor: int) -> None:
        if self.line is None:
            return
        self.text = text
        self.look = self.line.look(text, cursor)
        self.entry.set_spans(text, self.look.spans)
        self.preview.show(self.look.reading, self.entry.indent)

    @on(LineChanged)
    def _changed(self, event: LineChanged) -> None:
        event.stop()
        self._show(event.text, event.cursor)

    @on(CompletionWanted)
    def _complete(self, event: CompletionWanted) -> None:
        """Put in the first completion; at the next Tab the one after it, in its place."""
        event.stop()
        if self._turn and self._turn[1] == event.text and len(self._offered) > 1:
            start, _, at = self._turn
            offered = self._offered
            at = (at + event.step) % len(offered)
            end = event.cursor
        elif self.look and self.look.completions:
            offered = self._offered = [each.text for each in self.look.completions]
            start, end, at = self.look.completions[0].start, self.look.completions[0].end, 0
        else:
            return
        self.entry.replace(start, end, offered[at])
        self._turn = (start, self.entry.text, at)

    _offered: list[str]

    @on(LinesPasted)
    def _pasted(self, event: LinesPasted) -> None:
        event.stop()
        from tui.lines import AddLine, PastedLines  # whatever may be typed, loaded once it is

        if isinstance(self.line, AddLine):
            if event.text.strip():
                self.earlier.setdefault(self.line.name, []).append(event.text)
            self.open(PastedLines(self.line.office, self.line.kinds, event.lines))
        else:
            self._refuse("Several lines can be pasted where records are added: press a first.")

    @on(LineDone)
    def _done(self, event: LineDone) -> None:
        event.stop()
        if self.line is None:
            return
        if not event.text.strip() and not self.line.may_be_empty:
            self._leave_it()
            return
        try:
            words = self.line.done(event.text)
        except CallboardError as error:
            self._refuse(str(error))
            return
        line = self.line
        self._close()
        self.post_message(self.Saved(line, event.text, words))

    def _refuse(self, words: str) -> None:
        """Say why Enter did nothing; the line stays as it is."""
        if self.line is None:
            return
        self.look = self.line.look(self.entry.text, self.entry.cursor, entered=True)
        shown = self.look.reading
        at = next((each for each in shown.problems if words.startswith(each.words)), None)
        others = tuple(each for each in shown.problems if each is not at)
        first = at._replace(words=words) if at else Problem(-1, -1, words)
        reading = replace(shown, problems=(first, *others))
        self.preview.show(reading, self.entry.indent)

    @on(LineLeft)
    def _leave(self, event: LineLeft) -> None:
        event.stop()
        self._leave_it()

    def _leave_it(self) -> None:
        words = ""
        if self.line:
            self.line.left()
            if self.line.key and self.entry.text.strip() not in ("", self._began.strip()):
                words = f"Not saved. {self.line.key} and then ↑ bring the line back."
        self._close()
        self.post_message(self.Left(words))

    def _close(self) -> None:
        text, line = self.entry.text, self.line
        if line and line.key and text.strip():
            self.earlier.setdefault(line.name, []).append(text)
        self.line = None
        self.entry.clear()
        self.display = False

    def half_typed(self, pane: str) -> HalfTyped | None:
        """What is being typed now, to be kept if the board ends."""
        text = self.line.kept(self.text) if self.line else ""
        if not self.line or not text:
            return None
        aimed, seen = tuple(map(key_of, self.line.aimed)), dict(self.line.base.numbers)
        return HalfTyped(self.line.name, pane, aimed, text, seen)
