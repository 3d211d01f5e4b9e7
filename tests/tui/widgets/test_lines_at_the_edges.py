"""The top line and the footer keep what matters when it gets narrow."""

from __future__ import annotations

import pytest

from tests.tui.widgets.stage import Stage, screen_text, sent_by
from tui.widgets.fitting import Part, fitted
from tui.widgets.footer import Footer
from tui.widgets.topline import TopLine


TOP = [
    ("Nightfall [x]", "strong", 0),
    ("day 3 of 10", "", 1),
    ("", "alarm", 1),
    ("call 07:00", "", 3),
    ("2 clashes", "alarm", 2),
]
KEYS = [
    ("a", "add", True, ""),
    ("x", "done", False, "no run is out"),
    ("d", "delete", True, ""),
    ("?", "keys", True, ""),
]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (60, "Nightfall [x]  day 3 of 10  call 07:00  2 clashes"),
        (48, "Nightfall [x]  day 3 of 10  2 clashes"),
        (36, "Nightfall [x]  day 3 of 10"),
        (20, "Nightfall [x]"),
        (8, "Nightfa…"),
    ],
)
async def test_the_top_line_drops_the_least_important_first(width: int, expected: str) -> None:
    async with (app := Stage(line := TopLine())).run_test(size=(width, 2)) as pilot:
        line.set_segments(TOP)
        await pilot.pause()

        assert expected == screen_text(app)[0]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (60, "a add (x done) d delete  ? keys"),
        (25, "a add (x done) ? keys"),
        (15, "a add  ? keys"),
    ],
)
async def test_the_footer_keeps_its_first_key_and_the_key_for_all_keys(
    width: int, expected: str
) -> None:
    async with (app := Stage(line := Footer())).run_test(size=(width, 2)) as pilot:
        line.set_hints(KEYS)
        await pilot.pause()

        assert expected == screen_text(app)[0]


async def test_a_key_that_does_nothing_now_stands_in_brackets_and_knows_why() -> None:
    async with Stage(line := Footer()).run_test(size=(60, 2)):
        line.set_hints(KEYS)
        (drawn,) = line.drawn(60, 1)

        assert ("(x done)", "faint") in [(text.strip(), role) for text, role in drawn.runs]
        assert ("no run is out", "") == (line.reason("x"), line.reason("a"))


async def test_a_word_from_the_board_stands_in_place_of_the_keys() -> None:
    async with (app := Stage(line := Footer())).run_test(size=(60, 2)) as pilot:
        line.set_hints(KEYS)
        line.say("Saved: M12 leaves at 05:40 [was 05:30]")
        await pilot.pause()
        assert "Saved: M12 leaves at 05:40 [was 05:30]" == screen_text(app)[0]

        line.say("")
        await pilot.pause()
        assert "a add (x done) d delete  ? keys" == screen_text(app)[0]


async def test_the_same_segments_send_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Stage(line := TopLine()).run_test(size=(60, 2)):
        line.set_segments(TOP)
        regions = sent_by(line, monkeypatch)
        line.set_segments(list(TOP))
        assert [] == regions

        line.set_segments([("Nightfall [y]", "strong", 0), *TOP[1:]])
        assert [12] == [region.width for region in regions]


def test_parts_that_never_go_are_cut() -> None:
    parts = [Part((("abc", ""),), 0), Part((("def", ""),), 0)]

    assert "abc  …" == fitted(parts, 6).text
