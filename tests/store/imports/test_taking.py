from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.change import Edit
from store.imports.formats import read
from store.imports.taking import plan, take


if TYPE_CHECKING:
    from collections.abc import Callable

    from store.change import JSON, Change
    from store.imports.plan import Plan
    from store.production import Production

    Bring = Callable[[str, str], tuple[Plan, Change | None]]

SCRIPT = (
    "Title: Nightfall\n\nINT. BARN - DAY #1#\n\nMIRA\nHello.\n\nBEN\nHi.\n\n"
    "EXT. FIELD - NIGHT #2#\n\nMIRA\nRun.\n"
)
ANNA = "Anna Keller,Gaffer,079 555 01 22,anna@x.org"
CREW = f"Name,Position,Phone,E-mail\n{ANNA}\nTom Berg,Grip,,t@x.org"


@pytest.fixture
def bring(mia: Production, tmp_path: Path) -> Bring:
    """Write a file of this name and content and take it in."""

    def bring(name: str, content: str) -> tuple[Plan, Change | None]:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        planned = plan(mia, read(path))
        return planned, take(mia, planned)

    return bring


def one(production: Production, kind: str, field: str, value: JSON) -> dict[str, JSON]:
    """The record of a kind whose field has this value; there must be exactly one."""
    (found,) = [doc for doc in production.view.records(kind).values() if doc.get(field) == value]
    return dict(found)


def names(production: Production) -> list[str]:
    return sorted(str(doc["name"]) for doc in production.view.records("person").values())


def type_in(production: Production, who: str, **values: JSON) -> None:
    """Change a person by hand."""
    person = str(one(production, "person", "name", who)["id"])
    production.commit([Edit("person", person, values)], "changed a person")


def test_a_script_brings_its_scenes_with_their_cast_in_order(mia: Production, bring: Bring) -> None:
    planned, change = bring("s.fountain", SCRIPT)
    scene = one(mia, "scene", "scene", "1")
    cast = [one(mia, "person", "character", who)["id"] for who in ("MIRA", "BEN")]

    assert "imported s.fountain: 4 new" == planned.did
    assert change is not None
    assert "import s.fountain" == change.via
    assert ("INT", "BARN", "DAY", True, cast) == (
        *map(scene.get, ("ie", "set", "tod", "estimated")),
        list(scene["cast"]),
    )
    assert all(doc["number"] for doc in mia.view.records("scene").values())


@pytest.mark.parametrize(("name", "content"), [("s.fountain", SCRIPT), ("crew.csv", CREW)])
def test_the_same_file_again_writes_nothing(bring: Bring, name: str, content: str) -> None:
    bring(name, content)
    planned, change = bring(name, content)

    assert (None, (), ()) == (change, planned.edits, planned.new)


def test_one_undo_takes_a_whole_import_back_and_it_can_come_again(
    mia: Production, bring: Bring
) -> None:
    bring("s.fountain", SCRIPT)
    before = {doc["id"]: doc for doc in mia.view.records("scene").values()}
    mia.undo()
    assert (0, 0) == (len(mia.view.records("scene")), len(mia.view.records("person")))

    planned, _ = bring("s.fountain", SCRIPT)
    assert "imported s.fountain: 4 new" == planned.did
    assert before == {doc["id"]: doc for doc in mia.view.records("scene").values()}


def test_an_import_redone_still_counts_as_an_import(mia: Production, bring: Bring) -> None:
    bring("crew.csv", CREW)
    mia.undo()
    mia.redo()
    planned, _ = bring("crew.csv", CREW.replace("Gaffer", "Best boy"))

    assert [("role", "Gaffer", "Best boy")] == [each[2:] for each in planned.changed]


def test_a_changed_row_becomes_a_change(mia: Production, bring: Bring) -> None:
    bring("crew.csv", CREW)
    planned, _ = bring("crew.csv", CREW.replace("Gaffer", "Best boy").replace("01 22", "01 33"))

    assert "imported crew.csv: 1 changed" == planned.did
    assert ("Best boy", {"079 555 01 33": True}) == tuple(
        map(one(mia, "person", "name", "Anna Keller").get, ("role", "phones"))
    )


