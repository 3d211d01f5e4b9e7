"""Somebody at the board: presses keys, types, and looks at the screen."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from textual.events import Key
from textual.keys import _character_to_key

from models.edits import Aimed
from models.kinds import kind
from store.production import Production
from tests.tui.widgets.stage import screen_text
from tui.app import CallboardApp
from tui.keymap import AS_THEY_COME, Keys
from tui.office import Office
from tui.widgets.lineeditor import LineEditor


if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from tui.board import Board
    from tui.pane import Pane

NOW = dt.datetime(2026, 11, 23, 5, 0, tzinfo=ZoneInfo("Europe/Zurich"))
TODAY = NOW.date().isoformat()
PATIENCE = 10  # seconds
BIG, SMALL = (120, 40), (80, 24)


class Coordinator:
    """Sits at one board in a test."""

    def __init__(self, app: CallboardApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def board(self) -> Board:
        return self.app.board

    @property
    def office(self) -> Office:
        return self.app.office

    @property
    def pane(self) -> Pane:
        """The pane the keys work on."""
        return self.board.pane

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return screen_text(self.app)

    @property
    def row(self) -> str:
        """The row under the cursor, its cells joined."""
        grid = self.pane.grid
        return next(" ".join(each.cells) for each in self.pane.rows if each.key == grid.key)

    @property
    def typed(self) -> str:
        """What stands in the line at the foot."""
        return self.board.foot.entry.text

    def sees(self, words: str) -> bool:
        """Whether the words are on the screen, also where they run over the end of a line."""
        return words in "\n".join(self.lines) or words in " ".join(" ".join(self.lines).split())

    async def presses(self, *keys: str) -> None:
        """Presses keys; when this returns they have done their work and the screen shows it."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(Key(name, key if len(key) == 1 else None))
        await self._done()

    async def _done(self) -> None:
        """The app has taken the keys, they have done their work, and the screen shows it."""
        taken = asyncio.Event()
        async with asyncio.timeout(PATIENCE):
            if self.app.call_later(taken.set):
                await taken.wait()
                await self.app.typeahead.settled()
                await self.pilot.pause()

    async def types(self, text: str) -> None:
        """Types faster than the pilot, which waits for an idle process after each key."""
        line = self.app.focused
        assert isinstance(line, LineEditor), line
        at = line.cursor_position
        wanted = line.value[:at] + text + line.value[at:]
        for each in text:
            self.app.post_message(Key(_character_to_key(each), each))
        await self._done()
        assert wanted == line.value

    async def enters(self, text: str) -> None:
        """Types a line and saves it."""
        await self.types(text)
        await self.presses("enter")

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to be so."""
        await until(condition, lambda: "\n".join(self.lines))

    async def points_at(self, words: str) -> None:
        """Goes to the first row of the pane that has the words."""
        found = (row.key for row in self.pane.rows if words in " ".join(row.cells))
        assert self.pane.grid.point_at(next(found)), f"no row has {words}"
        await self.pilot.pause()

    def records(self, word: str) -> dict[str, Mapping[str, Any]]:
        """The documents of a kind by number."""
        found = self.office.production.view.records(word).values()
        return {str(each.get("number")): each for each in found}

    def changes(self) -> list[str]:
        """What the changes of the production say they did, in order."""
        return [each.did for each in self.office.production.chronicle().changes()]


async def until(condition: Callable[[], bool], otherwise: Callable[[], str] = str) -> None:
    """Wait for something to be so; fail with the words of `otherwise`."""
    ends = asyncio.get_running_loop().time() + PATIENCE
    while not condition():
        assert asyncio.get_running_loop().time() < ends, otherwise()
        await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def at_board(
    path: Path,
    *,
    size: tuple[int, int] = BIG,
    as_user: str = "mia",
    now: dt.datetime = NOW,
    at: dt.datetime | None = None,
    keys: Keys = AS_THEY_COME,
) -> AsyncIterator[Coordinator]:
    """Sit down at the board of a production, until the block ends."""
    production = Production.open(path, as_user=as_user, at=at)
    app = CallboardApp(Office(production, now=lambda: now), keys=keys)
    app.theme = "ansi-dark"
    async with app.run_test(size=size) as pilot:
        somebody = Coordinator(app, pilot)
        await somebody.until(
            lambda: somebody.pane.grid.has_focus or app.board.foot.line is not None
        )
        yield somebody


def saved(path: Path, word: str, line: str, *, as_user: str = "mia") -> Aimed:
    """Save one more record by its line, as another session of the user would; what it is."""
    office = Office(Production.open(path, as_user=as_user), now=lambda: NOW)
    change = office.save([office.adding(line, kind(word))])
    assert change is not None
    return Aimed(change.edits[0].kind, change.edits[0].id)


def changed(path: Path, aimed: Aimed, line: str, *, as_user: str = "reto") -> None:
    """Change a record by a few words, as somebody else on another machine would."""
    office = Office(Production.open(path, as_user=as_user), now=lambda: NOW)
    assert office.save([office.changing(line, (aimed,))]) is not None
