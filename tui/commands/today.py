"""`callboard today`: what the board says of a day above its panes, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, at_option, day_option, production_option
from tui.commands.speaking import sentence, tell


if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.office import Office

WHERE = {"≠": "conflicts", "~": "check"}
"""The command that lists what a sign stands for."""


@click.command(cls=LineCommand)
@day_option
@at_option
@production_option()
@click.pass_obj
def today(opening: Opening) -> None:
    """Say how the day stands.

    The shooting day, unit call, sun, what is next, each pane in a few words, every clash, and
    when the other writers were last heard of. With --day of another day.
    """
    office = opening.office()
    tell(f"{label}: {value}" for label, value in _said(office) if value)


def _said(office: Office) -> Iterator[tuple[str, str]]:
    from tui import day_words as words
    from tui.panes import PANES

    yield "production", words.title(office)
    yield "day", words.day_words(office)
    yield "unit call", words.unit_call(office)
    yield "sun", words.sun(office)
    yield "next", words.next_up(office)
    for pane in PANES:
        yield pane.name, pane.tell(office).replace(" ? ", " ")
    yield from (("clash", sentence(each.words)) for each in office.findings)
    for count in words.wrong(office)[1:]:
        if count.many:
            yield count.words, f"{count.many}; 'callboard {WHERE[count.sign]}' says which"
    yield "read-only", office.production.readonly
    yield from ((f"heard of {name}", heard) for name, heard in words.others(office))
