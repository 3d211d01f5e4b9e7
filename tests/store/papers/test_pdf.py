"""Papers as PDF, read back: what they say, in order, on how many pages of what size."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import normalize

import pypdfium2
import pytest

from models.errors import NotSet
from models.papers.paper import Break, Column, Fact, Facts, Issue, Paper, Row, Table, Words
from store.papers.fonts import missing
from store.papers.logo import logo_of, read_logo
from store.papers.pdf import paper_pdf
from tests.store.papers.papers import HOSTILE, NAMES, coach, crowd, sheet, wide


if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


def pages(paper: Paper, *, size: str = "a4", folder: Path | None = None) -> list[str]:
    """The text of each page, its words with one blank between them."""
    document = pypdfium2.PdfDocument(paper_pdf(paper, size=size, folder=folder).content)
    texts = [page.get_textpage().get_text_range() for page in document]
    return [" ".join(text.replace("\ufffe", "-").split()) for text in texts]


def in_order(text: str, parts: Iterable[str]) -> bool:
    """Whether the parts stand in the text one after the other."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def test_a_paper_says_what_it_says_in_order() -> None:
    issue = Issue("revised", 3, "Pink", "Mon 23 Nov 2026 18:40")
    front, back = pages(sheet("Anna Keller", issue=issue, changes=("Call 07:00, was 06:30.",)))

    said = (
        *("PINK", "Lake Pictures", "Nightfall", "CALL SHEET", "Day 3 of 30, Wed 25 Nov 2026"),
        *("REVISED 3 PINK, Mon 23 Nov 2026 18:40", "* Call 07:00, was 06:30."),
        *("UNIT CALL", "07:00", "LUNCH", "13:00 Barn", "CREW", "Position Name Phone Call"),
        *("GRIP", "* grip Anna Keller +41 79 555 01 22 07:00", "COMPANY MOVE"),
        *("Confidential.", "Page 1 of 2"),
    )
    assert in_order(front, said), front
    assert in_order(back, ("Nightfall", "CALL SHEET", "NOTES", "Closed set.", "Page 2 of 2")), back


def test_what_data_says_is_never_read_as_a_template() -> None:
    text = "".join(" ".join(pages(sheet(*HOSTILE))).split())

    for each in HOSTILE:
        assert 1 == text.count("".join(each.split())), each


def test_a_paper_of_nothing_but_hostile_texts_is_set() -> None:
    said = HOSTILE[1]
    blocks = (Words(said, HOSTILE, said), Break(), Table(said, (Column(said, 1),), (Row((said,)),)))
    text = " ".join(pages(Paper("../x", said, said, said, said, blocks, foot=said)))

    assert text.count(said) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_script_is_in_the_pdf_or_said_to_be_missing(name: str) -> None:
    paper = sheet(name)
    found = paper_pdf(paper, size="a4")
    lacking = missing([name])
    letters = Counter(normalize("NFKD", "".join(pages(paper))))
    wanted = Counter(normalize("NFKD", "".join(set(name) - set(lacking) - {" "})))

    assert wanted <= letters
    assert bool(lacking) == bool(found.note)
    assert all(each in found.note for each in lacking)


def test_letters_no_machine_has_are_named_with_what_to_install() -> None:
    note = paper_pdf(sheet("Anna \U0001e6c0\U0001e6c1"), size="a4").note

    if note:
        assert "fonts-noto" in note
        assert "\U0001e6c0" in note
    else:
        assert not missing(["\U0001e6c0"])


def test_all_of_120_people_are_there_and_the_headings_on_every_page() -> None:
    found = pages(crowd())
    text = " ".join(found)

    assert in_order(text, (f"Person Number-{at:03d} +41 79 555 01 22 07:00" for at in range(120)))
    people = [page for page in found if "Person Number" in page]
    assert all("Position Name Phone Call GRIP" in page for page in people)
    assert [f"Page {at} of {len(found)}" in page for at, page in enumerate(found, 1)] == [
        True for _ in found
    ]


@pytest.mark.parametrize(
    ("paper", "size", "points"),
    [
        (sheet("Ben"), "a4", (595, 842)),
        (sheet("Ben"), "letter", (612, 792)),
        (wide(9), "a4", (842, 595)),
        (wide(9), "letter", (792, 612)),
    ],
)
def test_a_page_has_the_size_it_is_to_have(
    paper: Paper, size: str, points: tuple[int, int]
) -> None:
    document = pypdfium2.PdfDocument(paper_pdf(paper, size=size).content)

    assert points == tuple(round(side) for side in document[0].get_size())


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_nothing_stands_outside_the_margins(size: str) -> None:
    for paper in (wide(60), sheet(*HOSTILE, "x" * 300), crowd()):
        for page in pypdfium2.PdfDocument(paper_pdf(paper, size=size).content):
            width, height = page.get_size()
            text = page.get_textpage()
            boxes = [text.get_charbox(at) for at in range(text.count_chars())]
            assert all(25 < box[0] and box[2] < width - 25 for box in boxes if box[2] > box[0])
            assert all(10 < box[1] and box[3] < height - 10 for box in boxes if box[3] > box[1])


def test_sixty_days_go_on_overleaf_with_the_names_again() -> None:
    text = " ".join(pages(wide(60)))

    assert text.count("CHARACTER 3") > 1
    assert all(
        f"Mon {day} " in text.replace("Mon Mon", "Mon") or str(day) in text for day in (1, 60)
    )
    assert 60 * 5 == sum(word[0] == "W" and word[1:].isdecimal() for word in text.split())


