"""Transport: the day's runs in time order, then the vehicles, places and legs they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from models.drive import shown_times, times
from models.text import fold, natural
from models.when import show_short_day, show_span
from tui.office import Office
from tui.panes.pane_kind import PaneKind
from tui.panes.rows import Cells, PaneRow, first, first_names, key_of, person, show
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


def rows(office: Office, *, wide: bool) -> list[PaneRow]:
    """Runs of the day, or of all days, as they leave; then vehicles; if wide, places and legs."""
    runs = list(office.on_day("run", wide=wide))
    legs = tuple(office.of("leg").values())
    runs.sort(key=lambda run: (str(run.get("day")), *_when(run, legs)))
    clashes = {key_of(aimed) for finding in office.findings for aimed in finding.about}
    found = [
        PaneRow(f"run/{each['id']}", partial(_run, office, each, legs, wide=wide, clashes=clashes))
        for each in runs
    ]
    for kind in ("vehicle", "place", "leg") if wide or not runs else ("vehicle",):
        found += _others(office, kind, runs)
    return found


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
    return ">".join(
        office.desk.directory.show("place", str(each)) if each else "" for each in places
    )


def _others(office: Office, kind: str, runs: list[Document]) -> list[PaneRow]:
    used = {run.get("vehicle") for run in runs}
    found = [(key, each) for key, each in office.of(kind).items() if key not in used]
    found.sort(key=lambda pair: natural(str(pair[1].get("name") or "")))
    return [PaneRow(f"{kind}/{key}", partial(CELLS[kind], office, each)) for key, each in found]


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
    rows=rows,
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
