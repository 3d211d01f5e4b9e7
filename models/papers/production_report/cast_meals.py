"""When the cast ate, and how long they had worked before: facts for a meal penalty, no pay."""

from __future__ import annotations

from models.daylog import LATE_MEAL
from models.named import NamedTuple
from models.papers.held import said
from models.papers.production_report.reported import Reported, as_called
from models.when import as_minutes, clock, show_span


RESETS_WITHIN = 2 * 60
"""Minutes after the first call within which a non-deductible meal begins the six hours anew."""
LOGGED = (("lunch", "back"), ("second-meal", "second-back"))


class Meals(NamedTuple):
    """The meals of one of the cast: out and in below one another, a line each.

    `worked` has a line for each meal: the time since the call or the meal before it, and how much
    of it is over six hours; in brackets where it is reckoned from a call and not from the log.
    """

    nondeductible: str
    first: str
    second: str
    worked: str


def cast_meals(day: Reported, person: str, arrived: str, out: str) -> Meals:
    """The unit's meals of those who were there when they were called, by their times on the report.

    A time in brackets was called and not logged.
    """
    nondeductible = day.said_of(person, "nd-meal")
    breaks = [_break(day, each, arrived, out) for each in LOGGED]
    since, is_logged = _begins(arrived, nondeductible)
    worked = []
    for begins, ends in breaks:
        if begins is not None and since is not None:
            span = _span(begins - since)
            worked.append(span if is_logged else as_called(span))
        if begins is not None:
            since, is_logged = ends, True
    first, second = (_shown(*each) for each in breaks)
    return Meals(nondeductible, first, second, said(*worked, between="\n"))


def _begins(arrived: str, nondeductible: str) -> tuple[int | None, bool]:
    """The minute the six hours run from, and whether it was logged."""
    came, ate = as_minutes(arrived.strip("()")), as_minutes(nondeductible)
    if ate is not None and (came is None or came <= ate <= came + RESETS_WITHIN):
        return ate, True
    return came, arrived[:1] != "("


def _break(
    day: Reported, logged: tuple[str, str], arrived: str, out: str
) -> tuple[int | None, int | None]:
    """When a meal began and ended; None for those who came later or had gone before."""
    begins, ends = (day.log.minute(each) for each in logged)
    came, went = (as_minutes(each.strip("()")) for each in (arrived, out))
    if begins is None or came is None or came > begins or (went is not None and went <= begins):
        return None, None
    return begins, ends


def _shown(begins: int | None, ends: int | None) -> str:
    return said(*(clock(each) for each in (begins, ends) if each is not None), between="\n")


def _span(minutes: int) -> str:
    over = f", {show_span(minutes - LATE_MEAL)} over" if minutes > LATE_MEAL else ""
    return f"{show_span(minutes)}{over}"
