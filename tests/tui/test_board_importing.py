"""Taking a file in on the board: named, read in a thread, accepted row by row."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from store.change import Edit
from store.imports import formats
from store.imports.formats import read
from store.production import Production
from tests.store.imports.uss.schedules import small, written
from tests.tui.coordinator import at_board, saved
from tui.review_list import ARRIVED, NEWS, ReviewList


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.coordinator import Coordinator

DRAFT = (
    "INT. MILL - DAY #7#\n\nIt turns.\n\nEXT. WEIR - NIGHT #8#\n\nIt roars.\n\n"
    "INT. LOCK - DAY #9#\n\nIt fills.\n"
)
NEXT = DRAFT.replace("MILL", "FORGE").replace("#8#", "#10#")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A script of three scenes, in a folder of its own."""
    path = tmp_path / "scripts" / "draft.fountain"
    path.parent.mkdir()
    path.write_text(DRAFT)
    return path


def write_again(draft: Path) -> None:
    """The next draft, under the same name."""
    draft.write_text(NEXT)


async def opens(mia: Coordinator, file: Path, more: str = "") -> None:
    """Name a file and wait for what it would do."""
    await mia.presses("I")
    mia.app.board.foot.entry.clear()
    await mia.enters(f"{file}{more}")
    await mia.until(lambda: mia.sees("What becomes of it"))


def sets(mia: Coordinator) -> dict[str, str]:
    """The set of each scene that is not parked."""
    return {
        str(each["scene"]): str(each["set"])
        for each in mia.records("scene").values()
        if not each.get("parked")
    }


async def test_what_is_ticked_is_taken_in_as_one_change(folder: Path, draft: Path) -> None:
    async with at_board(folder) as mia:
        await opens(mia, draft)
        assert mia.sees("takes in 3 new")
        await mia.presses("j", "space")
        assert mia.sees("takes in 2 new")
        await mia.presses("enter")
        await mia.until(lambda: mia.sees("Imported draft.fountain: 2 new. u takes it all back."))

        assert {"7": "MILL", "9": "LOCK"} == {
            number: each for number, each in sets(mia).items() if number in ("7", "8", "9")
        }
        await mia.presses("u")
        assert "7" not in sets(mia)


async def test_a_draft_that_comes_again_shows_what_changed(folder: Path, draft: Path) -> None:
    async with at_board(folder) as mia:
        await opens(mia, draft)
        await mia.presses("enter")
        write_again(draft)
        await mia.presses("I")
        assert str(draft) == mia.typed
        await mia.presses("enter")
        await mia.until(lambda: mia.sees("takes in 1 new, 1 changed, 1 gone"))
        assert mia.sees("set MILL → FORGE")
        await mia.presses("enter")

        assert {"7": "FORGE", "9": "LOCK", "10": "WEIR"}.items() <= sets(mia).items()
        assert "8" not in sets(mia)


async def test_a_star_ticks_all_or_none_but_nothing_that_was_typed(
    folder: Path, draft: Path
) -> None:
    async with at_board(folder) as mia:
        await opens(mia, draft)
        await mia.presses("enter")
        [scene] = [each["id"] for each in mia.records("scene").values() if each["scene"] == "9"]
        mia.app.office.production.commit([Edit("scene", scene, {"set": "TYPED"})], "typed")
        write_again(draft)
        await opens(mia, draft)
        await mia.presses("*")
        assert mia.sees("takes in nothing")
        await mia.presses("*")
        assert mia.sees("takes in 1 new, 1 changed, 1 gone")
        await mia.presses("G", "space")
        assert mia.sees("1 taken from the file")


async def test_leaving_takes_nothing_in(folder: Path, draft: Path) -> None:
    async with at_board(folder) as mia:
        before = sets(mia)
        await opens(mia, draft)
        await mia.presses("q")

        assert before == sets(mia)
        assert mia.sees("Nothing was taken in.")


