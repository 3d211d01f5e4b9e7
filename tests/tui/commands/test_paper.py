"""`callboard paper` and `callboard logo`."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.tui.commands.conftest import DAY


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


@pytest.fixture
def called(office: Run) -> Run:
    """A production whose gaffer is called on a Monday."""
    assert 0 == office("add", "call", "electric 0630", "--day", DAY).code
    assert 0 == office("add", "day", f"date:{DAY} shoot:3 call 0700").code
    return office


def test_without_a_name_all_papers_are_listed_with_their_formats(run: Run) -> None:
    said = run("paper")

    assert 0 == said.code
    assert "contact-sheet" in [line.split()[0] for line in said.out]
    assert any(line.endswith("(pdf txt xlsx ics)") for line in said.out)


def test_a_paper_is_text_on_stdout(called: Run) -> None:
    said = called("paper", "contact sheet", "--day", DAY)

    assert 0 == said.code
    assert any("CONTACT SHEET" in line for line in said.out)
    assert any("Anna Keller" in line and "06:30" in line for line in said.out)
    assert [] == said.err


@pytest.mark.parametrize(
    ("size", "points"), [((), (595, 842)), (("--letter",), (612, 792)), (("--a4",), (595, 842))]
)
def test_a_paper_is_written_as_pdf(
    called: Run, tmp_path: Path, size: tuple[str, ...], points: tuple[int, int]
) -> None:
    path = tmp_path / "x.pdf"
    said = called("paper", "contact-sheet", "--day", DAY, "-o", str(path), *size)

    assert (0, f"Wrote the contact sheet to {path}.") == (said.code, said.err[-1])
    page = pypdfium2.PdfDocument(path)[0]
    assert points == tuple(round(side) for side in page.get_size())
    assert "Anna Keller" in page.get_textpage().get_text_range()


def test_the_productions_own_size_holds_where_none_is_named(called: Run, tmp_path: Path) -> None:
    assert 0 == called("change", "production", "paper:letter").code
    called("paper", "contact-sheet", "--day", DAY, "-o", str(tmp_path / "x.pdf"))

    assert 612 == round(pypdfium2.PdfDocument(tmp_path / "x.pdf")[0].get_width())


@pytest.mark.parametrize("suffix", ["txt", "xlsx", "ics"])
def test_a_paper_is_written_in_the_format_its_name_ends_with(
    called: Run, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"x.{suffix}"
    said = called("paper", "appointments", "--day", DAY, "-o", str(path))

    assert 0 == said.code, said.err
    assert path.stat().st_size


def test_a_paper_may_be_about_one_person(called: Run) -> None:
    assert 0 == called("add", "call", "ben 0515", "--day", DAY).code
    said = called("paper", "appointments", "ben", "--day", DAY)

    assert any("Ben Okafor" in line for line in said.out)
    assert not any("Electric" in line for line in said.out)


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("contact-shet",), 2, "'contact-shet' is no paper. Do you mean contact-sheet? Papers: "),
        (("contact-sheet", "anna"), 2, "The contact-sheet is about everything: leave 'anna' out."),
        (("appointments", "annna"), 1, "There is no person 'annna' (Anna Keller?)."),
        (("contact-sheet", "--day", "+9d"), 1, "Nothing is planned on "),
        (
            ("contact-sheet", "-o", "x.doc"),
            1,
            "'x.doc' cannot be written: the contact-sheet is set as .pdf, .txt or .xlsx.",
        ),
        (("contact-sheet", "-o", "x.ics"), 1, "'x.ics' cannot be written: the contact-sheet"),
        (("contact-sheet", "-o", "no/where/x.txt"), 1, "NOT saved: no/where/x.txt: No such file"),
    ],
)
def test_a_paper_that_cannot_be_says_why(
    called: Run, args: tuple[str, ...], code: int, words: str
) -> None:
    day = () if "--day" in args else ("--day", DAY)
    said = called("paper", *args, *day)

    assert code == said.code
    assert said.err[0].startswith(words), said.err


def test_a_day_with_nothing_on_it_names_the_next_one(called: Run) -> None:
    said = called("paper", "contact-sheet", "--day", "2026-11-01")

    assert ["Nothing is planned on Sun 1 Nov 2026 (next is Mon 23 Nov 2026)."] == said.err


@pytest.mark.parametrize("suffix", ["pdf", "txt", "xlsx", "ics"])
def test_a_paper_replaces_a_paper_and_nothing_else(
    called: Run, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"x.{suffix}"
    write = ("paper", "appointments", "--day", DAY, "-o", str(path))
    path.write_bytes(b"my own words")

    said = called(*write)
    assert (1, b"my own words") == (said.code, path.read_bytes())
    assert said.err[0].endswith("is no paper that was set here. Choose another name.")

    path.unlink()
    assert [0, 0] == [called(*write).code, called(*write).code]


def test_a_template_with_a_mistake_is_a_sentence(called: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "contact-sheet.typ").write_text("#let x = (", encoding="utf-8")
    said = called("paper", "contact-sheet", "--day", DAY, "-o", str(tmp_path / "x.pdf"))

    assert 1 == said.code
    assert said.err[0].startswith("The contact-sheet cannot be set: contact-sheet.typ: ")


def test_a_logo_is_kept_taken_away_and_brought_back(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lake.png").write_bytes(PNG)

    assert ["lake.png stands at the head of every paper now."] == run("logo", "lake.png").err
    assert ["There is a logo: PNG, 1 kB."] == run("logo").err
    assert 0 == run("logo", "--none").code
    assert "There is no logo." in run("logo").err[0]
    assert 0 == run("undo").code
    assert ["There is a logo: PNG, 1 kB."] == run("logo").err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.jpg", b"\xff\xd8\xff", "'x.jpg' is no picture a paper can have: a logo is a PNG or"),
        ("x.png", PNG[:40], "'x.png' cannot be drawn: "),
        ("x.svg", b"<svg", "'x.svg' cannot be drawn: "),
        ("x.png", PNG + b"\0" * 60_000, "'x.png' has 60 kB, and a logo may have 60"),
    ],
)
def test_what_is_no_logo_is_refused(
    run: Run, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    said = run("logo", name)

    assert 1 == said.code
    assert said.err[0].startswith(words), said.err
    assert "There is no logo." in run("logo").err[0]
