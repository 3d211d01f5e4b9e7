"""How the command line speaks: what was asked for on stdout, words about it on stderr.

Every line goes through `clean`, so nothing in anybody's data reaches the terminal as a control.
"""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import dedent
from typing import IO, Any

import click

from models.text import clean


MARK = "\b\n"
"""Keeps click from folding the paragraph behind it."""


class Refusal(click.ClickException):
    """Something is not done, and why; the command ends with exit code 1."""

    exit_code = 1

    def __init__(self, *lines: str) -> None:
        """Take the sentence that says why, and the lines that show it."""
        first, *rest = lines
        self.lines = (sentence(first), *rest)
        super().__init__(self.lines[0])

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on stderr."""
        for line in self.lines:
            say(line)


class Misread(Refusal):
    """The command line itself makes no sense; the command ends with exit code 2."""

    exit_code = 2


def say(words: str) -> None:
    """One line of words on stderr."""
    click.echo(clean(words), err=True)


def tell(lines: Iterable[str]) -> None:
    """The lines that were asked for, on stdout."""
    found = [clean(line).rstrip() for line in lines]
    if found:
        click.echo("\n".join(found))


def sentence(words: str) -> str:
    """Words with a capital in front and a full stop behind; a sentence as it is."""
    if words.endswith((".", "?", "!")):
        return words
    return f"{words[:1].upper()}{words[1:]}."


def plain(text: str) -> str:
    """A paragraph of help that keeps its lines."""
    return MARK + dedent(text).strip()


def counted(count: int, one: str, many: str) -> str:
    """`1 run`, `1,204 runs`."""
    return f"{count:,} {one if count == 1 else many}"
