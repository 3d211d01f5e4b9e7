"""Each rule of the day-out-of-days against small tables worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from models.dood import Terms, codes, own_events, totals, worked_dates


MONDAY = dt.date(2026, 11, 2)
TYPES = {
    "s": "shoot",
    "o": "off",
    "h": "holiday",
    "t": "travel",
    "p": "prep",
    "d": "hold",
    "x": "hiatus",
}


def on(number: int) -> str:
    """The kept date of a column, the first being a Monday."""
    return (MONDAY + dt.timedelta(days=number)).isoformat()


def row(plan: str, works: str, terms: Terms, own: dict[int, str] | None = None) -> str:
    """The codes of one member, a column a day; blank days are dots."""
    days = {on(at): TYPES[each] for at, each in enumerate(plan)}
    worked = [on(at) for at, each in enumerate(works) if each == "w"]
    events = {on(at): code for at, code in (own or {}).items()}
    cells = codes(worked, days, terms, events)
    assert set(cells) <= set(days), "a code outside the table"
    return " ".join(cells.get(each, ".") for each in days)


HELD = Terms(held=True)


@pytest.mark.parametrize(
    ("plan", "works", "terms", "expected"),
    [
        pytest.param("sss", "...", HELD, ". . .", id="who never works has no code"),
        pytest.param("sss", ".w.", HELD, ". SWF .", id="one day alone starts and finishes"),
        pytest.param("sss", "www", HELD, "SW W WF", id="the first day starts, the last finishes"),
        pytest.param("sss", "w.w", Terms(), "SW . WF", id="who is not held is blank between"),
        pytest.param("sss", "w.w", HELD, "SW H WF", id="who is held is on hold between"),
        pytest.param(
            "sssoosss", ".w....w.", HELD, ". SW H . . H WF .", id="days off are never hold"
        ),
        pytest.param("spxs", "w..w", HELD, "SW . . WF", id="prep and hiatus are never hold"),
        pytest.param("sds", "w.w", HELD, "SW H WF", id="a day the company holds is hold"),
        pytest.param("shs", "w.w", Terms(), "SW HOL WF", id="a holiday shows between"),
        pytest.param("sths", "w..w", Terms(), "SW M HOL WF", id="company travel shows between"),
        pytest.param(
            "htssth", "..ww..", HELD, ". . SW WF . .", id="neither shows outside start and finish"
        ),
        pytest.param(
            "sssss",
            "w...w",
            HELD._replace(off=frozenset({on(2)})),
            "SW H . H WF",
            id="a day off of one's own is not held",
        ),
        pytest.param(
            "sss",
            ".w.",
            HELD._replace(off=frozenset({on(1)})),
            ". SWF .",
            id="who works on a day off of their own works",
        ),
        pytest.param(
            "ssss",
            ".w..",
            Terms(holds=frozenset({on(2)})),
            ". SWF H .",
            id="a hold typed by hand stands, also behind the finish",
        ),
    ],
)
def test_what_a_day_is_for_a_member(plan: str, works: str, terms: Terms, expected: str) -> None:
    assert expected == row(plan, works, terms)


@pytest.mark.parametrize(
    ("plan", "works", "terms", "expected"),
    [
        pytest.param(
            "sssss", "w...w", Terms(drop_after=3), "SWD . . . PWF", id="a gap as long drops"
        ),
        pytest.param("ssss", "w..w", Terms(drop_after=3), "SW . . WF", id="a shorter gap does not"),
        pytest.param(
            "ssss", "w..w", Terms(True, 3), "SW H H WF", id="and is held where holds are agreed"
        ),
        pytest.param(
            "ssoos", "w...w", Terms(True, 3), "SWD . . . PWF", id="days off count in a gap"
        ),
        pytest.param(
            "sthss", "w...w", Terms(True, 3), "SWD . . . PWF", id="nothing shows while dropped"
        ),
        pytest.param(
            "sssssssss",
            ".ww...ww.",
            Terms(True, 3),
            ". SW WD . . . PW WF .",
            id="work, drop, pickup, finish",
        ),
        pytest.param(
            "sssssssss",
            "w...w...w",
            Terms(True, 3),
            "SWD . . . PWD . . . PWF",
            id="a second drop drops again",
        ),
        pytest.param(
            "sssssssss",
            "w.w....ww",
            Terms(True, 3),
            "SW H WD . . . . PW WF",
            id="a short gap is held, a long one dropped",
        ),
        pytest.param("ss", "ww", Terms(drop_after=0), "SW WF", id="no gap is no drop"),
    ],
)
def test_who_may_be_dropped_is_dropped_over_long_gaps(
    plan: str, works: str, terms: Terms, expected: str
) -> None:
    assert expected == row(plan, works, terms)


def test_a_drop_of_fourteen_days_is_a_pickup_more_than_fourteen_days_after() -> None:
    terms = Terms(drop_after=14)

    assert "SW" == row("s" * 16, "w" + "." * 13 + "w.", terms).split()[0]
    assert "SWD" == row("s" * 16, "w" + "." * 14 + "w", terms).split()[0]


@pytest.mark.parametrize(
    ("plan", "works", "own", "expected"),
    [
        pytest.param(
            "pssp", ".ww.", {0: "FT", 3: "T"}, "FT SW WF T", id="outside start and finish"
        ),
        pytest.param("sss", "w.w", {1: "R"}, "SW R WF", id="in the place of a hold"),
        pytest.param("sos", "w.w", {1: "T"}, "SW T WF", id="on a company's day off"),
        pytest.param("shs", "w.w", {1: "T"}, "SW T WF", id="on a holiday"),
        pytest.param("sss", "www", {1: "FT"}, "SW W WF", id="work goes before them"),
        pytest.param("ssss", "....", {1: "FT", 2: "TST"}, ". FT TST .", id="without any work"),
    ],
)
def test_own_events_lie_over_the_rest(
    plan: str, works: str, own: dict[int, str], expected: str
) -> None:
    assert expected == row(plan, works, HELD, own)


def test_an_event_shows_while_dropped_and_on_an_own_day_off() -> None:
    terms = Terms(held=True, drop_after=3, off=frozenset({on(2)}))

    assert "SWD . FT . PWF" == row("sssss", "w...w", terms, {2: "FT"})
    assert "SW FT WF" == row("sss", "w.w", HELD._replace(off=frozenset({on(1)})), {1: "FT"})


def test_totals_count_each_day_once() -> None:
    row = ("T", "SW", "H", "M", "R", "HOL", "WD", "PWF", "FT", "T")
    cells = {on(at): code for at, code in enumerate(row)}

    found = totals(cells)

    assert (3, 1, 3, 1, 1, 10) == (
        found.travel,
        found.rehearse,
        found.work,
        found.hold,
        found.holiday,
        found.total,
    )
    assert (on(1), on(7)) == (found.start, found.finish)


def test_who_never_works_neither_starts_nor_finishes() -> None:
    fitted = totals({on(1): "FT"})

    assert ("", "", 1) == (fitted.start, fitted.finish, fitted.total)


def test_only_scenes_that_will_be_shot_give_work() -> None:
    scenes = [
        {"cast": {"mia": True, "ben": True}, "day": on(0)},
        {"cast": {"mia": True}, "day": on(0)},
        {"cast": {"mia": True}, "day": on(1), "state": "omitted"},
        {"cast": {"mia": True}, "day": on(2), "parked": "gone"},
        {"cast": {"mia": True}},
        {"cast": {"mia": True}, "day": on(3), "state": "shot"},
    ]

    assert {"mia": {on(0), on(3)}, "ben": {on(0)}} == worked_dates(scenes, "cast")


def test_of_several_own_events_on_a_day_travel_goes_first_and_meetings_are_none() -> None:
    events = [
        {"type": "fitting", "day": on(0), "people": {"mia": True}},
        {"type": "travel", "day": on(0), "people": {"mia": True, "ben": True}},
        {"type": "rehearsal", "day": on(0), "people": {"mia": True}},
        {"type": "meeting", "day": on(1), "people": {"mia": True}},
        {"type": "school", "day": on(2), "people": {"mia": True}, "parked": "gone"},
        {"type": "photo", "day": on(3), "elements": {"dog": True}},
    ]

    assert {"mia": {on(0): "T"}, "ben": {on(0): "T"}} == own_events(events, "people")
    assert {"dog": {on(3): "PH"}} == own_events(events, "elements")
