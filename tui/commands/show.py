"""`callboard show`: everything about one record, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.kind_word import RecordWord, kind_argument
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, at_option, day_option, production_option
from tui.commands.reference import several
from tui.commands.speaking import sentence, tell


if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.edits import Aimed
    from models.record import Record
    from tui.office import Office


@click.command(cls=LineCommand, no_args_is_help=True)
@kind_argument
@click.argument("reference", metavar="REF", nargs=-1, required=True, type=RecordWord())
@day_option
@at_option
@production_option()
@click.pass_obj
def show(opening: Opening, of: type[Record], reference: tuple[str, ...]) -> None:
    """Say everything about a record.

    REF is its number (M7 or 7), its id, or any part of its name; several with commas between
    them. Its line is what could be typed to make it again; 'callboard log' has its history.
    """
    office = opening.office()
    for number, aimed in enumerate(several(office, of, " ".join(reference))):
        tell([*([""] if number else []), *_lines(office, aimed)])


def _lines(office: Office, aimed: Aimed) -> Iterator[str]:
    from models.form import form
    from models.kinds import kind
    from models.said import disagreeing
    from models.words import said_words

    yield office.called(aimed)
    for entry in form(kind(aimed.kind), office.document(aimed), office.desk):
        yield f"{entry.heading}: {entry.shown}"
    for said in disagreeing(office.document(aimed)):
        words = said_words(aimed.kind, said, office.desk)
        field = "" if "/" in said.field else f"{said.field.replace('_', ' ')} "
        yield f"file says: {field}{words} ({said.source})"
    yield f"line: {office.line_of(aimed)}"
    yield from (f"clash: {sentence(words)}" for words in _clashes(office, aimed))
    if f"{aimed.kind}/{aimed.id}" in office.disputed:
        yield "conflict: 'callboard conflicts' says between which values"


def _clashes(office: Office, aimed: Aimed) -> Iterator[str]:
    """What the rules find about the record, on its own day."""
    from models.rules import findings

    document = office.document(aimed)
    day = str(document.get("day") or document.get("date") or office.desk.day)
    yield from (each.words for each in findings(office.desk, day) if aimed in each.about)
