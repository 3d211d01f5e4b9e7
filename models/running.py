"""The day as it runs: scenes and events in time order, with the times nobody typed worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from models.named import NamedTuple
from models.text import natural
from models.when import LAST_MINUTE, as_minutes, clock


Document = Mapping[str, Any]

MINUTES_AN_EIGHTH = 15
"""About five pages in a ten-hour day, the feature habit; only used where no time is typed."""


class Item(NamedTuple):
    """One line of the running order; `start` and `length` in minutes, `worked_out` if not typed."""

    kind: str
    document: Document
    start: int | None
    length: int | None
    worked_out: bool


def running_order(
    call: object, scenes: Iterable[Document], events: Iterable[Document]
) -> tuple[Item, ...]:
    """Scenes and events of one day in time order, from the unit call on.

    A scene without a time follows the one before it, in order of its number; without a length
    it is given fifteen minutes an eighth. What is worked out is marked as such.
    """
    fixed = [
        _fixed(kind, each)
        for kind, group in (("event", events), ("scene", scenes))
        for each in group
    ]
    timed = sorted((item for item in fixed if item.start is not None), key=_by_time)
    loose = sorted((item for item in fixed if item.start is None), key=_by_number)
    clock_now = max(
        (_end(item) for item in timed if item.kind == "scene"),
        default=as_minutes(call),
    )
    return tuple(sorted([*timed, *_following(loose, clock_now)], key=_by_time))


def _fixed(kind: str, document: Document) -> Item:
    start, length = document.get("start"), document.get("length")
    pages = document.get("pages")
    estimate = max(pages, 1) * MINUTES_AN_EIGHTH if isinstance(pages, int) else None
    return Item(
        kind,
        document,
        as_minutes(start),
        length if isinstance(length, int) else estimate,
        worked_out=False,
    )


def _end(item: Item) -> int:
    return (item.start or 0) + (item.length or 0)


def _following(loose: list[Item], now: int | None) -> Iterable[Item]:
    for item in loose:
        if now is None or item.kind == "event" or now > LAST_MINUTE:
            yield item
        else:
            yield item._replace(start=now, worked_out=True)
            now += item.length or 0


def _by_time(item: Item) -> tuple[int, str, Any]:
    last = LAST_MINUTE + 1
    return (item.start if item.start is not None else last, item.kind, _by_number(item))


def _by_number(item: Item) -> Any:
    return natural(str(item.document.get("scene") or item.document.get("title") or ""))


def shown_time(item: Item) -> str:
    """When it begins, with a `~` before a time that was worked out."""
    if item.start is None:
        return ""
    return f"{'~' if item.worked_out else ''}{clock(item.start)}"
