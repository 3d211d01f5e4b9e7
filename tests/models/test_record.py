"""A kind is data: one class says all that lines, records and fields need to know of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import pytest

from models.desk import Desk, desk_of
from models.errors import NoSuch
from models.fields import Count, Date, PersonId, Time, Words
from models.fields.base import Choice
from models.kinds import KINDS, kind, kinds_of
from models.line import draft, read, write
from models.record import Need, Record, noted, slot
from models.schedule import Scene
from models.transport import Run
from tests.models.nightfall import MONDAY, SATURDAY, records


class Parcel(Record):
    """A kind of the test's own: something that has to get somewhere."""

    word, plural, pane = "parcel", "parcels", "transport"
    needs = (Need(("what",), "a parcel needs its contents"),)

    day: Date | None = slot("on", bare=True, view_day=True)
    time: Time | None = slot("at", bare=True, moves=True)
    what: Words | None = slot(title=True)
    pieces: Count | None = slot("pcs")
    size: Annotated[str, Choice(small=("s",), large=("l",))] | None = slot(bare=True)
    sender: PersonId | None = slot("from", plus=True)


DESK = desk_of(records(), SATURDAY, MONDAY)


def test_a_new_kind_is_typed_changed_and_written_back() -> None:
    new = draft(read("fri 0900 film cans pcs:3 large +anna #rush", Parcel, DESK), DESK)
    assert ((), {"rush": True}) == (new.problems, new.after["tags"])

    moved = draft(
        read("+30 pieces:4 small", Parcel, DESK, whole=False), DESK, new.after, whole=False
    )
    assert {"time": "09:30", "pieces": 4, "size": "small"} == moved.sets
    assert "2026-11-27 0930 film cans pieces:4 small +Anna #rush" == write(
        Parcel, moved.after, DESK
    )


def test_a_typed_record_holds_loaded_values_and_cannot_be_changed() -> None:
    run = Run.read(
        {
            "id": "k3v9x2mq",
            "number": "M12",
            "day": "2026-11-23",
            "leave": "25:30",
            "stops": ["school"],
            "passengers": {"anna": True, "ben": True},
            "tags": {"wrap": True},
        }
    )

    assert ("k3v9x2mq", "M12", dt.date(2026, 11, 23)) == (run.id, run.number, run.day)
    assert (25 * 60 + 30, ("school",), ("anna", "ben")) == (run.leave, run.stops, run.passengers)
    assert (None, ("wrap",), ()) == (run.by, run.tags, Scene.read({"id": "x"}).cast)
    with pytest.raises(ValueError, match="frozen"):
        run.leave = 0


def test_unknown_fields_survive_a_line_that_changes_the_record() -> None:
    before = {"what": "cans", "weight": {"kg": 3}, "later": [1, 2], "pieces": 1}
    line = write(Parcel, before, DESK)

    after = draft(read(f"{line} #x", Parcel, DESK), DESK, before).after

    assert {**before, "tags": {"x": True}} == after


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time", "9 o'clock"),
        ("time", 540),
        ("day", "soon"),
        ("pieces", "three"),
        ("pieces", True),
        ("size", "huge"),
        ("sender", {"id": "anna"}),
        ("tags", "rush"),
    ],
)
def test_a_value_that_does_not_fit_is_left_alone(field: str, value: object) -> None:
    before = {"id": "x", "what": "cans", field: value}

    assert getattr(Parcel.read(before), field) in (None, ())
    line = write(Parcel, before, DESK)
    assert value == draft(read(line, Parcel, DESK), DESK, before).after[field]


def test_a_value_that_does_not_fit_can_be_replaced() -> None:
    before = {"what": "cans", "pieces": "three"}

    assert {"pieces": 3} == draft(
        read("pieces:3", Parcel, DESK, whole=False), DESK, before, whole=False
    ).sets


@pytest.mark.parametrize(
    ("word", "field"),
    [("pieces", "pieces"), ("PCS", "pieces"), ("from", "sender"), ("tags", "tags")],
)
def test_a_field_is_found_by_each_of_its_words(word: str, field: str) -> None:
    assert field == Parcel.slot(word).name


