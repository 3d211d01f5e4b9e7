"""`callboard logo`: the picture at the head of every paper."""

from __future__ import annotations

from pathlib import Path

import click

from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, changeable, production_option
from tui.commands.speaking import Misread, say


@click.command(cls=LineCommand)
@click.argument("file", metavar="[FILE]", type=click.Path(path_type=Path), required=False)
@click.option("--none", "away", is_flag=True, help="Take it away.")
@production_option()
@click.pass_obj
def logo(opening: Opening, file: Path | None, *, away: bool) -> None:
    """Put the picture in FILE (.png, .svg) at the head of every paper.

    It is kept in the production, so everybody who has the folder has it; 60 kB at most. Without
    FILE it says what is there.
    """
    from models.edits import Aimed

    if file and away:
        raise Misread("Name a file, or take the logo away with --none, not both.")
    office = opening.office()
    settings = Aimed("production", "production")
    held = office.document(settings).get("logo")
    if file:
        from store.papers.logo import read_logo

        kept = read_logo(file).kept
        changeable(office)
        if kept != held:
            office.set({settings: {"logo": kept}}, f"set the logo from {file.name}")
        say(f"{file.name} stands at the head of every paper now.")
    elif away and held:
        changeable(office).set({settings: {"logo": None}}, "took the logo away")
        say("The logo is gone; 'callboard undo' brings it back.")
    else:
        say(_told(held))


def _told(held: object) -> str:
    """What is there now."""
    from store.papers.logo import logo_of

    found = logo_of(held)
    if found is None:
        return "There is no logo. callboard logo FILE.png puts one at the head of every paper."
    return f"There is a logo: {found.suffix.upper()}, {max(1, len(found.content) // 1000)} kB."
