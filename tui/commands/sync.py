"""`callboard sync`: exchange changes with another folder, once or for as long as asked."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from models.errors import MissingFolder, NotSynced
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, production_option
from tui.commands.speaking import Misread, Refusal, counted, say


if TYPE_CHECKING:
    from store.exchange.options import Settled
    from store.exchange.sync import Outcome

PAINTED = 0.1
"""Seconds between two looks of the line of progress."""


@click.command(cls=LineCommand)
@click.argument("other", metavar="[OTHER]", required=False)
@click.option(
    "--watch",
    metavar="SECONDS",
    type=click.FloatRange(min=1),
    help="Keep at it, this long apart, until Ctrl-C.",
)
@production_option()
@click.pass_obj
def sync(opening: Opening, other: str | None, watch: float | None) -> None:
    """Exchange changes with another folder.

    OTHER is the folder of the same production on a path (a stick, a mounted share), or
    HOST:PATH by rsync over ssh, with the keys and hosts of your ssh configuration. Left out, it
    is the one named last. Both sides then hold all changes of both; nothing is ever removed,
    and where two changed the same thing both values are kept. A folder that is not there yet
    is made, here or there.
    """
    folder = opening.folder()
    named = other or _last(folder)
    if watch is None:
        _say(_sync(folder, named, known=False))
        return
    with contextlib.suppress(KeyboardInterrupt):
        _watch(folder, named, watch)


def _last(folder: Path) -> str:
    from store.exchange.last import last_other
    from store.folder import read_description

    named = last_other(read_description(folder).id)
    if not named:
        raise Misread("Name the other folder: callboard sync /media/stick/nightfall, or HOST:PATH.")
    return named


def _sync(folder: Path, named: str, settled: Settled | None = None, *, known: bool) -> Outcome:
    from store.exchange.last import keep_other
    from store.exchange.sync import Options
    from store.exchange.sync import sync as exchange
    from store.folder import read_description

    with ProgressLine() as line:
        options = Options(line.show, sys.stderr.isatty(), known, settled)
        outcome = exchange(folder, named, options)
    keep_other(read_description(folder).id, named)
    return outcome


def _say(outcome: Outcome) -> None:
    """The summary and what was left out; what did not come to its end is a refusal."""
    *said, last = outcome.lines()
    for each in said:
        say(each)
    if outcome.failed:
        raise Refusal(last)
    say(last)


def _watch(folder: Path, named: str, seconds: float) -> None:
    """Exchange again and again; whatever is as it was the last time is not said again."""
    before: tuple[str, ...] = ()
    known = False
    settled: Settled = {}
    say(f"Syncing with {named} every {seconds:g} s. Ctrl-C ends it.")
    while True:
        try:
            outcome = _sync(folder, named, settled, known=known)
            known, lines = True, outcome.lines()
        except (NotSynced, MissingFolder) as error:
            lines = (str(error),)
        for each in lines:
            if each not in before or _is_about_changes(each):
                say(each)
        before = lines
        time.sleep(seconds)


def _is_about_changes(words: str) -> bool:
    """Whether a sentence is about changes that went over, which is always said."""
    return words[:1].isdigit()


class ProgressLine:
    """One line on a terminal's stderr that says how far it is, and goes away."""

    def __init__(self) -> None:
        """Write nothing where nobody looks."""
        self._shown = 0.0
        self._seen = sys.stderr.isatty()

    def __enter__(self) -> Self:
        """Begin with nothing."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)

    def show(self, done: int, total: int) -> None:
        """Say how many files of how many; where it is not known of how many, just that."""
        now = time.monotonic()
        if self._seen and now - self._shown >= PAINTED:
            self._shown = now
            words = (
                f"{done:,} of {counted(total, 'file', 'files')}" if total else f"{done:,} looked at"
            )
            click.echo(f"\r\x1b[K{words}", nl=False, err=True)
