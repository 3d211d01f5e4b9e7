"""The messages off the set say what production offices are used to read, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from models.errors import NoSuch
from models.papers.messages import first_shot, lunch, wrap_text
from models.papers.paper import Words
from tests.models.papers.sheet import DAY, source
from tests.models.papers.test_production_report import LOG


if TYPE_CHECKING:
    from collections.abc import Callable

    from models.papers.paper import Paper

GRACE: dict[str, dict[str, Any]] = {"grace": {"at": "13:00", "what": "grace"}}
FIRST = """\
NIGHTFALL - Day 2 of 3, Tue 24 Nov 2026 - FIRST SHOT: 08:12
Crew call: 07:00
First shot: 08:12 (planned 08:00, +12m)
First shot 1h12 after call. Reason: none is logged."""
LUNCH = """\
NIGHTFALL - Day 2 of 3, Tue 24 Nov 2026 - LUNCH: 12:10
Crew call: 07:00
First shot: 08:12 (planned 08:00, +12m)
Lunch out: 12:10 (planned 12:00, +10m)
Lunch in: 13:05 (planned 13:00, +5m)
First shot 1h12 after call. Reason: none is logged.

Scenes: none complete
Part: 12
Pages: 2
Setups: 9
Minutes: 1:25"""
WRAP = """\
NIGHTFALL - Day 2 of 3, Tue 24 Nov 2026 - WRAP: 17:45
Crew call: 07:00
First shot: 08:12 (planned 08:00, +12m)
Lunch out: 12:10 (planned 12:00, +10m)
Lunch in: 13:05 (planned 13:00, +5m)
Camera wrap: 17:45 (planned 18:00, -15m)
Crew wrap: 18:30
First shot 1h12 after call. Reason: none is logged.

Scenes: none complete
Part: 12
Pages: 2
Setups: 9
Minutes: 1:25
Owed: 4, 12

To date: 0 scenes, 2 pages, 9 setups. Remaining: 3 scenes, 2 pages.

13:10 delay: rain (20m)

Next call: Thu 26 Nov 2026, 08:00"""


def said(make: Callable[..., Paper], log: dict[str, dict[str, Any]] = LOG, **others: Any) -> str:
    """The message: subject and body."""
    lines = {each: {"day": DAY, **line} for each, line in log.items()}
    paper = make(source(log=lines, **others))
    (block,) = paper.blocks
    assert isinstance(block, Words)
    assert paper.message
    return "\n".join((paper.title, *block.lines))


@pytest.mark.parametrize(("make", "text"), [(first_shot, FIRST), (lunch, LUNCH), (wrap_text, WRAP)])
def test_a_message_word_for_word(make: Callable[..., Paper], text: str) -> None:
    assert text == said(make)


@pytest.mark.parametrize(
    ("first", "log", "words"),
    [
        ("08:00", {}, ""),
        ("08:01", {}, "First shot 1h01 after call. Reason: none is logged."),
        (
            "08:30",
            {"fog": {"at": "07:40", "what": "delay", "length": 30, "text": "fog"}},
            "First shot 1h30 after call. Reason: delay: fog (30m).",
        ),
        (
            "08:30",
            {"rain": {"at": "09:40", "what": "delay", "text": "rain"}},
            "First shot 1h30 after call. Reason: none is logged.",
        ),
    ],
)
def test_a_first_shot_more_than_an_hour_after_call_has_its_reason(
    first: str, log: dict[str, Any], words: str
) -> None:
    text = said(first_shot, {"first": {"at": first, "what": "first-shot"}, **log})

    assert [words] == ([each for each in text.splitlines() if "after call" in each] or [""])


def test_a_first_shot_that_was_planned_so_late_says_so() -> None:
    log = {"first": {"at": "08:45", "what": "first-shot"}}

    text = said(first_shot, log, day={"day2": {"shooting": "08:45"}})

    assert text.endswith("First shot 1h45 after call. Reason: planned for 08:45.")


@pytest.mark.parametrize(
    ("out", "also", "words"),
    [
        ("13:00", {}, ""),
        ("13:06", {}, "Lunch 6h06 after call: no grace was called."),
        ("13:06", GRACE, "Lunch 6h06 after call: grace was called."),
        ("13:00", GRACE, "Grace was called."),
    ],
)
def test_a_lunch_more_than_six_hours_after_call_says_whether_grace_was_called(
    out: str, also: dict[str, dict[str, Any]], words: str
) -> None:
    text = said(lunch, {"lunch": {"at": out, "what": "lunch"}, **also})

    assert [words] == ([each for each in text.splitlines() if "grace" in each.lower()] or [""])


def test_a_night_shoot_wraps_past_midnight() -> None:
    log = {"wrap": {"at": "25:30", "what": "wrap"}}

    assert said(wrap_text, log).splitlines()[0].endswith("WRAP: 25:30")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (first_shot, "no first shot is logged on Tue 24 Nov 2026 (log it by one line: first)"),
        (lunch, "no lunch out is logged on Tue 24 Nov 2026 (log it by one line: lunch)"),
        (wrap_text, "no camera wrap is logged on Tue 24 Nov 2026 (log it by one line: wrap)"),
    ],
)
def test_there_is_no_message_of_what_is_not_logged(make: Callable[..., Paper], words: str) -> None:
    with pytest.raises(NoSuch) as caught:
        make(source())

    assert words == str(caught.value)
