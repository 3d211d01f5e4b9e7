"""`callboard export`: everything as one TinyDB file, or one kind as CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.kind_word import KindWord
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, at_option, production_option
from tui.commands.speaking import counted, say


if TYPE_CHECKING:
    from models.record import Record


@click.command(cls=LineCommand, no_args_is_help=True)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("of", metavar="[KIND]", type=KindWord(), required=False)
@click.option("--kind", "csv_of", metavar="KIND", type=KindWord(), help="What a CSV file holds.")
@click.option("--force", is_flag=True, help="Write over a file that is no export of ours.")
@at_option
@production_option()
@click.pass_obj
def export(
    opening: Opening,
    file: Path,
    of: type[Record] | None,
    csv_of: type[Record] | None,
    *,
    force: bool,
) -> None:
    """Write FILE for other programs.

    A .json file is a TinyDB database with a table a kind; a .csv file holds one kind, the one
    named or the one the file is called after (people.csv).
    """
    from store.exports.formats import write

    kind = csv_of or of or (_called_after(file) if file.suffix.lower() == ".csv" else None)
    production = opening.office().production
    count = write(production, file, kind.word if kind else None, force=force)
    what = counted(count, kind.word, kind.plural) if kind else counted(count, "record", "records")
    say(f"Wrote {what} to {file}.")


def _called_after(file: Path) -> type[Record] | None:
    """The kind whose word or plural a file is called by."""
    from models.kinds import kind_words

    return kind_words().get(file.stem.lower())
