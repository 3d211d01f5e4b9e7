"""What Syncthing does for a production, in words: where, with whom, how far, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from models.named import NamedTuple
from store.fault import plain
from store.syncthing.ignore import MARKER
from store.syncthing.places import Place, place_of
from store.syncthing.rest import ask


if TYPE_CHECKING:
    from pathlib import Path

    from store.syncthing.settings import Settings

STATES = {
    "idle": "",
    "error": "",
    "scanning": "It is looking through its files.",
    "scan-waiting": "It waits for its turn to look through its files.",
    "syncing": "It is fetching changes.",
    "sync-preparing": "It is fetching changes.",
    "sync-waiting": "It waits for its turn to fetch changes.",
}
WATCHED = 1  # seconds: what `fsWatcherDelayS` should be


class Report(NamedTuple):
    """Sentences: what is so, what would be better, and what somebody must see to."""

    found: tuple[str, ...]
    advice: tuple[str, ...]
    wrong: tuple[str, ...]


def version_of(settings: Settings) -> str:
    """Which Syncthing answers, in a sentence. Raises Unanswered."""
    found = _table(ask(settings, "/rest/system/version"))
    return f"Syncthing {plain(str(found.get('version', '')))} answers at {settings.address}."


def report(settings: Settings, production: Path) -> Report:
    """Ask about everything a production needs of it. Raises Unanswered."""
    place = place_of(settings, production)
    status = _table(ask(settings, "/rest/db/status", folder=place.id))
    inside = f", in {plain(place.sub)}" if place.sub else ""
    found = [f"The production is in its folder “{place.name}”{inside}."]
    found += [*_others(settings, place), *_how_far(status)]
    return Report(tuple(found), tuple(_advice(place)), tuple(_wrong(place, status)))


def _how_far(status: Mapping[str, Any]) -> Iterator[str]:
    doing = STATES.get(str(status.get("state")), "")
    if doing:
        yield doing
    awaited = _number(status, "needFiles")
    if awaited:
        yield f"{awaited} of its files are still to come here."
    elif not doing and not status.get("error"):
        yield "Everything it has heard of is here."


def _wrong(place: Place, status: Mapping[str, Any]) -> Iterator[str]:
    if place.folder.get("paused"):
        yield "The folder is paused: nothing comes or goes."
    if status.get("error"):
        yield _stopped(str(status["error"]))
    if _number(status, "errors") or _number(status, "pullErrors"):
        yield "Some files could not be fetched; its page says which."
    if place.folder.get("type", "sendreceive") != "sendreceive":
        yield "The folder does not both send and receive: set its type so on its page."


def _stopped(error: str) -> str:
    if error.startswith("folder marker missing"):
        return (
            f"The folder is stopped, for its {MARKER} is missing: the disk may have come back "
            f"empty, and the others would lose everything. Where all is here, make {MARKER} again."
        )
    return f"The folder is stopped: {plain(error)}."


def _advice(place: Place) -> Iterator[str]:
    """What would hand on sooner what is changed by a sync, by hand, or by others here."""
    if not place.folder.get("fsWatcherEnabled", True):
        yield "The folder is not watched for changes: tick Watch for Changes on its page."
    elif (delay := _number(place.folder, "fsWatcherDelayS")) > WATCHED:
        yield (
            f"Other changes on this machine go out after {delay} s and more. For 1 s, set "
            f"fsWatcherDelayS to {WATCHED} (Actions, Advanced, Folders)."
        )


def _others(settings: Settings, place: Place) -> Iterator[str]:
    """Each machine the folder is shared with, and how far it is."""
    me = _table(ask(settings, "/rest/system/status")).get("myID")
    reached = _table(_table(ask(settings, "/rest/system/connections")).get("connections"))
    names = {each.get("deviceID"): each.get("name") for each in _devices(settings)}
    shared = [each.get("deviceID") for each in place.folder.get("devices", [])]
    others = [str(each) for each in shared if each != me]
    if not others:
        yield "It is shared with nobody yet."
    for other in others:
        name = plain(str(names.get(other) or other[:7]))
        if not _table(reached.get(other)).get("connected"):
            yield f"{name} is not connected."
            continue
        far = _table(ask(settings, "/rest/db/completion", folder=place.id, device=other))
        lacks = _number(far, "needItems")
        yield f"{name} lacks {lacks} files." if lacks else f"{name} has everything."


def _devices(settings: Settings) -> list[dict[str, Any]]:
    found = ask(settings, "/rest/config/devices")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _table(found: Any) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _number(found: Mapping[str, Any], name: str) -> int:
    number = found.get(name, 0)
    return int(number) if isinstance(number, (int, float)) else 0
