"""`callboard syncthing`: the key of the Syncthing on this machine, and what it does for us."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, production_option
from tui.commands.speaking import Refusal, say, tell
from tui.start import DESCRIPTION


if TYPE_CHECKING:
    from store.syncthing.settings import Settings

NO_KEY = (
    "No key of Syncthing's is known here, so it finds changes by itself, up to half a minute late. "
    "'callboard syncthing --key KEY', with the key from its page (Actions, Settings, API Key), "
    "makes that a moment"
)


@click.command(cls=LineCommand)
@click.option("--key", help="The API key of Syncthing's page; - reads it from stdin.")
@click.option("--address", help="Where it answers; left out, http://127.0.0.1:8384.")
@production_option()
@click.pass_obj
def syncthing(opening: Opening, key: str | None, address: str | None) -> None:
    """Tell Syncthing of each change at once.

    With --key, keeps the key of the Syncthing on this machine and tries it. Without, says what
    Syncthing does for the production: in which folder it is, with whom it is shared, how far each
    machine is, and what is wrong.
    """
    from store.syncthing.settings import read_settings, save_settings

    settings = _given(key, address)
    if settings is None:
        settings = read_settings()
    else:
        _try(settings)
        say(f"The key is kept in {save_settings(settings)}, for you alone.")
    if settings is None:
        raise Refusal(NO_KEY)
    _tell_state(settings, opening)


def _given(key: str | None, address: str | None) -> Settings | None:
    """What the options say, over what is known already; None where they say nothing."""
    from store.syncthing.settings import checked, read_settings

    if key is None and address is None:
        return None
    if key is not None:
        return checked(sys.stdin.readline().strip() if key == "-" else key.strip(), address or "")
    known = read_settings()
    if known is None:
        raise Refusal(NO_KEY)
    return checked(known.key, address or "", known.folder)


def _try(settings: Settings) -> None:
    """Refuse a key Syncthing refuses; one that cannot be tried now is kept."""
    from store.syncthing.report import version_of
    from store.syncthing.rest import Refused
    from store.syncthing.settings import Unanswered

    try:
        version_of(settings)
    except Refused as error:
        raise Refusal(f"The key was not kept. {error}") from error
    except Unanswered:
        return  # said when its state is asked for, next


def _tell_state(settings: Settings, opening: Opening) -> None:
    from store.syncthing.report import report, version_of

    tell([version_of(settings)])
    if not opening.named and not Path(DESCRIPTION).is_file():
        say("Name a production to hear what Syncthing does for it: callboard syncthing -p FOLDER")
        return
    found = report(settings, opening.folder())
    tell(found.found)
    for each in (*found.advice, *found.wrong):
        say(each)
    if found.wrong:
        raise SystemExit(1)
    say("It is told of each change you save here, at once.")
