"""A writer's files: what they look like, what a torn or damaged one gives, what stays of it."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from store.change import Edit
from store.layout import FULL
from store.production import Production
from tests.store.writing import carry, files_of, say, value


if TYPE_CHECKING:
    from pathlib import Path


def copies(production: Production, there: Path) -> Path:
    """A copy of the folder, as another machine has it; the path of the writer's last file."""
    carry(production.path, there)
    return there / "writers" / production.writer / files_of(production)[-1].name


def words(production: Production) -> list[str]:
    return [fault.words for fault in production.faults()]


def test_every_file_opens_in_stock_tinydb(mia: Production, reto: Production) -> None:
    for number in range(5):
        say(mia, "r1", leave=f"05:4{number}")
        say(reto, "r2", note="x" * FULL)
    files = sorted(mia.path.rglob("*.json"))
    assert len(files) == 1 + 1 + 5
    for file in files:
        with TinyDB(file) as database:
            assert any(database.table(name).all() for name in database.tables())


def test_a_change_is_one_document_under_its_number(mia: Production) -> None:
    say(mia, "r1", leave="05:40")
    with TinyDB(files_of(mia)[0]) as database:
        document = database.table("changes").get(doc_id=2)
    assert document is not None
    assert ["c", "at", "did", "edits", "sum"] == list(document)
    assert [{"kind": "run", "id": "r1", "set": {"leave": "05:40"}}] == document["edits"]


def test_a_file_begins_with_what_it_is(mia: Production) -> None:
    with TinyDB(files_of(mia)[0]) as database:
        (about,) = database.table("about").all()
    assert (1, mia.id, mia.writer, "M", 1, 1) == tuple(about.values())[:-1]


def test_a_full_file_is_sealed_and_the_next_one_chains_on(mia: Production) -> None:
    for number in range(9):
        say(mia, "r1", note=str(number) * 9000)
    first, second = files_of(mia)
    assert first.stat().st_size <= FULL
    sealed = first.read_bytes()
    say(mia, "r1", note="one more")
    assert sealed == first.read_bytes()
    last = re.findall(r'"sum":"(\w+)"', sealed.decode())[-1]
    assert f'"prev":"{last}"' in second.read_text(encoding="utf-8")
    assert "one more" == value(Production.open(mia.path, as_user="reto"), "r1", "note")


def test_a_change_larger_than_a_file_is_one_file(mia: Production) -> None:
    mia.commit([Edit("run", f"r{n}", {"note": "x" * 90}) for n in range(2000)], "import")
    assert 2000 == len(Production.open(mia.path, as_user="reto").view.records("run"))


def test_cut_at_any_byte_the_last_change_is_all_or_nothing(mia: Production, tmp_path: Path) -> None:
    say(mia, "r1", leave="05:40")
    before = files_of(mia)[0].stat().st_size - len("\n}}\n")
    say(mia, "r1", leave="06:00", note="later", passengers=None)
    file = copies(mia, tmp_path / "copy")
    whole = file.read_bytes()
    for cut in range(before, len(whole)):
        file.write_bytes(whole[:cut])
        board = Production.open(tmp_path / "copy", as_user="reto")
        ended = cut >= len(whole) - len("\n}}\n")
        expected = ("06:00", "later") if ended else ("05:40", None)
        assert expected == (value(board, "r1", "leave"), value(board, "r1", "note"))
        assert [] == words(board)


def test_written_over_up_to_any_byte_the_last_change_is_all_or_nothing(
    mia: Production, tmp_path: Path
) -> None:
    """A write over the closing brackets that stopped leaves the rest of the old ones."""
    say(mia, "r1", leave="05:40")
    old = files_of(mia)[0].read_bytes()
    say(mia, "r1", leave="06:00")
    file = copies(mia, tmp_path / "copy")
    new = file.read_bytes()
    start = len(old) - len("\n}}\n")
    for stop in range(start, len(new)):
        file.write_bytes(new[:stop] + old[stop:])
        board = Production.open(tmp_path / "copy", as_user="reto")
        ended = stop >= len(new) - len("\n}}\n")
        assert ("06:00" if ended else "05:40") == value(board, "r1", "leave")
        assert [] == words(board)