def test_a_row_longer_than_a_page_goes_on_overleaf() -> None:
    story = " ".join(f"word{at}" for at in range(2500))
    rows = (Row(("12A", story)),)
    found = pages(Paper("x", "X", "", "", "", (Table("t", (Column("a"), Column("b", 1)), rows),)))

    assert len(found) > 1
    assert in_order(" ".join(found), (f"word{at}" for at in range(0, 2500, 50)))


def test_a_run_of_many_goes_on_overleaf_with_each_rider_in_a_line() -> None:
    found = pages(coach(100))

    assert len(found) > 1
    assert in_order(
        " ".join(found),
        (f"Rider Number-{at:03d} Clapper loader +41 79 555 01 {at:02d}" for at in range(100)),
    )
    assert "Rider Number-020" in found[0]


def test_a_fact_that_says_something_else_has_its_mark() -> None:
    facts = Facts("x", (Fact("Unit call", "07:00", changed=True), Fact("Wrap", "18:00")))

    assert "* UNIT CALL" in pages(Paper("x", "X", "", "", "", (facts,)))[0]
    assert "* WRAP" not in pages(Paper("x", "X", "", "", "", (facts,)))[0]


def test_a_column_nobody_filled_is_not_on_the_page() -> None:
    assert "Run Passengers To R1" in pages(coach(3))[0]


@pytest.mark.parametrize("share", [1, 2, 4, 12])
def test_a_telephone_number_is_never_broken_where_its_column_can_hold_it(share: int) -> None:
    words = "a note that goes on and on " * 4
    columns = (Column("Who", share), Column("Note", 6), Column("More", 6))
    rows = (Row(("Rafaela Nunes, +351 912 555 130", words, words)),)
    paper = Paper("x", "X", "", "", "", (Table("t", columns, rows),))
    document = pypdfium2.PdfDocument(paper_pdf(paper, size="a4").content)

    assert "+351 912 555 130" in document[0].get_textpage().get_text_range()


def test_a_logo_stands_at_the_head(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(SVG, encoding="utf-8")
    logo = read_logo(path)

    assert logo == logo_of(logo.kept)
    plain = paper_pdf(sheet("Ben"), size="a4").content
    assert plain != paper_pdf(sheet("Ben"), size="a4", logo=logo).content


def templates(folder: Path, **files: str) -> Path:
    """A production's folder with templates of its own."""
    (folder / "templates").mkdir(exist_ok=True)
    for name, content in files.items():
        path = folder / "templates" / f"{name.replace('_', '-')}.typ"
        path.write_text(content, encoding="utf-8")
    return folder


def test_a_production_sets_a_paper_by_a_template_of_its_own(tmp_path: Path) -> None:
    own = '#import "paper.typ": *\n#show: sheet\nOUR OWN #paper.production'
    folder = templates(tmp_path, made_up=own)

    assert in_order(pages(sheet("Ben"), folder=folder)[0], ("OUR OWN Nightfall",))
    assert "OUR OWN" not in pages(wide(3), folder=folder)[0]


def test_a_production_may_have_another_template_for_all_papers(tmp_path: Path) -> None:
    folder = templates(tmp_path, any='#import "paper.typ": *\nALL: #paper.title')

    assert ["ALL: CALL SHEET"] == pages(sheet("Ben"), folder=folder)
    assert ["ALL: DAY OUT OF DAYS"] == pages(wide(3), folder=folder)


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("#let x = (", r"made-up\.typ"),
        ("#nothing-of-that-name", "unknown variable"),
        ('#read("/etc/hostname")', "made-up"),
        ('#read("../secret.txt")', "made-up"),
        ('\n#import "@preview/cetz:0.3.0"', "line 2: 'import' may bring in what is not in the"),
        ('#let p = "@pre" + "view/x:1.0.0"\n#import p: *', "line 2: 'import' may"),
        ('#import "a.typ".replace("a.typ", "@preview/x:1.0.0"): *', "line 1: 'import' may"),
        ('#include "a.typ"\n  .replace("a.typ", "@preview/x:1.0.0")', "line 1: 'include' may"),
        ('#include "../secret.typ"', "line 1: 'include' may"),
        ('#eval("1")', "line 1: 'eval' may"),
        ('#{ let e = eval\n"a.typ"\ne("1") }', "line 1: 'eval' may"),
        ('#dictionary(std).at("ev" + "al")("1")', "line 1: 'std' may"),
        ("#panic(paper-of)", "unknown variable"),
    ],
)
def test_a_template_with_a_mistake_is_named_in_a_sentence(
    tmp_path: Path, template: str, words: str
) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folder = templates(tmp_path, made_up=template)

    with pytest.raises(NotSet, match=words) as error:
        paper_pdf(sheet("Ben"), size="a4", folder=folder)
    assert "\n" not in str(error.value)


def test_a_link_among_the_templates_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text('"the secret"', encoding="utf-8")
    folder = templates(tmp_path, made_up='#json("secret.json")')
    (folder / "templates" / "secret.json").symlink_to(secret)

    with pytest.raises(NotSet, match="secret"):
        paper_pdf(sheet("Ben"), size="a4", folder=folder)
