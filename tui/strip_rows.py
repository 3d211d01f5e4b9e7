"""The rows of the stripboard: the strips of each day, and behind them what the day adds up to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from models.board_words import (
    day_banner,
    event_line,
    inside_or_out,
    scene_cells,
)
from models.running import Item
from models.stripboard import BoardDay, overlaps
from tui.office import Office
from tui.panes.rows import Cells, PaneRow
from tui.panes.sections import Entry, Plain, Rows, Section
from tui.strips import board_of
from tui.widgets.columns import Column


Document = Mapping[str, Any]

COLUMNS = (
    Column("scene", "Sc", 5),
    Column("light", "I/E D/N", 8),
    Column("set", "Set", 14, flex=4),
    Column("pages", "Pgs", 6, align="right"),
    Column("cast", "Cast", 9, flex=2, priority=1),
    Column("est", "Est", 5, priority=2, align="right"),
    Column("time", "Time", 6, priority=3),
)

BREAK = "break"
"""The kind, so to say, of the row behind a day's strips; its id is the date."""

BONEYARD_ROW = "boneyard"
AMONG = " " * 6
"""Set before what stands among the scenes, so that the breaks between days stand out."""

LIGHTS = {
    ("INT", "NIGHT"): "int-night",
    ("EXT", "NIGHT"): "ext-night",
    ("I/E", "NIGHT"): "ext-night",
    ("EXT", "DAY"): "ext-day",
    ("I/E", "DAY"): "ext-day",
}
TWILIGHT = ("DAWN", "DUSK", "SUNRISE", "SUNSET", "MAGIC HOUR")


def rows_of(office: Office) -> Rows:
    """All rows; those of a day nobody touched are the very same."""
    return Rows([_section(office, each) for each in board_of(office)])


def _section(office: Office, day: BoardDay) -> Section:
    desk = office.desk
    made_from = (day, desk.shoot_days, office.of("person"), office.of("place"), str(desk.view.year))
    return office.kept.of(("board rows", day.date), made_from, partial(_made, office, day))


def _made(office: Office, day: BoardDay) -> Section:
    """The strips of a day and its break; the boneyard has its own before its strips."""
    scenes = [each.document for each in day.strips if each.kind == "scene"]
    events = [each.document for each in day.strips if each.kind == "event"]
    ends = Plain(BREAK, {"id": day.date or BONEYARD_ROW})
    entries: list[Entry] = [*day.strips]
    entries.insert(len(entries) if day.date else 0, ends)
    late = frozenset(str(each.document["id"]) for each in overlaps(day.strips))
    held = (("scene", scenes), ("event", events), (BREAK, [ends.document]))
    return Section(held, partial(_row, office, day, late), lambda: entries)


def _row(office: Office, day: BoardDay, late: frozenset[str], entry: Entry) -> PaneRow:
    key = f"{entry.kind}/{entry.document['id']}"
    if isinstance(entry, Item):
        return PaneRow(
            office, key, partial(_strip, office, entry, late=entry.document["id"] in late)
        )
    return PaneRow(office, key, lambda: Cells((day_banner(day, office.desk),), role="head"))


def _strip(office: Office, strip: Item, *, late: bool) -> Cells:
    document = strip.document
    over = document.get("state") in ("shot", "omitted") or document.get("done") is True
    sign = "x" if over else "!" if late else ""
    faint = over or not strip.counts
    if strip.kind == "event":
        words = f"{AMONG}{event_line(strip, office.desk)}"
        return Cells((words,), sign, "faint" if faint else "strong")
    light = "" if faint else light_of(document)
    return Cells(scene_cells(strip, office.desk), sign, "faint" if faint else "", ("", light))


def light_of(scene: Document) -> str:
    """The role of a strip by inside and outside, day and night; the letters say it too."""
    tod = str(scene.get("tod") or "")
    if tod in TWILIGHT:
        return "twilight"
    return LIGHTS.get((inside_or_out(scene), tod), "")
