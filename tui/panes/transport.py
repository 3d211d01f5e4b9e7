"""Transport: the day's runs in time order, then the vehicles, places and legs they are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from models.drive import shown_times, times
from models.text import fold, natural
from models.when import show_short_day, show_span
from tui.office import Office
from tui.panes.pane_kind import PaneKind
from tui.panes.rows import Cells, PaneRow, first, first_names, key_of, person, show
from tui.panes.sections import Entry, Plain, Section
from tui.widgets.columns import Column


Document = Mapping[str, Any]

COLUMNS = (
    Column("leave", "Leave", 6),
    Column("arrive", "Arr", 6, priority=3),
    Column("route", "From > to", 14, flex=3),
    Column("vehicle", "Vehicle", 7, flex=1, priority=2),
    Column("driver", "Driver", 7, flex=1, priority=4),
    Column("people", "Passengers", 10, flex=3, priority=1),
    Column("status", "Status", 7),
    Column("number", "No.", 5, priority=5),
)


def sections(office: Office, *, wide: bool) -> list[Section]:
    """Runs of the day, or of all days, as they leave; then vehicles; if wide, places and legs."""
    by_day = office.directory.by_day("run")
    days = sorted(by_day, key=str) if wide else [office.view.isoformat()]
    legs = tuple(office.of("leg").values())
    findings = office.findings
    clashes = {key_of(aimed) for finding in findings for aimed in finding.about}
    run_row = partial(_run_row, office, legs=legs, clashes=clashes, wide=wide)
    names = [office.of(kind) for kind in ("leg", "vehicle", "place", "person")]

    def runs_of(day: object) -> Section:
        runs = by_day.on(day)
        made_from = (runs, findings, *names)
        made = partial(Section, (("run", runs),), run_row, partial(_in_order, runs, legs))
        return office.kept.of(("runs", day, wide), made_from, made)

    found = [runs_of(day) for day in days]
    kinds = ("vehicle", "place", "leg") if wide or not any(map(len, found)) else ("vehicle",)
    return [*found, *(_others(office, kind, days) for kind in kinds)]


def _run_row(
    office: Office, entry: Entry, *, legs: tuple[Document, ...], clashes: set[str], wide: bool
) -> PaneRow:
    make = partial(_run, office, entry.document, legs, wide=wide, clashes=clashes)
    return PaneRow(office, f"run/{entry.document['id']}", make)


def _in_order(runs: Sequence[Document], legs: tuple[Document, ...]) -> list[Plain]:
    return [Plain("run", each) for each in sorted(runs, key=lambda run: _when(run, legs))]


def _when(run: Document, legs: tuple[Document, ...]) -> tuple[int, str]:
    leave, arrive = times(run, legs)
    at = leave if leave is not None else arrive
    return (at if at is not None else 10_000, str(run.get("number")))


def _run(
    office: Office, run: Document, legs: tuple[Document, ...], *, wide: bool, clashes: set[str]
) -> Cells:
    leave, arrive = shown_times(run, legs)
    vehicle = office.of("vehicle").get(str(run.get("vehicle")), {})
    status = str(run.get("status") or "planned")
    over = status in ("done", "no-show")
    sign = (
        "!"
        if f"run/{run['id']}" in clashes
        else "x"
        if over
        else "?"
        if status == "planned"
        else ""
    )
    day = f"{show_short_day(str(run.get('day')))} " if wide else ""
    return Cells(
        (
            leave,
            arrive,
            day + _route(office, run),
            show(office, "run", run, "vehicle"),
            person(office, run.get("driver") or vehicle.get("driver")),
            first_names(office, run.get("passengers")),
            status,
            str(run.get("number") or ""),
        ),
        sign=sign,
        role="faint" if over else "",
    )


def _route(office: Office, run: Document) -> str:
    places = (run.get("origin"), *(run.get("stops") or ()), run.get("to"))
    return ">".join(office.directory.show("place", str(each)) if each else "" for each in places)


def _others(office: Office, kind: str, days: Sequence[object]) -> Section:
    """The vehicles that stand still on these days, or all places or legs, by name."""
    used = [_used(office, day) for day in days] if kind == "vehicle" else []

    def row(entry: Entry) -> PaneRow:
        each = entry.document
        return PaneRow(office, f"{kind}/{each['id']}", partial(CELLS[kind], office, each))

    def made() -> Section:
        gone = frozenset[object]().union(*used)
        found = office.directory.once(kind, _by_name)
        return Section(((kind, [each for each in found if each["id"] not in gone]),), row)

    names = (office.of("place"), office.of("person"))
    return office.kept.of(("others", kind, len(days)), (office.of(kind), *names, *used), made)


def _used(office: Office, day: object) -> frozenset[object]:
    """The vehicles that are on a run of a day."""
    runs = office.directory.by_day("run").on(day)
    return office.kept.of(
        ("used", day), (runs,), lambda: frozenset(run.get("vehicle") for run in runs)
    )


def _by_name(documents: Mapping[str, Document]) -> list[Document]:
    return sorted(documents.values(), key=lambda each: natural(str(each.get("name") or "")))


def _vehicle(office: Office, document: Document) -> Cells:
    seats = f"{document['seats']} seats" if document.get("seats") is not None else ""
    name = str(document.get("name") or "")
    what = ", ".join(part for part in (str(document.get("type") or ""), seats) if part)
    driver = person(office, document.get("driver"))
    return Cells(
        (
            "",
            "",
            what or "vehicle",
            name,
            driver,
            str(document.get("registration") or ""),
            "free",
            str(document.get("number") or ""),
        ),
        role="faint",
    )


def _place(office: Office, document: Document) -> Cells:
    name = str(document.get("name") or "")
    short = str(document.get("short") or "")
    words = f"{name} ({short})" if short and fold(short) != fold(name) else name
    where = f"{document.get('address') or ''} {first(document, 'phones')}".strip()
    return Cells(
        (
            "",
            "",
            words,
            "",
            "",
            where,
            str(document.get("type") or "place"),
            str(document.get("number") or ""),
        ),
        role="faint",
    )


def _leg(office: Office, document: Document) -> Cells:
    band = f"{document.get('from_time') or ''}-{document.get('to_time') or ''}".strip("-")
    minutes = document.get("minutes")
    length = show_span(minutes) if isinstance(minutes, int) else ""
    return Cells(
        (
            "",
            length,
            _route(office, document),
            "",
            "",
            band,
            "leg",
            str(document.get("number") or ""),
        ),
        role="faint",
    )


CELLS = {"vehicle": _vehicle, "place": _place, "leg": _leg}


def tell(office: Office) -> str:
    """How many runs the day in view has, and what is still to do about them."""
    runs = office.on_day("run")
    untold = sum(each.get("status") in (None, "planned") for each in runs)
    if not runs:
        return ""
    return f"{len(runs)} runs" + (f", {untold} ? not told" if untold else "")


TRANSPORT = PaneKind(
    name="transport",
    title="Transport",
    key="3",
    columns=COLUMNS,
    sections=sections,
    tell=tell,
    first="run",
    own=("run", "vehicle", "place", "leg"),
    empty="No runs on this day. Press a and type, with places you have: 0540 hotel>base",
    begin=(
        "No runs yet. Press a, type a line, press Enter; five make the first run:",
        '  place "Grand Hotel" short:hotel',
        '  place "Unit base" short:base',
        "  leg hotel>base 15m",
        '  vehicle "Van 2" seats:8',
        "  0540 van2 hotel>base",
    ),
)
