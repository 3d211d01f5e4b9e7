"""What is kept of a production from change to change is what would be worked out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.rules import findings
from store.change import Edit
from store.production import Production
from tests.tui.coordinator import NOW, changed, saved
from tui.office import Office
from tui.panes import PANES


if TYPE_CHECKING:
    from pathlib import Path

CHANGES = (
    ("run", "0545 van2 hotel>base ben"),
    ("person", "Zoe Marti, driver"),
    ("issue", "lamp broken p2"),
    ("leg", "base>farm 25m"),
    ("call", "reto 0600"),
    ("event", "1600 20m Wrap drinks farm"),
)


def shown(office: Office, *, wide: bool) -> list[list[tuple[str, tuple[str, ...], str]]]:
    """Every row of every pane."""
    return [
        [
            (row.key, row.cells, row.sign)
            for section in pane.sections(office, wide=wide)
            for row in map(section.row, range(len(section)))
        ]
        for pane in PANES
    ]


def test_panes_and_findings_after_changes_are_those_of_an_office_opened_anew(
    folder: Path,
) -> None:
    production = Production.open(folder, as_user="mia")
    office = Office(production, now=lambda: NOW)
    for word, line in CHANGES:
        for wide in (False, True):
            shown(office, wide=wide)
        made = saved(folder, word, line, as_user="reto")
        changed(folder, made, "note:again")
        production.refresh()
        anew = Office(Production.open(folder, as_user="mia"), now=lambda: NOW)
        for wide in (False, True):
            assert shown(anew, wide=wide) == shown(office, wide=wide)
        assert set(findings(anew.desk)) == set(office.findings)
        assert anew.disputed == office.disputed


def test_a_change_of_a_run_leaves_the_other_panes_as_they_are(folder: Path) -> None:
    production = Production.open(folder, as_user="mia")
    office = Office(production, now=lambda: NOW)
    before = {pane.name: pane.sections(office, wide=False) for pane in PANES}
    run = next(iter(office.of("run")))
    production.commit([Edit("run", run, {"status": "told"})], "told")
    after = {pane.name: pane.sections(office, wide=False) for pane in PANES}
    assert {"transport"} == {name for name in before if before[name] != after[name]}
