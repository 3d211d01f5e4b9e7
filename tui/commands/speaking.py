"""How the command line speaks: what was asked for on stdout, words about it on stderr.

Every line goes through `clean`, so nothing in anybody's data reaches the terminal as a control.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import IO

from models.errors import CallboardError
from models.text import clean
from tui.start import drop_what_is_unsaid


MARK = "\b\n"
"""Keeps click from folding the paragraph behind it."""


class Refusal(CallboardError):
    """Something is not done, and why; the command ends with exit code 1."""

    exit_code = 1

    def __init__(self, *lines: str) -> None:
        """Take the sentence that says why, and the lines that show it."""
        first, *rest = lines
        self.lines = (sentence(first), *rest)
        super().__init__(self.lines[0])

    def show(self) -> None:
        """Say it on stderr."""
        for line in self.lines:
            say(line)


class Misread(Refusal):
    """The command line itself makes no sense; the command ends with exit code 2."""

    exit_code = 2


def refused(error: CallboardError | OSError) -> Refusal:
    """What Callboard or the disk refuses, as a sentence."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, CallboardError):
        return Refusal(str(error))
    drop_what_is_unsaid()
    return Refusal(_disk(error))


def _disk(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def say(words: str) -> None:
    """One line of words on stderr."""
    put(clean(words), sys.stderr)


def tell(lines: Iterable[str]) -> None:
    """The lines that were asked for, on stdout."""
    found = [clean(line).rstrip() for line in lines]
    if found:
        put("\n".join(found), sys.stdout)


def put(text: str, stream: IO[str] | None) -> None:
    """Write lines at once. Raises OSError where a disk is full or nobody reads any more."""
    if stream is not None:
        stream.write(f"{text}\n")
        stream.flush()


def sentence(words: str) -> str:
    """Words with a capital in front and a full stop behind; a sentence as it is."""
    if words.endswith((".", "?", "!")):
        return words
    return f"{words[:1].upper()}{words[1:]}."


def plain(text: str) -> str:
    """A paragraph of help that keeps its lines."""
    from textwrap import dedent

    return MARK + dedent(text).strip()


def counted(count: int, one: str, many: str) -> str:
    """`1 run`, `1,204 runs`."""
    return f"{count:,} {one if count == 1 else many}"
