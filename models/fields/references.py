"""Fields that name another record: a person, a place, a vehicle, or whatever an issue is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

from models.cast_numbers import by_number, cast_number, has_number
from models.errors import Unread
from models.fields.base import FieldType, Value
from models.pattern import pattern
from models.text import fold, squeeze, tidy


if TYPE_CHECKING:
    from models.by_day import Documents
    from models.desk import Desk


MOST_OFFERED = 20
"""Records that are offered for the start of a number; there may be ten thousand."""

_ID = pattern(r"[a-z0-9]{1,16}", re.ASCII)
_BY_ID = pattern(r"=[a-z0-9]{1,16}", re.ASCII)


class Reference(FieldType):
    """The id of one record of a kind, named on a line by any part of its name or its number."""

    width = 16

    def __init__(self, kind: str) -> None:
        """Take the kind it points to."""
        self.kind = kind
        self.words = f"a {kind}"

    def read(self, text: str, desk: Desk) -> Value:
        if _BY_ID.fullmatch(text):
            return text[1:]
        found = desk.directory.find(self.kind, text)
        if len(found) == 1:
            return found[0]
        raise Unread(self._unread(text, found, desk))

    def _unread(self, text: str, found: tuple[str, ...], desk: Desk) -> str:
        wanted = tidy(text)
        near = either(desk, [(self.kind, each) for each in found])
        if found:
            return f"more than one {self.kind} is called '{wanted}': {near}?"
        alike = desk.directory.nearest((self.kind,), wanted)
        who = "no one is" if self.kind == "person" else f"no {self.kind} is"
        return f"{who} called '{wanted}'" + (f": {' or '.join(alike)}?" if alike else "")

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        return () if text[:1] == "=" else desk.directory.find(self.kind, text, loose=loose)

    def check(self, value: Value) -> Value:
        if not isinstance(value, str) or not _ID.fullmatch(value):
            raise Unread(f"{value!r} does not point to a {self.kind}")
        return value

    def show(self, value: Value, desk: Desk) -> str:
        return tidy(desk.directory.show(self.kind, str(value)))

    def write(self, value: Value, desk: Desk) -> str:
        return desk.directory.handle(self.kind, value)

    def complete(self, start: str, desk: Desk) -> Iterable[str]:
        if not squeeze(start):
            ids: Iterable[str] = desk.directory.records.get(self.kind, {})
        else:
            ids = desk.directory.find(self.kind, start)
        return (desk.directory.handle(self.kind, each) for each in ids)


def either(desk: Desk, records: list[tuple[str, str]], limit: int = 3) -> str:
    """Name the records between which a word does not choose: `Anna Keller or Ann Moss`."""
    shown = [tidy(desk.directory.show(kind, each)) for kind, each in records[:limit]]
    kinds = {kind for kind, _ in records}
    if len(kinds) > 1:
        shown = [f"{name} ({kind})" for name, (kind, _) in zip(shown, records, strict=False)]
    return " or ".join(shown) + (" or others" if len(records) > limit else "")


class CastNumber(Reference):
    """A member of the cast, named in a scene by cast number or by name."""

    width = 12

    def __init__(self) -> None:
        """Cast are people."""
        super().__init__("person")

    def read(self, text: str, desk: Desk) -> Value:
        wanted = tidy(text)
        if not re.fullmatch(r"\d{1,3}[A-Za-z]?", wanted, re.ASCII):
            return super().read(text, desk)
        number = wanted.lstrip("0") or "0"
        for each, person in desk.directory.records.get("person", {}).items():
            if has_number(person, number):
                return each
        if not wanted.isdecimal():
            return super().read(text, desk)
        raise Unread(f"there is no cast number {number}")

    def write(self, value: Value, desk: Desk) -> str:
        number = cast_number(desk.directory.document("person", value))
        if number and self._is(value, number, desk):
            return number
        return super().write(value, desk)

    def _is(self, value: Value, number: str, desk: Desk) -> bool:
        try:
            return bool(self.read(number, desk) == value)
        except Unread:
            return False

    def rank(self, value: Value, desk: Desk) -> Any:
        return by_number(desk.directory.document("person", str(value)))


class Stops(FieldType):
    """The places a run calls at between its ends, in order."""

    json = (list,)
    ordered = True
    words = "places, in order (school,hotel)"

    def __init__(self) -> None:
        """Each stop is a place."""
        self.place = Reference("place")

    @property
    def element(self) -> FieldType:
        return self.place

    def read(self, text: str, desk: Desk) -> Value:
        return [self.place.read(part, desk) for part in text.split(",") if part.strip()]

    def check(self, value: Value) -> Value:
        if not isinstance(value, list | tuple):
            raise Unread(f"{value!r} is not a list of places")
        return [self.place.check(each) for each in value]

    def show(self, value: Value, desk: Desk) -> str:
        return ", ".join(self.place.show(each, desk) for each in value)

    def write(self, value: Value, desk: Desk) -> str:
        return ",".join(self.place.write(each, desk) for each in value)

    def complete(self, start: str, desk: Desk) -> Iterable[str]:
        return self.place.complete(start, desk)

    def load(self, value: Value) -> Any:
        return tuple(self.check(value))


class Link(FieldType):
    """Any other record, kept as `kind/id` and named by its number."""

    width = 14
    tokens = 2
    words = "the number of any record (M12)"
    _shape = pattern(r"[a-z]{1,20}/[a-z0-9]{1,16}", re.ASCII)

    def read(self, text: str, desk: Desk) -> Value:
        kind, _, wanted = tidy(text).rpartition(" ")
        kinds = (fold(kind),) if kind else tuple(desk.directory.records)
        found = [(each, record) for each in kinds for record in self._numbered(each, wanted, desk)]
        if len(found) == 1:
            return "/".join(found[0])
        if self._shape.fullmatch(tidy(text)):
            return tidy(text)
        if found:
            raise Unread(f"{wanted} is {either(desk, found)}: write the kind too (run {wanted})")
        raise Unread(f"nothing has the number {wanted}")

    def complete(self, start: str, desk: Desk) -> Iterable[str]:
        """Numbers that begin so, with the kind where two kinds share one."""
        wanted = fold(start)
        if not wanted:
            return ()
        found = (
            self.write(f"{kind}/{record}", desk)
            for kind in desk.directory.records
            for number, records in desk.directory.once(kind, _by_number).items()
            if number.startswith(wanted)
            for record in records
        )
        return islice(found, MOST_OFFERED)

    def _numbered(self, kind: str, number: str, desk: Desk) -> tuple[str, ...]:
        return desk.directory.once(kind, _by_number).get(fold(number), ())

    def check(self, value: Value) -> Value:
        if not isinstance(value, str) or not self._shape.fullmatch(value):
            raise Unread(f"{value!r} does not point to a record")
        return value

    def show(self, value: Value, desk: Desk) -> str:
        kind, _, record = str(value).partition("/")
        number = desk.directory.document(kind, record).get("number")
        return f"{kind} {number}" if number else desk.directory.show(kind, record)

    def write(self, value: Value, desk: Desk) -> str:
        shown = self.show(value, desk)
        try:
            return f'"{shown}"' if self.read(shown, desk) == value else str(value)
        except Unread:
            return str(value)


def _by_number(records: Documents) -> dict[str, tuple[str, ...]]:
    """The records of a kind by their number as it is compared."""
    found: dict[str, tuple[str, ...]] = {}
    for record, document in records.items():
        number = fold(str(document.get("number") or ""))
        if number:
            found[number] = (*found.get(number, ()), record)
    return found
