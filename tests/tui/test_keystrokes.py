"""The actions of a coordinator's day, done with the keys the README counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.coordinator import SMALL, at_board
from tests.tui.keystrokes import BEGIN, END, README, TASKS, Task, day_table, with_day


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.coordinator import Coordinator

ONE_LINE = 1
"""Lines with Enter an action may take where one is on its row or in its pane already."""


async def does(somebody: Coordinator, task: Task) -> None:
    """Take the steps of a task, being where it begins."""
    if task.pane:
        await somebody.presses(task.pane)
    if task.row:
        await somebody.points_at(task.row)
    for step in task.steps:
        if step.startswith('"'):
            await somebody.types(step[1:])
        else:
            await somebody.presses(step)


@pytest.mark.parametrize("task", TASKS, ids=[each.action for each in TASKS])
async def test_an_action_is_done_with_the_keys_that_are_counted(folder: Path, task: Task) -> None:
    async with at_board(folder, size=SMALL) as mia:
        if not task.pane:
            await mia.presses("4" if task.steps[0] != "!" else "3")
        before = task.done(mia)
        await does(mia, task)

        assert task.wanted == task.done(mia), "\n".join(mia.lines)
        assert before != task.wanted or "u" in task.steps


@pytest.mark.parametrize("task", TASKS, ids=[each.action for each in TASKS])
def test_an_action_takes_no_more_than_one_line_and_enter_in_its_place(task: Task) -> None:
    lines = task.steps.count("enter") - (task.steps[0] == "l")

    assert lines <= ONE_LINE
    assert len([each for each in task.steps if len(each) == 1]) <= 2


def test_the_readme_has_the_table_of_today() -> None:
    readme = README.read_text(encoding="utf-8")
    stands = readme.partition(BEGIN)[2].partition(END)[0]

    assert day_table().strip() == stands.strip()
    assert readme == with_day(readme)
