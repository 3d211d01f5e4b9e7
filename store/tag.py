"""The tag of a writer: one to three capital letters that begin the numbers people say."""

from __future__ import annotations

import contextlib
import fcntl
import itertools
import os
import string
import time
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PATIENCE = 2.0  # seconds for the first changes of others; a stopped process must not stop us


@contextlib.contextmanager
def claiming(writers: Path) -> Iterator[None]:
    """Let the first changes on this machine come one by one, so that each sees the others' tags.

    The lock is on the folder and on no file. Where it cannot be had one goes on without: then a
    tag may be claimed twice, as by two who were offline.
    """
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):
            descriptor = os.open(writers, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            held.callback(os.close, descriptor)
            until = time.monotonic() + PATIENCE
            while not _locked(descriptor) and time.monotonic() < until:
                time.sleep(0.005)
        yield


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def choose_tag(writer: str, held: str, others: Mapping[str, str]) -> str:
    """The tag this writer goes on with: the one it holds, unless that was claimed twice.

    Of two that claimed the same one without knowing, the writer whose name sorts first keeps it.
    `others` are the other writers' tags by name.
    """
    if held and not any(tag == held and name < writer for name, tag in others.items()):
        return held
    taken = {held, *others.values()}
    return next(tag for tag in _candidates(writer) if tag not in taken)


def _candidates(writer: str) -> Iterator[str]:
    letters = [letter for letter in writer.partition("@")[0].upper() if letter.isalpha()] or ["W"]
    yield letters[0]
    yield from (letters[0] + letter for letter in letters[1:])
    for length in (1, 2, 3):
        for more in itertools.product(string.ascii_uppercase, repeat=length):
            yield letters[0] + "".join(more)
