"""What the top line says: the production, its day, what is next, and what needs eyes."""

from __future__ import annotations

from collections.abc import Iterator

from tui.day_words import day_words, next_up, others, sun, title, unit_call, wrong
from tui.office import Office
from tui.widgets.topline import TopLine


Segment = tuple[str, str, int]

MORE_WRITERS = 7
"""The priority of the second of the other writers; the ones after it go sooner."""


class DayLine(TopLine):
    """The top line of an office's day."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office

    def on_mount(self) -> None:
        """Look at the clock when a minute begins; nothing is sent unless the line is another."""
        self._wait()

    def _wait(self) -> None:
        now = self.office.now()
        self.set_timer(60 - now.second - now.microsecond / 1e6, self._next_minute)

    def _next_minute(self) -> None:
        self.tell()
        self._wait()

    def tell(self) -> None:
        """Say how things are now."""
        self.set_segments(segments(self.office))


def segments(office: Office) -> tuple[Segment, ...]:
    """The top line as (text, role, priority): the greatest priority goes first when narrow.

    The title goes before what needs eyes: who looks knows which production it is.
    """
    return tuple(each for each in _segments(office) if each[0])


def _segments(office: Office) -> Iterator[Segment]:
    yield (title(office), "head", 2)
    yield (day_words(office), "strong", 0)
    yield (_with("call", unit_call(office)), "", 5)
    yield (_with("sun", sun(office)), "", 6)
    yield (_with("next", next_up(office)), "", 4)
    for each in wrong(office):
        words = f"{each.sign} {each.many} {each.words}" if each.many else ""
        yield (words, "alarm", 2 if each.sign == "~" else 1)
    for count, (name, heard) in enumerate(others(office)):
        yield (f"{name} {heard}", "label", MORE_WRITERS + count if count else 3)
    yield ("read-only" if office.production.readonly else "", "alarm", 1)


def _with(word: str, value: str) -> str:
    return f"{word} {value}" if value else ""
