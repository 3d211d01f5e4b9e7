"""From a reading to what would be saved: defaults, shifts, what lapses, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from models.desk import Desk
from models.edits import Aimed, applied, differing
from models.errors import Unread
from models.fields.times import Clock
from models.line.reading import Reading
from models.line.walk import Problem
from models.record import Record, Slot
from models.when import clock, minutes, show_span
from models.zones import moment


Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """What saving a line would do to one record: the sets, the record after, what is wrong."""

    kind: type[Record]
    before: Document
    sets: Mapping[str, Any]
    after: Document
    problems: tuple[Problem, ...]

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """What must be mended before it can be saved."""
        return tuple(each for each in self.problems if not each.doubt)


def draft(
    reading: Reading, desk: Desk, document: Document | None = None, *, whole: bool = True
) -> Draft:
    """What the reading makes of a record.

    Without a document it is a new one. With one and `whole`, the line is all that a line can
    say of it: what is left out is emptied. Otherwise only what the line names is changed.
    """
    before: Document = document or {}
    shifted, problems = _shifted(reading, before)
    named = {**_emptied(reading, before), **reading.values, **shifted}
    values = (
        {**_left_out(reading.kind, before), **_defaults(reading.kind, named, desk, before), **named}
        if whole
        else {**_days_of_times(reading.kind, named, desk, before), **named}
    )
    lapsed = {**lapses(reading.kind, before, values), **values}
    sets = differing(before, lapsed)
    after = applied(before, sets)
    found = (
        *reading.problems,
        *problems,
        *(() if reading.wrong or problems else _missing(reading, after)),
        *_impossible(reading, before, after, desk),
    )
    return Draft(reading.kind, before, sets, after, found)


def _shifted(reading: Reading, before: Document) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for field, count in reading.shifts.items():
        moving = (
            [field]
            if field
            else [name for name, each in reading.kind.slots().items() if each.moves]
        )
        there = {name: before[name] for name in moving if isinstance(before.get(name), str)}
        try:
            values |= {name: clock(minutes(old) + count) for name, old in there.items()}
        except Unread as error:
            first, last = min(there.values()), max(there.values())
            by = f"{'-' if count < 0 else '+'}{show_span(abs(count))}"
            problems.append(_at_end(reading, f"{first if count < 0 else last} {by}: {error}"))
        if not there:
            what = reading.kind.slots()[field].heading if field else "time"
            what = what if what == "time" else f"'{what}' time"
            words = f"{count:+d} has nothing to move: this {reading.kind.word} has no {what} yet"
            problems.append(_at_end(reading, words))
    return values, problems


def _at_end(reading: Reading, words: str) -> Problem:
    return Problem(len(reading.text), len(reading.text), words)


def _emptied(reading: Reading, before: Document) -> dict[str, Any]:
    return {
        f"{field}/{each}": None for field in reading.cleared for each in before.get(field) or ()
    }


def _left_out(kind: type[Record], before: Document) -> dict[str, Any]:
    return {key: None for each in typed(kind) if sound(each, before) for key in keys(each, before)}


def keys(each: Slot, document: Document) -> Iterator[str]:
    """The keys under which a document holds a field: itself, or its elements."""
    held = document.get(each.name)
    if held is None:
        return
    if each.type.many:
        yield from (f"{each.name}/{one}" for one in held)
    else:
        yield each.name


def typed(kind: type[Record]) -> tuple[Slot, ...]:
    """The fields of a kind that are on its line; running notes are only ever added to."""
    slots = kind.slots().values()
    return tuple(each for each in slots if each.type.typed and not each.type.running)


def sound(each: Slot, document: Document) -> bool:
    """Whether a field holds what its type can; what it cannot, a line neither shows nor empties."""
    held = document.get(each.name)
    if held is None:
        return True
    try:
        each.type.check(held)
    except Unread:
        return False
    return not each.type.many or isinstance(held, dict)


def _defaults(
    kind: type[Record], named: Mapping[str, Any], desk: Desk, before: Document
) -> dict[str, Any]:
    return {
        each.name: desk.clock if each.now else desk.day
        for each in typed(kind)
        if is_understood(each, named, desk, before)
    }


def is_understood(
    each: Slot, named: Mapping[str, Any], desk: Desk, before: Document = MappingProxyType({})
) -> bool:
    """Whether a line means something by leaving a field out: the day in view, the time now."""
    is_now = each.now and desk.clock is not None and not before
    meant = means_view_day(each, named) or (is_now and named.get("day", desk.day) == desk.day)
    return meant and each.name not in named and sound(each, before)


def means_view_day(each: Slot, named: Mapping[str, Any]) -> bool:
    """Whether a day that is left out is the one in view, the other fields being so."""
    return each.view_day or (each.day_of != "" and named.get(each.day_of) is not None)


def _days_of_times(
    kind: type[Record], named: Mapping[str, Any], desk: Desk, before: Document
) -> dict[str, Any]:
    """The days of times that are given to a record which had none."""
    found = _defaults(kind, named, desk, before)
    return {
        each.name: found[each.name]
        for each in typed(kind)
        if each.day_of and each.name in found and before.get(each.name) is None
    }


def lapses(kind: type[Record], before: Document, values: Mapping[str, Any]) -> dict[str, Any]:
    """The states that are no longer true once these values are set, and what they become."""
    return {
        lapse.field: lapse.to
        for lapse in kind.lapses
        if before.get(lapse.field) not in (None, lapse.to)
        and any(field in values and values[field] != before.get(field) for field in lapse.fields)
        and values.get(lapse.field) in (None, before.get(lapse.field))
    }


def _missing(reading: Reading, after: Document) -> Iterator[Problem]:
    for need in reading.kind.needs:
        field, values = need.where
        if field and after.get(field) not in values:
            continue
        if not any(after.get(field) not in (None, "", {}) for field in need.fields):
            yield _at_end(reading, need.words)


def _impossible(
    reading: Reading, before: Document, after: Document, desk: Desk
) -> Iterator[Problem]:
    day = after.get("day") or after.get("date")
    if not isinstance(day, str):
        return
    for name, each in reading.kind.slots().items():
        value = after.get(name)
        moved = value != before.get(name) or day != (before.get("day") or before.get("date"))
        if isinstance(each.type, Clock) and isinstance(value, str) and moved:
            try:
                moment(day, value, desk.zone)
            except (Unread, ValueError) as error:
                yield _at_end(reading, str(error))


def same_records(reading: Reading, desk: Desk) -> tuple[Aimed, ...]:
    """The records a line that adds is really about: a call for someone called already.

    `all +30` is about every call of the day, and the unit call with them.
    """
    kind = reading.kind
    values = {**_defaults(kind, reading.values, desk, {}), **reading.values}
    if not _is_of_its_own_kind(kind, values):
        return ()
    records = desk.directory.records.get(kind.word, {})
    if is_for_all(reading):
        return _everyone(desk, values)
    wanted = tuple(values.get(field) for field in kind.same)
    day = values.get("day")
    there = desk.directory.on(kind.word, day) if "day" in kind.same and day else records.values()
    found = (
        str(doc["id"]) for doc in there if tuple(doc.get(field) for field in kind.same) == wanted
    )
    return tuple(Aimed(kind.word, each) for each in found)[:1]


def _is_of_its_own_kind(kind: type[Record], values: Mapping[str, Any]) -> bool:
    """Whether there can be but one record that says this of the day."""
    said = [each for each in kind.same if not kind.slots()[each].view_day] or kind.same
    often = any(values.get(field) in words for field, words in kind.repeats.items())
    return not often and any(values.get(field) for field in said)


def is_for_all(reading: Reading) -> bool:
    """Whether a line moves the times of everybody called: `all +30`."""
    return bool(reading.shifts) and reading.values.get("department") == "all"


def _everyone(desk: Desk, values: Mapping[str, Any]) -> tuple[Aimed, ...]:
    wanted = values.get("day")
    calls = desk.directory.records.get("call", {})
    days = desk.directory.records.get("day", {})
    return (
        *(Aimed("call", each) for each, doc in calls.items() if doc.get("day") == wanted),
        *(
            Aimed("day", each)
            for each, doc in days.items()
            if doc.get("date") == wanted and doc.get("call")
        ),
    )
