"""`callboard undo` and `callboard redo`: one's own last change, taken back and brought back."""

from __future__ import annotations

import click

from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, production_option
from tui.commands.speaking import say, sentence


@click.command(cls=LineCommand)
@production_option()
@click.pass_obj
def undo(opening: Opening) -> None:
    """Take back your last change.

    What somebody else has changed since is left as it is, and who did is said.
    """
    say(sentence(opening.office().production.undo().did))


@click.command(cls=LineCommand)
@production_option()
@click.pass_obj
def redo(opening: Opening) -> None:
    """Bring back what your last undo took back."""
    say(sentence(opening.office().production.redo().did))
