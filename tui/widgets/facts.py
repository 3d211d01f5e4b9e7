"""A list of `label: value` lines, of any length, with a cursor that goes from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message

from models.measure import fit, shown, width_of, wrap
from models.named import NamedTuple
from tui.widgets.ink import PLAIN
from tui.widgets.line import line_of
from tui.widgets.moves import MOVES
from tui.widgets.painted import Painted
from tui.widgets.window import Window


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.widgets.line import Line, Piece

WIDEST_LABEL = 18


class Fact(NamedTuple):
    """A line to read; without a label it is a sentence, and in the role `head` a heading.

    `key` names what can be opened with Enter, such as a field; empty where nothing can.
    """

    label: str
    value: str
    key: str = ""
    role: str = PLAIN

    @property
    def stops(self) -> bool:
        """Whether the cursor stops here; it passes headings and blank lines."""
        return bool(self.value) and self.role != "head"


class Facts(Painted, can_focus=True):
    """The facts of a record under one another, each as high as its value needs."""

    DEFAULT_CSS = """
    Facts { height: 1fr; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        Binding("enter,e", "open_fact", show=False),
    ]

    @dataclass
    class Opened(Message):
        """Enter was pressed on a fact; `key` is empty where it has none."""

        facts: Facts
        key: str

    def __init__(self, facts: Sequence[Fact] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._facts = tuple(facts)
        self._at = next((at for at, fact in enumerate(self._facts) if fact.key), 0)
        self._window = Window()
        self._starts: tuple[int, ...] = ()

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        return self._facts[self._at] if self._facts else None

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts; the cursor stays on the one with the same key and label."""
        now = self.fact
        self._facts = tuple(facts)
        same = [
            index
            for index, fact in enumerate(self._facts)
            if now and (fact.key, fact.label) == (now.key, now.label)
        ]
        self._at = min(same, key=lambda index: abs(index - self._at), default=0)
        self.paint()

    def action_move(self, steps: int) -> None:
        """Go to the next fact, or the one before where `steps` is -1."""
        self._go(self._at + steps, steps)

    def action_top(self) -> None:
        """Go to the first fact."""
        self._go(0, 1)

    def action_bottom(self) -> None:
        """Go to the last fact."""
        self._go(len(self._facts) - 1, -1)

    def action_page(self, pages: int) -> None:
        """Turn whole screens; the cursor goes to the first fact that begins there."""
        line = self._window.paged(pages).cursor
        later = (at for at, start in enumerate(self._starts) if start >= line)
        self._go(next(later, len(self._facts) - 1), pages)

    def action_open_fact(self) -> None:
        """Say that the fact under the cursor is asked for."""
        if self.fact:
            self.post_message(self.Opened(self, self.fact.key))

    def drawn(self, width: int, height: int) -> Iterator[Line]:
        """The lines of the facts on screen."""
        labels = min(WIDEST_LABEL, max((width_of(shown(f.label)) for f in self._facts), default=0))
        lines: list[Line] = []
        starts: list[int] = []
        for index, fact in enumerate(self._facts):
            starts.append(len(lines))
            lines += _lines(fact, labels, width, cursor=index == self._at)
        self._starts = tuple(starts)
        self._show(len(lines), height)
        yield from lines[self._window.top : self._window.top + height]

    def _show(self, total: int, height: int) -> None:
        """Turn the window so that the fact under the cursor is seen whole, or at least begins."""
        ends = (*(start - 1 for start in self._starts[1:]), total - 1)
        window = self._window.resized(height)
        window = window.refilled(total, window.cursor)
        if self._facts:
            window = window.at(ends[self._at]).at(self._starts[self._at])
        self._window = window
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(0, window.line)

    def _go(self, index: int, step: int) -> None:
        """Go to a fact; past what is no stop in the direction of `step`, or stay."""
        if not self._facts:
            return
        index = min(max(0, index), len(self._facts) - 1)
        ways = (range(index, len(self._facts)), range(index, -1, -1))
        towards = ways[step < 0]
        self._at = next((at for at in towards if self._facts[at].stops), self._at)
        self.paint()


def _lines(fact: Fact, labels: int, width: int, *, cursor: bool) -> Iterator[Line]:
    """Draw a fact: its label, its value beside it, more lines of it below."""
    beside = f"{fit(shown(fact.label), labels)} " if fact.label else ""
    first, *more = wrap(shown(fact.value), max(1, width - len(beside)))
    pieces: list[Piece] = [(beside, "label"), (first, fact.role)]
    if cursor:
        yield line_of([(text, "cursor") for text, _ in pieces], width, "cursor")
    else:
        yield line_of(pieces, width)
    yield from (line_of([(" " * len(beside), PLAIN), (each, fact.role)], width) for each in more)
