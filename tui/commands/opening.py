"""Which production a command is about, as of when, and with which day in view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from models.errors import NoSuch, Unread
from models.named import NamedTuple
from tui.commands.speaking import Misread, Refusal
from tui.start import DESCRIPTION


if TYPE_CHECKING:
    from store.production import Production
    from tui.commands.then import Then
    from tui.office import Office


class Opening(NamedTuple):
    """What the options say: the folder that was named, a moment and a day, as they were typed."""

    named: str | None = None
    at: str | None = None
    day: str | None = None

    def folder(self) -> Path:
        """The production's folder: the one named, or the one we are in. Raises Misread."""
        if self.named:
            return Path(self.named)
        if Path(DESCRIPTION).is_file():
            return Path()
        raise Misread(
            "No production is named. Go into its folder, or name it: callboard -p FOLDER ... "
            "('callboard new FOLDER' makes one, 'callboard demo' shows a sample.)"
        )

    def office(self, *, afresh: bool = False) -> Office:
        """The production, opened, with the day in view; `afresh` reads every file again.

        Raises FolderError or Misread.
        """
        from store.checkpoint import WORTH_KEEPING
        from store.production import Production
        from tui.office import Office, clock_of

        production = Production.open(self.folder(), afresh=afresh, to_read=True)
        context = click.get_current_context(silent=True)
        if context is not None:  # completion in a shell has none
            context.call_on_close(lambda: production.checkpoint(after=WORTH_KEEPING))
        office = Office(production, now=clock_of(production))
        if self.at is not None:
            then = self.then(office)
            production = Production.open(self.folder(), at=then.until)
            office = Office(production, now=lambda: then.moment)
        if self.day:
            office.view = self._view(self.day, office)
        _hand_on(production)
        return office

    def _view(self, day: str, office: Office) -> dt.date:
        try:
            return dt.date.fromisoformat(office.desk.calendar.read(day))
        except Unread as error:
            raise Misread(f"--day: {error}") from None

    def then(self, office: Office) -> Then:
        """What `--at` means in this production, a moment or a version. Raises Misread."""
        from tui.commands.then import read_then

        try:
            return read_then(self.at or "", office)
        except (Unread, NoSuch) as error:
            raise Misread(f"--at: {error}") from None

    def board_then(self) -> Then | None:
        """What the board is wanted as of; None for now. Raises FolderError or Misread."""
        return self.then(self._replace(at=None).office()) if self.at is not None else None


def _hand_on(production: Production) -> None:
    """When the command is done, tell Syncthing of what it saved."""
    from store.syncthing.rescan import Rescans

    command = click.get_current_context(silent=True)
    if command is not None:
        command.call_on_close(Rescans(production).finish)


def _take(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.obj = ctx.obj._replace(**{str(param.name): value})


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def production_option(**ways: Any) -> Decorator:
    """`-p FOLDER`; before the command and behind it."""
    return click.option(
        "-p",
        "--production",
        "named",
        metavar="FOLDER",
        expose_value=False,
        callback=_take,
        help="The production's folder; left out, the folder you are in.",
        **ways,
    )


at_option: Decorator = click.option(
    "--at",
    metavar="MOMENT|VERSION",
    expose_value=False,
    callback=_take,
    help="As it was then: 'yesterday 18:00', '2 hours ago', v1290, blue.uss.",
)

day_option: Decorator = click.option(
    "--day",
    metavar="DAY",
    expose_value=False,
    callback=_take,
    help="The production day in view: fri, tmr, d3, 12/3, 2026-11-21.",
)


def changeable(office: Office) -> Office:
    """The office where its production can be changed; a refusal in its own words otherwise."""
    if office.production.readonly:
        raise Refusal(f"NOT saved: {office.production.readonly}")
    return office
