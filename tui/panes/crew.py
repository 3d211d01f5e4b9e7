"""The crew: who is called today and when, who has not confirmed, and everybody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from models.calling import by_first_wanted
from models.cast_numbers import by_number, cast_number
from models.departments import department_order
from models.text import fold
from models.when import show_short_day
from tui.office import Office
from tui.panes.pane_kind import PaneKind
from tui.panes.rows import Cells, PaneRow, first, marked_parked, person
from tui.panes.sections import Entry, Plain, Section
from tui.widgets.columns import Column


Document = Mapping[str, Any]

COLUMNS = (
    Column("call", "Call", 5),
    Column("who", "Who", 20, flex=3),
    Column("role", "Role", 9, flex=2, priority=1),
    Column("hmu", "HMU", 5, priority=3),
    Column("costume", "Cos", 5, priority=4),
    Column("onset", "Set", 5, priority=2),
    Column("status", "Status", 9, priority=1),
    Column("phone", "Phone", 16, priority=5),
    Column("department", "Department", 10, flex=1, priority=6),
    Column("email", "E-mail", 12, flex=1, priority=7),
)

WHO = 1
"""The column with the name."""


def sections(office: Office, *, wide: bool) -> list[Section]:
    """Calls of the day (or of all days), the earliest first, then everyone without one."""
    by_day = office.directory.by_day("call")
    days = sorted(by_day, key=str) if wide else [office.view.isoformat()]
    called = [_calls(office, by_day.on(day), day, wide=wide) for day in days]
    return [*called, _people(office, wide=wide)]


def _calls(office: Office, calls: Sequence[Document], day: object, *, wide: bool) -> Section:
    def row(entry: Entry) -> PaneRow:
        each = entry.document
        return PaneRow(office, f"call/{each['id']}", partial(_call, office, each, wide=wide))

    def in_order() -> list[Plain]:
        found = sorted(calls, key=lambda call: (by_first_wanted(call), _who(office, call)))
        return [Plain("call", each) for each in found]

    return office.kept.of(
        ("calls", day, wide),
        (calls, office.of("person")),
        lambda: Section((("call", calls),), row, in_order),
    )


def _people(office: Office, *, wide: bool) -> Section:
    """Everyone, or those who have no call on the day in view."""
    people, calls = office.of("person"), office.on_day("call")
    called = set() if wide else {call.get("person") for call in calls}

    def row(entry: Entry) -> PaneRow:
        each, faint = entry.document, bool(calls) and not wide
        return PaneRow(office, f"person/{each['id']}", partial(_person, each, faint=faint))

    def made() -> Section:
        found = office.directory.once("person", _by_department)
        return Section((("person", [each for each in found if each["id"] not in called]),), row)

    return office.kept.of(("people", wide), (people, () if wide else calls), made)


def _by_department(people: Mapping[str, Document]) -> list[Document]:
    return sorted(people.values(), key=_department)


def unconfirmed(office: Office) -> int:
    """How many people or departments called on the day in view have not confirmed."""
    return sum(each.get("status") != "confirmed" for each in office.on_day("call"))


def _department(document: Document) -> tuple[object, ...]:
    name = str(document.get("department") or "")
    place = (department_order(name), fold(name))
    return (*place, *by_number(document), fold(str(document.get("name") or "")))


def _who(office: Office, call: Document) -> str:
    if call.get("person"):
        return person(office, call["person"])
    department = str(call.get("department") or "")
    return "Whole unit" if department == "all" else f"{department} dept"


def _call(office: Office, call: Document, *, wide: bool) -> Cells:
    who = office.of("person").get(str(call.get("person")), {})
    name = _who(office, call)
    part = who.get("character") or who.get("role") or ""
    status = str(call.get("status") or "planned")
    return Cells(
        (
            *(str(call.get(field) or "") for field in ("call",)),
            f"{show_short_day(str(call.get('day')))} {name}" if wide else name,
            str(part),
            *(str(call.get(field) or "") for field in ("hmu", "costume", "onset")),
            status,
            first(who, "phones"),
            str(who.get("department") or ""),
            first(who, "emails"),
        ),
        sign="" if status == "confirmed" else "?",
    )


def _person(document: Document, *, faint: bool) -> Cells:
    name, character = str(document.get("name") or ""), str(document.get("character") or "")
    number = cast_number(document)
    cells = (
        "",
        f"{number} {name or character}".strip(),
        character or str(document.get("role") or ""),
        "",
        "",
        "",
        "",
    )
    rest = (
        first(document, "phones"),
        str(document.get("department") or ""),
        first(document, "emails"),
    )
    made = Cells((*cells, *rest), role="faint" if faint else "")
    return marked_parked(document, made, WHO)


def tell(office: Office) -> str:
    """How many are called on the day in view, and how many of them have not confirmed."""
    called = len(office.on_day("call"))
    if not called:
        people = len(office.of("person"))
        return f"{people} people" if people else ""
    waiting = unconfirmed(office)
    return f"{called} calls" + (f", {waiting} ? not confirmed" if waiting else ", all confirmed")


CREW = PaneKind(
    name="crew",
    title="Crew",
    key="2",
    columns=COLUMNS,
    sections=sections,
    tell=tell,
    first="call",
    own=("call", "person"),
    empty="Nobody is here. Press a and type: Anna Keller, gaffer, electric, +41 79 555 01 22",
    begin=(
        "Nobody is here yet. Press a, type a line, press Enter:",
        "  Anna Keller, gaffer, electric, +41 79 555 01 22",
        "  anna 0630",
        "The second line calls her on the day in view.",
        "Or bring a crew list: q, then callboard -p {folder} import crew.xlsx",
    ),
)
