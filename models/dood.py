"""The day-out-of-days: what each member of the cast, and each element, is on every day.

The codes follow from the strips. The first day worked starts (SW), the last one finishes (WF), and
one day alone does both (SWF). Between two days worked, in this order: a gap of at least as many
days as the member may be dropped over ends the one (WD) and picks up the other (PW); who is held
is on hold (H) on the days the company shoots; otherwise the days are blank. A company's holiday
(HOL) and its travel (M) show between start and finish, unless the member is dropped over them.
Own events lie over all that, also before the start, behind the finish and on days off; they move
neither. A member's own days off are never held.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from models.named import NamedTuple
from models.places import is_parked
from models.shoot_days import SHOOT
from models.when import as_date


Document = Mapping[str, Any]

HOLD, HOLIDAY, MOVE = "H", "HOL", "M"
BETWEEN = {SHOOT: HOLD, "hold": HOLD, "holiday": HOLIDAY, "travel": MOVE}
"""What a day between two days worked is for those who are still engaged, by the type of day."""

OWN = {
    "travel": "T",
    "rehearsal": "R",
    "fitting": "FT",
    "test": "TST",
    "photo": "PH",
    "school": "SCH",
}
"""The codes of own events; of several on one day the first here is shown."""

WORDS = {
    "SW": "start work",
    "W": "work",
    "WF": "work finish",
    "SWF": "works one day only",
    "WD": "work, then dropped",
    "PW": "picked up, work",
    HOLD: "hold",
    HOLIDAY: "holiday",
    MOVE: "company travel",
    "T": "travel",
    "R": "rehearsal",
    "FT": "fitting",
    "TST": "test",
    "PH": "photo",
    "SCH": "school",
}
"""What the codes stand for, for the foot of the table; S, P, F and D join with W as need be."""


class Terms(NamedTuple):
    """What was agreed for a member.

    Attributes:
        held: On hold between two days worked.
        drop_after: Dropped over a gap of at least so many calendar days, not counting the two days
            worked; 14 is picked up "more than 14 days after". None for never.
        off: Days off, as kept dates; never held.
        holds: Days that were put on hold by hand.
    """

    held: bool = False
    drop_after: int | None = None
    off: frozenset[str] = frozenset()
    holds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, member: Document) -> Terms:
        """The terms of a person's or an element's document."""
        drop = member.get("drop_after")
        return cls(
            member.get("held") is True,
            drop if type(drop) is int else None,
            frozenset(member.get("off") or ()),
            frozenset(member.get("holds") or ()),
        )


class Totals(NamedTuple):
    """How many days of each sort, the first and last day worked as kept, and all days with a code.

    Work counts every code with a W in it; travel counts own and company travel. A day counts once.
    """

    travel: int
    rehearse: int
    work: int
    hold: int
    holiday: int
    start: str
    finish: str
    total: int


def codes(
    worked: Iterable[str], plan: Mapping[str, str], terms: Terms, own: Mapping[str, str]
) -> dict[str, str]:
    """The code of each date that has one, by kept date.

    `worked` are the dates of strips the member is in, `plan` the type of each day of the
    production, `own` the codes of the member's own events.
    """
    dates = sorted({each for each in worked if as_date(each)})
    found = {date: HOLD for date in terms.holds if as_date(date)}
    for left, right in pairwise(dates):
        if not _is_dropped(left, right, terms):
            found |= _gap(left, right, plan, terms)
    return {**found, **own, **_work(dates, terms)}


def _is_dropped(left: str, right: str, terms: Terms) -> bool:
    if terms.drop_after is None:
        return False
    gap = dt.date.fromisoformat(right) - dt.date.fromisoformat(left)
    return gap.days > 1 and gap.days - 1 >= terms.drop_after


def _gap(left: str, right: str, plan: Mapping[str, str], terms: Terms) -> dict[str, str]:
    """The days between two days worked, the member still engaged."""
    found = {}
    for date, of in plan.items():
        code = BETWEEN.get(of, "")
        idle = code == HOLD and (not terms.held or date in terms.off)
        if left < date < right and code and not idle:
            found[date] = code
    return found


def _work(dates: Sequence[str], terms: Terms) -> dict[str, str]:
    """W on each date, with S or P before it and F or D behind it."""
    dropped = {pair for pair in pairwise(dates) if _is_dropped(*pair, terms)}
    picked_up, left = {right for _, right in dropped}, {left for left, _ in dropped}
    found = {}
    for date in dates:
        before = "S" if date == dates[0] else "P" if date in picked_up else ""
        behind = "F" if date == dates[-1] else "D" if date in left else ""
        found[date] = f"{before}W{behind}"
    return found


def totals(cells: Mapping[str, str]) -> Totals:
    """What the codes of one member add up to."""
    worked = sorted(date for date, code in cells.items() if "W" in code)
    counts = dict.fromkeys(("T", MOVE, "R", HOLD, HOLIDAY), 0)
    for code in cells.values():
        counts[code] = counts.get(code, 0) + 1
    return Totals(
        counts["T"] + counts[MOVE],
        counts["R"],
        len(worked),
        counts[HOLD],
        counts[HOLIDAY],
        worked[0] if worked else "",
        worked[-1] if worked else "",
        len(cells),
    )


def worked_dates(scenes: Iterable[Document], field: str) -> Mapping[str, frozenset[str]]:
    """The dates each member works on, by id: `field` is `cast` or `elements`."""
    found: dict[str, set[str]] = {}
    for scene in scenes:
        for each in scene.get(field) or () if gives_work(scene) else ():
            found.setdefault(each, set()).add(str(scene["day"]))
    return {each: frozenset(dates) for each, dates in found.items()}


def gives_work(scene: Document) -> bool:
    """Whether somebody works for a scene: not if it is omitted, parked or on no day."""
    return bool(scene.get("day")) and scene.get("state") != "omitted" and not is_parked(scene)


def own_events(events: Collection[Document], field: str) -> Mapping[str, Mapping[str, str]]:
    """The codes of each member's own events by date: `field` is `people` or `elements`."""
    found: dict[str, dict[str, str]] = {}
    for of, code in reversed(OWN.items()):
        for event in (each for each in events if _is_own(each, of)):
            for member in event.get(field) or ():
                found.setdefault(member, {})[str(event["day"])] = code
    return found


def _is_own(event: Document, of: str) -> bool:
    dated = as_date(event.get("day")) is not None
    return dated and event.get("type") == of and not event.get("parked")
