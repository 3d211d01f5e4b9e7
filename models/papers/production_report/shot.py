"""What was shot, what was scheduled and was not, and how much of the script that makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.coverage import Taken, is_in_script, whole
from models.fields.numbers import show_pages
from models.fields.shooting import shown_seconds
from models.papers.held import text
from models.papers.paper import Block, Column, Fact, Facts, Row, Table
from models.papers.production_report.days import shoot_days
from models.papers.production_report.reported import Reported


Document = Mapping[str, Any]

SHOT = (
    Column("Sc."),
    Column("Set", 3),
    Column("Result", 2),
    Column("Pages", right=True, kind="pages"),
    Column("Setups", right=True, kind="number"),
    Column("Screen", right=True),
    Column("At", right=True, kind="time"),
    Column("Notes", 3),
)
UNSHOT = (
    Column("Sc."),
    Column("Set", 3),
    Column("Pages owed", right=True, kind="pages"),
    Column("Why", 4),
)
COVERAGE = (
    Column(""),
    Column("Scenes", right=True, kind="number"),
    Column("Pages", right=True, kind="pages"),
    Column("Minutes", right=True),
    Column("Setups", right=True, kind="number"),
)


def scenes_shot(day: Reported) -> Table:
    """A row for each scene something was shot of, in the order it was logged."""
    rows = []
    for scene in _touched(day):
        document = day.record("scene", scene)
        lines = [each for each in day.log.lines if each.get("scene") == scene]
        cells = (
            text(document, "scene"),
            heading(document),
            _result(day, scene, lines),
            show_pages(day.coverage.credited.get(scene, 0)),
            _total(lines, "setups"),
            shown_seconds(seconds) if (seconds := _sum(lines, "screen")) else "",
            str(lines[-1].get("at") or "") if lines else "",
            ". ".join(filter(None, (text(each, "text") for each in lines))),
        )
        rows.append(Row(cells, key=f"scene/{scene}"))
    always = ("Sc.", "Set", "Result", "Pages", "Setups")
    none = "No scene is logged yet."
    return Table("shot", SHOT, tuple(rows), "SCENES SHOT", none, always=always)


def _touched(day: Reported) -> list[str]:
    logged = [str(each["scene"]) for each in day.log.scenes if each.get("outcome") != "owed"]
    credited = day.coverage.credited
    return list(dict.fromkeys((*logged, *(each for each in credited if credited[each]))))


def _result(day: Reported, scene: str, lines: Sequence[Document]) -> str:
    if day.coverage.done.get(scene) == day.day:
        return "complete"
    owed = [each["owed"] for each in lines if isinstance(each.get("owed"), int)]
    return f"part, {show_pages(owed[-1])} owed" if owed else "part"


def not_shot(day: Reported) -> Table:
    """What was scheduled for the day, or logged as owed, and is not finished."""
    rows = tuple(_unshot(day))
    title, always = "SCHEDULED BUT NOT SHOT", ("Sc.", "Set", "Pages owed")
    return Table("unshot", UNSHOT, rows, title, _none_owed(day), always=always)


def _none_owed(day: Reported) -> str:
    return "Everything that was scheduled was shot." if day.log.scenes else ""


def _unshot(day: Reported) -> Iterator[Row]:
    lines = {str(each["scene"]): each for each in day.log.scenes if each["outcome"] != "done"}
    scheduled = [str(each["id"]) for each in day.scenes]
    for scene in dict.fromkeys((*scheduled, *lines)):
        if scene in day.coverage.done:
            continue
        document, line = day.record("scene", scene), lines.get(scene, {})
        cells = (
            text(document, "scene"),
            heading(document),
            show_pages(owed_pages(day, scene, line)),
            text(line, "text") or text(document, "note"),
        )
        yield Row(cells, key=f"scene/{scene}")


def owed_pages(day: Reported, scene: str, line: Document) -> int:
    """The eighths of a scene still to be shot at the end of the day."""
    owed = line.get("owed")
    return owed if isinstance(owed, int) else day.coverage.left.get(scene, 0)


def heading(scene: Document) -> str:
    """`INT BARN - NIGHT`."""
    place = " ".join(filter(None, (text(scene, "ie"), text(scene, "set"))))
    return " - ".join(filter(None, (place, text(scene, "tod"))))


def covered(day: Reported) -> Table:
    """Scenes, pages, minutes and setups: the script, before, today, to date, remaining."""
    found = day.coverage
    rows = [
        ("Script", found.script._replace(setups=0), "~"),
        ("Taken before", found.before, ""),
        ("Taken today", found.today, ""),
        ("Taken to date", found.to_date, ""),
        ("Remaining", found.remaining, "~"),
    ]
    if found.omitted.scenes:
        rows.insert(1, ("Omitted", found.omitted, "~"))
    if (new := added(day)).scenes:
        rows.insert(1, ("incl. added", new, "~"))
    return Table("coverage", COVERAGE, tuple(_covered(*each) for each in rows), "COVERAGE")


def added(day: Reported) -> Taken:
    """The scenes of the script that were made after shooting began, which all of it includes.

    Nothing where no scene is known to be older: the script was taken in while it was shot, and
    when its scenes came to be cannot be told.
    """
    shoot = shoot_days(day)
    script = [each for each in day.source.of("scene").values() if is_in_script(each)]
    made = {str(each["id"]): _made(day, each) for each in script}
    if not shoot or not any(at and at.date() < shoot[0] for at in made.values()):
        return Taken()
    return whole(each for each in script if (at := made[str(each["id"])]) and at.date() >= shoot[0])


def _made(day: Reported, scene: Document) -> dt.datetime | None:
    """When a scene's record was made: when the oldest of its values was given."""
    given = (day.source.given_at("scene", str(scene["id"]), field) for field in scene)
    return min((each for each in given if each), default=None)


def _covered(name: str, taken: Taken, estimated: str) -> Row:
    cells = (
        name,
        str(taken.scenes),
        show_pages(taken.pages),
        f"{estimated}{shown_seconds(taken.seconds)}",
        "" if estimated else str(taken.setups),
    )
    role = "total" if name in ("Taken to date", "Remaining") else ""
    return Row(cells, role, f"coverage/{name}")


def rolls(day: Reported) -> Block:
    """The camera and sound rolls of the day."""
    fields = (("Camera rolls", "rolls"), ("Sound rolls", "sound_rolls"))
    facts = ((label, day.log.rolls(field)) for label, field in fields)
    return Facts("rolls", tuple(Fact(label, ", ".join(found)) for label, found in facts if found))


def _total(lines: Sequence[Document], field: str) -> str:
    return str(_sum(lines, field) or "")


def _sum(lines: Sequence[Document], field: str) -> int:
    return sum(held for each in lines if isinstance(held := each.get(field), int))
