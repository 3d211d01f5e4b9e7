"""Where somebody is on the day in view: their calls, runs, events and scenes in time order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.calling import called, unit_call
from models.desk import Desk
from models.named import NamedTuple
from models.running import running_order
from models.when import as_minutes, clock


Document = Mapping[str, Any]

CALLED = {"hmu": "HMU", "costume": "costume", "call": "call", "onset": "set", "wrap": "wrap"}


class Moment(NamedTuple):
    """From which minute of the production day on somebody is where, or does what."""

    at: int
    words: str

    def __str__(self) -> str:
        """`05:40 hotel>base`."""
        return f"{clock(self.at)} {self.words}"


def whereabouts(person: str, desk: Desk, now: int | None = None) -> tuple[Moment, ...]:
    """All that is known of a person's day; with `now` from what has begun last on."""
    moments = sorted((*_called(person, desk), *_driven(person, desk), *_wanted(person, desk)))
    if now is None:
        return tuple(moments)
    begun = sum(each.at <= now for each in moments)
    return tuple(moments[max(0, begun - 1) :])


def _called(person: str, desk: Desk) -> Iterator[Moment]:
    call = called(person, desk).call
    for field, words in CALLED.items():
        minute = as_minutes(call.get(field))
        if minute is not None:
            yield Moment(minute, words)


def _driven(person: str, desk: Desk) -> Iterator[Moment]:
    for run in desk.directory.on("run", desk.day):
        vehicle = str(run.get("vehicle") or "")
        driver = run.get("driver") or desk.directory.document("vehicle", vehicle).get("driver")
        minute = as_minutes(run.get("leave") or run.get("by"))
        if minute is None or (driver != person and person not in _held(run, "passengers")):
            continue
        by = "" if run.get("leave") else "by "
        drives = "drives " if driver == person else ""
        name = f" {desk.directory.show('vehicle', vehicle)}" if vehicle else ""
        yield Moment(minute, f"{by}{drives}{route(run, desk)}{name}")


def route(run: Document, desk: Desk) -> str:
    """`hotel>base`, a place that is not known left out."""
    places = (run.get("origin"), *(run.get("stops") or ()), run.get("to"))
    return ">".join(desk.directory.show("place", str(each)) for each in places if each)


def _wanted(person: str, desk: Desk) -> Iterator[Moment]:
    """The scenes they are in, and the events they are wanted at."""
    on = desk.directory.on
    order = running_order(unit_call(desk), on("scene", desk.day), on("event", desk.day))
    for item in order:
        field = "cast" if item.kind == "scene" else "people"
        if item.start is not None and person in _held(item.document, field):
            yield Moment(item.start, _said(item.kind, item.document, desk))


def _said(kind: str, document: Document, desk: Desk) -> str:
    if kind == "scene":
        return f"scene {document.get('scene') or document.get('set') or ''}".strip()
    place = document.get("place")
    where = f", {desk.directory.show('place', str(place))}" if place else ""
    return f"{document.get('title') or 'event'}{where}"


def _held(document: Document, field: str) -> Mapping[str, Any]:
    held = document.get(field)
    return held if isinstance(held, dict) else {}
