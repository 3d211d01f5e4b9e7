"""Written characters, and the line that goes over them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste

from tests.tui.widgets.stage import Stage
from tui.widgets.graphemes import after, before
from tui.widgets.lineeditor import LineEditor


FAMILY, THUMB, SWISS, FRENCH = "👨\u200d👩\u200d👧", "👍🏽", "🇨🇭", "🇫🇷"
WRITTEN = [
    ("Zoe\u0308", ["Z", "o", "e\u0308"]),
    ("Việt", ["V", "i", "ệ", "t"]),
    ("陈a", ["陈", "a"]),
    ("มี่", ["มี่"]),
    ("मोहन", ["मो", "ह", "न"]),
    (f"{FAMILY}{THUMB}!", [FAMILY, THUMB, "!"]),
    (f"{SWISS}{FRENCH}x", [SWISS, FRENCH, "x"]),
    ("❤\ufe0f ❤\ufe0f", ["❤\ufe0f", " ", "❤\ufe0f"]),
    ("ليلى", ["ل", "ي", "ل", "ى"]),
]


def cut_up(text: str) -> list[str]:
    parts, at = [], 0
    while at < len(text):
        parts.append(text[at : after(text, at)])
        at = after(text, at)
    return parts


@pytest.mark.parametrize(("text", "parts"), WRITTEN)
def test_a_letter_is_one_with_what_is_written_on_it(text: str, parts: list[str]) -> None:
    assert parts == cut_up(text)


@given(st.text(alphabet=st.sampled_from("aé\u0301\u0308े陈👍🏽👨\u200d\ufe0f🇨🇭 ") | st.characters()))
def test_the_way_back_stops_where_the_way_on_does(text: str) -> None:
    ends = [0]
    while ends[-1] < len(text):
        ends.append(after(text, ends[-1]))
    starts = [len(text)]
    while starts[-1] > 0:
        starts.append(before(text, starts[-1]))

    assert text == "".join(cut_up(text))
    assert ends == starts[::-1]


@pytest.mark.parametrize(("text", "parts"), WRITTEN)
async def test_each_key_goes_over_one_of_them_or_takes_one_away(
    text: str, parts: list[str]
) -> None:
    async with Stage(line := LineEditor()).run_test() as pilot:
        line.focus()
        line.value, line.cursor_position = text, len(text)
        await pilot.press(*["left"] * len(parts))
        assert 0 == line.cursor_position
        await pilot.press("right", "delete")
        assert "".join([parts[0], *parts[2:]]) == line.value
        await pilot.press("end", *["backspace"] * len(parts))

    assert "" == line.value


async def test_letters_pasted_apart_from_their_marks_are_put_together() -> None:
    async with Stage(line := LineEditor()).run_test() as pilot:
        line.focus()
        line.post_message(Paste("Zoe\u0308"))
        await pilot.pause()

    assert "Zoë" == line.value
