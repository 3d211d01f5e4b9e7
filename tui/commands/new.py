"""`callboard new`: a production's folder."""

from __future__ import annotations

import os
from pathlib import Path

import click

from models.errors import Unread
from models.text import tidy
from models.zones import known
from tui.commands.line_command import LineCommand
from tui.commands.speaking import Misread, Refusal, say


LOCALTIME = Path("/etc/localtime")


@click.command(cls=LineCommand, no_args_is_help=True)
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option("--title", help="What the production is called; left out, as its folder.")
@click.option("--zone", help="Its time zone, as Europe/Zurich; left out, this machine's.")
@click.option("--group", help="The group of users on this machine that shares it.")
def new(path: Path, title: str | None, zone: str | None, group: str | None) -> None:
    """Make a production.

    PATH is its folder, which must be new or empty.
    """
    from store.production import Production

    name = tidy(title if title is not None else title_of(path))
    if not name:
        raise Refusal("A production needs a title: --title 'Nightfall'")
    place = _zone(zone) if zone is not None else machine_zone()
    production = Production.create(path, title=name, zone=place or "UTC", group=group)
    zone_words = f"in the zone {place}" if place else "in UTC, for this machine names no zone"
    say(f"Made “{name}” in {path}, {zone_words}.")
    if not place:
        say(f"To set it: callboard -p {path} change production zone:Europe/Zurich")
    say(f"Open it with: callboard {production.path}")


def title_of(path: Path) -> str:
    """A title from a folder's name: `night-fall_2` as `Night fall 2`."""
    words = path.absolute().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _zone(text: str) -> str:
    try:
        return known(tidy(text))
    except Unread as error:
        from difflib import get_close_matches
        from zoneinfo import available_timezones

        ends = {name.rpartition("/")[2].lower(): name for name in sorted(available_timezones())}
        near = get_close_matches(tidy(text).rpartition("/")[2].lower(), ends, n=1)
        hint = f"; is it {ends[near[0]]}?" if near else ""
        raise Misread(f"--zone: {error}{hint}") from error


def machine_zone() -> str:
    """The zone this machine is set to, by its IANA name; empty where none can be told."""
    linked = os.path.realpath(LOCALTIME).partition("zoneinfo/")[2]
    for name in (os.environ.get("TZ", "").lstrip(":"), linked):
        try:
            return known(name) if name else ""
        except Unread:
            continue
    return ""
