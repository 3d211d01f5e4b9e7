"""What a day's log cannot be: a key time said twice, or times that run backwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from models.daylog import KEY_TIMES, NAMES
from models.desk import Desk
from models.edits import Aimed
from models.rules.finding import Finding
from models.when import as_minutes


def logged_twice(desk: Desk, day: str) -> Iterator[Finding]:
    """Two people logged the same key time, or the same scene, without knowing of one another."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for log in desk.directory.on("log", day):
        what, scene = str(log.get("what") or ""), str(log.get("scene") or "")
        if what in KEY_TIMES or (scene and not what):
            found[what, scene].append((str(log.get("at") or "no time"), str(log["id"])))
    for (what, scene), logs in found.items():
        if len(logs) > 1:
            name = NAMES[what] if what else f"scene {desk.directory.show('scene', scene)}"
            times = " and ".join(sorted(at for at, _ in logs))
            yield Finding(
                "logged-twice",
                f"{name} is logged {len(logs)} times: {times}",
                tuple(Aimed("log", each) for _, each in logs),
            )


def out_of_order(desk: Desk, day: str) -> Iterator[Finding]:
    """A key time lies before one that comes before it in any day: back before lunch."""
    logged = [
        (KEY_TIMES.index(what), minute, str(log["id"]), what)
        for log in desk.directory.on("log", day)
        if (what := str(log.get("what") or "")) in KEY_TIMES
        and (minute := as_minutes(log.get("at"))) is not None
    ]
    logged.sort()
    for (_, before, one, first), (_, after, other, then) in pairwise(logged):
        if after < before and first != then:
            words = f"{NAMES[then]} is logged before {NAMES[first]}"
            yield Finding("out-of-order", words, (Aimed("log", other), Aimed("log", one)))
