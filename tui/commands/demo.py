"""`callboard demo`: a living sample production, made where the user's own things are kept."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path

import click

from models.errors import ForeignFolder
from tui.commands.line_command import LineCommand
from tui.commands.speaking import say
from tui.start import DESCRIPTION, show_board


@click.command(cls=LineCommand)
@click.argument("path", metavar="[PATH]", required=False, type=click.Path(path_type=Path))
@click.option("--no-open", is_flag=True, help="Only make it.")
@click.option("--fresh", is_flag=True, help="Make it anew; the one there is, is put aside.")
def demo(path: Path | None, *, no_open: bool, fresh: bool) -> None:
    """Open a sample production.

    It is ten shooting days of an invented film, around today. Without PATH it is kept among
    your own files; running it again opens the one there is.
    """
    from store.production import Production

    folder = path or home()
    if fresh:
        _put_aside(folder)
    if (folder / DESCRIPTION).exists():
        Production.open(folder)
        say(f"The demo is in {folder}. 'callboard demo --fresh' makes it anew, around today.")
    else:
        _make(folder)
        say(f"The demo is made in {folder}.")
    if no_open:
        say(f"Open it with: callboard {folder}")
        return

    show_board(folder)


def home() -> Path:
    """Where the demo is kept: the user's own directory for such things."""
    from platformdirs import user_data_path

    return user_data_path("callboard") / "demo"


def _make(folder: Path) -> None:
    """Make it beside its place and move it there, so that half a demo is never opened."""
    from store.demo.build import build

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ForeignFolder(f"{folder} already holds something else. Name a folder not there yet.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
        made = Path(beside) / folder.name
        build(made)
        made.replace(folder)


def _put_aside(folder: Path) -> None:
    """Keep what is there under another name. Nothing is ever deleted."""
    if not (folder / DESCRIPTION).exists():
        return
    stamp = f"{dt.datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    aside = folder.with_name(f"{folder.name}-until-{stamp}")
    shutil.move(folder, aside)
    say(f"The one there was is kept in {aside}.")
