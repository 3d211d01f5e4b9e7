"""What is settled before Textual is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textual.theme import BUILTIN_THEMES

from tui import themes
from tui.terminal import ANSI_THEMES, OWN_THEMES, THEMES, prepare, refused_theme, theme


def said_by(program: str) -> str:
    """What a program of its own process prints: Textual reads its environment only once."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "ansi-dark"),
        ({"CALLBOARD_THEME": "nord"}, "nord"),
        ({"CALLBOARD_THEME": "ansi-light"}, "ansi-light"),
        ({"CALLBOARD_THEME": "nrod"}, "ansi-dark"),
        ({"CALLBOARD_THEME": ""}, "ansi-dark"),
        ({"NO_COLOR": "1", "CALLBOARD_THEME": "nord"}, "ansi-dark"),
        ({"NO_COLOR": "", "CALLBOARD_THEME": "ansi-light"}, "ansi-light"),
        ({"CALLBOARD_THEME": "high-contrast"}, "high-contrast"),
        ({"NO_COLOR": "1", "CALLBOARD_THEME": "high-contrast-light"}, "high-contrast-ansi"),
        ({"TERM": "vt100", "CALLBOARD_THEME": "nord"}, "ansi-dark"),
        ({"TERM": "xterm-mono", "CALLBOARD_THEME": "high-contrast"}, "high-contrast-ansi"),
        ({"TERM": "linux", "CALLBOARD_THEME": "nord"}, "nord"),
    ],
)
def test_the_terminals_own_colours_unless_a_theme_is_chosen(
    environ: dict[str, str], expected: str
) -> None:
    assert expected == theme(environ)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ""),
        ({"CALLBOARD_THEME": "nord"}, ""),
        (
            {"NO_COLOR": "1", "CALLBOARD_THEME": "nord"},
            "NO_COLOR is set, so the theme 'nord' is not used.",
        ),
        (
            {"TERM": "vt100", "CALLBOARD_THEME": "nord"},
            "This terminal has no colours, so the theme 'nord' is not used.",
        ),
        ({"NO_COLOR": "1", "CALLBOARD_THEME": "high-contrast"}, ""),
    ],
)
def test_a_theme_that_is_not_used_is_explained(environ: dict[str, str], expected: str) -> None:
    assert expected == refused_theme(environ)


def test_an_unknown_theme_is_answered_with_those_there_are() -> None:
    words = refused_theme({"CALLBOARD_THEME": "nrod"})

    assert words.startswith("There is no theme 'nrod'.")
    assert "nord" in words


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ("nord", "")),
        ({"CALLBOARD_THEME": "dracula"}, ("dracula", "")),
        ({"NO_COLOR": "1"}, ("ansi-dark", "NO_COLOR is set, so the theme 'nord' is not used.")),
    ],
)
def test_the_theme_of_the_configuration_counts_where_the_environment_names_none(
    environ: dict[str, str], expected: tuple[str, str]
) -> None:
    assert expected == (theme(environ, "nord"), refused_theme(environ, "nord"))


def test_every_theme_offered_is_one_textual_has_or_our_own() -> None:
    offered = {**BUILTIN_THEMES, **themes.THEMES}

    assert set() == set(THEMES) - offered.keys()
    assert set(OWN_THEMES) == themes.THEMES.keys()
    assert {*ANSI_THEMES, "high-contrast-ansi"} == {name for name in THEMES if offered[name].ansi}


def test_a_theme_of_our_own_is_not_asked_of_textual_while_it_is_imported() -> None:
    environ = {"CALLBOARD_THEME": "high-contrast"}

    assert "high-contrast" == prepare(environ)
    assert "ansi-dark" == environ["TEXTUAL_THEME"]


def test_a_terminal_without_colours_is_sent_none() -> None:
    environ = {"TERM": "vt100"}
    prepare(environ)

    assert "1" == environ["NO_COLOR"]


def test_what_a_dropped_link_would_leave_on_is_off() -> None:
    environ = {"TEXTUAL_DISABLE_KITTY_KEY": "0", "TEXTUAL_ANIMATIONS": "full"}
    prepare(environ)

    assert "1" == environ["TEXTUAL_DISABLE_KITTY_KEY"]
    assert "none" == environ["TEXTUAL_ANIMATIONS"]


def test_an_exported_size_does_not_outlive_the_window_it_was_of() -> None:
    environ = {"COLUMNS": "80", "LINES": "24"}
    prepare(environ)

    assert {"COLUMNS", "LINES"}.isdisjoint(environ)


def test_frames_a_second_are_the_users_to_set() -> None:
    environ = {"TEXTUAL_FPS": "5"}
    prepare(environ)

    assert "5" == environ["TEXTUAL_FPS"]


def test_textual_starts_with_what_was_prepared() -> None:
    program = (
        "import os, tui.terminal as t; os.environ['CALLBOARD_THEME'] = 'ansi-light';"
        "t.prepare(os.environ); from textual.app import App; from textual import constants as c;"
        "app = App(); print(app.theme, app.native_ansi_color, c.DISABLE_KITTY_KEY, c.MAX_FPS)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "ansi-light True True 60" == run.stdout.strip()


def test_preparing_loads_no_textual() -> None:
    program = "import sys, tui.terminal; print('textual' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "False" == run.stdout.strip()
