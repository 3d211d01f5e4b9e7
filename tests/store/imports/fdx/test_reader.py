from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.errors import ImportRefused
from store.imports.fdx.paragraphs import eighths_of
from store.imports.fdx.reader import read_fdx
from store.imports.taking import plan, take


if TYPE_CHECKING:
    from store.change import JSON
    from store.imports.intake import Intake
    from store.production import Production

REVISED = Path(__file__).parents[3] / "data" / "revised.fdx"
HEADING = '<Paragraph Type="Scene Heading" Number="{}"><Text>{}</Text></Paragraph>'
CUE = '<Paragraph Type="Character"><Text>{}</Text></Paragraph>'


def revised() -> Intake:
    return read_fdx(REVISED.read_bytes(), "nightfall.fdx")


def read(content: str, rest: str = "") -> Intake:
    body = f'<FinalDraft Version="6"><Content>{content}</Content>{rest}</FinalDraft>'
    return read_fdx(body.encode(), "nightfall.fdx")


def of(intake: Intake, kind: str) -> list[dict[str, JSON]]:
    return [dict(row.values) for row in intake.rows if row.kind == kind]


def scene(intake: Intake, number: str) -> dict[str, JSON]:
    return next(each for each in of(intake, "scene") if each["scene"] == number)


def test_a_scene_has_all_its_heading_knows() -> None:
    assert {
        "scene": "1",
        "ie": "INT",
        "set": "BARN",
        "tod": "NIGHT",
        "script_day": "N2",
        "script_page": "1",
        "pages": 11,
        "estimated": None,
        "cast": ["character:mira", "character:oldharald"],
        "elements": ["element:prop:storm lantern"],
        "synopsis": "Mira finds the lantern. The barn burns.",
        "revision": "Pink",
    } == scene(revised(), "1")


def test_both_speakers_of_a_dual_dialogue_are_in_the_scene() -> None:
    cast = ["character:mira", "character:ben", "character:neighbour"]

    assert cast == scene(revised(), "2A")["cast"]


def test_an_omitted_scene_keeps_its_number_its_heading_and_its_length() -> None:
    found = scene(revised(), "3")

    assert ("omitted", "INT", "CHAPEL", 4, "3") == tuple(
        map(found.get, ("state", "ie", "set", "pages", "script_page"))
    )


def test_a_heading_that_says_omitted_is_an_omitted_scene_without_a_set() -> None:
    found = scene(revised(), "4")

    assert ("omitted", None) == (found["state"], found.get("set"))


def test_pages_without_a_length_are_estimated() -> None:
    found = revised()

    assert (1, True) == (scene(found, "5")["pages"], scene(found, "5")["estimated"])
    assert "Pages estimated, for want of a length: 1 of 3 scenes." in found.notes


def test_a_cast_list_under_the_heading_names_the_cast() -> None:
    assert ["character:mira", "character:ben"] == scene(revised(), "5")["cast"]


def test_the_cast_is_everybody_once_most_scenes_first() -> None:
    assert [("MIRA", 1), ("BEN", 2), ("OLD HARALD", 3), ("NEIGHBOUR", 4), ("PRIEST", 5)] == [
        (each["character"], each["cast"]) for each in of(revised(), "person")
    ]


def test_what_the_breakdown_marks_is_an_element_or_a_place() -> None:
    found = revised()

    assert [("Storm lantern", "prop"), ("Tractor", "vehicle")] == [
        (each["name"], each["category"]) for each in of(found, "element")
    ]
    assert ["Huber farm"] == [each["name"] for each in of(found, "place")]
    assert "place:huber farm" == scene(found, "2A")["place"]


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("Blue", "Blue"),
        ("Blue Rev.", "Blue"),
        ("Blue Revision", "Blue"),
        ("Blue Rev. (10/12/26)", "Blue"),
        ("Second Blue Revised", "Second Blue"),
        ("Revision", "Revision"),
    ],
)
def test_a_revision_is_the_colour_its_name_says(name: str, colour: str) -> None:
    text = '<Paragraph Type="Action"><Text RevisionID="1">x</Text></Paragraph>'
    sets = f'<Revisions ActiveSet="1"><Revision ID="1" Name="{name}"/></Revisions>'
    found = read(HEADING.format(1, "INT. A - DAY") + text, sets)

    assert colour == scene(found, "1")["revision"]


def test_what_the_breakdown_marks_nowhere_is_told() -> None:
    told = "In the breakdown but in no scene, so left out: Never used."

    assert told in revised().notes


def test_the_production_has_the_title_and_the_colour_of_the_script() -> None:
    assert [{"title": "Nightfall", "script_colour": "Pink"}] == of(revised(), "production")


