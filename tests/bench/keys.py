"""What a key costs on the board, against the same key in Textual's own widgets.

Both sides run in this process, without a terminal: the figures are processor time until the key
has done what it does and the screen is drawn, without the bytes on their way to a terminal. The
peer is a `DataTable` and an `Input` that know nothing of productions: no record is read, saved or
understood there.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from typing import TYPE_CHECKING, NamedTuple

from store.production import Production
from tests.bench.rounds import Times, compared
from tests.bench.row import Bar
from tests.bench.season import season


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.app import App
    from textual.message_pump import MessagePump

    from tests.bench.row import Row

SIZE = (120, 40)
ROUNDS = 3
"""How often what a key causes may cause something else that climbs to the app."""
MOST = 10_000
"""Rows of the peer's table: it takes twenty seconds to load a hundred thousand."""
PEER = "DataTable (at most 10,000 rows), Input"


class Pressed(NamedTuple):
    """A key on the board and the like on the peer, with what is pressed before and after it."""

    what: str
    ours: str
    peer: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    bar: Bar | None = None


KEYS = (
    Pressed("a row down", "down", "down", bar=Bar(5, alone=True)),
    Pressed("a page down", "pagedown", "pagedown", ("home",), bar=Bar(12, alone=True)),
    Pressed("a status key", "x", "f2", ("down",)),
    Pressed("a line opened", "a", "f3", (), ("escape",)),
    Pressed("a typed character", "3", "x", ("a", "0"), ("escape",), bar=Bar(10, alone=True)),
    Pressed("a line entered", "enter", "f2", ("4", "a", *"lamp"), ("3",), bar=Bar(30, alone=True)),
    Pressed("another pane", "tab", "f4", (), ("3",)),
    Pressed("all days", "w", "f5", (), ("w",)),
    Pressed("all days: a row down", "down", "down", ("w",), ("w",)),
    Pressed("all days: a letter of a filter", "a", "f5", ("w", "/"), ("escape", "w")),
    Pressed("all days: a letter more", "n", "f5", ("w", "/", "a"), ("escape", "w")),
)


def rows(ground: Path, records: int, rounds: int) -> Iterator[Row]:
    """Each key, ours and the peer's in turns."""
    found = asyncio.run(_measured(ground, records, rounds))
    for each in KEYS:
        ours, peer = found[each.what]
        yield compared(f"key: {each.what}", records, ours, PEER, peer, each.bar)


async def _measured(ground: Path, records: int, rounds: int) -> dict[str, tuple[Times, Times]]:
    found: dict[str, tuple[Times, Times]] = {}
    board, peer = _board(ground, records), _peer(min(records, MOST))
    async with board.run_test(size=SIZE), peer.run_test(size=SIZE):
        await _press(board, "3")
        for each in KEYS:
            ours, theirs = [], []
            for _ in range(rounds):
                for key in each.before:
                    await _press(board, key)
                ours.append(await _press(board, each.ours))
                for key in each.after:
                    await _press(board, key)
                theirs.append(await _press(peer, each.peer))
            found[each.what] = (Times(ours), Times(theirs))
    return found


async def _press(app: App[None], key: str) -> float:
    """Press a key; the processor's milliseconds until the screen shows what it did."""
    from textual.events import Key

    from tui.app import CallboardApp

    begun = time.process_time()
    app.post_message(Key(key, key if len(key) == 1 else None))
    await _handled(app)
    if isinstance(app, CallboardApp):
        await app.typeahead.settled()
    for _ in range(ROUNDS):
        for each in (app.focused or app.screen).ancestors_with_self:
            await _handled(each)
    drawn = asyncio.Event()
    app.screen.call_after_refresh(drawn.set)
    await drawn.wait()
    return (time.process_time() - begun) * 1e3


async def _handled(pump: MessagePump) -> None:
    """Wait until all that waits in a widget has been handled."""
    done = asyncio.Event()
    if pump.call_later(done.set):
        await done.wait()


def _board(ground: Path, records: int) -> App[None]:
    from tui.app import CallboardApp
    from tui.office import Office

    production = Production.open(season(ground, records).folder, as_user="mia")
    runs = production.view.records("run").values()
    day = max((str(run["day"]) for run in runs if run.get("day")), default="2026-11-23")
    now = dt.datetime.fromisoformat(f"{day}T05:00:00+00:00")
    return CallboardApp(Office(production, now=lambda: now))


def _peer(count: int) -> App[None]:
    from textual.app import App
    from textual.widgets import DataTable, Input

    cells = ("05:40", "06:10", "hotel>base", "Van 2", "Tom Frei", "Anna, Ben", "told", "M7")

    class Peer(App[None]):
        BINDINGS = [(f"f{key}", f"like({key})", "") for key in range(2, 6)]  # noqa: RUF012

        def compose(self):  # type: ignore[no-untyped-def]  # noqa: ANN202
            yield DataTable(cursor_type="row")
            yield Input()

        def on_mount(self) -> None:
            table = self.query_one(DataTable)
            table.add_columns(*(f"c{at}" for at in range(len(cells))))
            table.add_rows([cells] * count)
            table.focus()

        def action_like(self, key: int) -> None:
            table = self.query_one(DataTable)
            if key == 2:
                table.update_cell_at(table.cursor_coordinate, "told")
            elif key == 5:
                table.clear()
                table.add_rows([cells] * (count // 2))
            else:
                (self.query_one(Input) if table.has_focus else table).focus()

    return Peer()
