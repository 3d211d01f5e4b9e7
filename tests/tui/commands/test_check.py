"""Check: the files, two people's values, and the rules on every day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.change import Edit
from store.production import Production


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run


def test_where_nothing_is_wrong_it_says_so(office: Run) -> None:
    assert (0, [], ["Nothing is wrong (8 records, 0 days looked at)."]) == office("check")


def test_what_the_rules_find_stands_under_its_day(office: Run) -> None:
    office("add", "run", "2026-11-23 0540 van2 hotel>base")
    office("add", "run", "2026-11-23 0550 van2 hotel>base")
    office("add", "run", "2026-11-25 0550 hotel>base driver:ben")

    said = office("check")

    assert (1, "Mon 23 Nov 2026", "Wed 25 Nov 2026") == (said.code, said.out[0], said.out[-2])
    assert said.out[1].startswith("  Van 2 is on two runs at once")
    assert said.err[-1].endswith("things are wrong (11 records, 2 days looked at).")


def test_two_values_that_did_not_know_of_one_another_are_shown(office: Run, folder: Path) -> None:
    office("add", "run", "2026-11-23 0540 van2 hotel>base")
    mia, reto = (Production.open(folder, as_user=name) for name in ("mia", "reto"))
    [run] = mia.view.records("run")
    seen = reto.base()
    mia.commit([Edit("run", run, {"leave": "05:30"})], "earlier")
    reto.commit([Edit("run", run, {"leave": "06:00"})], "later", base=seen)

    said = office("check")

    [line] = [line for line in said.out if "leave" in line]
    assert 1 == said.code
    assert "leave 05:30 (mia, " in line
    assert "leave 06:00 (reto, " in line


def test_a_removed_record_somebody_changed_is_shown(office: Run, folder: Path) -> None:
    office("add", "run", "2026-11-23 0540 van2 hotel>base")
    mia, reto = (Production.open(folder, as_user=name) for name in ("mia", "reto"))
    [run] = mia.view.records("run")
    seen = reto.base()
    mia.commit([Edit("run", run, {"gone": True})], "removed it")
    reto.commit([Edit("run", run, {"leave": "06:00"})], "later", base=seen)

    said = office("check")

    [line] = [line for line in said.out if "removed (" in line]
    assert "changed (reto, " in line
    assert "removed (mia, " in line


def test_a_damaged_file_is_named(office: Run, folder: Path) -> None:
    [file] = (folder / "writers").glob("*/*.json")
    text = file.read_bytes()
    file.write_bytes(text.replace(b"Grand Hotel", b"Grand Motel"))

    said = office("check")

    assert (1, "Files") == (said.code, said.out[0])
    assert file.name in said.out[1]


def cut_short(folder: Path) -> str:
    """Cut the last change off the only writer's file, once it was read; the writer."""
    production = Production.open(folder)
    production.checkpoint()
    [writer] = [each.name for each in production.writers() if each.is_me]
    [file] = (folder / "writers" / writer).iterdir()
    file.write_bytes(file.read_bytes()[:-100])
    return writer


def test_what_only_the_checkpoint_knows_is_said_and_written_back(office: Run, folder: Path) -> None:
    office("add", "issue", "generator tripping")
    writer = cut_short(folder)

    said = office("check")
    assert any(writer in line and "'callboard check --repair'" in line for line in said.out)
    said = office("check", "--repair")
    assert any(line.startswith("Wrote back change ") for line in said.out)
    said = office("check")
    assert not any("--repair" in line for line in said.out)
    assert "generator tripping" in "".join(office("list", "issue").out)


def test_with_nothing_to_repair_nothing_is_written(office: Run) -> None:
    assert "Nothing had to be written back." in office("check", "--repair").err
