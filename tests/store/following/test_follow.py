"""Following others: what must wake a board, by every way a system tells of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.following import follow, notices
from store.following.follow import Follower
from store.following.inotify import Inotify
from store.following.notices import NoNotices, open_notices
from store.following.watched import Watched
from tests.store.folder_changes import CHANGES, append, new_writer, two_writers


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
LONG = 600.0  # no look of our own while a test runs
SOON = 0.02
OVERDUE = 20  # seconds until a wait is given up

WAYS = {"inotify": Inotify, "watchfiles": Watched, "nothing": NoNotices}
needs_inotify = pytest.mark.skipif(sys.platform != "linux", reason="needs inotify")


@pytest.fixture
def writers(tmp_path: Path) -> Path:
    return two_writers(tmp_path / "writers")


@pytest.fixture
def one_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Only this way to be told, and our own look so seldom that it finds nothing in its place."""
    way = request.param
    monkeypatch.setattr(notices, "WAYS", (WAYS[way], NoNotices))
    monkeypatch.setattr(follow, "INTERVAL", SOON if way == "nothing" else LONG)
    monkeypatch.setattr(follow, "THOROUGH", 1)
    return way


every_way = pytest.mark.parametrize(
    "one_way",
    [pytest.param("inotify", marks=needs_inotify), "watchfiles", "nothing"],
    indirect=True,
)


@pytest.fixture
def following(writers: Path) -> Iterator[threading.Event]:
    """A follower at work: the event is set whenever it calls."""
    called = threading.Event()
    follower = Follower(writers, called.set)
    follower.start()
    until_at_work(follower)
    called.clear()
    yield called
    follower.stop()


def until_at_work(follower: Follower) -> None:
    """Wait until the thread waits for changes, by making it look at something of no meaning."""
    beginning = threading.Event()
    deadline = threading.Timer(OVERDUE, beginning.set)
    deadline.start()
    while not follower._all and not beginning.is_set():
        beginning.wait(0.002)
    deadline.cancel()
    assert follower._all


@every_way
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_follower_calls_at(
    one_way: str, writers: Path, following: threading.Event, change: Callable[[Path], None]
) -> None:
    change(writers)

    assert following.wait(OVERDUE)


@every_way
def test_what_a_new_writer_writes_later_is_followed_too(
    one_way: str, writers: Path, following: threading.Event
) -> None:
    new_writer(writers)
    assert following.wait(OVERDUE)
    for n in range(5):
        following.clear()
        with (writers / "ana@stage-cccc/0001.json").open("ab") as file:
            file.write(b"line %d" % n)
        assert following.wait(OVERDUE)


@pytest.mark.parametrize(
    "one_way", [pytest.param("inotify", marks=needs_inotify), "watchfiles"], indirect=True
)
def test_writers_made_again_are_followed_after_the_next_look(
    one_way: str, writers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "INTERVAL", SOON)
    called = threading.Event()
    follower = Follower(writers, called.set)
    follower.start()
    try:
        until_at_work(follower)
        for n in range(3):
            writers.rename(writers.with_name(f"aside{n}"))
            assert called.wait(OVERDUE)
            called.clear()
            shutil.copytree(writers.with_name(f"aside{n}"), writers)
            assert called.wait(OVERDUE)
            called.clear()
        append(writers)
        assert called.wait(OVERDUE)
    finally:
        follower.stop()


@needs_inotify
def test_temporary_files_wake_nobody_until_they_are_renamed(writers: Path) -> None:
    told = Inotify(str(writers))
    told.arm()
    beside = writers / "reto@unit-bbbb/.0004.json.77.tmp"
    beside.write_bytes(b"begun")
    assert not told.wait(0)
    beside.rename(beside.with_name("0004.json"))
    assert told.wait(0)
    told.close()


@needs_inotify
def test_notices_lost_in_a_flood_count_as_a_change(writers: Path) -> None:
    told = Inotify(str(writers))
    told.arm()
    longest = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    busy = [writers / "reto@unit-bbbb" / f".{n}" for n in range(2)]
    for _ in range(longest // 3):
        for each in busy:
            each.write_bytes(b"x")
    found = [told.wait(0) for _ in range(longest)]

    assert True in found
    told.close()


def no_instances_left(writers: str) -> Inotify:
    raise OSError(24, "Too many open files")


@pytest.mark.parametrize("way", [no_instances_left, Inotify], ids=["no instances", "no watches"])
def test_where_the_system_has_nothing_left_our_own_look_goes_on_alone(
    writers: Path, monkeypatch: pytest.MonkeyPatch, way: Callable[[str], Inotify]
) -> None:
    monkeypatch.setattr(follow, "INTERVAL", SOON)
    monkeypatch.setattr(notices, "WAYS", (way, NoNotices))
    monkeypatch.setattr(Inotify, "_watch", lambda *_: -1)
    called = threading.Event()
    follower = Follower(writers, called.set)
    follower.start()
    try:
        until_at_work(follower)
        append(writers)
        assert called.wait(OVERDUE)
    finally:
        follower.stop()


def test_the_first_way_that_works_is_taken(writers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "WAYS", (no_instances_left, Watched, NoNotices))
    found = open_notices(str(writers))

    assert isinstance(found, Watched)
    found.close()


@every_way
def test_a_follower_ends_while_it_waits(
    one_way: str, writers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "INTERVAL", LONG)
    follower = Follower(writers, lambda: None)
    follower.start()
    until_at_work(follower)
    ending = threading.Thread(target=follower.stop, daemon=True)
    ending.start()
    ending.join(OVERDUE)

    assert not ending.is_alive()
    assert not follower._thread.is_alive()


def test_a_follower_ended_before_it_began_or_twice_does_no_harm(writers: Path) -> None:
    follower = Follower(writers, lambda: None)
    follower.stop()
    follower = Follower(writers, lambda: None)
    follower.start()
    follower.stop()
    follower.stop()

    assert not follower._thread.is_alive()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs /proc")
def test_no_descriptor_stays_open_behind_a_follower(writers: Path) -> None:
    before = open_descriptors()
    for _ in range(5):
        follower = Follower(writers, lambda: None)
        follower.start()
        follower.stop()

    assert before == open_descriptors()


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


LEFT_ALONE = """
import sys
from pathlib import Path
from store.following.follow import Follower
heavy = ("watchfiles", "anyio", "ctypes", "store.following.notices")
assert not [name for name in heavy if name in sys.modules]
from store.following import notices
notices.WAYS = tuple(way for way in notices.WAYS if way.__name__ == sys.argv[2])
follower = Follower(Path(sys.argv[1]), lambda: None)
follower.start()
while not follower._all:
    follower._stopped.wait(0.01)
"""


@pytest.mark.parametrize("way", [each.__name__ for each in WAYS.values()])
def test_a_process_ends_though_its_follower_was_left_running(writers: Path, way: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LEFT_ALONE, str(writers), way],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert (0, b"") == (done.returncode, done.stderr)