async def test_tab_completes_the_path_folder_by_folder(folder: Path, draft: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("I")
        await mia.types(str(draft.parent.parent / "scr"))
        await mia.presses("tab")
        assert f"{draft.parent}/" == mia.typed
        await mia.presses("tab")
        assert str(draft) == mia.typed


async def test_what_cannot_be_read_is_a_sentence_at_the_foot(folder: Path, draft: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("I")
        await mia.enters(str(draft.with_name("drafd.fountain")))
        await mia.until(lambda: mia.sees("Is it draft.fountain?"))


async def test_the_board_goes_on_while_a_file_is_read(
    folder: Path, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()

    def slow(*asked: object) -> object:
        assert goes_on.wait(10)
        return read(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(formats, "read", slow)
    async with at_board(folder) as mia:
        await mia.presses("I")
        await mia.enters(str(draft))
        assert mia.sees(f"Reading {draft}"[:40])
        await mia.presses("4", "a")
        await mia.enters("no coffee p2")
        assert 3 == len(mia.records("issue"))
        goes_on.set()
        await mia.until(lambda: mia.sees("takes in 3 new"))


def of_scene(production: Production, number: str) -> str:
    """The id of a scene by its number."""
    records = production.view.records("scene").items()
    [found] = [key for key, each in records if each.get("scene") == number]
    return found


async def test_what_others_save_while_one_looks_is_in_the_list_with_ones_own_ticks(
    folder: Path, draft: Path
) -> None:
    async with at_board(folder) as mia:
        await opens(mia, draft)
        await mia.presses("enter")
        write_again(draft)
        await opens(mia, draft)
        assert mia.sees("takes in 1 new, 1 changed, 1 gone")
        await mia.presses("space", "j")
        assert mia.sees("takes in 1 changed, 1 gone")
        reto = Production.open(folder, as_user="reto")
        reto.commit([Edit("scene", of_scene(reto, "7"), {"set": "SMITHY"})], "changed")
        await mia.until(lambda: mia.sees("set SMITHY as typed; the file has FORGE"))

        assert mia.sees(NEWS)
        assert mia.sees("takes in 1 gone")
        await mia.presses("enter")
        assert mia.sees(ARRIVED)
        await mia.presses("enter")
        await mia.until(lambda: mia.sees("Imported draft.fountain: 1 gone"))
        assert "SMITHY" == sets(mia)["7"]
        assert "10" not in sets(mia)
        assert not mia.app.office.production.conflicts()


async def test_a_list_that_stays_as_it_is_says_nothing_of_what_others_save(
    folder: Path, draft: Path
) -> None:
    async with at_board(folder) as mia:
        await opens(mia, draft)
        before = mia.app.screen
        saved(folder, "issue", "no coffee p2", as_user="reto")
        await mia.until(lambda: 3 == len(mia.records("issue")))
        await mia.presses("space", "space")
        assert mia.app.screen is before
        assert not mia.sees(NEWS)


async def test_what_others_save_before_it_is_seen_stands_beside_it(
    folder: Path, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReviewList, "look_again", lambda _: None)
    async with at_board(folder) as mia:
        await opens(mia, draft)
        await mia.presses("enter")
        write_again(draft)
        await opens(mia, draft)
        reto = Production.open(folder, as_user="reto")
        reto.commit([Edit("scene", of_scene(reto, "7"), {"set": "SMITHY"})], "changed")
        await mia.presses("enter")
        await mia.until(lambda: bool(mia.app.office.production.conflicts()))

        (found,) = mia.app.office.production.conflicts()
        assert {"FORGE", "SMITHY"} == {head.value for head in found.heads}


async def test_a_pushed_schedule_is_listed_day_by_day_with_what_goes_along(
    folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "winter.uss"
    file.write_bytes(written(small()))
    async with at_board(folder) as mia:
        await opens(mia, file)
        await mia.presses("enter")
        saved(folder, "event", 'on 26/11 1900 "Rushes" meeting')
        pushed = written(small()).replace(b"2026-11-26T", b"2026-12-01T")
        file.write_bytes(pushed)
        await opens(mia, file)
        assert mia.sees("Thu 26 Nov → Tue 1 Dec, with 2 scenes, 1 event")
        assert mia.sees('"Rushes" meeting')


async def disputed(mia: Coordinator, draft: Path) -> None:
    """The draft is here, a scene's set typed over, and the draft taken in once more."""
    await opens(mia, draft)
    await mia.presses("enter")
    [scene] = [each["id"] for each in mia.records("scene").values() if each["scene"] == "9"]
    mia.app.office.production.commit([Edit("scene", scene, {"set": "SLUICE"})], "typed")
    await opens(mia, draft)
    assert mia.sees("set SLUICE as typed; the file has LOCK")
    await mia.presses("enter")
    await mia.until(lambda: mia.sees("1 kept as typed"))


async def test_details_say_what_the_file_has_and_enter_takes_it(folder: Path, draft: Path) -> None:
    async with at_board(folder) as mia:
        await disputed(mia, draft)
        await mia.points_at("SLUICE")
        await mia.presses("o")
        assert mia.sees("≠ file says     LOCK (draft.fountain)")
        await mia.presses("j", "j", "j", "enter")

        assert mia.sees("Took LOCK from draft.fountain")
        assert "LOCK" == sets(mia)["9"]
        await mia.presses("o")
        assert not mia.sees("file says ")


async def test_what_is_parked_says_so_in_its_pane(folder: Path, draft: Path) -> None:
    async with at_board(folder) as mia:
        await opens(mia, draft)
        await mia.presses("enter")
        write_again(draft)
        await opens(mia, draft)
        await mia.presses("enter")

        assert mia.sees("parked: 8 EXT WEIR")
        assert mia.sees("10 EXT WEIR")


async def test_a_board_of_a_schedule_is_named_behind_the_file_and_is_there_the_next_time(
    folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "winter.uss"
    file.write_bytes(written(small()))
    async with at_board(folder) as mia:
        await opens(mia, file, " --board First")
        assert mia.sees("First pass")
        await mia.presses("enter")
        await mia.until(lambda: mia.sees("Imported winter.uss"))
        await mia.presses("I")

        assert f"{file} --board First" == mia.typed
