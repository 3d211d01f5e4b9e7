"""The day as it runs: its strips in their order, with the times nobody typed worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from models.named import NamedTuple
from models.places import is_parked, is_placed, place
from models.text import natural
from models.when import LAST_MINUTE, as_minutes, clock


Document = Mapping[str, Any]

MINUTES_AN_EIGHTH = 15
"""About five pages in a ten-hour day, the feature habit; only used where no time is typed."""

OF_THE_UNIT = frozenset({"banner", "meal", "move"})
"""The events the whole unit stops for; all others go on beside the scenes."""


class Item(NamedTuple):
    """One line of the running order; `start` and `length` in minutes, `worked_out` if not typed."""

    kind: str
    document: Document
    start: int | None
    length: int | None
    worked_out: bool

    @property
    def end(self) -> int | None:
        """When it is over; None without a start."""
        return None if self.start is None else self.start + (self.length or 0)

    @property
    def counts(self) -> bool:
        """Whether it takes the unit's time and pages: what is omitted or parked does neither."""
        return self.document.get("state") != "omitted" and not is_parked(self.document)


def running_order(
    call: object, scenes: Iterable[Document], events: Iterable[Document]
) -> tuple[Item, ...]:
    """Scenes and events of one day in the order they run in, from the unit call on.

    Strips stand as they were placed; those nobody placed by time, then by number. One without a
    time begins where the one before it ends; without a length, a scene is given fifteen minutes
    an eighth. Events nobody placed stand where their time is, and what the unit stops for (a
    meal, a move, a banner) is added to whatever it interrupts.
    """
    happening = [_item("event", each) for each in events]
    strips = [_item("scene", each) for each in scenes]
    strips += [each for each in happening if is_placed(each.document)]
    beside = [each for each in happening if not is_placed(each.document)]
    timed = sorted((each for each in beside if each.start is not None), key=_by_time)
    loose = sorted((each for each in beside if each.start is None), key=_by_title)
    strips.sort(key=lambda each: place(each.document))
    return (*_running(as_minutes(call), strips, timed), *loose)


def _item(kind: str, document: Document) -> Item:
    item = Item(kind, document, as_minutes(document.get("start")), None, worked_out=False)
    return item._replace(length=_length(item))


def _length(item: Item) -> int | None:
    length, pages = item.document.get("length"), item.document.get("pages")
    if not item.counts:
        return None
    if isinstance(length, int):
        return length
    return max(pages, 1) * MINUTES_AN_EIGHTH if isinstance(pages, int) else None


def _running(now: int | None, strips: list[Item], timed: list[Item]) -> Iterator[Item]:
    """The strips one behind the other, what has its own time wherever the day has come to it."""
    waiting = list(timed)
    for strip in strips:
        last = now is None and strip.start is None and not is_placed(strip.document)
        while waiting and (last or _is_due(waiting[0], strip, now)):
            now = _after(waiting[0], now)
            yield waiting.pop(0)
        placed = _begun(strip, now)
        yield placed
        if placed.start is not None:
            now = _over(placed, now, waiting)
    yield from waiting


def _is_due(event: Item, strip: Item, now: int | None) -> bool:
    at = strip.start if strip.start is not None else now
    return at is not None and (event.start or 0) <= at


def _after(event: Item, now: int | None) -> int | None:
    """When the unit goes on after an event: at once where it does not stop for it."""
    if now is None or event.document.get("type") not in OF_THE_UNIT:
        return now
    return max(now, event.end or 0)


def _begun(strip: Item, now: int | None) -> Item:
    if strip.start is not None or now is None or now > LAST_MINUTE:
        return strip
    return strip._replace(start=now, worked_out=True)


def _over(strip: Item, now: int | None, waiting: list[Item]) -> int:
    """When a strip is over, the unit's own events that fall into it added."""
    end = max(strip.end or 0, now or 0)
    for event in waiting:
        if event.document.get("type") in OF_THE_UNIT and (event.start or 0) < end:
            end += event.length or 0
    return end


def _by_time(item: Item) -> tuple[int, Any]:
    return (item.start or 0, _by_title(item))


def _by_title(item: Item) -> Any:
    return natural(str(item.document.get("title") or ""))


def shown_time(item: Item) -> str:
    """When it begins, with a `~` before a time that was worked out."""
    if item.start is None:
        return ""
    return f"{'~' if item.worked_out else ''}{clock(item.start)}"
