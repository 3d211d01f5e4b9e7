"""A file cut or written over at any byte of its last three changes, read and gone on from."""

from __future__ import annotations

import itertools
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tinydb import TinyDB

from store.change import Edit
from store.layout import CLOSING
from store.production import Production
from tests.store.writing import files_of, say, value


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Saved(NamedTuple):
    """A production of mia's with her state, and its file's bytes after each of her changes."""

    board: Production
    state: Path
    after: list[bytes]


@pytest.fixture(autouse=True)
def _unflushed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of saves, none of which has to outlast a power cut."""
    for flush in ("fsync", "fdatasync"):
        monkeypatch.setattr(os, flush, lambda _: None)


@pytest.fixture
def saved(mia: Production) -> Saved:
    after = []
    for turn in range(4):
        mia.commit([Edit("run", record, {"leave": str(turn)}) for record in ("r1", "r2")], "moved")
        after.append(files_of(mia)[0].read_bytes())
    return Saved(mia, Path(os.environ["CALLBOARD_STATE"]), after)


def cut_anywhere(saved: Saved) -> Iterator[tuple[bytes, int]]:
    """The file cut at each byte of its last three changes, and the last turn that is whole."""
    whole = saved.after[-1]
    ends = [len(content) - len(CLOSING) for content in saved.after]
    for cut in range(ends[0], len(whole)):
        yield whole[:cut], max(turn for turn, end in enumerate(ends) if end <= cut)


def written_over_anywhere(saved: Saved) -> Iterator[tuple[bytes, int]]:
    """Each of the last three appends stopped at each byte, the old closing brackets behind it."""
    for turn, (old, new) in enumerate(zip(saved.after, saved.after[1:], strict=False)):
        for stop in range(len(old) - len(CLOSING), len(new)):
            ended = stop >= len(new) - len(CLOSING)
            yield new[:stop] + old[stop:], turn + ended


HARMS = [cut_anywhere, written_over_anywhere]


@pytest.mark.parametrize("every", [13, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("user", ["eva", "mia"])
def test_what_is_before_the_harm_is_there_whole_and_the_next_change_is_saved(
    saved: Saved,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    harm: Callable[[Saved], Iterator[tuple[bytes, int]]],
    user: str,
    every: int,
) -> None:
    """Mia herself too, whose note knows of more than is left: she goes on under a new name."""
    mine = files_of(saved.board)[0]
    for number, (content, turn) in enumerate(itertools.islice(harm(saved), 0, None, every)):
        state = tmp_path / f"state{number}"
        shutil.copytree(saved.state, state)
        monkeypatch.setenv("CALLBOARD_STATE", str(state))
        mine.write_bytes(content)
        board = Production.open(saved.board.path, as_user=user)
        assert str(turn) == value(board, "r1", "leave") == value(board, "r2", "leave")
        used = set(board.view.have.items())
        made = say(board, "r1", leave="on")
        assert made.n > dict(used).get(made.writer, 0)
        again = Production.open(saved.board.path, as_user="ida")
        assert ("on", str(turn)) == (value(again, "r1", "leave"), value(again, "r2", "leave"))
        for file in files_of(board):
            with TinyDB(file, access_mode="r") as database:
                assert database.table("changes").all()
        if made.writer != saved.board.writer:
            shutil.rmtree(files_of(board)[0].parent)
