"""What is sent to terminals without colour, and to eyes that need contrast."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.tui.terminal_of import board_of
from tui.widgets.ink import CONTRAST, SIGNS, STRIPS, STYLES, inks_of
from tui.widgets.rows import MARK


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.terminal_of import Terminal

RENDITION = re.compile(rb"\x1b\[([\d;:]*)m")
COLOUR = re.compile(r"3[0-8]|4[0-8]|9\d|10\d")
DIM = "2"

# What each role means, and what says so beside its ink.
SAID_BY = {
    "": "",
    "strong": "",
    "title": "",
    "label": "its place: in front of the value",
    "column": "its place: above the rows",
    "head": "its place: the first words of a line",
    "faint": "brackets, `(not now)`, `no day`, `free`, or no time in the row",
    "cursor": "the place in the heading, 3 of 24, and the terminal's own cursor",
    "rest": "the place in the heading, 3 of 24",
    "alarm": "the signs ! and ≠, ^^^ under the words, or a sentence",
    "doubt": "the signs ? and ~, ^^^ under the words, or a sentence",
    "good": "a sentence",
    "field": "the meaning under the line",
    "word": "the meaning under the line",
    "wrong": "^^^ under the words",
    "unsure": "^^^ under the words",
    **dict.fromkeys(STRIPS, "the letters in the strip: `EXT N`, `INT DUSK`"),
}


def renditions(board: Terminal) -> set[str]:
    """Every number of every change of rendition that was sent."""
    found = RENDITION.findall(board.sent)
    return {number for each in found for number in each.decode().split(";")}


def looks_around(board: Terminal) -> None:
    """Clashes, doubts, marks, a wrong line, help, details, conflicts: all that has an ink."""
    board.presses("3", "space", "j", "a")
    board.until_sees("Esc leave")
    board.presses("0540 van2 qqq ", "enter")
    board.until_sees("^^^")
    board.presses("esc")
    board.until_sees("Not saved.")
    board.presses("j")
    board.until_sees("x next state")
    for key, words, leave in (
        ("o", "q back", "q"),
        ("?", "to search", "esc"),
        ("f", "What is wrong", "esc"),
        ("b", "END OF DAY", "q"),
    ):
        board.presses(key)
        board.until_sees(words)
        board.presses(leave)
        board.until(lambda: "╭" not in board.text)


@pytest.mark.parametrize(
    "environ",
    [
        {"NO_COLOR": "1"},
        {"NO_COLOR": "1", "CALLBOARD_THEME": "high-contrast"},
        {"NO_COLOR": "1", "CALLBOARD_THEME": "nord"},
        {"CALLBOARD_THEME": "high-contrast-ansi"},
    ],
    ids=str,
)
def test_without_colour_only_attributes_are_sent(
    demo: Path, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    with board_of(demo) as board:
        looks_around(board)

        assert set() == {each for each in renditions(board) if COLOUR.fullmatch(each)}
        assert {"1", "4", "7"} <= renditions(board)


@pytest.mark.parametrize("theme", ["high-contrast", "high-contrast-light", "high-contrast-ansi"])
def test_nothing_is_dim_in_a_theme_of_high_contrast(
    demo: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = demo.parent / "of-the-user"
    config.mkdir()
    (config / "config.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")
    monkeypatch.setenv("CALLBOARD_CONFIG", str(config))
    with board_of(demo) as board:
        looks_around(board)
        sent = {each.decode() for each in RENDITION.findall(board.sent)}

        assert set() == {each for each in sent if each.startswith(f"{DIM};") or each == DIM}


def test_a_theme_nobody_has_is_said_on_the_board(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBOARD_THEME", "nrod")
    with board_of(demo, ready="There is no theme 'nrod'. Do you mean nord?") as board:
        board.until_sees("catppuccin")


@pytest.mark.parametrize("role", STYLES)
def test_no_role_is_told_by_its_ink_alone(role: str) -> None:
    assert role in SAID_BY, "say what else tells it, and see that it does"


def test_every_sign_and_the_mark_is_a_character_of_its_own() -> None:
    assert len({*SIGNS, MARK}) == len(SIGNS) + 1
    assert all(len(each) == 1 and each.isprintable() for each in (*SIGNS, MARK))


def test_the_inks_of_high_contrast_have_no_colour_and_nothing_dim() -> None:
    assert CONTRAST is inks_of("high-contrast-light")
    assert CONTRAST.keys() <= STYLES.keys()
    assert [] == [role for role, ink in CONTRAST.items() if ink.color or ink.bgcolor or ink.dim]
