"""Names and sessions: several of one user share a name, a copy never goes on under it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from store.change import Edit
from store.identity import name_part
from store.production import Production
from store.tag import choose_tag
from tests.store.writing import carry, files_of, say, value


ROOT = Path(__file__).parents[2]
SESSION = """
import sys
from store.change import Edit
from store.production import Production
board = Production.open(sys.argv[1], as_user="mia")
for number in range(40):
    fields = {"number": "", "leave": str(number), f"tags/{sys.argv[2]}-{number}": True}
    both = Edit("run", "both", {"leave": sys.argv[2]})
    board.commit([Edit("run", board.mint(), fields), both], "added a run")
"""


def numbers(board: Production) -> list[int]:
    return [change.n for change in board.chronicle().changes() if change.writer == board.writer]


def test_a_name_is_user_host_and_four_characters(mia: Production) -> None:
    user, _, rest = mia.writer.partition("@")
    assert "mia" == user
    assert 4 == len(rest.rpartition("-")[2])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Mia", "mia"),
        ("Jürg Müller", "jurg-muller"),
        ("a" * 30, "a" * 20),
        ("../../etc", "etc"),
        ("東京", "x"),
        ("", "x"),
        ("-", "x"),
    ],
)
def test_a_part_of_a_name_is_plain(given: str, expected: str) -> None:
    assert expected == name_part(given, "x")


def test_opened_again_the_name_is_the_same(mia: Production) -> None:
    say(mia, "r1", leave="05:40")
    again = Production.open(mia.path, as_user="mia")
    assert (mia.writer, "M") == (again.writer, again.tag)


def test_two_users_have_two_names_and_tags(mia: Production) -> None:
    say(mia, "r1", leave="05:40")
    other = Production.open(mia.path, as_user="max")
    assert mia.writer != other.writer
    assert "MA" == other.tag


def test_looking_makes_no_folder(mia: Production) -> None:
    Production.open(mia.path, as_user="reto")
    assert [mia.writer] == [folder.name for folder in (mia.path / "writers").iterdir()]


def test_two_sessions_in_two_processes_lose_nothing_and_use_no_number_twice(
    mia: Production,
) -> None:
    command = [sys.executable, "-c", SESSION, str(mia.path)]
    running = [
        subprocess.Popen([*command, name], cwd=ROOT, stderr=subprocess.PIPE) for name in "ab"
    ]
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert b"" == errors
    mia.refresh()
    assert list(range(1, 82)) == numbers(mia)
    said = [run["number"] for key, run in mia.view.records("run").items() if key != "both"]
    assert {f"M{count}" for count in range(1, 81)} == set(said)
    assert 80 == len(said)
    assert [mia.writer] == [folder.name for folder in (mia.path / "writers").iterdir()]
    assert () == mia.faults()


def test_two_sessions_that_did_not_see_one_another_are_in_conflict(mia: Production) -> None:
    second = Production.open(mia.path, as_user="mia")
    assert mia.writer == second.writer
    say(mia, "r1", leave="05:40")
    say(second, "r1", leave="06:00")
    mia.refresh()
    for board in (mia, second, Production.open(mia.path, as_user="reto")):
        (conflict,) = board.conflicts()
        assert ["06:00", "05:40"] == [head.value for head in conflict.heads]


def test_what_another_session_wrote_is_in_the_next_refresh(mia: Production) -> None:
    second = Production.open(mia.path, as_user="mia")
    say(second, "r2", leave="06:00")
    say(mia, "r1", leave="05:40")
    assert ("run", "r2") in mia.refresh()


def test_a_copied_home_on_another_machine_begins_a_new_name(
    mia: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(mia, "r1", leave="05:40")
    monkeypatch.setattr("store.identity._machine", lambda: "another machine")
    clone = Production.open(mia.path, as_user="mia")
    say(clone, "r1", leave="06:00")
    assert mia.writer != clone.writer


def test_a_copy_of_the_folder_on_the_same_machine_begins_a_new_name(
    mia: Production, tmp_path: Path
) -> None:
    say(mia, "r1", leave="05:40")
    carry(mia.path, tmp_path / "stick")
    clone = Production.open(tmp_path / "stick", as_user="mia")
    say(clone, "r1", leave="06:00")
    assert mia.writer != clone.writer
    assert "MI" == clone.tag


@pytest.mark.parametrize("back", [1, 3])
def test_a_restored_backup_begins_a_new_name(mia: Production, tmp_path: Path, back: int) -> None:
    carry(mia.path, tmp_path / "backup")
    for number in range(back):
        say(mia, "r1", leave=f"0{number}:40")
    shutil.rmtree(mia.path)
    carry(tmp_path / "backup", mia.path)
    again = Production.open(mia.path, as_user="mia")
    say(again, "r1", leave="06:00")
    assert mia.writer != again.writer
    assert 1 == numbers(again)[0]


def test_a_backup_restored_under_a_running_board_begins_a_new_name(
    mia: Production, tmp_path: Path
) -> None:
    say(mia, "r1", leave="05:40")
    carry(mia.path, tmp_path / "backup")
    was = mia.writer
    say(mia, "r1", leave="06:00")
    shutil.rmtree(mia.path)
    carry(tmp_path / "backup", mia.path)
    say(mia, "r1", leave="07:00")
    assert was != mia.writer
    assert "07:00" == value(mia, "r1", "leave")


def test_numbers_others_have_seen_of_us_and_we_lost_are_not_used_again(
    mia: Production, reto: Production
) -> None:
    carry(mia.path, mia.path.with_name("backup"))
    say(mia, "r1", leave="05:40")
    reto.refresh()
    say(reto, "r1", leave="06:00")
    own = files_of(mia)[0]
    shutil.copy(mia.path.with_name("backup") / "writers" / mia.writer / own.name, own)
    again = Production.open(mia.path, as_user="mia")
    assert mia.writer != again.writer
    assert any(f"Waiting for change 2 of {mia.writer}" in f.words for f in again.faults())


def test_numbers_are_never_given_twice_also_not_after_removal(mia: Production) -> None:
    def add(kind: str) -> object:
        new = mia.mint()
        mia.commit([Edit(kind, new, {"number": "", "note": "n"})], "added")
        number = (mia.view.get(kind, new) or {})["number"]
        mia.commit([Edit(kind, new, {"gone": True})], "removed")
        return number

    assert ["M1", "M2"] == [add("run"), add("run")]
    again = Production.open(mia.path, as_user="mia")
    again.commit([Edit("run", key, {"number": ""}) for key in ("x", "y")], "added 2 runs")
    assert {"M3", "M4"} == {record["number"] for record in again.view.records("run").values()}
    assert "M1" == add("issue")


@pytest.mark.parametrize(
    ("held", "others", "expected"),
    [
        ("", {}, "M"),
        ("", {"max@a-1111": "M"}, "MI"),
        ("", {"max@a-1111": "M", "mick@a-1111": "MI"}, "MA"),
        ("M", {"zoe@a-1111": "M"}, "M"),
        ("M", {"amy@a-1111": "M"}, "MI"),
    ],
)
def test_a_tag_belongs_to_one_writer(held: str, others: dict[str, str], expected: str) -> None:
    assert expected == choose_tag("mia@prod-7f3k", held, others)


def test_a_tag_claimed_twice_offline_is_given_up_by_one(mia: Production, tmp_path: Path) -> None:
    carry(mia.path, tmp_path / "stick")
    office = Production.open(mia.path, as_user="max")
    there = Production.open(tmp_path / "stick", as_user="mary")
    for board in (office, there):
        board.commit([Edit("run", board.mint(), {"number": ""})], "added")
    assert "MA" == office.tag == there.tag
    carry(tmp_path / "stick", mia.path)
    carry(mia.path, tmp_path / "stick")
    for board in (office, there):
        board.refresh()
        board.commit([Edit("run", board.mint(), {"number": ""})], "added")
    assert "MA" == there.tag
    assert "MX" == office.tag
    carry(tmp_path / "stick", mia.path)
    office.refresh()
    said = Counter(record["number"] for record in office.view.records("run").values())
    assert Counter({"MA1": 2, "MA2": 1, "MX1": 1}) == said
