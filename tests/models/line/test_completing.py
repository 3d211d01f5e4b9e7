"""What the word under the cursor may become."""

from __future__ import annotations

import pytest

from models.kinds import KINDS
from models.line import complete, draft, read
from tests.models.nightfall import desk


DESK = desk()
STATUSES = ("planned", "told", "out", "aboard", "done", "no-show")


@pytest.mark.parametrize(
    ("kind", "line", "becomes"),
    [
        ("run", "0600 +an|", ["0600 +Anna", '0600 +"Anna Moser"', "0600 +Ann"]),
        ("run", "0600 @be|", ["0600 @Ben", "0600 @Jo"]),
        ("run", "0600 +eva l|", ["0600 +EvaLang"]),
        ("run", "-zo|", ["-Zoë"]),
        ("run", "0600 hotel>b|", ["0600 hotel>base"]),
        ("run", "0600 hotel>school>b| mia", ["0600 hotel>school>base mia"]),
        ("run", "0600 ho|>base", ["0600 hotel"]),
        ("run", 'hotel>"old|', ['hotel>"Old School"']),
        ("run", "0600 old sc|", ['0600 "Old School"']),
        ("run", "0600 va|", ["0600 Van2", "0600 Van12", "0600 Noah"]),
        ("run", "driver:t|", ["driver:Tom", "driver:Zoë"]),
        ("run", "driver t|", ["driver Tom", "driver Zoë"]),
        ("run", "pax:mia,jj|", ["pax:mia,Jo"]),
        ("run", "via:school,f|", ["via:school,Farm"]),
        (
            "run",
            "status:|",
            [f"status:{each}" for each in STATUSES],
        ),
        ("run", "0600 base abo|", ["0600 base aboard"]),
        ("run", "0600 dr|", ["0600 driver:", "0600 drv:"]),
        ("run", "#ea|", ["#early"]),
        ("call", "el|", ["Electric", "EvaLang"]),
        ("call", "mia h|", ["mia hmu:", "mia hair:"]),
        ("scene", "12 in|", ["12 INT", "12 INT/EXT"]),
        ("scene", "12 INT BARN du|", ["12 INT BARN DUSK"]),
        ("person", "Joe Park, gaffer, el|", ["Joe Park, gaffer, Electric"]),
        (
            "person",
            "Joe Park, dept:ca|mera",
            [f"Joe Park, dept:{each}" for each in ("Casting", "Camera", "Catering", "Cast")],
        ),
        ("event", "recce with re|", ["recce with Reto", "recce with Sheila"]),
        ("event", "recce place:sch|", ['recce place:"Old School"']),
        ("issue", "genny #po|", ["genny #power"]),
        ("issue", "genny #fa|", ["genny #Farm"]),
        ("issue", "genny stat|", ["genny status:"]),
        ("issue", "genny due f|", ["genny due fri"]),
        ("issue", "genny p|", ["genny p1", "genny p2", "genny p3", "genny p4"]),
        ("issue", "genny about:M7|", ['genny about:"run M7"']),
        ("issue", "genny about:L|", ['genny about:"leg L1"']),
        ("place", "Quarry type:ho|", ["Quarry type:hotel", "Quarry type:hospital"]),
        ("run", "|", []),
        ("run", "0600 xyz|", []),
        ("run", "note:ho|", []),
    ],
)
def test_a_word_becomes(kind: str, line: str, becomes: list[str]) -> None:
    cursor = line.index("|")
    text = line.replace("|", "")

    found = complete(text, cursor, KINDS[kind], DESK)

    whole = [text[: each.start] + each.text + text[each.end :] for each in found]
    assert becomes == whole


@pytest.mark.parametrize(
    ("kind", "line", "first"),
    [
        ("run", "driver ", "Anna"),
        ("run", "hotel>", "hotel"),
        ("issue", "genny due ", "today"),
        ("event", "recce +", "Anna"),
        ("run", "driver:", "Anna"),
    ],
)
def test_where_nothing_is_typed_yet_there_is_a_choice(kind: str, line: str, first: str) -> None:
    found = complete(line, len(line), KINDS[kind], DESK)

    assert (first, 8) == (found[0].text, len(found))


def test_every_name_that_is_offered_is_understood() -> None:
    for each in complete("0600 base +", 11, KINDS["run"], DESK, limit=99):
        found = draft(read(f"0600 base +{each.text}", KINDS["run"], DESK), DESK)
        assert () == found.problems
