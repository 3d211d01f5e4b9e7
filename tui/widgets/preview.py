"""The lines under the entry line: what it means, what is wrong with it, what Tab would take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.measure import cut, shown, width_of, wrap
from models.named import NamedTuple
from tui.widgets.ink import PLAIN
from tui.widgets.line import line_of
from tui.widgets.painted import Painted


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.widgets.line import Line, Piece

BETWEEN = "  "


class Problem(NamedTuple):
    """A sentence about some characters of the line; with `doubt` it can still be saved.

    A `start` less than 0 stands for the whole line.
    """

    start: int
    end: int
    words: str
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How a line was understood.

    Attributes:
        text: the line itself.
        meaning: (label, value) of each field, as it will be saved.
        problems: what is not understood or would clash, the most important first.
        completions: what could stand at the cursor; Tab takes the one at `next`.
        next: the place in `completions` of the one Tab takes.
    """

    text: str = ""
    meaning: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    completions: tuple[str, ...] = ()
    next: int = 0


class Preview(Painted):
    """A few lines of fixed number, so that nothing on the board moves while somebody types.

    Where there is too much, the completions stay and at least one line of the meaning.
    """

    DEFAULT_CSS = """
    Preview { height: 4; width: 1fr; }
    """

    _reading = Reading()
    _indent = 0

    def show(self, reading: Reading, indent: int = 0) -> None:
        """Show a reading of the line, whose first character stands `indent` cells from the left."""
        self._reading, self._indent = reading, indent
        self.paint()

    def drawn(self, width: int, height: int) -> Iterator[Line]:
        """Problems right under the line they point at, then the meaning, then completions."""
        reading = self._reading
        below = [_completions(reading, width)] if reading.completions else []
        meaning = list(_meaning(reading.meaning, width))
        room = max(0, height - len(below) - min(1, len(meaning)))
        above = list(_problems(reading, self._indent, width))[:room]
        said = [*above, *meaning][: height - len(below)]
        yield from said
        # The completions keep their place at the bottom while somebody types.
        yield from [line_of((), width)] * (height - len(said) - len(below))
        yield from below


def _problems(reading: Reading, indent: int, width: int) -> Iterator[Line]:
    """Draw each problem as carets under its characters with the sentence beside or below."""
    for problem in reading.problems:
        role = "doubt" if problem.doubt else "alarm"
        if problem.start < 0:
            yield from (
                line_of([(line, role)], width) for line in wrap(shown(problem.words), width)
            )
            continue
        left = min(max(0, indent + width_of(reading.text[: problem.start])), width - 1)
        under = width_of(reading.text[problem.start : problem.end])
        carets = "^" * max(1, min(under, width - left))
        room = width - left - len(carets) - 1
        words = shown(problem.words)
        if width_of(words) <= room:
            yield line_of([(" " * left, PLAIN), (carets, role), (f" {words}", role)], width)
        elif width_of(words) < left:
            before = " " * (left - 1 - width_of(words))
            yield line_of([(f"{before}{words} ", role), (carets, role)], width)
        else:
            yield line_of([(" " * left, PLAIN), (carets, role)], width)
            yield from (line_of([(line, role)], width) for line in wrap(words, width))


def _meaning(pairs: Sequence[tuple[str, str]], width: int) -> Iterator[Line]:
    """Draw `label value` pairs, as many in a line as fit; a long value runs over more lines."""
    line: list[Piece] = []
    left = width
    for label, value in pairs:
        pieces = [(f"{label} ", "label"), (shown(value), "strong")]
        taken = sum(width_of(text) for text, _ in pieces)
        if line and taken + len(BETWEEN) > left:
            yield line_of(line, width)
            line, left = [], width
        if taken > width:
            *whole, last = wrap(f"{label} {shown(value)}", width)
            yield from (line_of([(each, "strong")], width) for each in whole)
            pieces, taken = [(last, "strong")], width_of(last)
        line += [(BETWEEN, PLAIN), *pieces] if line else pieces
        left = width - sum(width_of(text) for text, _ in line)
    if line:
        yield line_of(line, width)


def _completions(reading: Reading, width: int) -> Line:
    """Draw the row of completions, the one Tab takes in reverse video, and always on screen."""
    pieces: list[Piece] = [("Tab ", "label")]
    at = min(max(0, reading.next), len(reading.completions) - 1)
    for each, words in enumerate(reading.completions[at:]):
        pieces.append((cut(f" {shown(words)} ", max(1, width - 4)), PLAIN if each else "cursor"))
    return line_of(pieces, width)
