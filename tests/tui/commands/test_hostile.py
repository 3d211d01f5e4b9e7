"""No value in a production ends a command with anything but its own words."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from models.kinds import KINDS
from tests.tui.junk import fill_with_junk


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run

COMMANDS = [
    *(
        ("list", kind, *form)
        for kind in KINDS
        for form in ((), ("--json",), ("--csv",), ("p1-p3",))
    ),
    ("check",),
    ("log", "-v"),
    ("undo",),
    ("add", "call", "all", "+30"),
    ("change", "issue", "1", "done"),
]


@pytest.mark.parametrize("seed", [1, 2, 6])
def test_junk_in_every_field_ends_no_command(
    office: Run, folder: Path, tmp_path: Path, seed: int
) -> None:
    fill_with_junk(folder, random.Random(seed))
    crew = tmp_path / "crew.csv"
    crew.write_text("Name,Role\nAnna Keller,gaffer\n", encoding="utf-8")

    for words in [*COMMANDS, ("export", str(tmp_path / "all.json")), ("import", str(crew))]:
        said = office(*words)
        assert said.code in (0, 1), (words, said)
