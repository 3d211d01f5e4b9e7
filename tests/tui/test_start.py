"""What `callboard` loads and does before the first screen."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tui.start import HERE, board_meant


if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("click", "arrow", "pydantic", "_ssl", "_hashlib", "watchfiles", "rapidfuzz", "tomllib")


def loaded(code: str) -> set[str]:
    said = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(said.stdout.split())


def test_a_board_starts_without_what_only_other_commands_need() -> None:
    found = loaded(
        "import os, tui.__main__\n"
        "from tui import terminal\n"
        "terminal.prepare(os.environ)\n"
        "with terminal.without_tls():\n"
        "    import tui.app"
    )
    assert "textual.app" in found
    assert not found & set(HEAVY)


def test_tls_can_be_loaded_once_the_board_stands() -> None:
    found = loaded(
        "from tui import terminal\n"
        "with terminal.without_tls():\n"
        "    import asyncio\n"
        "import ssl\n"
        "ssl.create_default_context()"
    )
    assert {"asyncio", "_ssl"} <= found


@pytest.fixture
def film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A production called film in the folder we are in."""
    (tmp_path / "film").mkdir()
    (tmp_path / "film" / "production.json").write_text("{}")
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "production.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "film"


BOARDS = {
    "its folder": (["film"], {}, "film"),
    "the folder we are in": ([], {}, ""),
    "the one the environment names": ([], {HERE: "film"}, "film"),
    "a command of that name": (["demo"], {}, ""),
    "an option": (["-h"], {}, ""),
    "a folder that is none": (["other"], {}, ""),
    "two words": (["film", "x"], {}, ""),
}


@pytest.mark.parametrize(("words", "environ", "expected"), BOARDS.values(), ids=BOARDS)
def test_the_board_is_meant_by_the_name_of_a_production_alone(
    film: Path, words: list[str], environ: dict[str, str], expected: str
) -> None:
    assert expected == board_meant(words, environ)


def test_inside_a_production_no_word_is_needed(film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(film)
    assert "." == board_meant([], {})
