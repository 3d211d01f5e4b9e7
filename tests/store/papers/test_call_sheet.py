"""The call sheet on paper: everything it says is on the page, in order, with nothing cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from models.papers.call_sheet import call_sheet
from models.papers.paper import Facts, Table, Words
from store.papers.pdf import paper_pdf
from tests.models.papers.sheet import DAY, sheet, source


if TYPE_CHECKING:
    from models.papers.paper import Paper

MARGIN = 30
"""Points; nothing stands nearer to the edge of the page."""

NAMES = (
    "Zoë Müller-Çelik",
    "Łukasz Żółć",
    "Ωμέγα Παπαδοπούλου",
    "Владимир Ёлкин",
    "Jo [JJ] *Bell*",
)
LONG = "Maria-Magdalena Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"


def opened(paper: Paper, size: str = "a4") -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(paper_pdf(paper, size=size).content)


def words_of(document: pypdfium2.PdfDocument) -> str:
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return " ".join("".join(pages).split())


def crowded(count: int = 110) -> Paper:
    """A day with some 120 people in every department, names of many scripts among them."""
    names = [*NAMES, LONG, *(f"Person Number {at}" for at in range(count - len(NAMES) - 1))]
    departments = ("Camera", "Grip", "Electric", "Sound", "Costume", "Locations", "Transport")
    crowd = {
        f"p{at}": {"name": name, "role": f"Hand {at}", "department": departments[at % 7]}
        for at, name in enumerate(names)
    }
    return sheet(person=crowd)


def squeezed(text: str) -> str:
    """Text without blanks and hyphens: a line may end anywhere."""
    return "".join(
        each for each in text if not each.isspace() and each not in "-\u200b\u00ad\ufffe\x02"
    )


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_a_normal_day_has_its_front_on_one_page_and_its_back_on_the_other(size: str) -> None:
    assert 2 == len(opened(sheet(), size))


def test_the_page_says_what_the_sheet_says_from_the_top_to_the_foot() -> None:
    text = words_of(opened(sheet(production={"production": {"walkies": "1 open"}})))
    order = [
        *("CALL SHEET 2", "Day 2 of 3, Tue 24 Nov 2026", "UNIT CALL", "07:00", "LOCATIONS"),
        *("SCENES", "INT. BARN", "LUNCH", "Total", "CAST", "Mia Sutter", "05:40 hotel, Van 2"),
        *("ADVANCE SCHEDULE", "1st AD", "Henrik Lind", "CREW", "PRODUCERS", "O/C", "TRANSPORT"),
        *("CATERING", "CHANNELS AND NUMBERS"),
    ]
    at = 0
    for each in order:
        found = text.find(each, at)
        assert found >= 0, f"{each} does not stand behind what comes before it"
        at = found


def test_a_draft_says_at_its_top_what_is_missing() -> None:
    text = words_of(opened(sheet()))
    assert text.index("The weather.") < text.index("LOCATIONS")


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_everyone_of_a_day_with_120_people_is_on_it_whole(size: str) -> None:
    paper = crowded()
    text = squeezed(words_of(opened(paper, size)))
    said = [
        cell
        for block in paper.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
    ]
    said += [
        each.value for block in paper.blocks if isinstance(block, Facts) for each in block.facts
    ]
    said += [line for block in paper.blocks if isinstance(block, Words) for line in block.lines]
    assert [] == [each for each in said if squeezed(each) not in text]


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_nothing_runs_off_the_page(size: str) -> None:
    for page in opened(crowded(), size):
        width, height = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        inked = [box for box in boxes if box[2] > box[0]]
        assert min(box[0] for box in inked) >= MARGIN
        assert max(box[2] for box in inked) <= width - MARGIN
        assert all(0 < box[1] and box[3] < height for box in inked)


def of_scenes(count: int) -> list[str]:
    """The text of each page of the call sheet of a day with so many scenes, three lines each."""
    scenes = {
        f"x{at}": {
            "scene": str(100 + at),
            "set": f"SET {at}",
            "day": DAY,
            "pages": 2,
            "place": "farm",
            "synopsis": "Something happens that takes a line of its own to tell. " * 3,
        }
        for at in range(count)
    }
    document = opened(call_sheet(source(scene=scenes)))
    return [page.get_textpage().get_text_bounded() for page in document]


def test_a_long_day_goes_over_to_a_page_of_its_own_before_the_back() -> None:
    pages = of_scenes(80)

    assert len(pages) >= 3
    assert "SET 79" in "".join(pages[:-1])
    assert "PRODUCERS" in pages[-1]
    assert "SET 79" not in pages[-1]


def test_a_front_longer_than_its_page_is_one_sheet_with_the_back_where_both_have_room() -> None:
    pages = of_scenes(40)

    assert 2 == len(pages)
    assert "SET 39" in pages[1]
    assert "PRODUCERS" in pages[1]
