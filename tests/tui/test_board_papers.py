"""Papers on the board: as text at once, as PDF by the same key."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.coordinator import SMALL, TODAY, at_board, saved
from tui.paper_sheet import PaperSheet


if TYPE_CHECKING:
    from tests.tui.coordinator import Coordinator


def sheet(somebody: Coordinator) -> PaperSheet:
    found = somebody.app.screen
    assert isinstance(found, PaperSheet), found
    return found


@pytest.mark.parametrize(
    ("pane", "words"),
    [("1", "CALL SHEET"), ("2", "CONTACT SHEET"), ("3", "TRANSPORT ORDER"), ("4", "ISSUE REPORT")],
)
async def test_the_paper_of_a_pane_is_there_at_once(folder: Path, pane: str, words: str) -> None:
    async with at_board(folder, size=SMALL) as mia:
        await mia.presses(pane, "p")

        assert mia.sees(words)
        assert mia.sees("Mon 23 Nov 2026")


async def test_papers_are_turned_and_chosen_by_number(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("2", "p")
        assert mia.sees("CONTACT SHEET")
        await mia.presses("n", "n", "N", "N", "N", "n")
        assert mia.sees("CONTACT SHEET")
        at = [each.kind.word for each in sheet(mia).papers].index("call-sheet")
        await mia.presses(str(at + 1))
        assert mia.sees("CALL SHEET")
        await mia.presses("q")
        assert mia.app.screen is mia.board


async def test_long_papers_scroll_to_their_foot_and_back(folder: Path) -> None:
    async with at_board(folder, size=SMALL) as mia:
        await mia.presses("2", "p")
        assert not mia.sees("Confidential.")
        await mia.presses("G")
        assert mia.sees("Confidential.")
        await mia.presses("g", "j", "k", "pagedown", "pageup")
        assert mia.sees("CONTACT SHEET")


async def test_the_same_key_again_writes_the_pdf_and_says_where(folder: Path) -> None:
    path = Path.home() / "callboard" / "Nightfall" / f"{TODAY} Day 3 Contact sheet.pdf"
    async with at_board(folder) as mia:
        await mia.presses("2", "p", "p")
        await mia.until(lambda: mia.sees("Written: "))

        assert path.read_bytes().startswith(b"%PDF-")
        await mia.presses("j")
        assert not mia.sees("Written: ")


async def test_a_pdf_that_is_done_after_the_sheet_was_closed_is_told_on_the_board(
    folder: Path,
) -> None:
    async with at_board(folder) as mia:
        await mia.presses("2", "p", "p", "q")
        await mia.until(lambda: mia.sees("Written: "))

        assert mia.app.screen is mia.board


async def test_where_there_is_no_room_to_set_a_paper_that_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_board(folder) as mia:
        await mia.presses("2", "p")
        monkeypatch.setattr(tempfile, "tempdir", str(folder / "full"))
        await mia.presses("p")
        await mia.until(lambda: mia.sees("NOT saved: "))


async def test_what_cannot_be_written_is_said(folder: Path) -> None:
    (Path.home() / "callboard").write_text("mine", encoding="utf-8")
    async with at_board(folder) as mia:
        await mia.presses("2", "p", "p")
        await mia.until(lambda: mia.sees("NOT saved: "))


async def test_the_text_is_copied_as_wide_as_mail(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    async with at_board(folder) as mia:
        monkeypatch.setattr(mia.app, "copy_to_clipboard", copied.append)
        await mia.presses("2", "p", "y")

        assert mia.sees("Copied ")
    assert "CONTACT SHEET" in copied[0]
    assert max(map(len, copied[0].splitlines())) <= 80


async def test_what_others_save_is_in_the_paper_that_is_open(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("2", "p")
        assert not mia.sees("Zoe Newcomer")
        saved(folder, "person", "Zoe Newcomer, grip, grip", as_user="reto")
        saved(folder, "call", "zoe 0715", as_user="reto")
        await mia.until(lambda: mia.sees("Zoe Newcomer"))


async def test_an_empty_production_says_that_nothing_is_planned(empty: Path) -> None:
    async with at_board(empty) as mia:
        await mia.presses("p")

        assert mia.sees("Nothing is planned on Mon 23 Nov 2026")
        await mia.presses("p")
        assert mia.sees("Nothing is planned")


def test_a_paper_as_text_loads_nothing_heavy(folder: Path) -> None:
    program = f"""
import sys
from tui.cli import cli
cli(["-p", {str(folder)!r}, "paper", "contact-sheet", "--day", "{TODAY}"], standalone_mode=False)
heavy = ("typst", "xlsxwriter", "icalendar", "pydantic", "textual", "rich")
print(*[name for name in heavy if name in sys.modules], file=sys.stderr)
"""
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )

    assert "CONTACT SHEET" in run.stdout
    assert not run.stderr.strip()


async def test_on_a_run_the_order_of_its_vehicle_comes_first(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3")
        await mia.points_at("Van 3")
        await mia.presses("p")

        assert "Van 3" in mia.office.desk.directory.show(*sheet(mia).papers[0].about)
        assert mia.sees("TRANSPORT ORDER")
        assert not mia.sees("Van 2, ")
        await mia.presses("2")
        assert mia.sees("Van 2")
