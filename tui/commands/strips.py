"""`callboard strips` and `callboard move`: the stripboard in plain lines, strips moved on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tui.commands.kind_word import RecordWord, kind_argument
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, at_option, changeable, day_option, production_option
from tui.commands.reference import several
from tui.commands.speaking import Refusal, say, tell


if TYPE_CHECKING:
    from models.record import Record
    from models.stripboard import BoardDay
    from tui.office import Office


@click.command("strips")
@day_option
@at_option
@production_option()
@click.pass_obj
def strips(opening: Opening) -> None:
    """Print the stripboard: all days with their strips, and the boneyard.

    Each line has scene, INT or EXT, day or night, set, pages, cast, estimated time and when it
    is reckoned to begin (~ where nobody typed it). With --day only that day's.
    """
    from tui.strips import board_of, day_of

    office = opening.office()
    days = (day_of(office, office.desk.day),) if opening.day else board_of(office)
    for each in days:
        tell(_lines(office, each))


def _lines(office: Office, day: BoardDay) -> Iterator[str]:
    from models.board_words import day_banner

    banner = day_banner(day, office.desk)
    if not day.date:
        yield banner
    yield from _table(office, day)
    if day.date:
        yield from (banner, "")


def _table(office: Office, day: BoardDay) -> Iterator[str]:
    from models.board_words import event_line, scene_cells
    from models.measure import fit, shown
    from tui.widgets.columns import GAP

    widths = (5, 8, 32, 6, 14, 5, 6)
    right = (3, 5, 6)
    for each in day.strips:
        if each.kind == "event":
            yield f"      {shown(event_line(each, office.desk))}"
            continue
        cells = enumerate(zip(scene_cells(each, office.desk), widths, strict=True))
        fitted = (fit(shown(text), width, right=at in right) for at, (text, width) in cells)
        yield (" " * GAP).join(fitted).rstrip()


@click.command("move", cls=LineCommand, no_args_is_help=True)
@kind_argument
@click.argument("reference", metavar="REF", type=RecordWord())
@click.argument("goal", metavar="DAY")
@click.option("--after", metavar="SCENE", help="Behind that scene of the day; else behind all.")
@production_option()
@click.pass_obj
def move(opening: Opening, of: type[Record], reference: str, goal: str, after: str | None) -> None:
    """Move strips onto a day, or into the boneyard, as one change.

    KIND is scene, or event for a move, a meal or a banner. REF is a number, an id, or any part
    of a name; several with commas between them (12A,14) keep their order. DAY is d5, fri, 12/3
    or boneyard.
    """
    from models.errors import Unread
    from tui.strip_goals import go_onto, goal_of
    from tui.strips import board_of, strips_among

    office = changeable(opening.office())
    chosen = several(office, of, reference)
    try:
        meant = goal_of(office, f"{goal} after {after}" if after else goal)
    except Unread as error:
        raise Refusal(str(error)) from None
    if not strips_among(board_of(office), chosen):
        raise Refusal(f"{office.called(chosen[0])} is no strip of the board")
    say(go_onto(office, chosen, meant))
