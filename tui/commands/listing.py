"""`callboard list`: the records of a kind, for people, for programs, for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from models.fields.times import Day
from models.when import show_day
from tui.commands.kind_word import kind_argument
from tui.commands.line_command import LineCommand, filter_of
from tui.commands.opening import Opening, at_option, day_option, production_option
from tui.commands.speaking import counted, say, sentence, tell


if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.record import Record
    from tui.office import Office


@click.command("list", cls=LineCommand, no_args_is_help=True)
@kind_argument
@click.argument("words", metavar="[FILTER]...", nargs=-1)
@click.option("--json", "form", flag_value="json", help="One JSON array on stdout.")
@click.option("--csv", "form", flag_value="csv", help="CSV on stdout.")
@click.option(
    "--plain", "form", flag_value="plain", help="A record a line, each value after its name."
)
@click.option("--sort", "by", metavar="FIELD", help="In the order of a field; -FIELD from its end.")
@day_option
@at_option
@production_option()
@click.pass_context
def list_records(
    ctx: click.Context,
    of: type[Record],
    words: tuple[str, ...],
    form: str | None,
    by: str | None,
) -> None:
    """List the records of a kind.

    FILTER is written as on the board: words that must all be there, field:value, #tag, +name,
    -word for what must not be there, 0500-0800 for a range. With --day only that day's.
    The exit code is 1 where none is found.
    """
    opening: Opening = ctx.obj
    office = opening.office()
    hidden = day_field(of) if opening.day else ""
    when = _when(opening, office, hidden)
    found = records(office, of, filter_of(words, of) if words else "", on=hidden)
    if by:
        from tui.commands.order import sorted_by

        found = sorted_by(office, of, found, by)
    if form == "json":
        from tui.commands.documents import as_json, whole

        click.echo(as_json(whole(of, each) for each in found))
    elif form == "csv":
        from store.exports.csv_file import csv_text

        click.echo(csv_text(of.word, found, office.desk).replace("\r\n", "\n"), nl=False)
    elif found and form == "plain":
        tell(_sentence(office, of, each, hidden) for each in found)
        say(f"{counted(len(found), of.word, of.plural)}{when}.")
    elif found:
        _tell(office, of, found, hidden, when)
    if not found:
        say(_none(office, of, when))
        ctx.exit(1)


def day_field(of: type[Record]) -> str:
    """The field that says which production day a record of the kind is on; empty where none."""
    fields = (each for each in of.slots().values() if isinstance(each.type, Day))
    return next((each.name for each in fields if each.view_day or each.name == "day"), "")


def records(
    office: Office, of: type[Record], wanted: str, *, on: str = ""
) -> list[Mapping[str, Any]]:
    """The records a filter shows, in order; with `on` those whose field of that name is the day."""
    from models.query import Query
    from tui.commands.order import sorted_records

    query, desk, text = Query(wanted, of, office.desk), office.desk, office.texts.kind(of.word)
    held = office.of(of.word).values() if on != "day" else office.on_day(of.word)
    those = [each for each in held if not on or each.get(on) == desk.day]
    return sorted_records(office, of, query.among(those, lambda each: text.of(each, desk)))


def _tell(
    office: Office, of: type[Record], found: list[Mapping[str, Any]], hidden: str, when: str
) -> None:
    from tui.commands.table import table, terminal_width

    made = table(of, found, office.desk, width=terminal_width(), hidden=hidden)
    tell(made.lines)
    left = f"; no room for {', '.join(made.left_out)}" if made.left_out else ""
    say(f"{counted(len(found), of.word, of.plural)}{when}{left}.")


def _sentence(office: Office, of: type[Record], document: Mapping[str, Any], hidden: str) -> str:
    """A record as it would be read aloud: what it is called, then each field with its name."""
    from models.form import called, form

    entries = form(of, document, office.desk)
    held = (f"{each.heading} {each.shown}" for each in entries if each.field != hidden)
    return "; ".join((called(of.word, document, office.desk), *held))


def _when(opening: Opening, office: Office, hidden: str) -> str:
    """The day and the moment the list is of, where they were asked for."""
    day = f" on {show_day(office.desk.day)}" if hidden else ""
    if opening.at is None:
        return day
    from tui.commands.moment import shown

    return f"{day}, as of {shown(office.now())}"


def _none(office: Office, of: type[Record], when: str) -> str:
    if office.of(of.word):
        return sentence(f"no {of.word} like that{when}")
    if when:
        return sentence(f"no {of.word}{when}")
    return f"There are no {of.plural} yet. To add one: callboard add {of.word} '{of.example}'"
