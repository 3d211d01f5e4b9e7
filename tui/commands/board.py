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
from tui.commands.speaking import Misread, Refusal


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
    from store.folder import read_description

    path, moment = opening.folder(), opening.board_moment()
    read_description(path)
    if not at_a_terminal():
        raise Refusal("The board needs a terminal. For scripts there is 'callboard list'")
    from store.config import read_config
    from tui import terminal

    config = read_config()
    refused = terminal.refused_theme(os.environ, config.theme)
    theme = terminal.prepare(os.environ, config.theme)
    from tui.app import run_board

    note = " ".join(each for each in (refused, *config.wrong) if each)
    run_board(path, moment, note=note, own_theme=theme if theme in terminal.OWN_THEMES else "")


def at_a_terminal() -> bool:
    """Whether somebody can see the board and press keys."""
    return sys.stdin.isatty() and sys.stdout.isatty()


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
