"""The schedule: the day's strips and events in time order, and what is not scheduled yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from models.cast_numbers import cast_number
from models.daylog import said_briefly
from models.kinds import KINDS
from models.log import when_said
from models.running import Item, running_order, shown_time
from models.text import natural
from models.when import show_short_day, show_span
from tui.office import Office
from tui.panes.pane_kind import PaneKind
from tui.panes.rows import Cells, PaneRow, first_names, marked_parked, show
from tui.panes.sections import Section
from tui.widgets.columns import Column


Document = Mapping[str, Any]

COLUMNS = (
    Column("time", "Time", 6),
    Column("length", "Len", 5, priority=3, align="right"),
    Column("what", "What", 26, flex=5),
    Column("pages", "Pgs", 6, priority=2, align="right"),
    Column("who", "Who", 9, flex=2, priority=1),
    Column("place", "Where", 8, flex=1, priority=4),
    Column("state", "State", 8, priority=5),
)

WHAT = 2
"""The column that says what a row is."""


def sections(office: Office, *, wide: bool) -> list[Section]:
    """The day: its unit call, then strips and events as they run, then what has no day yet."""
    days = office.directory.once("day", _by_date)
    wanted = _all_days(office, days) if wide else [office.view.isoformat()]
    found = [
        section
        for day in wanted
        for section in _day(office, day, tuple(days.get(day, ())), dated=wide)
    ]
    return [*found, *_loose(office)]


def _by_date(days: Mapping[str, Document]) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = {}
    for document in days.values():
        found.setdefault(str(document.get("date")), []).append(document)
    return found


def _all_days(office: Office, days: Mapping[str, object]) -> list[str]:
    directory = office.directory
    named = {
        str(day) for kind in ("scene", "event", "log") for day in directory.by_day(kind) if day
    }
    return sorted(named | set(days))


def _day(
    office: Office, day: str, own: tuple[Document, ...], *, dated: bool
) -> tuple[Section, ...]:
    """The unit call of a day, its strips and events, and what was logged of it."""
    scenes, events, logs = (office.directory.on(kind, day) for kind in ("scene", "event", "log"))
    row = partial(_row, office, dated=dated)

    def in_order() -> Sequence[Item]:
        return running_order(own[0].get("call") if own else None, scenes, events)

    calls = [Item("day", each, None, None, worked_out=False) for each in own]
    names = (office.of("person"), office.of("place"))
    return (
        office.kept.of(
            ("day", day, dated),
            (*own, *names, office.desk.shoot_days),
            lambda: Section((("day", own),), row, lambda: calls),
        ),
        office.kept.of(
            ("strips", day, dated),
            (*own, scenes, events, *names),
            lambda: Section((("event", events), ("scene", scenes)), row, in_order),
        ),
        office.kept.of(
            ("log", day, dated),
            (logs, office.of("person"), office.of("scene")),
            lambda: Section((("log", logs),), row, lambda: _as_logged(logs)),
        ),
    )


def _as_logged(logs: Sequence[Document]) -> list[Item]:
    ordered = sorted(logs, key=when_said)
    return [Item("log", each, None, None, worked_out=False) for each in ordered]


def _row(office: Office, item: Item, *, dated: bool) -> PaneRow:
    return PaneRow(
        office,
        f"{item.kind}/{item.document['id']}",
        lambda: marked_parked(item.document, CELLS[item.kind](office, item, dated=dated), WHAT),
    )


def _loose(office: Office) -> list[Section]:
    """What is on no day: events, and scenes by number."""
    row = partial(_row, office, dated=True)

    def section(kind: str) -> Section:
        found = office.directory.on(kind, None)

        def in_order() -> list[Item]:
            ordered = sorted(found, key=lambda each: natural(str(each.get("scene") or "")))
            return [Item(kind, each, None, None, worked_out=False) for each in ordered]

        names = (found, office.of("person"), office.of("place"))
        return office.kept.of(
            ("loose", kind), names, lambda: Section(((kind, found),), row, in_order)
        )

    return [section("event"), section("scene"), section("log")]


def _day_cells(office: Office, item: Item, *, dated: bool) -> Cells:
    day = item.document
    days, on = office.desk.shoot_days, str(day.get("date"))
    shoot = days.number(on)
    number = days.words(on).lower() if shoot is None else f"day {shoot}"
    called = "Unit call" if day.get("call") or shoot is not None else ""
    date = show_short_day(str(day.get("date"))) if dated else called
    wrap = f"wrap {day['wrap']}" if day.get("wrap") else ""
    words = ", ".join(part for part in (date, number, wrap) if part)
    return Cells(
        (str(day.get("call") or ""), "", words, "", "", show(office, "day", day, "base"), ""),
        role="head",
    )


def _scene_cells(office: Office, item: Item, *, dated: bool) -> Cells:
    scene = item.document
    head = (str(scene.get("scene") or ""), str(scene.get("ie") or ""), str(scene.get("set") or ""))
    what = " ".join(part for part in head if part) + (
        f" - {scene['tod']}" if scene.get("tod") else ""
    )
    state = str(scene.get("state") or "")
    loose = dated and not scene.get("day")
    pages = show(office, "scene", scene, "pages")
    return Cells(
        (
            shown_time(item) or ("no day" if loose else ""),
            show_span(item.length) if item.length else "",
            what,
            f"{'~' if scene.get('estimated') and pages else ''}{pages}",
            show(office, "scene", scene, "cast")
            if not _numbers(office, scene)
            else _numbers(office, scene),
            "",
            state,
        ),
        sign="x" if state in ("shot", "omitted") else "",
        role="faint" if loose or state in ("shot", "omitted") else "",
    )


def _numbers(office: Office, scene: Document) -> str:
    people = office.of("person")
    cast = [cast_number(people.get(each, {})) for each in scene.get("cast") or ()]
    return ",".join(sorted(cast, key=natural)) if all(cast) else ""


def _event_cells(office: Office, item: Item, *, dated: bool) -> Cells:
    event = item.document
    kind = str(event.get("type") or "")
    title = str(event.get("title") or "")
    named = kind in ("", "other") or kind in title.lower()
    return Cells(
        (
            shown_time(item),
            show_span(item.length) if item.length else "",
            title if named else f"{title} ({kind})",
            "",
            first_names(office, event.get("people")) or str(event.get("department") or ""),
            show(office, "event", event, "place"),
            "done" if event.get("done") else "",
        ),
        sign="x" if event.get("done") else "",
        role="faint" if event.get("done") else "",
    )


def _log_cells(office: Office, item: Item, *, dated: bool) -> Cells:
    log = item.document
    lost = log.get("length")
    return Cells(
        (
            str(log.get("at") or ""),
            show_span(lost) if isinstance(lost, int) else "",
            f"log: {said_briefly(log, office.desk)}",
            show(office, "log", log, "pages"),
            first_names(office, log.get("people")),
            "",
            str(log.get("outcome") or ""),
        )
    )


CELLS = {"day": _day_cells, "scene": _scene_cells, "event": _event_cells, "log": _log_cells}


def tell(office: Office) -> str:
    """Scenes and pages of the day in view."""
    scenes = office.on_day("scene")
    eighths = sum(held for each in scenes if isinstance(held := each.get("pages"), int))
    pages = KINDS["scene"].slots()["pages"].type.show(eighths, office.desk)
    return f"{len(scenes)} scenes, {pages} pgs" if scenes else ""


SCHEDULE = PaneKind(
    name="schedule",
    title="Schedule",
    key="1",
    columns=COLUMNS,
    sections=sections,
    tell=tell,
    first="event",
    own=("day", "scene", "event", "log"),
    empty="Nothing is planned on this day. Press a and type: 1400 45m Tech recce",
    begin=(
        "Nothing is planned yet. Press a, type a line, press Enter:",
        "  day shoot:1 call 0700 wrap 1800",
        "  12A INT BARN D 2 3/8 day:today",
        "  1400 45m Tech recce",
        "Or bring a script: q, then callboard -p {folder} import script.fountain",
        "2 is the crew, 3 transport, 4 issues; - and + other days.",
        "? finds any key by what it does. Nothing can break: u takes everything back.",
    ),
)
