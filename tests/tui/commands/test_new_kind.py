"""A kind is data: one class and one line in the list of kinds, and everything else follows."""

from __future__ import annotations

import csv
import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from models.kinds import KINDS
from store.production import Production
from tests.tui.kit import Kit
from tui.commands.reference import meant
from tui.office import Office


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run


@pytest.fixture(autouse=True)
def kit_is_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "kit", Kit)


def test_a_new_kind_lives_through_the_command_line(office: Run, tmp_path: Path) -> None:
    added = office("add", "kit", "2026-11-23 Lens set cases:3 +anna")
    changed = office("change", "kit", "lens", "cases:4", "#fragile")
    [listed] = json.loads("\n".join(office("list", "kits", "fragile", "--json").out))
    plain = office("list", "kit")
    office("export", str(tmp_path / "all.json"))
    office("export", str(tmp_path / "kits.csv"), "kit")
    history = office("log", "kit", "lens")
    undone = office("undo")
    removed = office("remove", "kit", "lens")

    number = listed["number"]
    assert [f"Added kit {number} Lens set, Mon 23 Nov."] == added.err
    assert [f"Changed kit {number} Lens set: cases 3 → 4, #fragile."] == changed.err
    assert (4, ["fragile"], "2026-11-23") == (listed["cases"], listed["tags"], listed["day"])
    assert ["No.", "Day", "Name", "Cases", "Keeper", "Tags"] == plain.out[0].split()
    assert [number, "Mon", "23", "Nov", "Lens", "set", "4", "Anna", "Keller", "fragile"] == (
        plain.out[1].split()
    )
    assert "cases 3 → 4, #fragile" == history.out[-1].strip()
    assert [0, 0] == [undone.code, removed.code]
    with TinyDB(tmp_path / "all.json", access_mode="r") as base:
        assert ["Lens set"] == [each["name"] for each in base.table("kit").all()]
    rows = csv.DictReader((tmp_path / "kits.csv").read_text("utf-8-sig").splitlines())
    assert [("Lens set", "4")] == [(row["name"], row["cases"]) for row in rows]


def test_a_new_kind_lives_in_the_office(folder: Path) -> None:
    office = Office(Production.open(folder), now=lambda: dt.datetime(2026, 11, 21, tzinfo=dt.UTC))

    office.save([office.adding("Lens set cases:3", Kit)])
    aimed = meant(office, Kit, "lens")
    line = office.line_of(aimed)
    office.save([office.editing("Lens set cases:5 note:heavy", aimed)])
    edited = office.document(aimed)
    office.production.undo()

    assert "Lens set cases:3" == line
    assert (5, "heavy") == (edited["cases"], edited["note"])
    assert (3, None) == (office.document(aimed)["cases"], office.document(aimed).get("note"))


def test_a_new_kinds_line_is_refused_in_its_own_words(office: Run) -> None:
    said = office("add", "kit", "cases:3")

    assert (1, "  a kit needs a name") == (said.code, said.err[-1])
