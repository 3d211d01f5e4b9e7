"""A list of blocks, each a heading with a few lines under it; the cursor goes from block to block.

Only the blocks on screen are worked out, so a thousand of them open as fast as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.geometry import Offset

from models.measure import fit, shown, width_of, wrap
from models.named import NamedTuple
from tui.widgets.ink import PLAIN
from tui.widgets.line import line_of
from tui.widgets.moves import MOVES
from tui.widgets.painted import Painted


if TYPE_CHECKING:
    from tui.widgets.line import Line

INDENT = 2
GAP = 2
WIDEST_VALUE = 24
LEAST_BESIDE = 30
"""Cells the words beside a value need; with fewer they stand below it."""


class Item(NamedTuple):
    """A line of a block: the key that takes it, a value, and what there is to say of it."""

    key: str
    value: str
    said: str


class Block(NamedTuple):
    """A heading and the items under it."""

    heading: str
    items: tuple[Item, ...]


class Blocks(Painted, can_focus=True):
    """Blocks under one another, the one under the cursor with its heading in reverse video."""

    DEFAULT_CSS = """
    Blocks { height: 1fr; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = MOVES

    def __init__(self, empty: str) -> None:
        """Take the sentence that stands where there is no block."""
        super().__init__()
        self._empty = empty
        self._keys: tuple[str, ...] = ()
        self._block: Callable[[str], Block] = _none
        self._at = 0
        self._top = 0
        self._drawn: dict[tuple[str, int], tuple[Line, ...]] = {}

    @property
    def key(self) -> str:
        """The key of the block under the cursor; empty where there is none."""
        return self._keys[self._at] if self._keys else ""

    @property
    def place(self) -> tuple[int, int]:
        """The number of the block under the cursor, from 1, and how many there are."""
        return (self._at + 1 if self._keys else 0, len(self._keys))

    def set_blocks(self, keys: Sequence[str], block: Callable[[str], Block]) -> None:
        """Show these, each worked out when it is drawn.

        The cursor stays on its block; where that one is gone, on the one that came after it.
        """
        now = self.key
        self._keys, self._block = tuple(keys), block
        at = self._keys.index(now) if now in self._keys else self._at
        self._at = min(at, max(0, len(self._keys) - 1))
        self._drawn = {}
        self.paint()

    def point_at(self, key: str) -> None:
        """Go to the block with that key, if it is there."""
        if key in self._keys:
            self._go(self._keys.index(key))

    def action_move(self, steps: int) -> None:
        """Go some blocks on, or back."""
        self._go(self._at + steps)

    def action_page(self, pages: int) -> None:
        """Turn a screen of blocks."""
        if self._keys:
            step = max(1, self._ends(self._at, *self.content_size, pages))
            self._go(self._at + pages * step)

    def action_top(self) -> None:
        """Go to the first block."""
        self._go(0)

    def action_bottom(self) -> None:
        """Go to the last block."""
        self._go(len(self._keys) - 1)

    def _go(self, index: int) -> None:
        self._at = min(max(0, index), max(0, len(self._keys) - 1))
        self.paint()

    def drawn(self, width: int, height: int) -> Iterator[Line]:
        """The lines of the blocks on screen."""
        if not self._keys:
            yield from (line_of([(each, PLAIN)], width) for each in wrap(self._empty, width))
            return
        self._top = self._turned(width, height)
        line = 0
        for index in range(self._top, len(self._keys)):
            if line >= height:
                break
            heading, *rest = self._block_lines(index, width)
            if index == self._at:
                self._put_cursor(line)
                heading = line_of([(heading.text, "cursor")], width, "cursor")
            yield from (heading, *rest)
            line += 1 + len(rest)

    def _put_cursor(self, line: int) -> None:
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(0, line)

    def _turned(self, width: int, height: int) -> int:
        """The first block to show: another only where the cursor would be out of sight."""
        last = len(self._keys) - 1
        top = min(self._top, last)
        if self._at < top:
            top = self._at - self._ends(self._at, width, height, -1)
        elif self._ends(top, width, height, 1) < self._at - top:
            top = self._at
        return min(top, last - self._ends(last, width, height, -1))

    def _ends(self, index: int, width: int, height: int, step: int) -> int:
        """How many more blocks there is room for from one on, or back where `step` is -1."""
        count = 0
        left = height - len(self._block_lines(index, width)) + 1
        while 0 <= index + step * (count + 1) < len(self._keys):
            left -= len(self._block_lines(index + step * (count + 1), width))
            if left < 0:
                break
            count += 1
        return count

    def _block_lines(self, index: int, width: int) -> tuple[Line, ...]:
        key = self._keys[index]
        if (key, width) not in self._drawn:
            self._drawn[key, width] = tuple(_lines(self._block(key), width))
        return self._drawn[key, width]


def _none(_key: str) -> Block:
    return Block("", ())


def _lines(block: Block, width: int) -> Iterator[Line]:
    """Draw a block: its heading on one line, its items, and a blank line."""
    yield line_of([(shown(block.heading), "head")], width)
    values = max((width_of(shown(each.value)) for each in block.items), default=0)
    keys = max((len(each.key) for each in block.items), default=0)
    for each in block.items:
        yield from _item(each, keys, values, width)
    yield line_of((), width)


def _item(item: Item, keys: int, values: int, width: int) -> Iterator[Line]:
    before = " " * INDENT + fit(item.key, keys) + " " * GAP
    beside = width - len(before) - values - GAP
    if values <= WIDEST_VALUE and beside >= LEAST_BESIDE:
        value = fit(shown(item.value), values) + " " * GAP
        first, *more = wrap(shown(item.said), beside)
        yield line_of([(before, "strong"), (value, "strong"), (first, PLAIN)], width)
        under = " " * (width - beside)
        yield from (line_of([(under + each, PLAIN)], width) for each in more)
        return
    room = max(1, width - len(before))
    first, *more = wrap(shown(item.value), room)
    yield line_of([(before + first, "strong")], width)
    under = " " * len(before)
    yield from (line_of([(under + each, "strong")], width) for each in more)
    yield from (line_of([(under + each, PLAIN)], width) for each in wrap(shown(item.said), room))
