"""The messages sent off a set as the day goes: first shot, lunch, wrap; text to paste into a mail.

Subject and body are those production offices are used to. A first shot more than an hour after
the call, and a lunch more than six hours after it, are said with what the log has to say of why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from models.coverage import LAST, Coverage, coverage
from models.daylog import LATE_MEAL, NAMES, KeyTime, said
from models.edits import Aimed
from models.errors import NoSuch
from models.fields.numbers import show_pages
from models.fields.shooting import shown_seconds
from models.papers.head import day_words
from models.papers.held import text
from models.papers.paper import Paper, Words
from models.papers.production_report.reported import Reported
from models.papers.production_report.times import difference, planned_times
from models.papers.source import PaperKind, Source
from models.text import natural
from models.when import as_minutes, clock, show_day, show_span


Document = Mapping[str, Any]
Lines = Iterator[str]

LATE_FIRST_SHOT = 60
"""Minutes from call to first shot after which studios ask for a reason."""


def first_shot(source: Source, about: Aimed | None = None) -> Paper:
    """The first-shot message of the day in view. Raises NoSuch until it is logged."""
    day = Reported(source)
    at = _logged(day, "first-shot")
    return _message(day, "first-shot", f"FIRST SHOT: {at}", _first(day))


def lunch(source: Source, about: Aimed | None = None) -> Paper:
    """The lunch message. Raises NoSuch until lunch is logged."""
    day = Reported(source)
    at = _logged(day, "lunch")
    return _message(day, "lunch", f"LUNCH: {at}", _lunch(day, at.at))


def wrap_text(source: Source, about: Aimed | None = None) -> Paper:
    """The wrap message. Raises NoSuch until the camera wrap is logged."""
    day = Reported(source)
    at = _logged(day, "wrap")
    return _message(day, "wrap-text", f"WRAP: {at}", _wrap(day))


def _logged(day: Reported, what: str) -> KeyTime:
    found = day.log.at(what)
    if found is None:
        name, word = NAMES[what], what.partition("-")[0]
        raise NoSuch(f"no {name} is logged on {show_day(day.day)} (log it by one line: {word})")
    return found


def _message(day: Reported, name: str, subject: str, lines: Lines) -> Paper:
    title = str(day.source.settings.get("title") or "")
    whole = " - ".join(filter(None, (title.upper(), day_words(day.source), subject)))
    return Paper(
        name=name,
        title=whole,
        company="",
        production=title,
        about="",
        blocks=(Words("message", tuple(lines)),),
        day=day.day,
        message=True,
    )


def _first(day: Reported) -> Lines:
    yield from _times(day, "call", "first-shot")
    yield from _late_first(day)


def _lunch(day: Reported, at: int) -> Lines:
    yield from _times(day, "call", "first-shot", "lunch", "back")
    yield from _late_first(day)
    yield from _late_meal(day)
    yield ""
    yield from _shot(day, _covered(day, clock(at)))


def _wrap(day: Reported) -> Lines:
    yield from _times(day, *NAMES)
    yield from _late_first(day)
    yield from _late_meal(day)
    covered = _covered(day)
    yield ""
    yield from _shot(day, covered)
    yield from _owed(day)
    yield ""
    yield (
        f"To date: {_scenes(covered.to_date.scenes)}, {show_pages(covered.to_date.pages)} pages, "
        f"{covered.to_date.setups} setups. "
        f"Remaining: {_scenes(covered.remaining.scenes)}, "
        f"{show_pages(covered.remaining.pages)} pages."
    )
    yield from _happened(day)
    yield from _next_call(day)


def _times(day: Reported, *names: str) -> Lines:
    """`First shot: 08:16 (planned 08:15, +1m)`, of those that are logged; the call also if not."""
    planned = planned_times(day)
    for what in names:
        at, plan = day.log.at(what), planned.get(what)
        if at is None and what == "call" and plan is not None:
            yield f"{NAMES[what].capitalize()}: {clock(plan)}"
        elif at is not None:
            late = at.at - plan if plan is not None else 0
            beside = f" (planned {clock(plan)}, {difference(late)})" if plan and late else ""
            yield f"{NAMES[what].capitalize()}: {at}{beside}"


def _call(day: Reported) -> int | None:
    logged = day.log.at("call")
    return logged.at if logged else as_minutes(day.document.get("call"))


def _late_first(day: Reported) -> Lines:
    call, first = _call(day), day.log.at("first-shot")
    if call is None or first is None or first.at - call <= LATE_FIRST_SHOT:
        return
    why = [_why(day, each) for each in day.log.happened if _before(each, first.at)]
    plan = planned_times(day).get("first-shot", 0)
    if not why and plan - call > LATE_FIRST_SHOT:
        why = [f"planned for {clock(plan)}"]
    after = show_span(first.at - call)
    yield f"First shot {after} after call. Reason: {'; '.join(why) or 'none is logged'}."


def _late_meal(day: Reported) -> Lines:
    call, out = _call(day), day.log.at("lunch")
    late = call is not None and out is not None and out.at - call > LATE_MEAL
    if late and call is not None and out is not None:
        called = "grace was called" if day.log.graced else "no grace was called"
        yield f"Lunch {show_span(out.at - call)} after call: {called}."
    elif day.log.graced:
        yield "Grace was called."


def _before(line: Document, minute: int) -> bool:
    at = as_minutes(line.get("at"))
    return at is not None and at <= minute


def _why(day: Reported, line: Document) -> str:
    lost = line.get("length")
    span = f" ({show_span(lost)})" if isinstance(lost, int) else ""
    return f"{said(line, day.desk)}{span}"


def _covered(day: Reported, time: str = LAST) -> Coverage:
    of = day.source.of
    return coverage(of("scene").values(), of("log").values(), day.day, time)


def _shot(day: Reported, covered: Coverage) -> Lines:
    done = [each for each, date in covered.done.items() if date == day.day]
    part = [each for each, pages in covered.credited.items() if pages and each not in done]
    yield f"Scenes: {_numbers(day, done) or 'none complete'}"
    if part:
        yield f"Part: {_numbers(day, part)}"
    yield f"Pages: {show_pages(covered.today.pages)}"
    yield f"Setups: {covered.today.setups}"
    yield f"Minutes: {shown_seconds(covered.today.seconds)}"


def _owed(day: Reported) -> Lines:
    owed = [str(each["id"]) for each in day.scenes if each["id"] not in day.coverage.done]
    lines = {str(each["scene"]) for each in day.log.scenes if each["outcome"] != "done"}
    left = [each for each in dict.fromkeys((*owed, *lines)) if each not in day.coverage.done]
    if left:
        yield f"Owed: {_numbers(day, left)}"


def _numbers(day: Reported, scenes: list[str]) -> str:
    numbers = (text(day.record("scene", each), "scene") for each in scenes)
    return ", ".join(sorted(numbers, key=natural))


def _scenes(count: int) -> str:
    return f"{count} scene{'' if count == 1 else 's'}"


def _happened(day: Reported) -> Lines:
    if day.log.happened:
        yield ""
    for each in day.log.happened:
        why = _why(day, each)
        yield f"{text(each, 'at')} {why}" if each.get("at") else f"{why[:1].upper()}{why[1:]}"


def _next_call(day: Reported) -> Lines:
    """When the unit is called next."""
    days = (each for each in day.source.of("day").values() if not each.get("parked"))
    later = sorted(
        (str(each["date"]), str(each["call"]))
        for each in days
        if each.get("call") and str(each.get("date") or "") > day.day
    )
    if later:
        date, call = later[0]
        yield ""
        yield f"Next call: {show_day(date)}, {call}"


def _kind(word: str, words: str, make: Callable[[Source, Aimed | None], Paper]) -> PaperKind:
    return PaperKind(word=word, title=word.upper().replace("-", " "), words=words, make=make)


FIRST_SHOT = _kind("first-shot", "the first-shot message, to paste into a mail", first_shot)
LUNCH = _kind("lunch", "the lunch message, to paste into a mail", lunch)
WRAP_TEXT = _kind("wrap-text", "the wrap message, to paste into a mail", wrap_text)
MESSAGES = (FIRST_SHOT, LUNCH, WRAP_TEXT)
