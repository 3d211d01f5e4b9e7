"""Our own look at the writers' folders: what a quick one sees, and what a thorough one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.following.traces import quick_look, thorough_look
from tests.store.folder_changes import copy_of_any_name, older_file_grows, two_writers


if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def writers(tmp_path: Path) -> Path:
    return two_writers(tmp_path / "writers")


def test_a_look_remembers_the_newest_file_and_sees_new_names_of_any_kind(writers: Path) -> None:
    before = quick_look(str(writers), {})
    assert "0003.json" == before["reto@unit-bbbb"].newest
    assert before == quick_look(str(writers), before)

    copy_of_any_name(writers)
    after = quick_look(str(writers), before)

    assert ["mia@office-aaaa"] == [name for name in after if after[name] != before[name]]


def test_ten_thousand_files_are_followed_in_their_order(writers: Path) -> None:
    for name in ("9999.json", "10000.json"):
        (writers / "reto@unit-bbbb" / name).write_bytes(b"late")

    assert "10000.json" == quick_look(str(writers), {})["reto@unit-bbbb"].newest


def test_the_thorough_look_sees_an_old_file_grow_and_the_quick_one_does_not(writers: Path) -> None:
    quick, thorough = quick_look(str(writers), {}), thorough_look(str(writers))
    older_file_grows(writers)

    assert quick == quick_look(str(writers), quick)
    assert thorough != thorough_look(str(writers))
