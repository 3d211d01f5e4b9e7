"""The key times of a production report: what was planned, what was, and the difference."""

from __future__ import annotations

from collections.abc import Mapping

from models.daylog import NAMES
from models.papers.paper import Column, Row, Table
from models.papers.production_report.reported import Reported
from models.when import as_minutes, clock, show_span


COLUMNS = (
    Column("Time"),
    Column("Planned", right=True, kind="time"),
    Column("Actual", right=True, kind="time"),
    Column("Difference", right=True),
)
ONLY_IF_SO = ("second-meal", "second-back")
"""Most days have one meal: nothing is said of a second where none was planned or logged."""


def key_times(day: Reported) -> Table:
    """A row for each key time, in the order of a day."""
    planned = planned_times(day)
    rows = []
    for what, name in NAMES.items():
        plan, actual = planned.get(what), day.log.at(what)
        if plan is None and actual is None and what in ONLY_IF_SO:
            continue
        cells = (
            name.capitalize(),
            "" if plan is None else clock(plan),
            str(actual or ""),
            "" if plan is None or actual is None else difference(actual.at - plan),
        )
        rows.append(Row(cells, key=f"time/{what}"))
    return Table("times", COLUMNS, tuple(rows), "KEY TIMES", always=("Planned", "Actual"))


def planned_times(day: Reported) -> Mapping[str, int]:
    """The minutes of the key times that were planned."""
    first = as_minutes(day.document.get("shooting"))
    found = {
        "call": as_minutes(day.document.get("call")),
        "first-shot": _first_scene(day) if first is None else first,
        "wrap": as_minutes(day.document.get("wrap")),
    }
    for meal, (out, back) in zip(
        day.meals, (("lunch", "back"), ("second-meal", "second-back")), strict=False
    ):
        begins, length = as_minutes(meal.get("start")), meal.get("length")
        found[out] = begins
        if begins is not None and isinstance(length, int):
            found[back] = begins + length
    return {what: minute for what, minute in found.items() if minute is not None}


def _first_scene(day: Reported) -> int | None:
    starts = (as_minutes(each.get("start")) for each in day.scenes)
    return min((each for each in starts if each is not None), default=None)


def difference(minutes: int) -> str:
    """`+13m`, `-5m`; `on time` for none."""
    if not minutes:
        return "on time"
    return f"{'+' if minutes > 0 else '-'}{show_span(abs(minutes))}"
