"""`callboard keys`: every key, and what is wrong with the user's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tui.actions import ACTIONS


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run


@pytest.fixture
def keys_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALLBOARD_CONFIG", str(tmp_path))
    return tmp_path / "keys.toml"


def test_every_action_has_a_line_with_its_keys_its_name_and_its_words(
    anywhere: Run, keys_file: Path
) -> None:
    said = anywhere("keys")

    assert 0 == said.code
    assert [(each.all_keys.split()[0], each.words) for each in ACTIONS] == [
        (line.split()[0], line.split("  ")[-1].strip()) for line in said.out
    ]
    assert [f"To change them, write {keys_file}"] == said.err


def test_the_users_own_keys_are_listed(anywhere: Run, keys_file: Path) -> None:
    keys_file.write_text('[keys]\ncopy = "F5"\nsync = false\n', encoding="utf-8")
    said = anywhere("keys", "--json")
    keys = {each["action"]: each["keys"] for each in json.loads("\n".join(said.out))}

    assert 0 == said.code
    assert (["F5"], []) == (keys["copy"], keys["sync"])
    assert [f"Your own keys are in {keys_file}"] == said.err
    assert "(none)" in "\n".join(anywhere("keys").out)


def test_what_is_wrong_with_them_is_said_beside(anywhere: Run, keys_file: Path) -> None:
    keys_file.write_text('[keys]\ndelte = "F5"\n', encoding="utf-8")
    said = anywhere("keys")

    assert 1 == said.code
    assert len(ACTIONS) == len(said.out)
    assert "keys.toml, line 2: there is no action 'delte'; do you mean 'delete'?" == said.err[0]
