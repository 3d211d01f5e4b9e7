from __future__ import annotations

import time

import pytest

from models.errors import ImportRefused
from store.imports.fountain.reader import read_fountain
from store.imports.intake import Intake, Row


def read(text: str) -> Intake:
    return read_fountain(text.encode(), "script.fountain")


def scenes(text: str) -> list[Row]:
    return [row for row in read(text).rows if row.kind == "scene"]


def cast(text: str) -> list[str]:
    """The characters of a script whose one scene is spoken in, in order of appearance."""
    body = scenes(f"INT. BARN - DAY\n\n{text}")[0].values.get("cast", [])
    return [str(key).removeprefix("character:") for key in body]


HEADINGS = {
    "INT. HOUSE - DAY": ("INT", "HOUSE", "DAY"),
    "ext. house - night": ("EXT", "HOUSE", "NIGHT"),
    "INT HOUSE DAY": ("INT", "HOUSE", "DAY"),
    "INT.HOUSE - DAY": ("INT", "HOUSE", "DAY"),
    "EST. CITY - DAWN": ("EXT", "CITY", "DAWN"),
    "INT./EXT. CAR - DUSK": ("INT/EXT", "CAR", "DUSK"),
    "INT/EXT CAR - DUSK": ("INT/EXT", "CAR", "DUSK"),
    "I/E. CAR - MORNING": ("INT/EXT", "CAR", "MORNING"),
    "I./E. CAR - MORNING": ("INT/EXT", "CAR", "MORNING"),
    "INT - HOUSE - DAY": ("INT", "HOUSE", "DAY"),
    "INT. FLAT, DAY": ("INT", "FLAT", "DAY"),
    "INT. FLAT — NIGHT": ("INT", "FLAT", "NIGHT"),
    "INT. FLAT -- CONTINUOUS": ("INT", "FLAT", "CONTINUOUS"),
    "INT. FLAT - KITCHEN - LATER THAT NIGHT": ("INT", "FLAT - KITCHEN", "LATER THAT NIGHT"),
    "INT. DRIVE-THRU - DAY/NIGHT": ("INT", "DRIVE-THRU", "DAY/NIGHT"),
    "INT. ABBEY": ("INT", "ABBEY", None),
    "INT. ABBEY - CRYPT": ("INT", "ABBEY - CRYPT", None),
    ".KITCHEN": (None, "KITCHEN", None),
    ".INNEN. KÜCHE - TAG": ("INT", "KÜCHE", "DAY"),
    "**INT. HOUSE - DAY**": ("INT", "HOUSE", "DAY"),
    "INT. FLAT #4 - DAY": ("INT", "FLAT #4", "DAY"),
    "INT. HOUSE - DAY #scene1 #music": ("INT", "HOUSE", "DAY"),
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_is_taken_apart(heading: str) -> None:
    values = scenes(heading)[0].values

    assert HEADINGS[heading] == tuple(map(values.get, ("ie", "set", "tod")))


@pytest.mark.parametrize(
    "line",
    [
        "INTERIOR DESIGN IS HARD",
        "... not a heading",
        ". NOT A HEADING",
        "ESTABLISHING",
        "int-ruder",
    ],
)
def test_what_only_begins_like_a_heading_is_none(line: str) -> None:
    assert ["1"] == [row.values["scene"] for row in scenes(f"INT. BARN - DAY\n\n{line}\n\nend")]


def test_a_heading_with_text_under_it_is_reported_and_left_as_action() -> None:
    found = read("INT. BARN - DAY\n\nINT. HALL - NIGHT\nYou can nest.\n")

    assert ["scene:1"] == [row.key[0] for row in found.rows]
    assert ["line 3"] == [where for where, _ in found.refused]
    assert "no blank line after it" in found.refused[0].why


def test_what_follows_the_time_of_day_goes_to_the_note_and_the_script_day() -> None:
    values = scenes("INT. HOUSE - NIGHT 3 (1944) - FLASHBACK #110A#")[0].values

    assert ("110A", "NIGHT", "N3", "1944 - FLASHBACK") == tuple(
        map(values.get, ("scene", "tod", "script_day", "note"))
    )


@pytest.mark.parametrize("number", ["1", "1A", "1a", "A1", "I-1-A", "1.", "110A", "2)"])
def test_a_scene_number_is_kept_letter_for_letter(number: str) -> None:
    assert number == scenes(f"INT. HOUSE - DAY #{number}#")[0].values["scene"]


@pytest.mark.parametrize(
    ("written", "given"),
    [
        (["", "", ""], ["1", "2", "3"]),
        (["1", "", "", "2"], ["1", "1A", "1B", "2"]),
        (["1", "1A", "", "2"], ["1", "1A", "1B", "2"]),
        (["1", "1a", "", "2"], ["1", "1a", "1B", "2"]),
        (["", "", "7"], ["A7", "B7", "7"]),
        (["H", "", "I"], ["H", "HA", "I"]),
        (["1", "1H", *[""] * 3], ["1", "1H", "1A", "1B", "1C"]),
    ],
)
def test_a_scene_without_a_number_gets_one_that_is_free(
    written: list[str], given: list[str]
) -> None:
    script = "\n\n".join(f"INT. A - DAY{f' #{number}#' if number else ''}" for number in written)

    assert given == [row.values["scene"] for row in scenes(script)]


def test_the_second_scene_of_a_number_is_refused_with_its_line() -> None:
    found = read("INT. A - DAY #1#\n\nINT. B - DAY #1#\n")

    assert [("line 3", "scene 1 is already in line 1; give one of them another number")] == [
        tuple(each) for each in found.refused
    ]


CUES = {
    "MIRA\nHello.": ["mira"],
    "MIRA (V.O.) (CONT'D)\nHello.": ["mira"],
    "MIRA (CONT’D)\nHello.": ["mira"],
    "    MIRA\n  Padded.": ["mira"],
    "ADAM\nYes.\n\nEVE ^\nNo.": ["adam", "eve"],
    "@McDUCK\nI'm vegan.": ["mcduck"],
    "R2D2\nBeep.": ["r2d2"],
    "ÉLOÏSE\nOui.": ["eloise"],
    "MIRA\n[[a note]]\nHello.": ["mira"],
    "BOB (whispering, low)\nPsst.": ["bob"],
    "MIRA\nHi.\n\nBEN\nHo.\n\nMIRA & BEN\nTogether.": ["mira", "ben"],
    "SALT & PEPPER\nWe are one.": ["saltpepper"],
    "BOB\n\nBlank line: no speech.": [],
    "23\nNo letter.": [],
    "Mira\nSmall letters.": [],
    "A SHOT RINGS OUT  \nTwo spaces: action.": [],
    "CUT TO:\nNo speaker.": [],
    "> FADE TO BLACK\nHello": [],
    "!BANG\nBANG": [],
    "MIRA\nHi.\nBEN\nStill hers.": ["mira"],
}


@pytest.mark.parametrize("text", CUES)
def test_who_speaks_is_cast(text: str) -> None:
    assert CUES[text] == cast(text)


def test_cast_numbers_go_by_scenes_then_by_appearance() -> None:
    script = (
        "INT. A - DAY\n\nBEN\nHi.\n\nDR. OH\nHi.\n\nINT. B - DAY\n\nDR. OH\nHi.\n\n"
        "INT. C - DAY\n\nANNA O'HARA\nHi.\n\nDJ\nHi.\n\nMOM'S FRIEND\nHi.\n"
    )
    people = [row for row in read(script).rows if row.kind == "person"]

    assert [
        (1, "DR. OH", "Dr. Oh", "line 6"),
        (2, "BEN", "Ben", "line 3"),
        (3, "ANNA O'HARA", "Anna O'Hara", "line 16"),
        (4, "DJ", "DJ", "line 19"),
        (5, "MOM'S FRIEND", "Mom's Friend", "line 22"),
    ] == [(*map(row.values.get, ("cast", "character", "name")), row.where) for row in people]


@pytest.mark.parametrize(
    ("script", "sets"),
    [
        ("/*\nINT. A - DAY\n\n*/\nINT. B - DAY\n", [("B", "line 5")]),
        ("INT. A /* cut\n\nhere */- DAY\n\nINT. B - DAY\n", [("A", "line 1"), ("B", "line 5")]),
        ("INT. A - DAY\n\n/* never closed\n\nINT. B - DAY", [("A", "line 1"), ("B", "line 5")]),
        ("[[\nINT. A - DAY\n]]\n\nINT. B - DAY\n", [("B", "line 5")]),
        ("[[ open\n\nINT. A - DAY\n\n]]", [("A", "line 3")]),
        ("INT. A - DAY [[why?]] #4#\n", [("A", "line 1")]),
    ],
)
def test_boneyards_and_notes_are_not_read_and_line_numbers_stay(
    script: str, sets: list[tuple[str, str]]
) -> None:
    assert sets == [(row.values["set"], row.where) for row in scenes(script)]


TITLES = {
    "Title: Nightfall\nAuthor: X\n\nINT. A - DAY": "Nightfall",
    "Title:\n    _**BRICK & STEEL**_\n    _**FULL RETIRED**_\nCredit: by\n\nINT. A - DAY": (
        "BRICK & STEEL FULL RETIRED"
    ),
    "Author: X\nTitle: Snake_case \\* two\nINT. A - DAY": "Snake_case * two",
    "FADE IN:\n\nINT. A - DAY": None,
    "CUT TO:\n\nINT. A - DAY\n\nTitle: none": None,
    "INT. A - DAY\n\nTitle: Too late": None,
}


@pytest.mark.parametrize("script", TITLES)
def test_the_title_page_gives_the_title(script: str) -> None:
    titles = [row.values["title"] for row in read(script).rows if row.kind == "production"]

    assert ([TITLES[script]] if TITLES[script] else []) == titles


def test_a_synopsis_belongs_to_its_scene_and_not_to_the_act_after_it() -> None:
    script = (
        "# Act 1\n= The act.\n\nINT. A - DAY\n\n= She comes.\n\n= She goes.\n\nAction.\n\n"
        "# Act 2\n\n= Another act.\n\nINT. B - DAY\n= At once.\n\nAction."
    )

    assert ["She comes. She goes.", "At once."] == [
        row.values["synopsis"] for row in scenes(script)
    ]


@pytest.mark.parametrize(
    ("body", "eighths"),
    [("Short.", 1), ("Line.\n\n" * 12, 4), ("Line.\n\n" * 26, 8), ("word " * 600, 8)],
)
def test_a_page_of_54_lines_is_eight_eighths(body: str, eighths: int) -> None:
    values = scenes(f"INT. A - DAY\n\n{body}")[0].values

    assert (eighths, True) == (values["pages"], values["estimated"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_reads_the_same(encoding: str, ends: str) -> None:
    script = "INT. CAFÉ - DAY #7#\n\nRENÉ\nOui.\n".replace("\n", ends)
    found = read_fountain(script.encode(encoding), "s.fountain")

    assert ["RENÉ", None] == [row.values.get("character") for row in found.rows]
    assert (encoding == "cp1252") == any("Windows-1252" in note for note in found.notes)


def test_a_script_without_anything_in_it_is_refused_in_words() -> None:
    with pytest.raises(ImportRefused, match="has no scenes in it"):
        read("Just prose.\n\nAnd more of it.")


def test_no_control_character_comes_through() -> None:
    row = scenes("INT. A\x1b[31mB\x07 - DAY #1#\n\nMI\u202eRA\nHi.\n")[0]

    assert ("A[31MB", ["character:mira"]) == (row.values["set"], row.values["cast"])


HOSTILE = {
    "one line": "x" * 10**6,
    "brackets": "(" * 10**6,
    "boneyards": "/*" * 10**5,
    "notes": "[[" * 10**5,
    "notes with blank lines": "[[\n\n" * 10**5,
    "numbers": "#" * 10**6,
    "emphasis": "*_" * 10**5,
    "a long heading": "INT. " + "A " * 10**5,
    "a long cue": "A" * 10**6 + "\nb",
    "spaces": " " * 10**6,
    "noted lines": "MIRA\n" + "[[x]]\n" * 10**4,
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_file_made_to_hurt_takes_no_longer_than_its_length(hostile: str) -> None:
    started = time.process_time()
    found = read(f"INT. A - DAY #1#\n\n{hostile}")

    assert "scene:1" in [row.key[0] for row in found.rows if row.kind == "scene"]
    assert time.process_time() - started < 5


def test_two_hundred_scenes_are_read_whole() -> None:
    scene = "INT. ROOM {0} - DAY\n\n= What {0} is about.\n\n" + "Action.\n\nMIRA\nWords.\n\n" * 20
    found = scenes("".join(scene.format(number) for number in range(200)))

    assert [str(number) for number in range(1, 201)] == [row.values["scene"] for row in found]
