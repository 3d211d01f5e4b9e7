"""The order a list of records stands in, by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from models.calling import by_first_wanted
from models.cast_numbers import by_number
from models.departments import department_order
from models.drive import times
from models.errors import NoSuch
from models.fields.times import Clock, Day
from models.form import shown
from models.record import field_words
from models.text import an, clean, fold, natural
from models.urgency import urgency
from models.when import as_minutes


if TYPE_CHECKING:
    from models.record import Record
    from tui.office import Office


Document = Mapping[str, Any]
Key = Callable[[Document], Any]

LATE = 10_000
"""After every minute of a day, for what has no time."""


def sorted_records(office: Office, of: type[Record], documents: list[Document]) -> list[Document]:
    """The documents of a kind as a coordinator would list them, numbers deciding between equals."""
    key = ORDERS.get(of.word, _declared)(office, of)
    return sorted(documents, key=lambda each: (key(each), natural(str(each.get("number") or ""))))


def sorted_by(
    office: Office, of: type[Record], documents: Sequence[Document], by: str
) -> list[Document]:
    """The documents in the order of one field as it is shown; empty ones last.

    A minus in front turns the order round. Raises NoSuch for a field the kind does not have.
    """
    falling, name = by.startswith("-"), fold(by.removeprefix("-"))
    slots = of.slots().values()
    words = {**field_words(of), **{fold(each.heading): each.name for each in slots}}
    if name not in words:
        fields = ", ".join(each.heading for each in slots)
        raise NoSuch(f"{an(of.word)} has no field '{clean(name)}'; it has {fields}")
    each = of.slots()[words[name]]
    texts = [(natural(shown(each, document, office.desk)), document) for document in documents]
    there = sorted((text for text in texts if text[0]), key=lambda text: text[0], reverse=falling)
    return [document for _, document in (*there, *(text for text in texts if not text[0]))]


def _declared(office: Office, of: type[Record]) -> Key:
    """By day, by time, by title: whatever of these the kind has."""
    slots = of.slots().values()
    days = [each.name for each in slots if isinstance(each.type, Day)][:1]
    clocks = [each.name for each in slots if isinstance(each.type, Clock) and each.moves][:1]
    titles = [each.name for each in slots if each.title]
    return lambda each: (
        [_text(each, name, "9") for name in (*days, *clocks)],
        [natural(_text(each, name)) for name in titles],
    )


def _text(document: Document, field: str, otherwise: str = "") -> str:
    return str(document.get(field) or otherwise)


def _minute(document: Document, field: str) -> int:
    found = as_minutes(document.get(field))
    return LATE if found is None else found


def _scenes(office: Office, of: type[Record]) -> Key:
    return lambda each: natural(_text(each, "scene"))


def _names(office: Office, of: type[Record]) -> Key:
    return lambda each: natural(_text(each, "name"))


def _days(office: Office, of: type[Record]) -> Key:
    return lambda each: _text(each, "date")


def _events(office: Office, of: type[Record]) -> Key:
    return lambda each: (_text(each, "day", "9"), _minute(each, "start"))


def _people(office: Office, of: type[Record]) -> Key:
    def key(each: Document) -> Any:
        department = _text(each, "department")
        name = _text(each, "name") or _text(each, "character")
        return (department_order(department), fold(department), *by_number(each), fold(name))

    return key


def _calls(office: Office, of: type[Record]) -> Key:
    show = office.desk.directory.show

    def key(each: Document) -> Any:
        who = show("person", each["person"]) if each.get("person") else _text(each, "department")
        return (_text(each, "day", "9"), by_first_wanted(each), fold(who))

    return key


def _runs(office: Office, of: type[Record]) -> Key:
    legs = tuple(office.of("leg").values())

    def key(each: Document) -> Any:
        leave, arrive = times(each, legs)
        first = leave if leave is not None else arrive
        return (_text(each, "day", "9"), LATE if first is None else first)

    return key


def _legs(office: Office, of: type[Record]) -> Key:
    show = office.desk.directory.show
    return lambda each: (
        *(natural(show("place", _text(each, end))) for end in ("origin", "to")),
        _text(each, "from_time"),
    )


def _issues(office: Office, of: type[Record]) -> Key:
    now = office.now()
    return lambda each: urgency(each, now)


ORDERS: Mapping[str, Callable[[Office, type[Record]], Key]] = {
    "day": _days,
    "scene": _scenes,
    "event": _events,
    "person": _people,
    "call": _calls,
    "vehicle": _names,
    "place": _names,
    "leg": _legs,
    "run": _runs,
    "issue": _issues,
}