def test_a_field_that_is_not_there_is_told() -> None:
    with pytest.raises(NoSuch) as caught:
        Parcel.slot("weight")

    expected = "day, time, what, pieces, size, sender, tags, note"
    assert f"a parcel has no field called 'weight' ({expected})" == str(caught.value)


@pytest.mark.parametrize("each", KINDS.values(), ids=KINDS)
def test_a_kind_declares_what_it_names(each: type[Record]) -> None:
    slots = each.slots()
    named = [*each.same, *(field for need in each.needs for field in need.fields)]
    named += [field for field in each.route or () if field]
    named += [field for lapse in each.lapses for field in (lapse.field, *lapse.fields)]

    assert set(named) <= set(slots)
    assert sum(slot.title for slot in slots.values()) <= 1
    assert "" not in (each.word, each.plural, each.example)
    assert slots["tags"].type.many
    assert all("/" not in name for name in slots)


@pytest.mark.parametrize(
    ("word", "found"), [("run", "run"), ("Runs", "run"), ("crew", "person"), ("risk", "issue")]
)
def test_a_word_means_a_kind(word: str, found: str) -> None:
    assert found == kind(word).word


def test_a_word_that_is_no_kind_is_told() -> None:
    with pytest.raises(NoSuch) as caught:
        kind("invoice")

    assert f"'invoice' is no kind of record (there are {', '.join(KINDS)})" == str(caught.value)


def test_a_pane_has_its_kinds() -> None:
    panes = {pane: [each.word for each in kinds_of(pane)] for pane in ("crew", "issues", "")}

    assert {
        "crew": ["person", "call"],
        "issues": ["issue"],
        "": ["production", "document"],
    } == panes


def test_a_desk_has_the_shoot_days_and_zone_of_its_production() -> None:
    bare = Desk(SATURDAY, MONDAY)

    assert ("Europe/Zurich", "UTC") == (DESK.zone, bare.zone)
    assert (dt.date(2026, 12, 1), {}) == (DESK.calendar.shoot_days[12], bare.calendar.shoot_days)
    assert "2026-11-24" == DESK.on(dt.date(2026, 11, 24)).day


def test_running_notes_are_kept_under_when_and_by_whom() -> None:
    at = dt.datetime(2026, 11, 21, 14, 5, 9, tzinfo=dt.UTC)
    sets = {"notes/+0": "called", "notes/+1": "he comes", "status": "waiting"}

    assert {
        "notes/2026-11-21 14:05:09 mia": "called",
        "notes/2026-11-21 14:05:09 mia 2": "he comes",
        "status": "waiting",
    } == noted(KINDS["issue"], sets, at, "mia")


def test_a_phone_number_is_no_running_note() -> None:
    sets = {"phones/+41795550122": True}

    assert sets == noted(KINDS["person"], sets, dt.datetime(2026, 11, 21, tzinfo=dt.UTC), "mia")


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ({"leave": "25:99"}, [("leave", "'25:99' is not a time of day")]),
        ({"leave": ["05:40"]}, [("leave", "['05:40'] is not a time of day")]),
        ({"day": "2026-02-31"}, [("day", "'2026-02-31' is not a day (2026-12-03)")]),
        ({"passengers": 7, "status": "flown"}, ["passengers", "status"]),
        ({"leave": "25:30", "warp": 9, "note": None}, []),
    ],
)
def test_values_no_field_can_hold_are_said_field_by_field(
    held: dict[str, object], said: list[object]
) -> None:
    found = Run.flaws({"id": "r1", **held})

    assert said == [each if isinstance(said[0], tuple) else each.field for each in found]


@pytest.mark.parametrize("word", KINDS)
def test_a_record_with_nothing_in_it_is_read_and_has_no_flaw(word: str) -> None:
    empty = {"id": "x1"}

    assert ("x1", None, ()) == (
        KINDS[word].read(empty).id,
        KINDS[word].read(empty).note,
        KINDS[word].flaws(empty),
    )
