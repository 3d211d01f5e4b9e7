"""How much of the script is shot: scenes, pages, minutes and setups, day by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from models.log import when_said
from models.named import NamedTuple


Document = Mapping[str, Any]

SECONDS_A_PAGE = 60
"""The screen time a page is taken for until it is timed: a minute, the habit everywhere."""

LAST = "99:99"
"""Later than any time of a production day."""


class Taken(NamedTuple):
    """A part of the script: whole scenes, eighths of pages, seconds of screen time, setups."""

    scenes: int = 0
    pages: int = 0
    seconds: int = 0
    setups: int = 0

    def plus(self, other: Taken) -> Taken:
        """Both together."""
        return Taken(*(one + more for one, more in zip(self, other, strict=True)))

    def less(self, other: Taken) -> Taken:
        """What is left of it, never less than nothing."""
        return Taken(*(max(0, one - less) for one, less in zip(self, other, strict=True)))


class Coverage(NamedTuple):
    """Where the script stands at the end of a day.

    Attributes:
        script: All scenes there are to shoot; its seconds are estimated from its pages.
        omitted: Scenes that were cut, which are not part of the script.
        before: What was taken on all days before.
        today: What was taken on the day.
        remaining: What is owed; its seconds are estimated from its pages, its setups are none.
        done: The day each scene was finished on, by id.
        credited: The eighths taken on the day, by scene.
        left: The eighths still to be shot, by scene.
    """

    script: Taken
    omitted: Taken
    before: Taken
    today: Taken
    remaining: Taken
    done: Mapping[str, str]
    credited: Mapping[str, int]
    left: Mapping[str, int]

    @property
    def to_date(self) -> Taken:
        """Everything taken up to and with the day."""
        return self.before.plus(self.today)


def coverage(
    scenes: Iterable[Document], logs: Iterable[Document], day: str, time: str = LAST
) -> Coverage:
    """The coverage at a time of a day, both in their kept form; later log lines do not count.

    What is logged counts, without a time as if at the end of its day. A scene that somebody marked
    as shot without logging it counts on the day it was scheduled for.
    """
    live = [each for each in scenes if not each.get("parked")]
    script = [each for each in live if is_in_script(each)]
    said = _by_scene(logs)
    days: dict[str, Taken] = defaultdict(Taken)
    done: dict[str, str] = {}
    credited: dict[str, int] = {}
    left: dict[str, int] = {}
    for scene in script:
        key = str(scene["id"])
        taken = _taken(scene, said.get(key, []), (day, time))
        for date, part in taken.items():
            days[date] = days[date].plus(part)
        if finished := [date for date, part in taken.items() if part.scenes]:
            done[key] = finished[0]
        left[key] = _number(scene, "pages") - _sum(taken.values()).pages
        if day in taken:
            credited[key] = taken[day].pages
    before = _sum(part for date, part in days.items() if date < day)
    today = days.get(day, Taken())
    entire, cut = whole(script), whole(each for each in live if each not in script)
    owed = entire.less(before.plus(today))
    remaining = owed._replace(seconds=owed.pages * SECONDS_A_PAGE // 8, setups=0)
    return Coverage(entire, cut, before, today, remaining, done, credited, left)


def _by_scene(logs: Iterable[Document]) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = defaultdict(list)
    for each in sorted(logs, key=when_said):
        if each.get("scene"):
            found[str(each["scene"])].append(each)
    return found


def _taken(scene: Document, lines: Sequence[Document], until: tuple[str, str]) -> dict[str, Taken]:
    """What was taken of a scene on each day up to a day and time; pages never more than it has."""
    pages = _number(scene, "pages")
    found: dict[str, Taken] = defaultdict(Taken)
    left, finished = pages, ""
    for line in lines:
        date = str(line.get("day") or "")
        if (date, str(line.get("at") or LAST)) > until:
            continue
        part = min(left, _pages(line, left))
        left -= part
        finished = (
            date if line.get("outcome") == "done" else "" if line.get("outcome") else finished
        )
        found[date] = found[date].plus(
            Taken(0, part, _number(line, "screen"), _number(line, "setups"))
        )
    if not finished and _is_shot_unlogged(scene, lines):
        finished = str(scene["day"]) if str(scene["day"]) <= until[0] else ""
        if finished:
            found[finished] = found[finished].plus(Taken(pages=left))
    if finished:
        found[finished] = found[finished].plus(Taken(scenes=1))
    return dict(found)


def _pages(line: Document, left: int) -> int:
    """The eighths a log line says were shot, of those that were left."""
    if isinstance(line.get("pages"), int):
        return _number(line, "pages")
    if line.get("outcome") == "done":
        return left
    if line.get("outcome") == "part" and isinstance(line.get("owed"), int):
        return max(0, left - _number(line, "owed"))
    return 0


def _is_shot_unlogged(scene: Document, lines: Sequence[Document]) -> bool:
    said = any(each.get("outcome") == "done" for each in lines)
    return scene.get("state") == "shot" and not said and bool(scene.get("day"))


def is_in_script(scene: Document) -> bool:
    """Whether a scene is to be shot: neither cut nor parked."""
    return not scene.get("parked") and scene.get("state") != "omitted"


def whole(scenes: Iterable[Document]) -> Taken:
    """All there is to shoot of scenes; their seconds are estimated from their pages."""
    held = list(scenes)
    pages = sum(_number(each, "pages") for each in held)
    return Taken(len(held), pages, pages * SECONDS_A_PAGE // 8)


def _sum(parts: Iterable[Taken]) -> Taken:
    total = Taken()
    for each in parts:
        total = total.plus(each)
    return total


def _number(document: Document, field: str) -> int:
    held = document.get(field)
    return held if isinstance(held, int) and not isinstance(held, bool) else 0
