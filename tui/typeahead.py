"""Keys that arrive in one burst, each done before the next is looked at.

Textual hands a key to what has the focus when the key arrives, not when its turn comes. After a
stall of the link `a` and the line typed behind it arrive together, and all of it would go to the
board: the `d` of a name would delete a row. So a key waits here until everything the one before
it caused has been worked off: its bindings, the messages they post, the focus they move. All
that is painted in one go: half of it now and the rest a frame later is what a slow link shows.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import App
    from textual.events import Event
    from textual.message_pump import MessagePump

ROUNDS = 4
"""How often a message may cause another that climbs to the app: key, done, saved, focus."""

STUCK = 2.0
"""Seconds after which keys go on whatever happens."""


GLANCE = 0.005
"""Seconds between looks at what has the focus."""


class Typeahead:
    """Hands on the keys of an app, one after the other."""

    def __init__(self, app: App[None], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        """Take the app and its own way of handling a key."""
        self._app = app
        self._hand_on = hand_on
        self._waiting: deque[Event] = deque()
        self._task: asyncio.Task[None] | None = None

    def take(self, event: Event) -> None:
        """Hand a key on, now or when its turn comes."""
        self._waiting.append(event)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())
            self._task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """Let the app end over a mistake in a key, as it does over any other."""
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._app.call_later(_raise, error)

    async def settled(self) -> None:
        """Wait until the keys taken so far have done all they do."""
        if self._task is not None:
            await self._task

    async def _run(self) -> None:
        while self._waiting:
            with self._app.batch_update():
                await self._hand_on(self._waiting.popleft())
                await self._worked_off()
            self._app.screen.check_idle()
            await self._focused()

    async def _worked_off(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(STUCK):
                for number in range(ROUNDS):
                    busy = [each for each in self._climb() if not number or each.message_queue_size]
                    for each in busy:
                        await _worked_off(each)
                    if not busy:
                        break

    def _climb(self) -> Sequence[MessagePump]:
        """Where a key goes, and what it causes: from what has the focus up to the app."""
        return (self._app.focused or self._app.screen).ancestors_with_self

    async def _focused(self) -> None:
        """Wait for a box that has just been opened to have its widgets."""
        ends = time.monotonic() + STUCK
        # Nothing tells when the focus has landed, so this looks.
        while self._app.focused is None and time.monotonic() < ends:  # noqa: ASYNC110
            await asyncio.sleep(GLANCE)


def _raise(error: BaseException) -> None:
    raise error


async def _worked_off(pump: MessagePump) -> None:
    """Wait until all the messages that wait in a widget now have been handled."""
    done = asyncio.Event()

    def handled() -> None:
        done.set()

    # Textual looks at the parameters of what it calls, which takes longer for a built-in method.
    if pump.call_later(handled):
        await done.wait()
