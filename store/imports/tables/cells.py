"""A cell as the value of a field: each type of field has its reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.errors import Unread
from models.fields.base import Choice, Code, Email, FieldType, Flag, Phone, Tag, Text
from models.fields.numbers import Eighths, Number
from models.fields.references import Reference, Stops
from models.fields.sets import Notes, Several
from models.fields.times import Clock, Day, Span
from models.text import fold, tidy
from store.imports import cells as plain
from store.imports.dates import is_month_first
from store.imports.tables.clocks import read_length, read_time
from store.imports.tables.days import read_day
from store.imports.tables.naming import Names
from store.imports.tables.own import note_key
from store.imports.tables.pages import is_decimal, read_pages
from store.imports.tables.told import Told


if TYPE_CHECKING:
    from models.record import Slot
    from store.change import JSON


@dataclass(frozen=True, slots=True)
class Reader:
    """How the cells of one column are read, settled by looking at all of them."""

    slot: Slot
    names: Names
    month_first: bool = False
    decimal: bool = False

    @classmethod
    def of(cls, slot: Slot, cells: Sequence[str], names: Names) -> Reader:
        """The reader of a column of these cells."""
        element = slot.type.element
        return cls(
            slot,
            names,
            month_first=isinstance(element, Day | Clock) and is_month_first(cells),
            decimal=isinstance(element, Eighths) and is_decimal(cells),
        )

    def read(self, cell: str) -> Told:
        """What a cell says; never raises."""
        of = self.slot.type
        if isinstance(of, Notes):
            return Told({note_key(text): text}) if (text := tidy(cell)) else Told(None)
        if isinstance(of, Several | Stops):
            return self._several(of, cell)
        return self._one(of, cell)

    def _several(self, of: Several | Stops, cell: str) -> Told:
        element = of.element
        if isinstance(element, Reference):
            parts = re.sub(r"\s*(?:->|[>→])\s*", ";", cell) if isinstance(of, Stops) else cell
            return self.names.several(element, parts)
        if isinstance(element, Phone | Email):
            read = plain.phones(cell) if isinstance(element, Phone) else plain.emails(cell)
            return Told(read.value, read.complaint)
        marks = r"[,;/\n\s]+(?=#)|[,;/\n]+" if isinstance(element, Tag) else r"[,;/\n]+"
        each = [self._one(element, part) for part in re.split(marks, cell) if part.strip()]
        values: list[JSON] = [told.value for told in each if told.value is not None]
        wrong = "; ".join(told.wrong for told in each if told.wrong)
        return Told(values or None, wrong)

    def _one(self, of: FieldType, cell: str) -> Told:
        if isinstance(of, Reference):
            return self.names.one(of, cell)
        for kind, read in _READERS:
            if isinstance(of, kind):
                try:
                    return read(self, of, cell)
                except Unread as error:
                    return Told(None, wrong=str(error))
        return _typed(self, of, cell)


def _typed(reader: Reader, of: FieldType, cell: str) -> Told:
    """As on the entry line."""
    try:
        return Told(of.read(tidy(cell), reader.names.desk))
    except Unread as error:
        return Told(None, wrong=str(error))


def _day(reader: Reader, of: FieldType, cell: str) -> Told:
    counted = reader.slot.name == "day"
    day = read_day(cell, reader.names.desk, month_first=reader.month_first, counted=counted)
    dated = re.fullmatch(
        r"(.*\d)[ T]+(\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?)", tidy(cell), re.IGNORECASE
    )
    if day.value is None and dated:
        return read_day(dated[1], reader.names.desk, month_first=reader.month_first)
    return day


def _time(reader: Reader, of: FieldType, cell: str) -> Told:
    """A time; with a date before it, that is the day where no other column says one."""
    told = read_time(cell)
    dated = re.fullmatch(r"(.*[^\d\s].*\d),? +(\d{1,2}[:.]\d\d.*)", tidy(cell))
    if told.value is None and dated:
        day = read_day(dated[1], reader.names.desk, month_first=reader.month_first)
        time = read_time(dated[2])
        if day.value and time.value:
            return Told(time.value, also={"day": day.value})
    return told


def _choice(reader: Reader, of: FieldType, cell: str) -> Told:
    text = tidy(cell)
    word = _OTHER_WORDS.get(reader.slot.name, {}).get(fold(text).strip(" ."), text)
    return Told(of.read(word, reader.names.desk))


def _flag(reader: Reader, of: FieldType, cell: str) -> Told:
    ticked = fold(tidy(cell)) in ("x", "✓", "✔", "✗", "wahr", "vrai", "on")
    return Told(True) if ticked else Told(of.read(cell, reader.names.desk))


def _number(reader: Reader, of: FieldType, cell: str) -> Told:
    figures = re.findall(r"\d+", tidy(cell).removesuffix(".0"))
    return Told(of.read(figures[0] if len(figures) == 1 else cell, reader.names.desk))


def _code(reader: Reader, of: FieldType, cell: str) -> Told:
    text = tidy(cell)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return Told(None, wrong=f"{text} is a date: a spreadsheet made it of the scene number")
    return Told(re.sub(r"^(?:sc(?:ene)?|szene|bild|seq)\.? *(?=\d)", "", text, flags=re.IGNORECASE))


_OTHER_WORDS: dict[str, dict[str, str]] = {
    "ie": {
        **dict.fromkeys(("a", "aussen", "außen", "ext", "extérieur", "exterieur"), "EXT"),
        **dict.fromkeys(("i", "innen", "int", "intérieur", "interieur"), "INT"),
        **dict.fromkeys(("i/a", "a/i", "innen/aussen", "int/ext", "ext/int"), "INT/EXT"),
    },
    "tod": {
        **dict.fromkeys(("t", "j", "jour", "tag"), "DAY"),
        **dict.fromkeys(("dammerung", "abenddammerung", "crepuscule"), "DUSK"),
        **dict.fromkeys(("morgendammerung", "aube"), "DAWN"),
        **dict.fromkeys(("morgen", "matin"), "MORNING"),
        **dict.fromkeys(("abend", "soir"), "EVENING"),
        "nachmittag": "AFTERNOON",
    },
    "type": {
        **dict.fromkeys(("besprechung", "reunion", "sitzung"), "meeting"),
        **dict.fromkeys(("probe", "proben", "repetition"), "rehearsal"),
        **dict.fromkeys(("kostumprobe", "anprobe", "essayage"), "fitting"),
        **dict.fromkeys(("motivbesichtigung", "besichtigung", "reperage", "tech recce"), "recce"),
        **dict.fromkeys(("drehtag", "dreh", "tournage", "shooting"), "shoot"),
        **dict.fromkeys(("reisetag", "reise", "voyage"), "travel"),
        **dict.fromkeys(("drehfrei", "frei", "ruhetag", "repos"), "off"),
    },
    "status": {
        **dict.fromkeys(("geplant", "prevu"), "planned"),
        **dict.fromkeys(("offen", "ouvert"), "open"),
        **dict.fromkeys(("erledigt", "fait", "fini"), "done"),
        **dict.fromkeys(("bestatigt", "confirme"), "confirmed"),
    },
}
"""Words for a choice no line takes, for want of context; a column has it."""

_Read = Callable[[Reader, Any, str], Told]
_READERS: tuple[tuple[type[FieldType], _Read], ...] = (
    (Clock, _time),
    (Span, lambda *told: read_length(told[-1])),
    (Day, _day),
    (Eighths, lambda reader, _, cell: read_pages(cell, decimal=reader.decimal)),
    (Flag, _flag),
    (Choice, _choice),
    (Number, _number),
    (Code, _code),
    (Text, _typed),
)
"""The first type a field's type is an instance of says how its cells are read."""
