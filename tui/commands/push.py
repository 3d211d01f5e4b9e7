"""`callboard push`: the schedule from a day on, moved by some days."""

from __future__ import annotations

import click

from tui.commands.opening import Opening, changeable, production_option
from tui.commands.speaking import Refusal, say, sentence


@click.command("push", no_args_is_help=True, context_settings={"ignore_unknown_options": True})
@click.argument("days", metavar="DAYS")
@click.option("--from", "start", metavar="DAY", required=True, help="d5, fri, 12/3.")
@click.option("--calendar", is_flag=True, help="Count all days, and move days off too.")
@click.option("--dry-run", is_flag=True, help="Only say what would move.")
@production_option()
@click.pass_obj
def push(opening: Opening, days: str, start: str, *, calendar: bool, dry_run: bool) -> None:
    """Push everything on or after a day by some days: 2d, or -1d to pull it.

    Production days, scenes, events, calls and runs move as one change; undo takes all of it
    back. Days off, holidays and a hiatus stay, and working days move onto working days. Who was
    told or has confirmed is to be told again.
    """
    from models.errors import Unread
    from tui.pushes import do_push, minded, moving, push_of, words, would

    office = opening.office() if dry_run else changeable(opening.office())
    try:
        meant = push_of(office, f"{days} from {start}{' calendar' if calendar else ''}")
        found = would(office, meant)
        said = do_push(office, meant) if not dry_run else sentence(words(office, meant))
    except Unread as error:
        raise Refusal(str(error)) from None
    if dry_run:
        said = f"{said.removesuffix('.')}: {moving(found) or 'nothing moves'}."
    say(said)
    for each in minded(found):
        say(f"Mind: {sentence(each)}")
    if dry_run:
        say("Nothing was saved: this was --dry-run.")
