"""Saving: acknowledged means on the disk, refused means not there, and nothing in between."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from models.errors import NotSaved
from store.layout import FULL
from store.production import Production
from tests.store.writing import files_of, say, value


if TYPE_CHECKING:
    from collections.abc import Callable


def full_disk(after: int) -> Callable[[int, memoryview], int]:
    """An os.write that takes so many bytes, short at first, and then says the disk is full."""
    left = after
    write = os.write

    def refuse(descriptor: int, data: memoryview) -> int:
        nonlocal left
        if not left:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = write(descriptor, data[:left])
        left -= taken
        return taken

    return refuse


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def killed(_: int) -> None:
    """What nothing in the store catches stands for a kill."""
    raise KeyboardInterrupt


def dribble(descriptor: int, data: memoryview, *, write: Callable[..., int] = os.write) -> int:
    return write(descriptor, data[:7])


def reopened(production: Production) -> Production:
    return Production.open(production.path, as_user="eva")


def test_a_write_the_system_takes_in_small_parts_is_whole(
    mia: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", dribble)
    say(mia, "r1", leave="05:40")
    say(mia, "r1", note="x" * FULL)
    assert "05:40" == value(reopened(mia), "r1", "leave")


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4, 20, 90])
def test_on_a_full_disk_a_change_is_refused_and_not_there(
    mia: Production, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    say(mia, "r1", leave="05:40")
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full_disk(after))
        with pytest.raises(NotSaved, match=r"NOT saved.*No space left"):
            say(mia, "r1", leave="06:00")
    assert "05:40" == value(mia, "r1", "leave") == value(reopened(mia), "r1", "leave")


@pytest.mark.parametrize("after", [0, 2, 60])
def test_after_a_failed_write_the_file_is_left_alone_and_the_next_begins(
    mia: Production, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    say(mia, "r1", leave="05:40")
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full_disk(after))
        with pytest.raises(NotSaved):
            say(mia, "r1", leave="06:00")
    left = files_of(mia)[0].read_bytes()
    made = say(mia, "r1", leave="07:00")
    assert 3 == made.n
    assert left == files_of(mia)[0].read_bytes()
    assert 2 == len(files_of(mia))
    assert "07:00" == value(reopened(mia), "r1", "leave")
    assert () == reopened(mia).faults()


def test_the_file_a_write_failed_in_opens_again_after_the_next_start(
    mia: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(mia, "r1", leave="05:40")
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full_disk(60))
        with pytest.raises(NotSaved):
            say(mia, "r1", leave="06:00")
    say(mia, "r1", leave="07:00")
    again = Production.open(mia.path, as_user="mia")
    for file in files_of(again):
        with TinyDB(file) as database:
            assert database.table("changes").all()
    say(again, "r1", leave="08:00")
    assert mia.writer == again.writer
    assert "08:00" == value(reopened(mia), "r1", "leave")


def test_a_new_file_on_a_full_disk_is_not_there_at_all(
    mia: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full_disk(100))
        with pytest.raises(NotSaved):
            say(mia, "r1", note="x" * FULL)
    assert ["0001.json"] == [file.name for file in files_of(mia)[0].parent.iterdir()]


def test_a_flush_that_fails_is_said_and_the_next_file_repeats_the_change(
    mia: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(os, "fdatasync", failing(errno.EIO))
        assert 2 == say(mia, "r1", leave="05:40").n
    assert "Saved, but the disk reported an error" in mia.faults()[0].words
    assert "05:40" == value(mia, "r1", "leave")
    say(mia, "r1", note="next")
    first, second = files_of(mia)
    lines = first.read_bytes().split(b"\n")
    first.write_bytes(b"\n".join([*lines[:2], lines[2].rstrip(b","), b"}}", b""]))
    board = reopened(mia)
    assert ("05:40", "next") == (value(board, "r1", "leave"), value(board, "r1", "note"))
    with TinyDB(second) as database:
        assert [2, 3] == [document.doc_id for document in database.table("changes").all()]


def test_a_folder_flush_that_fails_leaves_the_change_in_doubt_and_it_is_looked_up(
    mia: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushes = iter([os.fsync, failing(errno.EIO)])

    def flush(descriptor: int) -> None:
        next(flushes)(descriptor)

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", flush)
        say(mia, "r1", note="x" * FULL)
    assert "Saved, but the disk reported an error" in mia.faults()[0].words
    assert "x" * FULL == value(reopened(mia), "r1", "note")


def failing_for_folders(number: int) -> Callable[[int], None]:
    """An os.fsync that fails for folders."""

    def flush(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))

    return flush


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EBADF, errno.ENOTSUP])
def test_a_share_that_cannot_flush_folders_is_no_disk_with_errors(
    mia: Production, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", failing_for_folders(number))
    again = Production.open(mia.path, as_user="mia")
    say(again, "r1", leave="05:40")
    say(again, "r1", note="x" * FULL)
    assert () == again.faults()
    assert ["0001.json", "0002.json"] == [file.name for file in files_of(again)]


def test_what_others_wrote_and_cannot_be_flushed_is_repeated_in_a_new_file(
    mia: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session may have been killed before its flush: what follows must not stand alone."""
    with monkeypatch.context() as process:
        process.setattr(os, "fdatasync", killed)
        with pytest.raises(KeyboardInterrupt):
            say(mia, "r1", leave="05:40")
    again = Production.open(mia.path, as_user="mia")
    with monkeypatch.context() as disk:
        disk.setattr(os, "fdatasync", failing(errno.EIO))
        with pytest.raises(NotSaved, match="Input/output error"):
            say(again, "r1", leave="06:00")
    say(again, "r1", leave="07:00")
    files = files_of(again)
    files[0].write_bytes(files[0].read_bytes()[:200])
    assert ("07:00", 3) == (
        value(reopened(mia), "r1", "leave"),
        reopened(mia).view.have[mia.writer],
    )


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EDQUOT, errno.ESTALE])
def test_whatever_the_disk_says_is_said_and_nothing_changes(
    mia: Production, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    say(mia, "r1", leave="05:40")
    before = files_of(mia)[0].read_bytes()
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", failing(number))
        with pytest.raises(NotSaved, match=os.strerror(number)):
            say(mia, "r1", leave="06:00")
    assert before == files_of(mia)[0].read_bytes()
    assert "05:40" == value(mia, "r1", "leave")


def test_a_value_json_cannot_hold_is_refused(mia: Production) -> None:
    with pytest.raises(NotSaved, match="cannot be kept"):
        say(mia, "r1", leave=object())  # type: ignore[arg-type]
    with pytest.raises(NotSaved, match="cannot be kept"):
        say(mia, "r1", leave="\udcff")
    assert mia.view.get("run", "r1") is None
