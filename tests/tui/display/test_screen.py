"""Whatever Textual draws, the terminal shows it, and less is sent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.display.frames import HEIGHT, WIDTH, frames, plain_stretches, whole_lines
from tests.tui.display.sight import Sight
from tui.display.screen import Screen


FULL = "\n".join(f"\x1b[{y + 1};1H\x1b[2m{'x' * WIDTH}\x1b[0m" for y in range(HEIGHT))


def shown_after(frames_: list[str], screen: Screen) -> tuple[Sight, Sight]:
    """Two terminals: one that got what Textual wrote, one that got the updates."""
    raw, thrifty = Sight(WIDTH, HEIGHT), Sight(WIDTH, HEIGHT)
    for each in frames_:
        raw.feed(each)
        screen.read(each)
        thrifty.feed(screen.update())
        assert raw.seen == thrifty.seen
    return raw, thrifty


@settings(max_examples=40)
@given(st.lists(frames(plain_stretches()), max_size=8))
def test_parts_of_lines_look_as_textual_drew_them(drawn: list[str]) -> None:
    shown_after([FULL + "\x1b[1;1H", *drawn], Screen(WIDTH, HEIGHT))


@settings(max_examples=40)
@given(st.lists(frames(plain_stretches()), max_size=8))
def test_nothing_is_drawn_where_textual_drew_nothing(drawn: list[str]) -> None:
    shown_after(drawn, Screen(WIDTH, HEIGHT, marked=True))


@settings(max_examples=40)
@given(st.lists(frames(whole_lines()), max_size=8))
def test_lines_of_any_script_look_as_textual_drew_them(drawn: list[str]) -> None:
    shown_after(drawn, Screen(WIDTH, HEIGHT))


@settings(max_examples=40)
@given(st.lists(frames(plain_stretches()), min_size=2, max_size=6))
def test_frames_that_came_while_the_terminal_took_nothing_are_one(drawn: list[str]) -> None:
    raw, thrifty, screen = Sight(WIDTH, HEIGHT), Sight(WIDTH, HEIGHT), Screen(WIDTH, HEIGHT)
    for each in drawn:
        raw.feed(each)
        screen.read(each)
    thrifty.feed(screen.update())

    assert raw.seen == thrifty.seen
    assert "" == screen.update()


@settings(max_examples=40)
@given(st.lists(frames(plain_stretches()), min_size=1, max_size=6), frames(plain_stretches()))
def test_a_garbled_terminal_shows_all_again(drawn: list[str], last: str) -> None:
    screen = Screen(WIDTH, HEIGHT)
    raw, thrifty = shown_after([FULL + "\x1b[1;1H", *drawn], screen)
    thrifty.feed("\x1b[2J\x1b[3;3H\x1b[mWall: the server goes down")
    screen.forget()
    raw.feed(last)
    screen.read(last)
    thrifty.feed(screen.update())

    assert raw.seen == thrifty.seen


@settings(max_examples=40)
@given(st.lists(frames(plain_stretches()), max_size=6))
def test_hardly_ever_is_more_sent_than_textual_wrote(drawn: list[str]) -> None:
    screen = Screen(WIDTH, HEIGHT)
    for each in drawn:
        screen.read(each)

        assert len(screen.update().encode()) <= 1.05 * len(each.encode()) + 4


def test_a_frame_drawn_twice_is_sent_once() -> None:
    screen = Screen(WIDTH, HEIGHT)
    screen.read(FULL + "\x1b[2;2H")

    assert len(screen.update()) > WIDTH * HEIGHT
    screen.read(FULL + "\x1b[2;2H")
    assert "" == screen.update()


@pytest.mark.parametrize(
    ("frame", "sent"),
    [
        ("\x1b[2;3H\x1b[2mxx\x1b[0m\x1b[2;3H", "\x1b[2;3H"),
        ("\x1b[2;3H\x1b[1mxx\x1b[0m\x1b[2;3H", "\x1b[2;3H\x1b[1mxx\x1b[m\x1b[3G"),
        ("\x1b[2;1H" + " " * WIDTH + "\x1b[2;1H", "\x1b[B\x1b[K"),
        ("\x1b[2;1Ha\x1b[2mxxxxxxxx\x1b[0ma\x1b[2;1H", "\x1b[Ba\x1b[8Ca\r"),
    ],
    ids=["the cursor only", "another style", "an empty line", "two ends of a line"],
)
def test_the_shortest_way_is_taken(frame: str, sent: str) -> None:
    screen = Screen(WIDTH, HEIGHT)
    screen.read(FULL + "\x1b[1;1H")
    screen.update()
    screen.read(frame)

    assert sent == screen.update()


def test_only_an_update_that_could_be_seen_half_done_is_marked() -> None:
    screen = Screen(WIDTH, 20, marked=True)
    screen.read("\x1b[1;1Ha\x1b[1;1H")
    assert "\x1b[?2026h" not in screen.update()
    screen.read("\n".join(f"\x1b[{y};1H{'xy' * 12}" for y in range(1, 20)) + "\x1b[1;1H")
    update = screen.update()

    assert update.startswith("\x1b[?2026h")
    assert update.endswith("\x1b[?2026l")


@pytest.mark.parametrize(
    "frame",
    [
        "no place",
        "\x1b[9;1Hbelow the last line",
        "\x1b[0;0Hno such cell",
        "\x1b[1;20Hbeyond the right edge",
        "\x1b[1;1Ha\nb",
        "\x1b[1;1H\ttab",
        "\x1b[1;1H\u0301nothing to combine with",
        "\x1b[1;1H👩\u200d👩\u200d👧",
        "\x1b[2J",
        "\x1b[1;1H\x1b]8;;https://example.org\x1b\\link",
        "\x1b[1;1Ha\x9b2Jb",
    ],
)
def test_what_cannot_be_told_is_refused(frame: str) -> None:
    with pytest.raises(ValueError, match=r"[\s\S]*"):
        Screen(WIDTH, HEIGHT).read(frame)


def test_a_line_that_was_overwritten_is_read_again() -> None:
    screen, line = Screen(WIDTH, HEIGHT), "\x1b[1;1Hone\n\x1b[2;1Htwo\x1b[2;1H"
    shown_after([line, "\x1b[1;2Hther\x1b[1;1H", line, line], screen)


@pytest.mark.parametrize("cells", [1, 3])
def test_characters_drawn_in_another_width_move_nothing_behind_them(
    monkeypatch: pytest.MonkeyPatch, cells: int
) -> None:
    monkeypatch.setattr("pyte.screens.wcwidth", lambda mark: cells if mark == "日" else 1)
    screen, sight = Screen(WIDTH, HEIGHT), Sight(WIDTH, HEIGHT)
    for line in ("日 Anna 0630", "日 Anna 0645", "Ben Anna 0645"):
        screen.read(f"\x1b[1;1H{line:<20}\x1b[1;1H")
        sight.feed(screen.update())

        assert line[-9:] == sight.screen.display[0].replace("日", "", 1).strip()[-9:]
        assert line[-9] == sight.screen.buffer[0][3 if "日" in line else 4].data
    assert "Ben Anna 0645" == sight.screen.display[0].rstrip()