def test_the_writer_repairs_a_torn_tail_and_goes_on(mia: Production) -> None:
    say(mia, "r1", leave="05:40")
    file = files_of(mia)[0]
    whole = file.read_bytes()
    torn = b',\n"3":{"c":3,"at":"2026'
    for stop in range(1, len(torn)):
        file.write_bytes(whole[: -len("\n}}\n")] + torn[:stop])
        again = Production.open(mia.path, as_user="mia")
        assert mia.writer == again.writer
        assert whole == file.read_bytes()
    say(again, "r1", leave="06:00")
    assert [file] == files_of(again)
    assert "06:00" == value(Production.open(mia.path, as_user="reto"), "r1", "leave")


def damaged(line: bytes) -> list[tuple[str, bytes]]:
    return [
        ("a byte is another", line.replace(b"05:41", b"05:51")),
        ("the sum is another", line[:-14] + b"000000000000" + line[-2:]),
        ("it is gone", b""),
        ("it is not JSON", line.replace(b'"edits":[', b'"edits":]')),
        ("it is empty brackets", b'"3":{}'),
        ("its number is another", line.replace(b'"3":', b'"7":', 1)),
    ]


@pytest.mark.parametrize("case", range(6))
def test_a_damaged_line_is_read_up_to_and_said(mia: Production, tmp_path: Path, case: int) -> None:
    for minute in range(4):
        say(mia, "r1", leave=f"05:4{minute}")
    file = copies(mia, tmp_path / "copy")
    lines = file.read_bytes().split(b"\n")
    _, lines[4] = damaged(lines[4].rstrip(b","))[case]
    lines[4] += b"," if lines[4] else b""
    file.write_bytes(b"\n".join(lines))
    written = file.read_bytes()
    board = Production.open(tmp_path / "copy", as_user="reto")
    assert "05:40" == value(board, "r1", "leave")
    if lines[4]:
        (said,) = words(board)
        assert "0001.json is damaged after change 2" in said
    assert written == file.read_bytes()


def test_what_was_read_stays_when_a_file_goes_away(mia: Production, reto: Production) -> None:
    say(mia, "r1", leave="05:40")
    reto.refresh()
    shutil.rmtree(mia.path / "writers" / mia.writer)
    reto.refresh()
    assert "05:40" == value(reto, "r1", "leave")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda file: file.unlink(), "is no longer there"),
        (lambda file: file.write_bytes(file.read_bytes()[:300]), "became shorter"),
        (lambda file: file.write_bytes(b"x" * 5000), "is damaged after change 3"),
    ],
)
def test_what_was_read_stays_when_a_file_becomes_other(
    mia: Production, reto: Production, harm: object, said: str
) -> None:
    for _ in range(2):
        say(mia, "r1", leave="05:40")
    reto.refresh()
    harm(files_of(mia)[0])  # type: ignore[operator]
    reto.refresh()
    assert "05:40" == value(reto, "r1", "leave")
    assert said in " ".join(words(reto))


def test_a_file_that_comes_back_is_read_on(mia: Production, reto: Production) -> None:
    say(mia, "r1", leave="05:40")
    reto.refresh()
    file = files_of(mia)[0]
    aside = file.with_name("aside")
    file.rename(aside)
    reto.refresh()
    assert [] != words(reto)
    aside.rename(file)
    say(mia, "r1", leave="06:00")
    reto.refresh()
    assert "06:00" == value(reto, "r1", "leave")
    assert [] == words(reto)


def test_a_later_file_waits_for_the_one_before_and_the_gap_is_named(
    mia: Production, tmp_path: Path
) -> None:
    for number in range(30):
        say(mia, "r1", leave="05:40", note=str(number) * 9000)
    carry(mia.path, tmp_path / "copy")
    first, second, third, *_ = sorted((tmp_path / "copy/writers" / mia.writer).iterdir())
    for missing, have in ((first, 0), (second, 8)):
        kept = missing.read_bytes()
        missing.unlink()
        board = Production.open(tmp_path / "copy", as_user="reto")
        assert have == board.view.have.get(mia.writer, 0)
        last = int(re.findall(r'"first":(\d+)', (second if have == 0 else third).read_text())[0])
        assert f"Waiting for changes {have + 1}-{last - 1} of {mia.writer}." in words(board)
        missing.write_bytes(kept)
        board.refresh()
        assert 31 == board.view.have[mia.writer]
        assert [] == words(board)


