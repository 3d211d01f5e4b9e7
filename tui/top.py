"""What the top line says: the production, its day, what is next, and what needs eyes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from models.errors import Unread
from models.when import as_minutes, show_day, show_short_day
from models.zones import moment
from tui.office import Office
from tui.when_who import Names, local
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
    settings = office.of("production").get("production", {})
    yield (str(settings.get("title") or office.production.path.name), "head", 2)
    yield (day_words(office), "strong", 0)
    yield (_unit_call(office), "", 5)
    yield (_sun(office), "", 6)
    yield (_next(office), "", 4)
    clashes, conflicts = len(office.findings), len(office.production.conflicts())
    yield (_counted(clashes, "!", "clash", "clashes"), "alarm", 1)
    yield (_counted(conflicts, "≠", "conflict", "conflicts"), "alarm", 1)
    faults = sum(not fault.settled for fault in office.production.faults())
    yield (_counted(faults, "~", "file fault", "file faults"), "alarm", 2)
    yield from _others(office)
    yield ("read-only" if office.production.readonly else "", "alarm", 1)


def day_words(office: Office) -> str:
    """The day in view: `Mon 23 Nov, day 3 of 10, today`."""
    days = office.desk.calendar.shoot_days
    number = next((str(n) for n, date in days.items() if date == office.view), "")
    day = show_day(office.desk.day)[:-5]
    shoot = f" day {number}/{max(days)}" if number else ""
    return f"{day}{shoot}{' today' if office.view == office.now().date() else ''}"


def _unit_call(office: Office) -> str:
    call = next((day.get("call") for day in _days(office) if day.get("call")), None)
    return f"call {call}" if call else ""


def _days(office: Office) -> list[dict[str, object]]:
    days = office.of("day").values()
    return [dict(day) for day in days if day.get("date") == office.desk.day]


def _sun(office: Office) -> str:
    from models.sun import sun_times

    base = next((day.get("base") for day in _days(office) if day.get("base")), None)
    place = office.desk.directory.document("place", str(base))
    times = sun_times(office.view, place.get("lat"), place.get("lon"), office.desk.zone)
    return f"sun {times[0]}-{times[1]}" if times else ""


def _next(office: Office) -> str:
    """The next thing with a time today, and in how long."""
    now = office.now()
    ahead = sorted((at, words) for at, words in _timed(office, now) if at >= now)
    if not ahead:
        return ""
    at, words = ahead[0]
    left = int((at - now).total_seconds() // 60)
    return f"next {at:%H:%M} {words} in {left // 60}:{left % 60:02d}"


def _timed(office: Office, now: dt.datetime) -> Iterator[tuple[dt.datetime, str]]:
    for kind, field in (("event", "start"), ("run", "leave")):
        for document in office.desk.directory.on(kind, now.date().isoformat()):
            day, clock = document.get("day"), document.get(field)
            if as_minutes(clock) is None or document.get("done"):
                continue
            try:
                at = moment(str(day), str(clock), office.desk.zone)
            except Unread:
                continue
            yield at, str(document.get("title") or f"run {document.get('number')}")


def _counted(count: int, sign: str, one: str, many: str) -> str:
    return f"{sign} {count} {one if count == 1 else many}" if count else ""


def _others(office: Office) -> Iterator[Segment]:
    """When each of the other writers was last heard of, the latest first; he stays longest."""
    names = Names(office)
    others = [each for each in office.production.writers() if not each.is_me and each.n]
    others.sort(key=lambda each: _moment(each.at, office), reverse=True)
    for count, each in enumerate(others):
        words = f"{names.short(each.name)} {_heard(each.at, office)}"
        yield (words, "label", MORE_WRITERS + count if count else 3)


def _moment(at: str, office: Office) -> float:
    """Where a time stands in the world's; before all others where it is none."""
    found = local(at, office)
    return found.timestamp() if found else 0.0


def _heard(at: str, office: Office) -> str:
    """The time where it was today, the day where it was not."""
    found = local(at, office)
    if found is None or found.date() != office.now().date():
        return show_short_day(found.date().isoformat()) if found else "?"
    return f"{found:%H:%M}"
