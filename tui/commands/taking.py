"""`callboard import`: a script, a schedule, a calendar or a list of anything, after a preview."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.commands.accepting import accepted
from tui.commands.header_means import HeaderMeans
from tui.commands.kind_word import KindWord
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, changeable, day_option, production_option
from tui.commands.speaking import Refusal, counted, say, sentence, tell


if TYPE_CHECKING:
    from store.imports.plan import Plan


@click.command("import", cls=LineCommand, no_args_is_help=True)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--as", "kind", metavar="KIND", type=KindWord(), help="What a list is of: run, scene."
)
@click.option(
    "--map",
    "columns",
    metavar="HEADER=FIELD",
    multiple=True,
    type=HeaderMeans(),
    help="What a column means; kept for the next time. 'Wer=' forgets it.",
)
@click.option("--board", default="", metavar="NAME", help="Which board of a schedule to take.")
@click.option("-n", "--dry-run", is_flag=True, help="Only show what would happen.")
@click.option("--review", is_flag=True, help="Only list all items, with their numbers.")
@click.option("--only", default="", metavar="NUMBERS", help="Take only these items: 1,4-7.")
@click.option("--without", default="", metavar="NUMBERS", help="Take all items but these.")
@day_option
@production_option()
@click.pass_obj
def import_file(opening: Opening, /, file: Path, **ways: Any) -> None:
    """Take in a script, a schedule, a calendar or a list.

    Scripts are read from .fountain and .fdx, schedules from .uss, calendars from .ics, lists of
    crew, runs, calls, scenes or any other kind from .csv, .xlsx, .xls and .ods. Shows what goes
    where, what is new, what changes, and each row that cannot be read. What was typed by hand is
    not overwritten; the same file again brings nothing twice, and what it no longer has is parked.
    --review lists what would become of each record, with a number for --only and --without;
    --only also takes the file's value where one was typed.
    """
    from store.imports.formats import read
    from store.imports.listing import numbered
    from store.imports.mapping import asked_of
    from store.imports.taking import plan, take

    office = opening.office()
    production = office.production
    kind = ways["kind"].word if ways["kind"] else ""
    told = asked_of(file.name, office.desk, kind=kind, columns=ways["columns"], board=ways["board"])
    planned = plan(production, read(file, told))
    planned = accepted(planned, ways["only"], ways["without"])
    tell(numbered(planned) if ways["review"] else planned.words())
    if ways["review"] or ways["dry_run"]:
        say(_left(planned) if ways["review"] else "Nothing was changed: this was --dry-run.")
        return
    changeable(office)
    change = take(production, planned)
    if change is not None:
        say(f"{sentence(change.did)} 'callboard undo' takes it all back.")
    elif planned.refused and not planned.same:
        raise Refusal(f"nothing of {file.name} could be taken in")
    elif planned.items:
        say("Nothing was accepted; nothing was changed.")
    else:
        say(f"Everything in {file.name} is here already; nothing was changed.")


def _left(plan: Plan) -> str:
    """That nothing was changed, and how some of it would be."""
    if not plan.items and plan.refused and not plan.same:
        return f"Nothing was changed, and nothing of {plan.source} could be taken in."
    if not plan.items:
        return f"Nothing was changed: everything in {plan.source} is here already."
    x = counted(len(plan.accepted), "item is", "items are")
    return (
        f"Nothing was changed: this was --review. {x} taken in without it; --only 1,4-7 takes "
        "some, --without 3 leaves some."
    )
