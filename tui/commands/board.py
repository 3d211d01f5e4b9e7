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
    from tui import terminal

    terminal.prepare(os.environ)
    from tui.app import run_board

    run_board(path, moment, note=terminal.refused_theme(os.environ))


def at_a_terminal() -> bool:
    """Whether somebody can see the board and press keys."""
    return all(each is not None and each.isatty() for each in (sys.stdin, sys.stdout))


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
