"""`callboard add`: a record from a typed line, or many from stdin as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.adding import SETTINGS, add_line
from tui.commands.kind_word import kind_argument
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, day_option, production_option


if TYPE_CHECKING:
    from models.record import Record


class AddCommand(LineCommand):
    """The help of `add` shows a line of every kind."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples the kinds give themselves."""
        from models.kinds import KINDS

        with formatter.section("Lines"):
            lines = [(word, of.example) for word, of in KINDS.items() if word != SETTINGS]
            formatter.write_dl(lines)


as_is_option = click.option(
    "--as-is", is_flag=True, help="Save although something on the line is doubtful."
)
dry_run_option = click.option(
    "--dry-run", is_flag=True, help="Only say what would be saved, and what would clash."
)


@click.command(cls=AddCommand, no_args_is_help=True)
@kind_argument
@click.argument("words", metavar="LINE...", nargs=-1, required=True)
@as_is_option
@dry_run_option
@day_option
@production_option()
@click.pass_obj
def add(
    opening: Opening, of: type[Record], words: tuple[str, ...], *, as_is: bool, dry_run: bool
) -> None:
    """Add a record, or many.

    LINE is what you would type on the board, as one word in quotes or as many. With - for
    LINE each line of stdin is a record; they are saved as one change, if every one is good.
    """
    add_line(opening, of, words, as_is=as_is, dry_run=dry_run)
