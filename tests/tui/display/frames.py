"""Frames as Textual writes them, made at random."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st


WIDTH, HEIGHT = 24, 5
STYLES = ("", "1", "2", "7", "4;35", "1;4;31;49", "39;49", "7;39;49", "38;5;9", "48;2;1;2;3", "53")
SINGLE = "ab  é…─"
ODD = ("日本", "e\u0301", "שלום", "กำ", "한", "😀")


class Drawn(NamedTuple):
    """A stretch of a line: where it begins and its runs of text, each in a style."""

    y: int
    x: int
    runs: tuple[tuple[str, str], ...]

    @property
    def odd(self) -> bool:
        return any(text in ODD for text, _ in self.runs)


def rendered(drawn: Drawn) -> str:
    """A stretch as Textual writes it."""
    runs = (f"\x1b[{style}m{text}\x1b[0m" if style else text for text, style in drawn.runs)
    return f"\x1b[{drawn.y + 1};{drawn.x + 1}H{''.join(runs)}"


def frame(stretches: list[Drawn], cursor: tuple[int, int]) -> str:
    lines = "\n".join(rendered(each) for each in sorted(stretches))
    return f"{lines}\x1b[{cursor[0] + 1};{cursor[1] + 1}H"


cursors = st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1))
_styles = st.sampled_from(STYLES)
_single = st.tuples(st.text(SINGLE, min_size=1, max_size=6), _styles)
_odd = st.tuples(st.sampled_from(ODD), _styles)


@st.composite
def plain_stretches(draw: st.DrawFn) -> Drawn:
    """A few runs anywhere, of characters that take one cell each."""
    runs = draw(st.lists(_single, min_size=1, max_size=3))
    room = WIDTH - sum(len(text) for text, _ in runs)
    return Drawn(draw(st.integers(0, HEIGHT - 1)), draw(st.integers(0, room)), tuple(runs))


@st.composite
def whole_lines(draw: st.DrawFn) -> Drawn:
    """A whole line of any characters: Textual never cuts one in two."""
    runs, left = [], WIDTH
    for text, style in draw(st.lists(st.one_of(_single, _odd), max_size=4)):
        width = 2 * len(text) if text in {"日本", "한", "😀"} else len(text)
        width -= sum(mark == "\u0301" for mark in text)
        if width <= left:
            runs.append((text, style))
            left -= width
    blanks = [(" " * left, draw(_styles))] if left else []
    return Drawn(draw(st.integers(0, HEIGHT - 1)), 0, (*runs, *blanks))


def frames(stretches: st.SearchStrategy[Drawn]) -> st.SearchStrategy[str]:
    """Frames of some stretches of different lines."""
    lists = st.lists(stretches, max_size=4, unique_by=lambda each: each.y)
    return st.builds(frame, lists, cursors)