def test_a_revision_that_marks_nothing_is_not_the_scripts_colour() -> None:
    sets = '<Revisions ActiveSet="1"><Revision ID="1" Name="Blue"/></Revisions>'

    assert [] == of(read(HEADING.format(1, "INT. A - DAY"), sets), "production")


@pytest.mark.parametrize(
    ("cue", "key"),
    [
        ("MIRA", "mira"),
        ("Mira", "mira"),
        ("MIRA (V.O.)", "mira"),
        ("MIRA (O.S.) (CONT'D)", "mira"),
        ("MIRA (cont’d)", "mira"),
        ("MIRA (INTO PHONE)", "mira"),
        ("OLD HARALD", "oldharald"),
        ("C-3PO", "c3po"),
    ],
)
def test_a_cue_is_the_character_without_what_stands_behind(cue: str, key: str) -> None:
    found = read(HEADING.format(1, "INT. A - DAY") + CUE.format(cue))

    assert [f"character:{key}"] == scene(found, "1")["cast"]


@pytest.mark.parametrize(
    ("length", "eighths"),
    [
        ("1/8", 1),
        ("6/8", 6),
        ("1", 8),
        ("2", 16),
        ("1 3/8", 11),
        ("2 7/8", 23),
        ("1.0", 8),
        ("0.125", 1),
        ("", None),
        ("0", None),
        ("long", None),
        ("-1", None),
    ],
)
def test_a_length_is_eighths_of_a_page(length: str, eighths: int | None) -> None:
    assert eighths == eighths_of(length)


def test_scenes_without_numbers_get_some() -> None:
    content = HEADING.format("", "INT. A - DAY") + HEADING.format("", "INT. B - DAY")
    found = read(content)

    assert ["1", "2"] == [each["scene"] for each in of(found, "scene")]
    assert "No scene has a number in the script; they are counted from 1 to 2." in found.notes


def test_the_second_scene_of_a_number_is_refused() -> None:
    content = HEADING.format(1, "INT. A - DAY") + HEADING.format(1, "INT. B - DAY")

    assert [
        ("paragraph 2", "scene 1 is already in paragraph 1; give one of them another number")
    ] == [tuple(each) for each in read(content).refused]


def test_headings_are_told_by_their_words_where_the_program_knows_no_types() -> None:
    content = (
        "<Paragraph><Text>INT. A - DAY</Text></Paragraph><Paragraph><Text>x</Text></Paragraph>"
    )
    found = read(content)

    assert ["A"] == [each["set"] for each in of(found, "scene")]
    assert (
        "No paragraph is a scene heading by its type; they were told by their words." in found.notes
    )


def test_dual_dialogue_may_stand_by_itself_and_properties_behind_the_text() -> None:
    content = (
        '<Paragraph Type="Scene Heading" Number="1"><Text>INT. A - DAY</Text>'
        '<SceneProperties Length="1.0" Page="3"/></Paragraph>'
        f"<DualDialogue>{CUE.format('ADA')}{CUE.format('BEN')}</DualDialogue>"
    )
    found = scene(read(content), "1")

    assert (8, "3", ["character:ada", "character:ben"]) == tuple(
        map(found.get, ("pages", "script_page", "cast"))
    )


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"<FinalDraft/>", "has no text in it: `Content` is missing. Export it again."),
        (b"<FinalDraft><Content/></FinalDraft>", "has no scenes in it: no paragraph of it is a"),
        (b"<opml/>", "is XML, but not a Final Draft script: it holds `opml`."),
        (b"INT. BARN - DAY", "is not a Final Draft script, whatever its name says."),
    ],
)
def test_what_is_no_script_gets_a_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_fdx(raw, "nightfall.fdx")

    assert sentence in str(refused.value)


def test_the_same_script_again_changes_nothing(mia: Production) -> None:
    take(mia, plan(mia, revised()))
    planned = plan(mia, revised())

    assert () == planned.items
    assert 5 == len(mia.view.records("scene"))


def test_a_schedule_meets_the_scenes_and_the_cast_of_the_script(mia: Production) -> None:
    from store.imports.uss.reader import read_uss
    from tests.store.imports.uss.schedules import small, written

    take(mia, plan(mia, revised()))
    before = {kind: set(mia.view.records(kind)) for kind in ("scene", "person", "place")}
    take(mia, plan(mia, read_uss(written(small()), "winter.uss")))
    met = {each["scene"]: each for each in mia.view.records("scene").values()}

    assert {"1", "2A", "3", "4", "5"} == set(met)
    assert before["person"] == set(mia.view.records("person"))
    assert before["place"] == set(mia.view.records("place"))
    assert "2026-11-26" == met["1"]["day"]
    assert "Pink" == met["1"]["revision"]
