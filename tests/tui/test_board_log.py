"""The day's log at the board: one line each, the scene's state with it, one undo for both."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from models.edits import Aimed
from models.kinds import kind
from store.production import Production
from tests.tui.coordinator import NOW, at_board, saved
from tui.office import Office


if TYPE_CHECKING:
    from pathlib import Path


def office(path: Path, clock: str, *, view: str = "2026-11-23", as_user: str = "mia") -> Office:
    """An office at a moment, with a day in view."""
    moment = dt.datetime.fromisoformat(clock).replace(tzinfo=NOW.tzinfo)
    production = Production.open(path, as_user=as_user)
    return Office(production, now=lambda: moment, view=dt.date.fromisoformat(view))


def log(at: Office, line: str) -> None:
    """Log a line as the command line does."""
    proposal = at.adding(line, kind("log"))
    assert not proposal.wrong, proposal.wrong
    assert at.save([proposal])


def scene(at: Office, number: str) -> dict[str, object]:
    (found,) = (dict(each) for each in at.of("scene").values() if each.get("scene") == number)
    return found


async def test_a_milestone_is_logged_now_from_any_pane_and_the_cursor_stays(folder: Path) -> None:
    async with at_board(folder, now=NOW.replace(hour=8, minute=12)) as mia:
        await mia.presses("3")
        before = mia.pane.grid.key
        await mia.presses("L")
        await mia.types("first ")
        assert mia.sees("new log  day Mon 23 Nov  time 08:12  what first-shot")
        await mia.enters("")

        (logged,) = mia.records("log").values()
        assert ("08:12", "first-shot") == (logged["at"], logged["what"])
        assert before == mia.pane.grid.key
        await mia.presses("1")
        assert mia.sees("08:12")
        assert mia.sees("log: first shot")


async def test_a_scene_logged_is_shot_and_one_undo_takes_both_back(folder: Path) -> None:
    async with at_board(folder, now=NOW.replace(hour=10, minute=52)) as mia:
        await mia.presses("L")
        await mia.types("sc 12A done su14 ")
        assert mia.sees("scene 12A state shot")
        await mia.enters("")
        assert "shot" == scene(mia.office, "12A").get("state")

        await mia.presses("u")
        assert {} == mia.records("log")
        assert scene(mia.office, "12A").get("state") is None


def test_a_scene_logged_again_is_the_same_line_and_an_edit_goes_on_to_the_scene(
    folder: Path,
) -> None:
    at = office(folder, "2026-11-23 11:00")
    log(at, "sc 12A part 2/8 owed")
    log(at, "sc 12A done su9")

    (line,) = at.of("log").values()
    assert ("done", 9, "11:00") == (line["outcome"], line["setups"], line["at"])
    assert "shot" == scene(at, "12A")["state"]

    assert at.save([at.changing("part", [Aimed("log", str(line["id"]))])])
    assert "part" == scene(at, "12A")["state"]
    at.production.undo()
    assert "shot" == scene(at, "12A")["state"]

    at.remove([Aimed("log", str(line["id"]))])
    assert "planned" == scene(at, "12A")["state"]
    at.production.undo()
    assert "shot" == scene(at, "12A")["state"]


def test_delays_are_as_many_as_are_logged(folder: Path) -> None:
    at = office(folder, "2026-11-23 11:00")
    log(at, "delay 20m rain")
    log(at, "delay 20m rain")
    log(at, "lunch 1302")
    log(at, "lunch 1305")

    assert ["delay", "delay", "lunch"] == sorted(
        str(each["what"]) for each in at.of("log").values()
    )
    assert ["13:05"] == [each["at"] for each in at.of("log").values() if each["what"] == "lunch"]


def test_a_night_shoot_past_midnight_is_logged_on_the_day_it_began(folder: Path) -> None:
    saved(folder, "day", "tmr call 1600 wrap 2600")
    at = office(folder, "2026-11-25 01:30", view="2026-11-25")

    log(at, "wrap")

    (line,) = at.of("log").values()
    assert ("2026-11-24", "25:30") == (line["day"], line["at"])


@pytest.mark.parametrize(("view", "line"), [("2026-11-23", "lunch"), ("2026-11-25", "23/11 lunch")])
def test_another_day_than_now_needs_its_time(folder: Path, view: str, line: str) -> None:
    at = office(folder, "2026-11-25 14:00", view=view)

    proposal = at.adding(line, kind("log"))

    assert ["when was that? it is not that day now: write the time too (lunch 1302)"] == [
        each.words for each in proposal.wrong
    ]
    assert not at.adding("sc 12A done", kind("log")).wrong


def test_the_same_milestone_logged_by_two_who_were_offline_stays_twice_and_is_seen(
    folder: Path,
) -> None:
    mia, reto = (
        office(folder, "2026-11-23 08:12"),
        office(folder, "2026-11-23 08:15", as_user="reto"),
    )
    first, second = (each.adding("first", kind("log")) for each in (mia, reto))
    assert mia.save([first])
    assert reto.save([second])

    mia.production.refresh()
    assert ["08:12", "08:15"] == sorted(str(each["at"]) for each in mia.of("log").values())
    assert "first shot is logged 2 times: 08:12 and 08:15" in [each.words for each in mia.findings]
