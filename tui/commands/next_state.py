"""`callboard next`: records taken to their next state, as `x` does on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.kind_word import RecordWord, kind_argument
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, changeable, day_option, production_option
from tui.commands.reference import several
from tui.commands.speaking import Refusal, say, sentence


if TYPE_CHECKING:
    from models.record import Record


@click.command("next", cls=LineCommand, no_args_is_help=True)
@kind_argument
@click.argument("reference", metavar="REF", nargs=-1, required=True, type=RecordWord())
@day_option
@production_option()
@click.pass_obj
def next_state(opening: Opening, of: type[Record], reference: tuple[str, ...]) -> None:
    """Take a record to its next state.

    A run is told, out, aboard, done; a call told, confirmed; an issue or an event done; a
    scene shot. REF is a number (M7 or 7), an id, or any part of a name; several with commas
    between them.
    """
    from models.errors import NoSuch
    from tui.states import to_next

    office = changeable(opening.office())
    chosen = several(office, of, " ".join(reference))
    try:
        say(sentence(to_next(office, chosen).removesuffix(".")))
    except NoSuch as error:
        raise Refusal(str(error).removesuffix(".")) from error
