"""Which of Syncthing's folders a production is in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from models.named import NamedTuple
from store.fault import plain
from store.syncthing.rest import ask
from store.syncthing.settings import Unanswered


if TYPE_CHECKING:
    from pathlib import Path

    from store.syncthing.settings import Settings


class Place(NamedTuple):
    """A folder of Syncthing's, and where in it the production is; `sub` is empty at its root."""

    id: str
    sub: str
    folder: dict[str, Any]

    @property
    def name(self) -> str:
        """What its page calls the folder."""
        return plain(str(self.folder.get("label") or self.id))

    def below(self, part: str) -> str:
        """A part of the production as Syncthing names it."""
        return f"{self.sub}/{part}" if self.sub else part


def place_of(settings: Settings, production: Path) -> Place:
    """The folder that is the production or holds it, the nearest one. Raises Unanswered."""
    folders = ask(settings, "/rest/config/folders")
    if not isinstance(folders, list):
        raise Unanswered(f"What answers at {settings.address} is not Syncthing.")
    known = [each for each in folders if _is_folder(each)]
    if settings.folder:
        return _named(settings, production, known)
    places = [place for each in known if (place := _place(each, production)) is not None]
    if not places:
        names = ", ".join(plain(str(each.get("path"))) for each in known) or "none"
        raise Unanswered(f"{production} is in no folder of Syncthing's (its folders: {names}).")
    return min(places, key=lambda place: len(place.sub))


def _is_folder(found: object) -> bool:
    return isinstance(found, dict) and bool(found.get("id")) and "\0" not in str(found.get("path"))


def _named(settings: Settings, production: Path, known: list[dict[str, Any]]) -> Place:
    for each in known:
        if each["id"] == settings.folder:
            return _place(each, production) or Place(settings.folder, "", each)
    ids = ", ".join(plain(str(each["id"])) for each in known) or "none"
    raise Unanswered(f"Syncthing has no folder '{plain(settings.folder)}' (its folders: {ids}).")


def _place(folder: dict[str, Any], production: Path) -> Place | None:
    root = os.path.realpath(os.path.expanduser(str(folder.get("path", ""))))  # noqa: PTH111
    inside = os.path.relpath(os.path.realpath(production), root)
    if inside == os.pardir or inside.startswith(os.pardir + os.sep):
        return None
    return Place(str(folder["id"]), "" if inside == os.curdir else inside, folder)
