"""`callboard import`: a script, a schedule or a crew list, with a preview of what goes where."""

from __future__ import annotations

from pathlib import Path

import click

from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, changeable, production_option
from tui.commands.speaking import Refusal, say, sentence, tell


@click.command("import", cls=LineCommand, no_args_is_help=True)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--board", default="", metavar="NAME", help="Which board of a schedule to take.")
@click.option("-n", "--dry-run", is_flag=True, help="Only show what would happen.")
@production_option()
@click.pass_obj
def import_file(opening: Opening, file: Path, *, board: str, dry_run: bool) -> None:
    """Take in a script, a schedule or a crew list.

    Scripts are read from .fountain, schedules from .uss, crew and cast lists from .csv, .xlsx,
    .xls and .ods. Shows what goes where, what is new, what changes, and each row that cannot be
    read. What was typed by hand is not overwritten; the same file again brings nothing twice.
    """
    from store.imports.asked import Asked
    from store.imports.formats import read
    from store.imports.taking import plan, take

    office = opening.office()
    production = office.production
    planned = plan(production, read(file, Asked(board=board)))
    tell(planned.words())
    if dry_run:
        say("Nothing was changed: this was --dry-run.")
        return
    changeable(office)
    change = take(production, planned)
    if change is not None:
        say(f"{sentence(change.did)} 'callboard undo' takes it all back.")
    elif planned.refused and not planned.same:
        raise Refusal(f"nothing of {file.name} could be taken in")
    else:
        say(f"Everything in {file.name} is here already; nothing was changed.")
