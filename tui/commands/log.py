"""`callboard log`: who changed what, and when."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from models.edits import Aimed
from models.errors import NoSuch
from models.text import fold
from tui.commands.history import History
from tui.commands.kind_word import KindWord, RecordWord
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, at_option, production_option
from tui.commands.reference import meant
from tui.commands.speaking import say, tell


if TYPE_CHECKING:
    from models.record import Record
    from store.change import Edit
    from tui.office import Office


SCREEN = 50
"""Changes shown on a terminal where no number is asked for."""


@click.command(cls=LineCommand)
@click.argument("of", metavar="[KIND", type=KindWord(), required=False)
@click.argument("reference", metavar="[REF]]", nargs=-1, type=RecordWord())
@click.option("--by", metavar="NAME", help="Only changes by this writer: mia, mia@prod01.")
@click.option(
    "-v", "--verbose", "form", flag_value="verbose", help="Say what each did to each field."
)
@click.option("-n", "--last", metavar="COUNT", type=click.IntRange(1), help="Only the last ones.")
@click.option("--json", "form", flag_value="json", help="One JSON array on stdout.")
@at_option
@production_option()
@click.pass_context
def log(
    ctx: click.Context,
    of: type[Record] | None,
    reference: tuple[str, ...],
    *,
    by: str | None,
    last: int | None,
    form: str | None,
) -> None:
    """Say who changed what and when.

    Of everything, of one KIND, or of one record. REF is a number (M7 or 7), an id, or any part
    of a name; a removed record is found too.
    """
    opening: Opening = ctx.obj
    office = opening.office()
    aimed = _meant(office, of, " ".join(reference)) if of and reference else None
    history = History(office, of, aimed, by)
    found = history.changes()
    count = last or (SCREEN if not form and sys.stdout.isatty() else len(found))
    if form == "json":
        from tui.commands.documents import as_json

        click.echo(as_json(history.document(each) for each in found[-count:]))
    else:
        tell(history.lines(found[-count:], detailed=form == "verbose" or aimed is not None))
    if not found:
        say("No change like that." if by or of else "Nothing has been changed yet.")
        ctx.exit(1)
    if count < len(found) and not last:
        say(f"The last {count} of {len(found):,} changes; -n {len(found)} shows them all.")


def _meant(office: Office, of: type[Record], reference: str) -> Aimed:
    """The record that is meant, or was before it was removed. Raises NoSuch."""
    try:
        return meant(office, of, reference)
    except NoSuch:
        gone = {
            entry.id
            for change in office.production.chronicle().changes()
            for entry in change.edits
            if entry.kind == of.word and _is(entry, reference)
        }
        if len(gone) != 1:
            raise
        return Aimed(of.word, gone.pop())


def _is(edit: Edit, reference: str) -> bool:
    number = str(edit.set.get("number") or "")
    wanted = {edit.id, fold(number), number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
    names = (edit.set.get(field) for field in ("name", "title"))
    return fold(reference) in wanted or any(fold(str(each)) == fold(reference) for each in names)