def test_changes_others_have_seen_and_we_have_not_are_named(
    mia: Production, reto: Production, tmp_path: Path
) -> None:
    say(mia, "r1", leave="05:40")
    reto.refresh()
    say(reto, "r1", leave="06:00")
    carry(mia.path, tmp_path / "copy")
    shutil.rmtree(tmp_path / "copy/writers" / mia.writer)
    board = Production.open(tmp_path / "copy", as_user="eva")
    assert [f"Waiting for changes 1-2 of {mia.writer}."] == words(board)
    assert "06:00" == value(board, "r1", "leave")


@pytest.mark.parametrize(
    "name",
    [
        ".0002.json.123.tmp",
        ".syncthing.0002.json.tmp",
        "0001.sync-conflict-20261121-054012-ABCDEFG.json",
        "0001 (conflicted copy).json",
        "0001.json~",
        "notes.txt",
    ],
)
def test_what_transports_leave_lying_about_is_no_file_of_ours(mia: Production, name: str) -> None:
    say(mia, "r1", leave="05:40")
    file = files_of(mia)[0]
    file.with_name(name).write_bytes(file.read_bytes()[:200])
    board = Production.open(mia.path, as_user="reto")
    assert "05:40" == value(board, "r1", "leave")
    assert [] == words(board)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"format":1', '"format":2', "later Callboard"),
        ('"production":"', '"production":"X', "another production"),
        ('"writer":"mia', '"writer":"eva', "was written by eva"),
        ('"first":1', '"first":"one"', "lacks a part"),
        ('{"about"', '["about"', "does not begin as a Callboard file"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_left_out(
    mia: Production, reto: Production, tmp_path: Path, old: str, new: str, said: str
) -> None:
    say(reto, "r2", leave="07:00")
    file = copies(mia, tmp_path / "copy")
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    written = file.read_bytes()
    board = Production.open(tmp_path / "copy", as_user="eva")
    assert said in " ".join(words(board))
    assert "07:00" == value(board, "r2", "leave")
    say(board, "r2", leave="08:00")
    assert written == file.read_bytes()


def test_a_folder_that_is_no_writers_is_said_without_control_characters(mia: Production) -> None:
    (mia.path / "writers" / "Copy of\x1b[2J mia").mkdir()
    mia.refresh()
    (said,) = words(mia)
    assert said.isprintable()


def test_a_file_under_a_link_or_that_is_a_folder_is_said(mia: Production) -> None:
    own = mia.path / "writers" / "eva@x-1234"
    (own / "0001.json").mkdir(parents=True)
    (mia.path / "writers" / "ida@x-1234").mkdir()
    (mia.path / "writers" / "ida@x-1234" / "0001.json").symlink_to("/etc/passwd")
    mia.refresh()
    assert 2 == len(words(mia))


def test_unknown_kinds_and_fields_survive_edits(mia: Production, reto: Production) -> None:
    strange = {"leave": "05:40", "colour": {"rgb": [1, 2]}, "flags/x": 3}
    mia.commit([Edit("run", "r1", strange), Edit("hologram", "h1", {"power": 9})], "later version")
    reto.refresh()
    say(reto, "r1", leave="06:00")
    board = Production.open(mia.path, as_user="eva")
    expected = {
        "id": "r1",
        "leave": "06:00",
        "colour": {"rgb": [1, 2]},
        "flags": {"x": 3},
    }
    assert expected == board.view.get("run", "r1")
    assert {"id": "h1", "power": 9} == board.view.get("hologram", "h1")
    assert {"hologram", "production", "run"} == set(board.view.kinds())


def test_a_clock_that_is_ahead_is_said(mia: Production, reto: Production) -> None:
    file = files_of(mia)[0]
    text = file.read_text(encoding="utf-8")
    (year,) = re.findall(r'"at":"(\d{4})', text)
    from store.change import chain_sum, first_sum

    body = text.split("\n")[2].rpartition(',"sum"')[0].replace(f'"at":"{year}', '"at":"2099')
    total = chain_sum(first_sum(mia.id, mia.writer), body.encode())
    head = "\n".join(text.split("\n")[:2])
    file.write_text(f'{head}\n{body},"sum":"{total}"}}\n}}}}\n', encoding="utf-8")
    board = Production.open(mia.path, as_user="reto")
    assert f"The clock of {mia.writer} is ahead" in words(board)[0]
    assert "Nightfall" == (board.view.get("production", "production") or {})["title"]
