"""The sessions that are recorded: what a coordinator does, and what goes wrong meanwhile."""

from __future__ import annotations

import contextlib
import errno
from typing import TYPE_CHECKING

from models.errors import NotSaved
from tests.store.crash.operations import Flushed, Made, Renamed, Wrote
from tests.store.crash.recorder import Killed
from tests.store.crash.session import both, fail, kill


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.store.crash.session import Session

ONE_LEFT, FILLED = 4, 5  # changes after which one more fits into the file, or none


def a_day(session: Session) -> None:
    """Small changes, a large one, an undo, and files that fill up in between."""
    for _ in range(FILLED):
        session.say()
    session.say("x" * 1800)
    session.undo()
    session.say()


def a_morning(session: Session) -> None:
    """No more than two changes and a new file."""
    session.say()
    session.say()
    session.say("x" * 1800)


def two_starts(session: Session) -> None:
    """Two sessions of one user by turns."""
    first, second = session.board, session.opened("mia")
    for turn in range(6):
        session.board = (first, second)[turn % 2]
        session.say()


def a_tail_cut_off_at_the_start(session: Session) -> None:
    """A process killed in the middle of a write; the next start repairs its file."""
    session.say()
    session.tear(60, kill)
    go_on(session, 4)


def a_full_disk_in_the_middle(session: Session) -> None:
    """A write that stops half way: the file is left alone, the next change begins another."""
    session.say()
    session.tear(60, fail(errno.ENOSPC))
    refused(session)
    session.say()
    session.start()
    session.say()


def a_full_disk_at_a_new_file(session: Session) -> None:
    """A new file that does not come about is removed again."""
    for _ in range(FILLED):
        session.say()
    session.tear(60, fail(errno.ENOSPC))
    refused(session)
    session.say()


def a_flush_that_fails(session: Session) -> None:
    """The change is there, and may never reach the disk: the next file repeats it."""
    session.say()
    session.before(Flushed, fail(errno.EIO))
    session.say()
    session.say()
    session.say()


def a_folder_flush_that_fails(session: Session) -> None:
    """A new file is there, and its name may never reach the disk."""
    for _ in range(FILLED):
        session.say()
    session.before(Flushed, fail(errno.EIO), 1)
    for _ in range(4):
        session.say()


def somebody_reads_what_is_not_flushed(session: Session) -> None:
    """Reto sees a change of mia's before it is on the disk, and saves one that says so."""
    reto = session.opened("reto")
    session.say()

    def meanwhile() -> None:
        reto.refresh()
        session.acknowledge(reto.commit(both(77), "moved both"))

    session.before(Flushed, meanwhile)
    session.say()
    session.say()


def killed(kind: type, skip: int, changes: int) -> Callable[[Session], None]:
    """A process killed before an operation of saving; the next one goes on, across a file's end."""

    def run(session: Session) -> None:
        for _ in range(changes):
            session.say()
        session.before(kind, kill, skip)
        go_on(session, FILLED + 2)

    return run


def go_on(session: Session, changes: int) -> None:
    """Save changes; a process that is killed is followed by another."""
    for _ in range(changes):
        try:
            session.say()
        except Killed:
            session.start()


def refused(session: Session) -> None:
    """Save a change that is refused."""
    with contextlib.suppress(NotSaved):
        session.say()
        raise AssertionError("it was not refused")


QUIET: Mapping[str, Callable[[Session], None]] = {
    each.__name__: each
    for each in (
        a_day,
        two_starts,
        a_tail_cut_off_at_the_start,
        a_full_disk_in_the_middle,
        a_full_disk_at_a_new_file,
        a_flush_that_fails,
        a_folder_flush_that_fails,
        somebody_reads_what_is_not_flushed,
    )
}
KILLS: Mapping[str, Callable[[Session], None]] = {
    f"{kind.__name__}-{skip}-{changes}".lower(): killed(kind, skip, changes)
    for changes in (ONE_LEFT, FILLED)
    for kind, skip in ((Made, 0), (Wrote, 0), (Flushed, 0), (Flushed, 1), (Renamed, 0))
}
SESSIONS = {**QUIET, **KILLS}
