"""From the command to the board: what has to be right first, and what may wait until it stands.

The start is what a coordinator feels first, so nothing is loaded here that the board does not
show. The collector of reference cycles rests meanwhile: loading makes many objects that stay.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING

from models.errors import CallboardError


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tui.commands.then import Then

DESCRIPTION = "production.json"
HERE = "CALLBOARD_PRODUCTION"


class NoTerminal(CallboardError):
    """There is nobody to look at a board."""


def board_meant(words: Sequence[str], environ: Mapping[str, str]) -> str:
    """The folder whose board is asked for and nothing else; empty for any other command line."""
    from tui.commands import COMMANDS

    if len(words) > 1 or (words and (words[0].startswith("-") or words[0] in COMMANDS)):
        return ""
    folder = words[0] if words else environ.get(HERE) or "."
    return folder if os.path.isfile(os.path.join(folder, DESCRIPTION)) else ""  # noqa: PTH113, PTH118


def show_board(path: Path, then: Then | None = None) -> None:
    """Run the board until it is quit. Raises FolderError, or NoTerminal off a terminal."""
    from store.folder import read_description

    read_description(path)
    if not at_a_terminal():
        raise NoTerminal("The board needs a terminal. For scripts there is 'callboard list'")
    from store.config import read_config
    from tui import terminal

    config = read_config()
    refused = terminal.refused_theme(os.environ, config.theme)
    note = " ".join(each for each in (refused, *config.wrong) if each)
    gc.disable()
    try:
        theme = terminal.prepare(os.environ, config.theme)
        own = theme if theme in terminal.OWN_THEMES else ""
        with terminal.without_tls():
            from tui.app import run_board
        run_board(path, then, note=note, own_theme=own)
    finally:
        gc.enable()
        drop_what_is_unsaid()


def at_a_terminal() -> bool:
    """Whether somebody can see the board and press keys."""
    return all(each is not None and each.isatty() for each in (sys.stdin, sys.stdout))


def wake_collector() -> None:
    """The board stands: what was loaded stays, and the collector looks at what comes after."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def drop_what_is_unsaid() -> None:
    """Keep the interpreter from writing once more to a full disk, or to a terminal that is gone."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
            continue
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
