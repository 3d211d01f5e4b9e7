"""The user's `config.toml`."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from store.config import Config, read_config


if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(isolated: Path) -> Path:
    return isolated / "config" / "config.toml"


def test_without_a_file_nothing_is_set() -> None:
    assert Config() == read_config()


def test_what_the_file_says_is_set(path: Path) -> None:
    path.write_text('theme = "high-contrast"\n', encoding="utf-8")

    assert Config(theme="high-contrast") == read_config()


@pytest.mark.parametrize(
    ("written", "theme", "words"),
    [
        (b'them = "nord"\ntheme = "nord"\n', "nord", "'them' is no setting. Settings: theme, pa"),
        (b"theme = 3\n", "", "theme takes words in quotes"),
        (b"theme = \n", "", "config.toml is not read: Invalid value (at line 1, column 9)."),
        (b'theme = "\xff"\n', "", "config.toml is not read: it is no UTF-8 text."),
        (b'"\\u001b[31m" = 1\n', "", "'?[31m' is no setting."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_counts(
    path: Path, written: bytes, theme: str, words: str
) -> None:
    path.write_bytes(written)
    found = read_config()

    assert theme == found.theme
    assert words in " ".join(found.wrong)


def test_a_file_that_cannot_be_read_is_said(path: Path) -> None:
    path.mkdir()

    assert f"{path} cannot be read" in " ".join(read_config().wrong)


def test_toml_is_loaded_only_where_there_is_a_file() -> None:
    program = (
        "import sys, store.config as c; found = c.read_config(); print('tomllib' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "False" == run.stdout.strip()
