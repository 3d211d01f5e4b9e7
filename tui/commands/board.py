"""`callboard [PRODUCTION]`: the board, and what is said where there is nothing to open."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path

import click

from tui.commands import COMMANDS
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, at_option, production_option
from tui.commands.speaking import Misread
from tui.start import DESCRIPTION, show_board


@click.command("open", cls=LineCommand)
@click.argument("folder", metavar="[PRODUCTION]", required=False)
@production_option()
@at_option
@click.pass_obj
def open_board(opening: Opening, folder: str | None = None) -> None:
    """Open the board; the same as callboard PRODUCTION."""
    wanted = opening._replace(named=folder) if folder else opening
    show_board(wanted.folder(), wanted.board_then())


def meant_folder(word: str) -> None:
    """Raise Misread where a first word is neither a command nor anything on the disk."""
    if word.startswith("-") or os.sep in word or Path(word).exists():
        return
    raise Misread(f"'{word}' is neither a command nor a folder here.{_nearest(word)}")


def _nearest(word: str) -> str:
    from models.kinds import kind_words

    if word.lower() in kind_words():
        return f" Do you mean: callboard list {word.lower()}?"
    near = get_close_matches(word, [*COMMANDS, *folders_here()], n=1)
    return f" Do you mean: callboard {near[0]}?" if near else ""


def folders_here() -> list[str]:
    """The productions in the folder we are in."""
    return sorted(each.parent.name for each in Path().glob(f"*/{DESCRIPTION}"))
