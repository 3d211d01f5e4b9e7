"""Which production a command is about, as of when, and with which day in view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import NoSuch, Unread
from models.named import NamedTuple
from tui.commands.speaking import Misread, Refusal
from tui.start import DESCRIPTION


if TYPE_CHECKING:
    from click import Context, Parameter

    from store.production import Production
    from tui.commands.then import Then
    from tui.office import Office


def _at_close(do: Callable[[], None]) -> None:
    """Do something when click's command is done; completion in a shell has none."""
    import click

    context = click.get_current_context(silent=True)
    if context is not None:
        context.call_on_close(do)


class Opening(NamedTuple):
    """What the options say: the folder that was named, a moment and a day, as they were typed.

    `later` takes what is to be done when the command has said what it has to say.
    """

    named: str | None = None
    at: str | None = None
    day: str | None = None
    later: Callable[[Callable[[], None]], None] = _at_close

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
        from store.production import Production
        from tui.office import Office, clock_of

        production = Production.open(self.folder(), afresh=afresh, to_read=True)
        self.later(production.keep)
        office = Office(production, now=clock_of(production))
        if self.at is not None:
            then = self.then(office)
            production = Production.open(self.folder(), at=then.until)
            office = Office(production, now=lambda: then.moment)
        if self.day:
            office.view = self._view(self.day, office)
        self.later(partial(_hand_on, production, production.saves))
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


def _hand_on(production: Production, before: int) -> None:
    """Tell Syncthing of what a command saved."""
    if production.saves > before:
        from store.syncthing.rescan import Rescans

        Rescans(production, told=before).finish()


def _take(ctx: Context, param: Parameter, value: str | None) -> None:
    if value is not None:
        ctx.obj = ctx.obj._replace(**{str(param.name): value})


Command = Callable[..., Any]
Decorator = Callable[[Command], Command]


def production_option(**ways: Any) -> Decorator:
    """`-p FOLDER`; before the command and behind it."""
    import click

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


def at_option(command: Command) -> Command:
    """`--at MOMENT`."""
    import click

    return click.option(
        "--at",
        metavar="MOMENT",
        expose_value=False,
        callback=_take,
        help="As it was then: 'yesterday 18:00', '2 hours ago'; or a version: v12, blue.uss.",
    )(command)


def day_option(command: Command) -> Command:
    """`--day DAY`."""
    import click

    return click.option(
        "--day",
        metavar="DAY",
        expose_value=False,
        callback=_take,
        help="The production day in view: fri, tmr, d3, 12/3, 2026-11-21.",
    )(command)


def changeable(office: Office) -> Office:
    """The office where its production can be changed; a refusal in its own words otherwise."""
    if office.production.readonly:
        raise Refusal(f"NOT saved: {office.production.readonly}")
    return office
