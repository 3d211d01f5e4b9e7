"""The time a file is written with: of two versions the longer has the later one."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

from store.exchange.stamp import SECOND, stamp
from tests.store.exchange.writing import history, whole


if TYPE_CHECKING:
    from pathlib import Path

LINES = history(("a", 10))
AT = int(dt.datetime.fromisoformat("2026-11-21T05:40:12+01:00").timestamp())


def test_it_is_the_time_of_the_last_change(tmp_path: Path) -> None:
    assert AT == stamp(whole(LINES[:1]), tmp_path / "none") // SECOND


def test_changes_of_one_moment_or_of_a_clock_put_back_are_a_second_apart(tmp_path: Path) -> None:
    back = LINES[0], LINES[1].replace(b"2026-11", b"2016-11")

    assert AT + 9 == stamp(whole(LINES), tmp_path / "none") // SECOND
    assert AT + 1 == stamp(whole(back), tmp_path / "none") // SECOND


def test_it_is_later_than_a_shorter_version_whatever_time_that_has(tmp_path: Path) -> None:
    there = tmp_path / "0001.json"
    there.write_bytes(whole(LINES[:4]))
    os.utime(there, (AT + 9_000, AT + 9_000))

    times = [stamp(whole(LINES[:count]), there) // SECOND for count in (5, 6, 10)]
    assert AT + 9_000 < times[0] < times[1] < times[2]


def test_what_is_no_time_and_no_file_has_the_first_second(tmp_path: Path) -> None:
    odd = LINES[0].replace(b"2026-11", b"9999-99")

    assert SECOND == stamp(whole([odd]), tmp_path / "none")
    assert 0 == stamp(b"a shopping list", tmp_path / "none")
