"""What is said under the entry line while somebody types."""

from __future__ import annotations

import pytest

from tests.tui.widgets.stage import Stage, screen_text
from tui.widgets.preview import Preview, Problem, Reading


TEXT = "0540 van2 ann tomorow"
MEANING = (("Day", "Wed 25 Nov"), ("Leave", "05:40"), ("Vehicle", "Van 2, 8 seats"))
ANN = Problem(10, 13, "no one called 'ann': Anna Keller or Ann Moss?")
TOMOROW = Problem(14, 21, "tmr is tomorrow", doubt=True)


NAMES = ("Anna Keller", "Ann Moss")


@pytest.mark.parametrize(
    ("width", "reading", "expected"),
    [
        (70, Reading(), []),
        (
            70,
            Reading(TEXT, MEANING),
            ["Day Wed 25 Nov  Leave 05:40  Vehicle Van 2, 8 seats"],
        ),
        (
            30,
            Reading(TEXT, MEANING),
            ["Day Wed 25 Nov  Leave 05:40", "Vehicle Van 2, 8 seats"],
        ),
        (
            16,
            Reading(TEXT, (("Note", "two cases and a baby seat"),)),
            ["Note two cases", "and a baby seat"],
        ),
        (
            70,
            Reading(TEXT, MEANING, (ANN,), NAMES),
            [
                "            ^^^ no one called 'ann': Anna Keller or Ann Moss?",
                "Day Wed 25 Nov  Leave 05:40  Vehicle Van 2, 8 seats",
                "",
                "Tab  Anna Keller  Ann Moss",
            ],
        ),
        (26, Reading(TEXT, (), (TOMOROW,)), ["tmr is tomorrow ^^^^^^^"]),
        (
            26,
            Reading(TEXT, (), (ANN,)),
            ["            ^^^", "no one called 'ann': Anna", "Keller or Ann Moss?"],
        ),
        (
            60,
            Reading(TEXT, MEANING, (ANN, TOMOROW, TOMOROW), NAMES),
            [
                "            ^^^",
                "no one called 'ann': Anna Keller or Ann Moss?",
                "Day Wed 25 Nov  Leave 05:40  Vehicle Van 2, 8 seats",
                "Tab  Anna Keller  Ann Moss",
            ],
        ),
        (70, Reading(TEXT, (), (), NAMES, 1), ["", "", "", "Tab  Ann Moss"]),
        (40, Reading(TEXT, (("[/x]", "[bold]\x1b[2J"),)), ["[/x] [bold]·[2J"]),
    ],
)
async def test_the_preview_shows_what_matters_in_four_lines(
    width: int, reading: Reading, expected: list[str]
) -> None:
    async with (app := Stage(preview := Preview())).run_test(size=(width, 5)) as pilot:
        preview.show(reading, indent=2)
        await pilot.pause()

        assert expected + [""] * (4 - len(expected)) == screen_text(app)[:4]


async def test_the_completion_tab_takes_is_the_one_reversed() -> None:
    async with Stage(preview := Preview()).run_test(size=(60, 5)):
        preview.show(Reading(TEXT, (), (), NAMES))
        row = list(preview.drawn(60, 4))[-1]

        assert [" Anna Keller "] == [text for text, role in row.runs if role == "cursor"]


@pytest.mark.parametrize("width", [1, 2, 7, 80])
@pytest.mark.parametrize("height", [1, 2, 3])
async def test_no_size_is_too_small(width: int, height: int) -> None:
    reading = Reading(TEXT, MEANING, (ANN, TOMOROW), NAMES)
    async with Stage(preview := Preview()).run_test(size=(width, height)):
        preview.show(reading, indent=-30)

        assert height >= len(list(preview.drawn(width, height)))
