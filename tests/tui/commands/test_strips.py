"""The stripboard, moves and pushes in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tests.tui.commands.conftest import Said
from tests.tui.scheduled import two_days
from tui.cli import cli


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command line on two shoot days, a day off, a travel day and a scene on no day."""
    path = two_days(tmp_path / "nightfall")

    def run(*args: str) -> Said:
        found = CliRunner().invoke(cli, ["-p", str(path), *args], prog_name="callboard")
        return Said(found.exit_code, found.stdout.splitlines(), found.stderr.splitlines())

    return run


def test_strips_prints_the_board(run: Run) -> None:
    said = [" ".join(line.split()) for line in run("strips").out]

    assert [
        "1 INT D BARN 1 1 2:00 ~07:00",
        "2 EXT N YARD 4/8 1:00 ~09:00",
        "END OF DAY 1 - Mon 23 Nov - 1 4/8 pgs - 3:00",
        "3 EXT D LANE 2/8 0:30 ~08:00",
        "END OF DAY 2 - Tue 24 Nov - 2/8 pgs - 0:30",
        "DAY OFF - Wed 25 Nov",
        "TRAVEL - Thu 26 Nov",
        "BONEYARD - 1 strip - 1/8 pgs - 0:15",
        "9 INT D ATTIC 1/8 0:15",
    ] == [line for line in said if line]


def test_strips_of_a_day_are_that_days_alone(run: Run) -> None:
    said = run("strips", "--day", "d2").out

    assert ["3", "END"] == [line.split()[0] for line in said if line]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("scene", "1,2", "d2"), 0, "Moved 2 strips to day 2, Tue 24 Nov."),
        (("scene", "9", "d1", "--after", "1"), 0, "Moved scene 9 to day 1, Mon 23 Nov."),
        (("scene", "3", "boneyard"), 0, "Moved scene 3 to the boneyard."),
        (("scene", "9", "boneyard"), 0, "Scene 9 is there."),
        (("scene", "9", "d1", "--after", "77"), 1, "Scene 77 is not on that day."),
        (("scene", "9", "d77"), 1, "There is no shoot day 77 (days 1 to 2 are planned)."),
        (("event", "tech", "d2"), 1, "Event M1 Tech recce is no strip of the board."),
    ],
)
def test_a_move_is_done_or_refused_in_words(
    run: Run, args: tuple[str, ...], code: int, said: str
) -> None:
    found = run("move", *args)

    assert (code, [said]) == (found.code, found.err)


def test_a_push_is_told_before_it_is_done(run: Run) -> None:
    told = run("push", "1d", "--from", "d1", "--dry-run").err
    assert "Push from Mon 23 Nov by 1 working day: 3 days, 3 scenes, 1 event." == told[0]
    assert "Nothing was saved: this was --dry-run." == told[-1]

    done = run("push", "1d", "--from", "d1").err
    assert [
        "Pushed the schedule from Mon 23 Nov by 1 working day: 3 days, 3 scenes, 1 event."
    ] == done
    assert "END OF DAY 1 - Tue 24 Nov - 1 4/8 pgs - 3:00" in run("strips").out
    assert 0 == run("undo").code
    assert "END OF DAY 1 - Mon 23 Nov - 1 4/8 pgs - 3:00" in run("strips").out


def test_a_pull_says_where_two_days_come_together(run: Run) -> None:
    assert (
        "Mind: Two production days come to stand on Mon 23 Nov."
        in run("push", "-1d", "--from", "d2").err
    )


def test_a_push_by_the_calendar_takes_days_off_along(run: Run) -> None:
    assert 0 == run("push", "1", "--from", "d2", "--calendar").code
    assert "DAY OFF - Thu 26 Nov" in run("strips").out


def test_a_push_by_nothing_is_refused(run: Run) -> None:
    found = run("push", "soon", "--from", "d1")

    assert 1 == found.code
    assert ["Soon is no number of days to push by (write 2d, or -1d to pull)."] == found.err


def test_a_scene_is_meant_by_the_number_the_script_has(run: Run) -> None:
    assert 0 == run("change", "scene", "9", "set:LOFT").code
    assert "LOFT" in " ".join(run("strips").out)
    assert "scene 9 LOFT" in run("show", "scene", "9").out[0].replace(" M4", "")
