"""What there is to say of the production and of the day in view: on the board's top line, in words.

Nothing here loads Textual, so that the command line can say it too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from models.errors import Unread
from models.named import NamedTuple
from models.when import as_minutes, show_day, show_short_day
from models.zones import moment
from tui.office import Office
from tui.when_who import Names, local


class Count(NamedTuple):
    """How many of something there are, its sign on the board and what it is called."""

    sign: str
    many: int
    words: str


def title(office: Office) -> str:
    """What the production is called; its folder where it has no title."""
    settings = office.of("production").get("production", {})
    return str(settings.get("title") or office.production.path.name)


def day_words(office: Office) -> str:
    """The day in view: `Mon 23 Nov day 3/10 today`; `Wed 2 Dec day off`."""
    date, days = office.desk.day, office.desk.shoot_days
    number = days.number(date)
    what = f"day {number}/{days.total}" if number is not None else days.words(date).lower()
    today = "today" if office.view == office.now().date() else ""
    return " ".join(part for part in (show_day(date)[:-5], what, today) if part)


def unit_call(office: Office) -> str:
    """The unit call of the day in view; empty where it has none."""
    return str(next((day.get("call") for day in _days(office) if day.get("call")), ""))


def _days(office: Office) -> list[dict[str, object]]:
    days = office.of("day").values()
    return [dict(day) for day in days if day.get("date") == office.desk.day]


def sun(office: Office) -> str:
    """When the sun rises and sets at the base: `07:39-16:41`; empty where that is not known."""
    from models.sun import sun_times

    base = next((day.get("base") for day in _days(office) if day.get("base")), None)
    place = office.desk.directory.document("place", str(base))
    times = sun_times(office.view, place.get("lat"), place.get("lon"), office.desk.zone)
    return f"{times[0]}-{times[1]}" if times else ""


def next_up(office: Office) -> str:
    """The next thing with a time today, and in how long: `05:10 run R20 in 0:10`."""
    now = office.now()
    ahead = sorted((at, words) for at, words in _timed(office, now) if at >= now)
    if not ahead:
        return ""
    at, words = ahead[0]
    left = int((at - now).total_seconds() // 60)
    return f"{at:%H:%M} {words} in {left // 60}:{left % 60:02d}"


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


def wrong(office: Office) -> tuple[Count, ...]:
    """What needs eyes, in the order of the top line; also what there is none of."""
    faults = sum(not fault.settled for fault in office.production.faults())
    return (
        _count("!", len(office.findings), "clash", "clashes"),
        _count("≠", len(office.production.conflicts()), "conflict", "conflicts"),
        _count("~", faults, "file fault", "file faults"),
    )


def _count(sign: str, count: int, one: str, many: str) -> Count:
    return Count(sign, count, one if count == 1 else many)


def others(office: Office) -> Iterator[tuple[str, str]]:
    """The other writers and when each was last heard of, the latest first."""
    names = Names(office)
    found = [each for each in office.production.writers() if not each.is_me and each.n]
    for each in sorted(found, key=lambda each: _moment(each.at, office), reverse=True):
        yield names.short(each.name), _heard(each.at, office)


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
