"""`callboard [PRODUCTION]`: the board, and what is said where there is nothing to open."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

import click

from tui.commands import COMMANDS
from tui.commands.line_command import LineCommand
from tui.commands.opening import DESCRIPTION, Opening, at_option, production_option
from tui.commands.speaking import Misread, Refusal, say


@click.command("open", cls=LineCommand)
@click.argument("folder", metavar="[PRODUCTION]", required=False)
@production_option()
@at_option
@click.pass_obj
def open_board(opening: Opening, folder: str | None = None) -> None:
    """Open the board; the same as callboard PRODUCTION."""
    wanted = replace(opening, named=folder) if folder else opening
    show_board(wanted)


def show_board(opening: Opening) -> None:
    """Run the board until it is quit. Raises FolderError, Unread, or a refusal off a terminal."""
    path, moment = opening.folder(), opening.board_moment()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refusal("The board needs a terminal. For scripts there is 'callboard list'")
    from tui import terminal

    terminal.prepare(os.environ)
    from tui.app import run_board

    run_board(path, moment)
    if words := terminal.refused_theme(os.environ):
        say(words)


def meant_folder(word: str) -> None:
    """Raise Misread where a first word is neither a command nor anything on the disk."""
    if word.startswith("-") or os.sep in word or Path(word).exists():
        return
    raise Misread(f"'{word}' is neither a command nor a folder here.{_nearest(word)}")


def _nearest(word: str) -> str:
    from models.kinds import kind_words

    if word.lower() in kind_words():
        return f" Do you mean: callboard list {word.lower()}?"
    folders = [each.parent.name for each in Path().glob(f"*/{DESCRIPTION}")]
    near = get_close_matches(word, [*COMMANDS, *folders], n=1)
    return f" Do you mean: callboard {near[0]}?" if near else ""
