"""Telling Syncthing of one's own changes at once: its own watching takes ten seconds and more.

Nothing here can hold up or fail a change: it is on the disk already, and Syncthing finds it by
itself if it is not told.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from store.folder import WRITERS


if TYPE_CHECKING:
    from store.production import Production
    from store.syncthing.places import Place
    from store.syncthing.settings import Settings

AT_EXIT = 0.3  # seconds
SCAN = "/rest/db/scan"


class Rescans:
    """Calls for one production. `look` and `finish` are for the production's own thread.

    `trouble` says why the last call did not go through; empty where it did.
    """

    def __init__(self, production: Production, *, told: int | None = None) -> None:
        """What is written by now needs no telling, or the changes `told` of those saved."""
        self.trouble = ""
        self._production = production
        self._path = production.path
        self._told = production.saves if told is None else told
        self._lock = threading.Lock()
        self._wanted: set[str] = set()
        self._thread: threading.Thread | None = None
        self._place: tuple[Settings, Place] | None = None

    def look(self) -> None:
        """Tell Syncthing where there are new changes of one's own; returns at once."""
        if self._production.saves == self._told:
            return
        self._told = self._production.saves
        from store.syncthing.settings import settings_path  # nothing was saved yet at the start

        if settings_path().exists():
            self._want(self._production.writer)

    def finish(self) -> None:
        """Look a last time, and give a call that is under way a moment to get through."""
        self.look()
        thread = self._thread
        if thread is not None:
            thread.join(AT_EXIT)

    def _want(self, writer: str) -> None:
        """What is wanted while a call is under way becomes one more call after it."""
        with self._lock:
            self._wanted.add(writer)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="rescan", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        from store.syncthing.settings import Unanswered

        while wanted := self._taken():
            try:
                self._call(wanted)
                self.trouble = ""
            except Unanswered as error:
                self.trouble = str(error)
                self._place = None

    def _taken(self) -> set[str]:
        with self._lock:
            wanted, self._wanted = self._wanted, set()
            if not wanted:
                self._thread = None
            return wanted

    def _call(self, wanted: set[str]) -> None:
        from store.syncthing.rest import tell
        from store.syncthing.settings import read_settings

        settings = read_settings()
        if settings is None:
            return
        place = self._placed(settings)
        for writer in sorted(wanted):
            tell(settings, SCAN, folder=place.id, sub=place.below(f"{WRITERS}/{writer}"))

    def _placed(self, settings: Settings) -> Place:
        """Where the production is; asked once, and again after something went wrong."""
        from store.syncthing.places import place_of

        if self._place is None or self._place[0] != settings:
            self._place = (settings, place_of(settings, self._path))
        return self._place[1]
