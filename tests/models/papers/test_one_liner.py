"""The one-liner and the day-out-of-days: what they say, line by line."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from models.board_words import event_words
from models.desk import desk_of
from models.edits import Aimed
from models.papers.columns import filled
from models.papers.day_out_of_days import DAY_OUT_OF_DAYS
from models.papers.one_liner import ONE_LINER
from models.papers.paper import Table, Words
from models.papers.source import Source


if TYPE_CHECKING:
    from models.papers.paper import Paper

NOW = dt.datetime(2026, 11, 23, 5, 0, tzinfo=dt.UTC)
RECORDS: dict[str, dict[str, dict[str, Any]]] = {
    "production": {"production": {"title": "Nightfall", "company": "Lake Pictures"}},
    "day": {
        "p": {"date": "2026-11-24", "type": "prep"},
        "d1": {"date": "2026-11-25", "call": "07:00"},
        "off": {"date": "2026-11-26", "type": "off"},
        "d2": {"date": "2026-11-27", "call": "08:00"},
    },
    "place": {"farm": {"name": "Farm"}},
    "person": {
        "mia": {"cast": 1, "character": "JULIA", "name": "Mia Sutter"},
        "ben": {"cast": 12, "name": "Ben Okafor", "held": True},
    },
    "element": {"dog": {"name": "Sheepdog", "category": "animal"}},
    "scene": {
        "s2": {
            "scene": "2",
            "ie": "EXT",
            "set": "FARM YARD",
            "tod": "NIGHT",
            "pages": 11,
            "cast": {"ben": True, "mia": True},
            "elements": {"dog": True},
            "day": "2026-11-25",
            "place": "farm",
            "synopsis": "The dog will not come.",
            "order": "V",
        },
        "s1": {
            "scene": "1",
            "ie": "INT/EXT",
            "set": "CAR",
            "tod": "DUSK",
            "pages": 2,
            "cast": {"mia": True},
            "day": "2026-11-25",
            "state": "omitted",
        },
        "s3": {"scene": "3", "set": "BARN", "pages": 4, "day": "2026-11-27", "cast": {"ben": True}},
        "s9": {"scene": "9", "set": "NOWHERE"},
    },
    "event": {
        "move": {"title": "move", "type": "move", "place": "farm", "length": 45},
        "lunch": {"title": "Lunch", "type": "meal", "start": "12:00", "day": "2026-11-25"},
        "fit": {
            "title": "Fitting",
            "type": "fitting",
            "day": "2026-11-24",
            "people": {"mia": True},
        },
    },
}
RECORDS["event"]["move"] |= {"day": "2026-11-25", "order": "k"}


def source() -> Source:
    records = {
        kind: {key: {"id": key, **each} for key, each in documents.items()}
        for kind, documents in RECORDS.items()
    }
    return Source(records, desk_of(records, NOW.date()), NOW)


def rows(paper: Paper, name: str) -> list[tuple[str, ...]]:
    table = next(each for each in paper.blocks if each.name == name)
    assert isinstance(table, Table)
    return [row.cells for row in filled(table).rows]


def test_a_one_liner_has_a_line_a_strip_and_a_banner_behind_each_day() -> None:
    said = rows(ONE_LINER.make(source(), None), "strips")

    assert [
        ("PREP - Tue 24 Nov 2026",),
        ("2", "EXT", "FARM YARD\nThe dog will not come.", "N", "1 3/8", "2:45", "1, 12", "Farm"),
        ("COMPANY MOVE: Farm - 0:45",),
        ("1", "I/E", "CAR (OMITTED)", "DUSK", "2/8", "", "1", ""),
        ("END OF DAY 1 - Wed 25 Nov 2026 - 1 3/8 pgs - 3:30",),
        ("DAY OFF - Thu 26 Nov 2026",),
        ("3", "", "BARN", "", "4/8", "1:00", "12", ""),
        ("END OF DAY 2 - Fri 27 Nov 2026 - 4/8 pgs - 1:00",),
    ] == said


def test_a_one_liner_about_a_day_begins_there_and_says_what_is_left() -> None:
    paper = ONE_LINER.make(source(), Aimed("day", "off"))

    assert ("DAY OFF - Thu 26 Nov 2026",) == rows(paper, "strips")[0]
    assert "From Thu 26 Nov 2026" == paper.about
    assert ("1 scene, 4/8 pages on 1 day.",) == next(
        each.lines for each in paper.blocks if isinstance(each, Words)
    )


def test_a_day_out_of_days_is_one_grid_with_a_head_a_category() -> None:
    paper = DAY_OUT_OF_DAYS.make(source(), None)

    assert paper.wide
    assert [
        ("", "Shoot day", "prep", "1", "off", "2", *[""] * 8),
        ("CAST",),
        (
            "1",
            "JULIA - Mia Sutter",
            "FT",
            "SWF",
            "",
            "",
            *_sums("1", "Wed 25 Nov", "Wed 25 Nov", 2),
        ),
        ("12", "Ben Okafor", "", "SW", "", "WF", *_sums("2", "Wed 25 Nov", "Fri 27 Nov", 2)),
        ("ANIMAL",),
        ("", "Sheepdog", "", "SWF", "", "", *_sums("1", "Wed 25 Nov", "Wed 25 Nov", 1)),
    ] == rows(paper, "days")


def _sums(work: str, start: str, finish: str, total: int) -> tuple[str, ...]:
    return ("", "", work, "", "", start, finish, str(total))


def test_a_day_out_of_days_heads_its_columns_with_weekday_and_date_and_explains_its_codes() -> None:
    paper = DAY_OUT_OF_DAYS.make(source(), None)

    headings = [each.heading for block in paper.blocks[:1] for each in block.columns]  # type: ignore[union-attr]
    assert ["No.", "Name", "Tue\n24\nNov", "Wed\n25\nNov"] == headings[:4]
    assert ("SW start work; WF work finish; SWF works one day only; FT fitting.",) == next(
        each.lines for each in paper.blocks if isinstance(each, Words)
    )


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"type": "move", "title": "move to the farm"}, "COMPANY MOVE to the farm"),
        ({"type": "move", "title": "Company move up"}, "COMPANY MOVE up"),
        ({"type": "move", "title": "To the lake"}, "COMPANY MOVE: To the lake"),
        ({"type": "move", "place": "farm"}, "COMPANY MOVE: Farm"),
        ({"type": "move", "title": "to FARM", "place": "farm"}, "COMPANY MOVE: to FARM"),
        ({"type": "move"}, "COMPANY MOVE"),
        ({"type": "meal", "title": "Lunch"}, "LUNCH"),
        ({"type": "banner", "title": "Second unit splits"}, "Second unit splits"),
        ({"type": "meal"}, "MEAL"),
    ],
)
def test_what_stands_between_the_scenes_says_what_it_is(
    event: dict[str, str], expected: str
) -> None:
    assert expected == event_words(event, source().desk)
