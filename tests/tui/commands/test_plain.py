"""Commands for those who read by ear: one record a line, a value a line after its name."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.tui.commands.conftest import DAY


if TYPE_CHECKING:
    from tests.tui.commands.conftest import Run


@pytest.fixture
def run(office: Run) -> Run:
    """The command line on a production with three runs, two of them at once with one van."""
    for line in ("0540 van2 hotel>base anna ben", "0610 van2 base>hotel", "0700 hotel>base mia"):
        assert office("add", "run", line, "--day", DAY).code == 0
    assert office("add", "day", "shoot:3", "call", "0700", "--day", DAY).code == 0
    return office


def number(run: Run, at: int) -> str:
    """The number of one of the runs, in the order they leave."""
    return run("list", "run", "--plain").out[at].split()[1]


def test_the_day_is_told_a_fact_a_line(run: Run) -> None:
    said = run("today", "--day", DAY).out

    assert "production: Nightfall" in said
    assert "day: Mon 23 Nov day 3/3" in [line.removesuffix(" today") for line in said]
    assert "unit call: 07:00" in said
    assert "transport: 3 runs, 3 not told" in said
    assert [] == [line for line in said if ": " not in line]


def test_the_clashes_of_the_day_are_told_whole(run: Run) -> None:
    said = run("today", "--day", DAY).out
    clashes = [line for line in said if line.startswith("clash: ")]

    assert any(each.startswith("clash: Van 2 is on two runs at once: run ") for each in clashes)


def test_a_plain_list_has_a_record_a_line_each_value_after_its_name(run: Run) -> None:
    said = run("list", "run", "--plain", "--day", DAY)
    first = (
        f"run {number(run, 0)} 05:40 hotel>base; leave 05:40; vehicle Van 2; from hotel; to base"
    )

    assert 3 == len(said.out)
    assert said.out[0].startswith(first)
    assert ["3 runs on Mon 23 Nov 2026."] == said.err


@pytest.mark.parametrize(
    ("by", "leaves"),
    [
        ("leave", ["05:40", "06:10", "07:00"]),
        ("-leave", ["07:00", "06:10", "05:40"]),
        ("-vehicle", ["05:40", "06:10", "07:00"]),
        ("from", ["06:10", "05:40", "07:00"]),
        ("ORIGIN", ["06:10", "05:40", "07:00"]),
    ],
)
def test_a_list_stands_in_the_order_of_a_field_empty_ones_last(
    run: Run, by: str, leaves: list[str]
) -> None:
    said = run("list", "run", "--plain", "--sort", by).out

    assert leaves == [line.split()[2] for line in said]


def test_a_field_there_is_not_is_answered_with_those_there_are(run: Run) -> None:
    said = run("list", "run", "--sort", "wheels")

    assert 1 == said.code
    assert said.err[0].startswith("A run has no field 'wheels'; it has day, leave, arrive by")


def test_a_record_is_told_a_field_a_line_with_its_own_line_and_its_clashes(run: Run) -> None:
    said = run("show", "run", number(run, 0)).out

    assert said[0].endswith("05:40 hotel>base")
    assert "passengers: Anna Keller, Ben Okafor" in said
    assert f"line: {DAY} 0540 Van2 hotel>base +Anna +Ben" in said
    assert said[-1].startswith("clash: Van 2 is on two runs at once")


def test_a_record_is_made_again_by_the_line_it_shows(run: Run) -> None:
    (line,) = [each for each in run("show", "run", number(run, 2)).out if each.startswith("line: ")]
    run("add", "run", line.removeprefix("line: "))
    told = [each.partition("; ")[2] for each in run("list", "run", "--plain").out]

    assert told[2] == told[3]


def test_several_records_are_named_with_commas_and_become_one_change(run: Run) -> None:
    both = f"{number(run, 0)},{number(run, 1)}, {number(run, 0)}"
    assert 0 == run("change", "run", both, "-15").code
    assert ["05:25", "05:55", "07:00"] == [
        line.split()[2] for line in run("list", "run", "--plain").out
    ]
    assert 0 == run("remove", "run", both).code
    assert 1 == len(run("list", "run", "--plain").out)
    run("undo")
    run("undo")

    assert ["05:40", "06:10", "07:00"] == [
        line.split()[2] for line in run("list", "run", "--plain").out
    ]


def test_one_of_several_that_is_not_there_leaves_all_as_they_are(run: Run) -> None:
    said = run("change", "run", f"{number(run, 0)},X99", "-15")

    assert (1, ["There is no run 'X99'."]) == (said.code, said.err)
    assert "05:40" in run("list", "run", "--plain").out[0]


def test_the_next_state_follows_on_the_one_before(run: Run) -> None:
    first = number(run, 0)
    states = []
    for _ in range(5):
        run("next", "run", first)
        states.append(run("list", "run", "--plain").out[0].rpartition("status ")[2])

    assert ["told", "out", "aboard", "done", "done"] == states
    assert f"Run {first} is done; nothing follows on that." == run("next", "run", first).err[0]


def test_what_has_no_state_says_so(run: Run) -> None:
    said = run("next", "place", "base")

    assert 1 == said.code
    assert said.err[0].startswith("Unit base has no state. ")


def test_what_would_be_saved_and_would_clash_is_told_and_nothing_is_saved(run: Run) -> None:
    said = run("add", "run", "0545 van2 hotel>base anna", "--day", DAY, "--dry-run")

    assert ["new: run", "day: Mon 23 Nov", "leave: 05:45"] == said.out[:3]
    assert any(line.startswith("Mind: Van 2 is on two runs at once") for line in said.err)
    assert "Nothing was saved: this was --dry-run." == said.err[-1]
    assert 3 == len(run("list", "run", "--plain").out)


def test_a_change_is_foretold_in_words(run: Run) -> None:
    said = run("change", "run", number(run, 2), "0640", "--dry-run")

    assert [f"run {number(run, 2)}: leave 07:00 → 06:40"] == said.out
    assert "07:00" in run("list", "run", "--plain").out[2]


def test_many_lines_are_foretold_one_after_the_other(run: Run) -> None:
    lines = b"0800 hotel>base mia\n0900 base>hotel mia\n"
    said = run("add", "run", "-", "--day", DAY, "--dry-run", given=lines)

    assert 2 == said.out.count("new: run")
    assert 3 == len(run("list", "run", "--plain").out)


def test_no_command_here_loads_the_board() -> None:
    program = (
        "import sys, tui.commands.today, tui.commands.show, tui.commands.next_state, "
        "tui.commands.saving, tui.day_words, tui.panes, tui.states; "
        "print('textual' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "False" == run.stdout.strip()