KEPT = [
    # what is typed, what the second file says, what is shown then, what is told as kept
    ({"role": "Chief"}, CREW, {"role": "Chief"}, []),
    ({"role": "Chief"}, CREW.replace("Gaffer", "Sparks"), {"role": "Chief"}, ["role"]),
    ({"role": "Chief"}, CREW.replace("Gaffer", "Chief"), {"role": "Chief"}, []),
    ({"role": "Chief"}, CREW.replace("Gaffer", ""), {"role": "Chief"}, []),
    ({"role": None}, CREW, {"role": None}, []),
    ({"role": None}, CREW.replace("Gaffer", "Sparks"), {"role": None}, ["role"]),
    ({"diet": "vegan"}, CREW, {"diet": "vegan", "role": "Gaffer"}, []),
    ({"name": "Anna K."}, CREW, {"name": "Anna K."}, []),
    ({"phones/1": True}, CREW, {"phones": {"079 555 01 22": True, "1": True}}, []),
    ({"phones/079 555 01 22": None}, CREW, {"phones": None}, []),
    ({}, CREW.replace("Gaffer", ""), {"role": "Gaffer"}, []),
    ({}, CREW.replace("079 555 01 22", ""), {"phones": {"079 555 01 22": True}}, []),
    ({}, CREW.replace("079 555", "+41 79 555"), {"phones": {"079 555 01 22": True}}, []),
]


@pytest.mark.parametrize(("typed", "file", "shown", "told"), KEPT)
def test_what_is_typed_by_hand_stays(
    mia: Production,
    bring: Bring,
    typed: dict[str, JSON],
    file: str,
    shown: dict[str, JSON],
    told: list[str],
) -> None:
    bring("crew.csv", CREW)
    if typed:
        type_in(mia, "Anna Keller", **typed)
    planned, _ = bring("crew.csv", file)
    found = one(mia, "person", "emails", {"anna@x.org": True})

    assert shown == {field: found.get(field) for field in shown}
    assert told == [kept.field for kept in planned.kept]


def test_a_person_removed_by_hand_stays_removed(mia: Production, bring: Bring) -> None:
    bring("crew.csv", CREW)
    type_in(mia, "Tom Berg", gone=True)
    planned, change = bring("crew.csv", CREW)

    assert (None, ["Anna Keller"]) == (change, names(mia))
    assert ["Tom Berg was removed by hand and stays so, though row 3 has it"] == [
        line for line in planned.words() if "removed" in line
    ]


def test_a_cast_list_names_the_people_the_script_made(mia: Production, bring: Bring) -> None:
    bring("s.fountain", SCRIPT)
    cast = "#,Character,Artist,Phone\n7,Mira,Eva Lang,079 1 22 33\n8,Zoe,Ida Roy,079 1 22 34"
    bring("cast.csv", cast)
    assert ["Ben", "Eva Lang", "Ida Roy"] == names(mia)

    _, change = bring("s.fountain", SCRIPT)
    assert (None, 7) == (change, one(mia, "person", "name", "Eva Lang")["cast"])
    scene = one(mia, "scene", "scene", "2")
    assert [one(mia, "person", "character", "MIRA")["id"]] == list(scene["cast"])


def test_a_new_character_gets_a_number_nobody_has(mia: Production, bring: Bring) -> None:
    bring("s.fountain", SCRIPT)
    bring("s2.fountain", SCRIPT + "\nZOE\nI come and go.\n\nINT. X - DAY #3#\n\nZOE\nHi.\n")

    assert [1, 2, 3] == sorted(int(doc["cast"]) for doc in mia.view.records("person").values())
    assert 3 == one(mia, "person", "character", "ZOE")["cast"]


def test_a_new_draft_changes_its_scenes_and_parks_what_is_gone(
    mia: Production, bring: Bring
) -> None:
    bring("draft 1.fountain", SCRIPT)
    draft = SCRIPT.replace("BARN", "LOFT").replace("BEN\nHi.\n\n", "").replace("#2#", "#3#")
    planned, _ = bring("draft 2.fountain", draft)
    scene = one(mia, "scene", "scene", "1")

    assert ("LOFT", 1) == (scene["set"], len(scene["cast"]))
    assert ["1", "2", "3"] == sorted(
        str(doc["scene"]) for doc in mia.view.records("scene").values()
    )
    assert "imported draft 2.fountain: 1 new, 1 changed, 2 gone" == planned.did
    gone = (one(mia, "scene", "scene", "2"), one(mia, "person", "character", "BEN"))
    assert ["no longer in draft 2.fountain"] * 2 == [each["parked"] for each in gone]


def test_typed_pages_are_no_longer_called_estimated(mia: Production, bring: Bring) -> None:
    bring("s.fountain", SCRIPT)
    scene = str(one(mia, "scene", "scene", "1")["id"])
    mia.commit([Edit("scene", scene, {"pages": 11, "estimated": None})], "timed")
    bring("s.fountain", SCRIPT)

    assert (11, None) == tuple(map(one(mia, "scene", "scene", "1").get, ("pages", "estimated")))


