"""A push of the schedule as people type it, what it would do in words, and doing it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.errors import Unread
from models.kinds import counted
from models.pushing import Push, Pushed, pushed
from models.text import fold
from models.when import show_short_day
from tui.office import Office


MOST_DAYS = 366
FROM, CALENDAR = "from", ("calendar", "cal")
_DAYS = re.compile(r"([+-]?\d{1,3})\s*(?:d|days?)?", re.ASCII)


def push_of(office: Office, text: str, otherwise: str = "") -> Push:
    """Read `2d`, `-1d from d5`, `2d from fri calendar`. Raises Unread.

    Without a day it is from another kept date on, or the day in view.
    """
    words = text.split()
    calendar = [each for each in words if fold(each) in CALENDAR]
    rest = " ".join(each for each in words if each not in calendar)
    count, _, start = rest.partition(f"{FROM} ")
    view = otherwise or office.desk.day
    date = office.desk.calendar.read(start.strip()) if start.strip() else view
    return Push(date, _count(count.strip()), bool(calendar))


def _count(text: str) -> int:
    match = _DAYS.fullmatch(fold(text))
    count = int(match[1]) if match else 0
    if not count or abs(count) > MOST_DAYS:
        said = text or "nothing"
        raise Unread(f"{said} is no number of days to push by (write 2d, or -1d to pull)")
    return count


def would(office: Office, push: Push) -> Pushed:
    """What the push would do. Raises Unread past the end of every calendar."""
    return pushed(office.records, office.desk.shoot_days, push)


def words(office: Office, push: Push) -> str:
    """`push from Wed 25 Nov by 2 working days`."""
    way = "push" if push.days > 0 else "pull"
    count = abs(push.days)
    days = f"{'' if push.calendar else 'working '}day{'' if count == 1 else 's'}"
    return f"{way} from {show_short_day(push.start)} by {count} {days}"


def moving(found: Pushed) -> str:
    """`12 days, 40 scenes, 9 runs`; nothing where nothing moves."""
    return ", ".join(counted(word, count) for word, count in found.counts.items())


def minded(found: Pushed) -> Iterator[str]:
    """What one should know before it is done, a sentence each."""
    for date in found.worked:
        yield (
            f"{show_short_day(date)} has a log, which stays with what was shot on it; to leave "
            "all of that day, push from the next"
        )
    for date, count in found.onto_rest.items():
        what = "1 record comes" if count == 1 else f"{count} records come"
        yield f"{what} to stand on {show_short_day(date)}, when nobody works"
    for date in found.together:
        yield f"two production days come to stand on {show_short_day(date)}"
    lapsed = sum(len(sets) > 1 for sets in found.sets.values())
    if lapsed:
        yield f"told or confirmed before, and planned again: {lapsed}"


def do_push(office: Office, push: Push) -> str:
    """Push, as one change; the sentence to say. Raises Unread where nothing would move."""
    found = would(office, push)
    if not found.sets:
        raise Unread(f"nothing is on {show_short_day(push.start)} or after it")
    way = "pushed" if push.days > 0 else "pulled"
    said = words(office, push).partition(" ")[2]
    office.set(found.sets, f"{way} the schedule {said}")
    return f"{way[:1].upper()}{way[1:]} the schedule {said}: {moving(found)}."
