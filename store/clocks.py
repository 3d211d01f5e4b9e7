"""Clocks that are off are said and never trusted: what shows that one is, and whose."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from models.named import NamedTuple
from store.fault import Fault


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from store.seen import Seen

TOLERANCE = timedelta(minutes=10)


class LastChange(NamedTuple):
    """A writer's last change: its number, what it had seen, its time and the latest before it."""

    writer: str
    n: int
    seen: Seen
    at: datetime
    latest: datetime


def moment(at: str) -> datetime | None:
    """The time a change bears; None where it is none that can be compared."""
    try:
        found = datetime.fromisoformat(at)
    except (ValueError, TypeError):
        return None
    return None if found.tzinfo is None else found


def wrong_clocks(lasts: Sequence[LastChange], me: str, now: datetime) -> list[Fault]:
    """A fault for each clock that is off: this machine's, those ahead, those behind."""
    ahead = [last for last in lasts if last.at - now > TOLERANCE]
    others = [last for last in lasts if last.writer != me]
    own = [last for last in ahead if last.writer == me]
    if own or (len(others) > 1 and all(other in ahead for other in others)):
        later = max((own or ahead), key=lambda last: last.at)
        return [_this_machines(later, me, now)]
    found = [_ahead(last, now) for last in ahead]
    return found + list(_behind([last for last in lasts if last not in ahead], now))


def _this_machines(later: LastChange, me: str, now: datetime) -> Fault:
    saved = "your own last change" if later.writer == me else "every other writer's last change"
    words = (
        f"The clock of this machine is behind, or was ahead: it says {_shown(now)}, "
        f"and {saved} is from {_shown(later.at)}. Set it right; nothing is lost by it."
    )
    return Fault(me, "", words)


def _ahead(last: LastChange, now: datetime) -> Fault:
    words = (
        f"The clock of {last.writer} is ahead: its last change says {_shown(last.at)}, "
        f"and here it is {_shown(now)}."
    )
    return Fault(last.writer, "", words)


def _behind(lasts: Sequence[LastChange], now: datetime) -> Iterator[Fault]:
    """Clocks that went back, or that say less than a change that had been seen."""
    for last in lasts:
        known = [
            other.at
            for other in lasts
            if other.writer != last.writer and 0 < other.n <= last.seen.of(other.writer)
        ]
        if last.latest - now <= TOLERANCE:
            known.append(last.latest)
        if known and max(known) - last.at > TOLERANCE:
            words = (
                f"The clock of {last.writer} is behind: its last change says {_shown(last.at)}, "
                f"and what it was made after is from {_shown(max(known))}."
            )
            yield Fault(last.writer, "", words)


def _shown(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
