"""Everything the board can do is done without a screen."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.store.imports.uss.schedules import small, written
from tests.tui.coordinator import TODAY
from tests.tui.disputed import apart
from tui.actions import ACTIONS
from tui.cli import cli
from tui.commands import COMMANDS
from tui.plain_ways import BEGIN, END, NEEDLESS, WAYS, ways_table, with_ways


README = Path(__file__).parents[2] / "README.md"

# What each command of the table says on a small production, one after the other.
SAID = {
    "today": "issues: 2 open",
    "list run --day tmr --plain": "run M2 06:00 hotel>base; leave 06:00; vehicle Van 3; from hotel",
    "list run anna -ben": "M3   Mon 23 Nov  07:00",
    "list run --sort vehicle": "3 runs.",
    "show run 7": "line: 2026-11-23 0540 Van2 hotel>base +Anna +Ben",
    "log run 7": "made, day Mon 23 Nov, leave 05:40",
    "add run 0540 van2 'hotel>base' anna": "05:40 hotel>base, Mon 23 Nov.",
    "add issue 'late at the gate' 'about:run 7'": "late at the gate.",
    "add log lunch 1302": "Added log R1 13:02 lunch, Mon 23 Nov.",
    "change run 7,9 -15": "leave 06:00 → 05:45",
    "next run 7,9": "2 rows: told.",
    "move scene 12A,12B d3": "Moved 2 strips to day 3, Mon 23 Nov.",
    "strips --day d3": "END OF DAY 3 - Mon 23 Nov",
    "push 2d --from d3 --dry-run": "Push from Mon 23 Nov by 2 working days: 1 day, 2 scenes",
    "remove run 7,9": "Removed run M1 05:25 hotel>base, run M2 05:45 hotel>base;",
    "undo": "Took back “removed 2 records”.",
    "redo": "removed 2 records",
    "check": "Changed by two who did not know of one another",
    "conflicts": "run M3 07:00 base>Farm, Mon 23 Nov: leave",
    "settle run 7 2": "'callboard undo'",
    "paper contact-sheet --day d3": "CONTACT SHEET",
    "issue call-sheet --day d3": "prelim, no. 1",
    "issued call-sheet --day d3": "PRELIM 1",
    "sync /media/stick/nightfall": "The production is in",
    "import draft.fountain --review": "1 x new     scene 77",
    "import draft.fountain": "Imported draft.fountain: 1 new.",
    'import blue.uss --board "First pass"': "The board is First pass; the file also has",
    "versions": "imported draft.fountain: 1 new",
    "--help": "conflicts",
    "keys": "redo",
}


def as_here(line: str, path: Path) -> str:
    """A line of the table with the numbers, the day and the folder of the test's production."""
    numbers = line.replace("settle run 7", "settle run M3").replace("run 7", "run M1")
    there = numbers.replace("M1,9", "M1,M2").replace("--day tmr", f"--day {TODAY}")
    for named, name in {
        "/media/stick/nightfall": "stick",
        "draft.fountain": "",
        "blue.uss": "",
    }.items():
        there = there.replace(named, str(path.parent / (name or named)))
    return there


def test_each_command_of_the_table_does_what_it_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    (folder.parent / "draft.fountain").write_text("INT. MILL - DAY #77#\n\nIt turns.\n")
    (folder.parent / "blue.uss").write_bytes(written(small()))
    for way in WAYS:
        if way.line == "check":
            apart(folder, {"mia": {"leave": "06:50"}, "reto": {"leave": "07:00"}}, "M3")
        args = ["-p", str(folder), *shlex.split(as_here(way.line, folder))]
        if way.line.startswith(("add run", "add log")):
            args += ["--day", TODAY]
        said = CliRunner().invoke(cli, args, prog_name="callboard").output

        assert SAID[way.line] in said


def test_every_action_has_a_way_without_a_screen() -> None:
    known = {action for way in WAYS for action in way.actions} | NEEDLESS

    assert [] == [each.id for each in ACTIONS if each.id not in known]


def test_every_way_is_a_command_there_is() -> None:
    words = {shlex.split(way.line)[0] for way in WAYS} - {"--help"}

    assert words <= COMMANDS.keys()


def test_the_readme_has_the_ways_of_today() -> None:
    readme = README.read_text(encoding="utf-8")
    stands = readme.partition(BEGIN)[2].partition(END)[0]

    assert ways_table().strip() == stands.strip()
    assert readme == with_ways(readme)
