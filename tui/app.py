"""The app around the board: wires production, board, signals; no logic."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding
from textual.events import Key, Paste

from store.following.follow import Follower
from store.halftyped import keep, take_up
from store.production import Base, Production
from store.syncthing.rescan import Rescans
from tui.board import Board, Changed
from tui.display.choice import driver_for
from tui.hangup import HangUp
from tui.keymap import AS_THEY_COME, Keys, keys_now
from tui.mistake import Mistake
from tui.office import Office, clock_of
from tui.panes import PANES
from tui.start import wake_collector
from tui.typeahead import Typeahead
from tui.waiting import WAITING, while_read


if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver
    from textual.events import Event

    from store.halftyped import HalfTyped
    from tui.commands.then import Then


AT_REST = 3  # seconds: the first keys of a start are not to wait
MANY = 5_000  # changes of records: keeping so many would hold up a key, so it comes before any


class CallboardApp(App[None]):
    """One production's board, for as long as the terminal is there."""

    TITLE = "Callboard"
    CSS_PATH = "style.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]

    def __init__(
        self,
        office: Office,
        *,
        note: str = "",
        keys: Keys = AS_THEY_COME,
        driver: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class=driver)
        self.office = office
        self.keys = keys
        self.board = Board(office, keys.actions)
        self.note = " ".join(filter(None, (note, keys.note)))
        self.mistake = Mistake()
        self.error_console = self.mistake.console
        self.typeahead = Typeahead(self, super().on_event)
        self.follower = Follower(office.production.path / "writers", self._news)
        self.rescans = Rescans(office.production)
        self.hangup = HangUp(self, self._keep_typed)
        self._typed_kept = False

    def get_default_screen(self) -> Board:
        """The board is the only screen of its own."""
        return self.board

    async def on_event(self, event: Event) -> None:
        """Keys and pastes take their turn; all else is Textual's."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self.typeahead.take(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        """Follow the folder, and end at once where the terminal goes away."""
        self.hangup.listen()
        if self.keys.changed:
            self.set_keymap(self.keys.changed)
        self.follower.start()
        self._news()  # what came while the board was being made
        self.call_after_refresh(self._begin)
        self.set_timer(AT_REST, self._keep)

    def _keep(self) -> None:
        """Let the next start, and a kill, cost little; the lines read are let go of, too."""
        self.office.production.keep()

    def _begin(self) -> None:
        wake_collector()
        typed = take_up(self.office.production.id)
        if typed:
            self._take_up(typed)
        readonly = self.office.production.readonly
        words = self.note or (f"Read-only: {readonly}" if readonly else "")
        if words:
            self.board.say(words)

    def _take_up(self, typed: HalfTyped) -> None:
        """Open the line that was being typed when the last board ended."""
        from tui.lines.taken_up import taken_up

        names = [pane.what.name for pane in self.board.panes]
        self.board.all.go_to(names.index(typed.pane) if typed.pane in names else 0)
        line, text = taken_up(typed, self.office, self.board.pane.what.kinds)
        line.base = Base(typed.seen)
        self.board.type(line, text)

    def action_help_quit(self) -> None:
        """Say at Ctrl-C how to leave, where all is said, and not in a box over the board."""
        self.board.say("q leaves the board.")

    def _news(self) -> None:
        """Called from the thread that watches the folder."""
        self.board.post_message(Changed())

    def on_changed(self) -> None:
        """One's own changes are noticed like anybody's: hand them on."""
        self.rescans.look()

    def on_unmount(self) -> None:
        """Keep the half-typed line, and what makes the next start fast; all else is on the disk."""
        self.follower.stop()
        self._keep_typed()
        self.hangup.forget()
        self.rescans.finish()
        self._keep()

    def _keep_typed(self) -> None:
        """Keep the half-typed line, once."""
        if self._typed_kept:
            return
        self._typed_kept = True
        typed = self.board.half_typed()
        if typed is not None:
            keep(self.office.production.id, typed)


def run_board(
    path: Path,
    then: Then | None = None,
    *,
    now: Callable[[], dt.datetime] | None = None,
    note: str = "",
    own_theme: str = "",
) -> None:
    """Open a production's board and stay until it is left. Raises FolderError or OwnMistake."""
    with while_read(path, [f"{each.key} {each.title}" for each in PANES]):
        production = Production.open(path, at=then.until if then else None)
        production.checkpoint(after=MANY)
    clock = now or clock_of(production)
    office = Office(production, now=clock, view=then.moment.date() if then else None)
    app = CallboardApp(office, note=note, keys=keys_now(), driver=driver_for(os.environ))
    if own_theme:
        from tui.themes import wear

        wear(app, own_theme)
    try:
        app.run(mouse=False)
    finally:
        WAITING.end()
    app.hangup.over()
    app.mistake.tell()
