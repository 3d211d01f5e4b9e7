"""The events of a calendar, a repeating one on every day of the production it falls on."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple


if TYPE_CHECKING:
    from models.desk import Desk

_BEFORE, _AFTER = 60, 60
"""Days around the first and the last that is planned in which an endless series is taken."""

_WITHOUT_DAYS = 365
_NEAR = 400
"""Days around the span in which an event that does not repeat is of this production."""

_MOST_SERIES = 500
_MOST_TIMES = 1_000
_TOO_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")


class Span(NamedTuple):
    """The days a production reaches over."""

    first: dt.date
    last: dt.date

    def is_near(self, day: dt.date) -> bool:
        """Whether an event of this day can be the production's."""
        return (
            abs((day - self.first).days) <= _NEAR
            or abs((day - self.last).days) <= _NEAR
            or (self.first <= day <= self.last)
        )


class Happening(NamedTuple):
    """One event on one day, as the calendar has it.

    Attributes:
        uid: What it is known by: the calendar's id, and of a series which of its times it is.
        part: The VEVENT it is told by.
    """

    uid: str
    part: Any


def span_of(desk: Desk) -> Span:
    """From the first day that is planned to the last, and some weeks around; else a year.

    Events do not count: a series would make room for more of itself.
    """
    records = desk.directory.records
    told = [each.get("date") for each in records.get("day", {}).values()]
    told += [each.get("day") for each in records.get("scene", {}).values()]
    days = sorted(day for day in told if isinstance(day, str) and len(day) == 10)
    if not days or desk.today == dt.date.min:
        near = desk.today if desk.today != dt.date.min else dt.date.max
        return Span(_off(near, -_WITHOUT_DAYS), _off(near, _WITHOUT_DAYS))
    first, last = (dt.date.fromisoformat(each) for each in (days[0], days[-1]))
    return Span(_off(first, -_BEFORE), _off(last, _AFTER))


def happenings(
    calendar: Any, parts: Sequence[Any], span: Span, notes: list[str]
) -> Iterator[Happening]:
    """Every event of a calendar whose start can be read, once; notes say what was left out."""
    by_uid: dict[str, list[Any]] = {}
    for part in parts:
        by_uid.setdefault(str(part.get("UID") or _made_up(part)), []).append(part)
    repeating = 0
    for uid, told in by_uid.items():
        series = [part for part in told if part.get("RRULE") or part.get("RDATE")]
        if not series:
            if any("RRULE" in part for part in told):
                notes.append(f"{title_of(told[0])}: its repetition cannot be read.")
            yield from _single(uid, told)
            continue
        repeating += 1
        why = _cannot_repeat(series[0]) if repeating <= _MOST_SERIES else "too many series"
        if why:
            notes.append(f"{title_of(series[0])}: {why}; only its first time was taken.")
            yield Happening(uid, series[0])
        else:
            yield from _repeated(calendar, uid, told, span, notes)


def title_of(part: Any) -> str:
    """What an event is called in a sentence."""
    from models.text import tidy

    return tidy(str(part.get("SUMMARY") or "")) or "an event without a title"


def is_endless(part: Any) -> bool:
    """Whether a series never ends by its own rule."""
    rule = _rule(part)
    return bool(rule) and not rule.get("UNTIL") and not rule.get("COUNT")


def _single(uid: str, told: Sequence[Any]) -> Iterator[Happening]:
    """The newest of the parts that tell of one event; changed times of a series told alone each."""
    newest: dict[str, Any] = {}
    for part in told:
        which = _which(part)
        before = newest.get(which)
        if before is None or _version(part) >= _version(before):
            newest[which] = part
    for which, part in newest.items():
        yield Happening(f"{uid}/{which}" if which else uid, part)


def _repeated(
    calendar: Any, uid: str, told: Sequence[Any], span: Span, notes: list[str]
) -> Iterator[Happening]:
    from icalendar import Calendar
    from recurring_ical_events import of  # type: ignore[import-untyped]

    alone = Calendar()
    for part in (*calendar.walk("VTIMEZONE"), *told):
        alone.add_component(part)
    try:
        found = of(alone, skip_bad_series=True).between(span.first, span.last)
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError) as error:
        notes.append(f"{title_of(told[0])}: its repetition cannot be read ({error}).")
        yield from _single(uid, told[:1])
        return
    if is_endless(told[0]):
        notes.append(
            f"{title_of(told[0])} repeats without end; taken from {span.first} to {span.last}."
        )
    if len(found) > _MOST_TIMES:
        notes.append(f"{title_of(told[0])} repeats {len(found)} times; {_MOST_TIMES} were taken.")
    for part in found[:_MOST_TIMES]:
        yield Happening(f"{uid}/{_which(part)}", part)


def _which(part: Any) -> str:
    """Which time of its series an event is: when it would have been by the rule."""
    told = part.get("RECURRENCE-ID")
    when = getattr(told, "dt", None)
    if isinstance(when, dt.datetime) and when.tzinfo:
        return when.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    return str(when.isoformat()) if isinstance(when, dt.date) else ""


def _version(part: Any) -> int:
    try:
        return int(part.get("SEQUENCE", 0))
    except (TypeError, ValueError):
        return 0


def _rule(part: Any) -> Mapping[str, Any]:
    rule = part.get("RRULE")
    found = rule[0] if isinstance(rule, list) and rule else rule
    return found if isinstance(found, Mapping) else {}


def _cannot_repeat(part: Any) -> str:
    """Why a series is not worked out: its rule would keep the machine busy for ever."""
    rules = part.get("RRULE") or []
    for rule in rules if isinstance(rules, list) else [rules]:
        if not isinstance(rule, Mapping):
            return "its repetition cannot be read"
        often = {str(each).upper() for each in _listed(rule.get("FREQ"))}
        if often & {*_TOO_OFTEN} or not often:
            return f"it repeats {' '.join(often).lower() or 'no one knows how often'}"
        if any(_number(each) < 1 for each in _listed(rule.get("INTERVAL"))):
            return "it repeats every 0 days"
        if not _ever(rule, often):
            return "it repeats on a day that never comes"
    return ""


def _ever(rule: Mapping[str, Any], often: set[str]) -> bool:
    """Whether a rule of every day has days at all: the 30 February has none."""
    if rule.get("BYSETPOS") and "DAILY" in often:
        return False
    in_months = [_number(each) for each in _listed(rule.get("BYMONTH"))]
    in_days = [abs(_number(each)) for each in _listed(rule.get("BYMONTHDAY"))]
    if not in_days:
        return True
    longest = [months.monthrange(2024, each)[1] for each in in_months if 1 <= each <= 12]
    return min(in_days) <= max(longest, default=31)


def _listed(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0


def _made_up(part: Any) -> str:
    """An id for an event that has none: the same event, the same id."""
    from store.digest import blake2b

    told = f"{part.get('SUMMARY')}|{getattr(part.get('DTSTART'), 'params', '')}"
    text = f"{told}|{part.to_ical()!r}"
    return str(blake2b(text.encode(), digest_size=8).hexdigest())


def _off(day: dt.date, count: int) -> dt.date:
    try:
        return day + dt.timedelta(days=count)
    except OverflowError:
        return dt.date.max if count > 0 else dt.date.min