PEOPLE = {
    # the rows of a second list, and who is there after it
    "Anna Keller-Moss,,,anna@x.org": ["Anna Keller-Moss", "Tom Berg"],
    "Anna Keller,,+41 79 555 01 22,": ["Anna Keller", "Tom Berg"],
    "anna keller,,,": ["Tom Berg", "anna keller"],
    "Ida Roy,,079 555 01 22,": ["Anna Keller", "Ida Roy", "Tom Berg"],
    "Ida Roy,,,ANNA@x.org\nBen Moss,,,anna@x.org": [
        "Anna Keller",
        "Ben Moss",
        "Ida Roy",
        "Tom Berg",
    ],
    "Ida Roy,,1234567,\nBen Moss,,1234567,": ["Anna Keller", "Ben Moss", "Ida Roy", "Tom Berg"],
    "Ida Roy,,1234567,\nEda Roy,,1234567,": ["Anna Keller", "Eda Roy", "Ida Roy", "Tom Berg"],
    "Ana Keller,,079 555 01 22,": ["Ana Keller", "Tom Berg"],
    "Ida Roy,,1234567,\nIda Roy,,1234567,": ["Anna Keller", "Ida Roy", "Tom Berg"],
    "Ida Roy,,1234567,\nIda Roy,,1234568,": ["Anna Keller", "Ida Roy", "Ida Roy", "Tom Berg"],
}


@pytest.mark.parametrize("rows", PEOPLE)
def test_people_are_told_apart_by_what_tells(mia: Production, bring: Bring, rows: str) -> None:
    bring("crew.csv", CREW)
    second = f"Name,Position,Phone,E-mail\n{rows}\n"
    bring("second.csv", second)
    assert PEOPLE[rows] == names(mia)

    _, change = bring("second.csv", second)
    assert (None, PEOPLE[rows]) == (change, names(mia))


def test_a_row_that_is_there_twice_is_read_as_one_and_named(bring: Bring) -> None:
    planned, _ = bring("crew.csv", f"{CREW}\nAnna Keller,Driver,079 555 01 22,")

    (said,) = planned.notes
    assert said.startswith("row 4: Anna Keller is already in row 2 and was read as one with it")
    assert said.endswith("not taken: role Driver.")


def test_a_plan_says_everything_before_anything_is_written(
    mia: Production, bring: Bring, tmp_path: Path
) -> None:
    bring("crew.csv", CREW)
    type_in(mia, "Tom Berg", role="Key grip")
    path = tmp_path / "crew.csv"
    path.write_text(
        "Name,Position,Phone,E-mail,Shoe size\nAnna Keller,Chief,,anna@x.org,38\n"
        "Tom Berg,Dolly,,t@x.org,\nIda Roy,Runner,ask,,\n,Runner,1234567,,\n"
    )
    before = mia.view.version

    assert [
        "columns of people: Name as name, Position as role, Phone as phones, E-mail as e-mails",
        "columns not used: Shoe size",
        "crew.csv: 1 new, 1 changed, 1 the same, 1 kept as typed, 1 refused",
        "new: Ida Roy (row 4)",
        "Anna Keller: role Gaffer, now Chief",
        "Tom Berg: role stays Key grip as typed; row 3 has Dolly",
        "row 5: no name (Runner).",
        "row 4: the phone `ask` has no digits; left out.",
    ] == plan(mia, read(path)).words()
    assert before == mia.view.version


def test_what_somebody_else_changed_since_the_plan_stands_beside_it(
    mia: Production, reto: Production, bring: Bring, tmp_path: Path
) -> None:
    bring("crew.csv", CREW)
    reto.refresh()
    path = tmp_path / "crew.csv"
    path.write_text(CREW.replace("Gaffer", "Chief"))
    planned = plan(mia, read(path))
    type_in(reto, "Anna Keller", role="Sparks")
    mia.refresh()
    take(mia, planned)

    assert [{"Chief", "Sparks"}] == [
        {head.value for head in each.heads} for each in mia.conflicts()
    ]


def test_a_big_list_is_planned_in_no_time(mia: Production, bring: Bring) -> None:
    rows = "\n".join(f"Person {n} Name{n},Job,079 {n:07},p{n}@x.org" for n in range(400))
    bring("crew.csv", f"Name,Position,Phone,E-mail\n{rows}")
    started = time.process_time()
    planned, change = bring("crew.csv", f"Name,Position,Phone,E-mail\n{rows}")

    assert (None, 400) == (change, planned.same)
    assert time.process_time() - started < 3
