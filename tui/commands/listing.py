"""`callboard list`: the records of a kind, for people, for programs, for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.kind_word import kind_argument
from tui.commands.line_command import LineCommand
from tui.commands.lists import Wanted, show_list
from tui.commands.opening import at_option, day_option, production_option


if TYPE_CHECKING:
    from models.record import Record


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
    ctx.exit(show_list(ctx.obj, Wanted(of, words, form, by)))
