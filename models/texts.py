"""What is shown of each record, folded, for filters; kept for as long as it stays the same.

It is what `models.query.haystack` gives, made in a tenth of the time: what many records hold
(a place, a time, a state) is read and folded once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from models.desk import Desk
from models.edits import Aimed
from models.fields.base import Department, Text
from models.fields.references import Link, Reference
from models.fields.sets import Several
from models.form import shown
from models.kinds import KINDS
from models.record import Record, Slot
from models.text import fold


Document = Mapping[str, Any]


class TextsOfKind:
    """The folded texts of the records of one kind."""

    def __init__(self, kind: type[Record]) -> None:
        """Begin with none."""
        self._slots = tuple((name, each, _is_common(each)) for name, each in kind.slots().items())
        self._texts: dict[str, str] = {}
        self._parts: dict[tuple[str, type, Any], str] = {}

    def of(self, document: Document, desk: Desk) -> str:
        """The text of one record."""
        key = document["id"]
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = self._made(document, desk)
        return found

    def forget(self, key: str) -> None:
        """Make the text of one record anew."""
        self._texts.pop(key, None)

    def _made(self, document: Document, desk: Desk) -> str:
        parts = [fold(str(document.get("number") or ""))]
        for name, each, common in self._slots:
            held = document.get(name)
            if not held:
                continue
            if common and each.type.many and isinstance(held, dict):
                parts.append(", ".join([self._part(each, one, desk) for one in held]))
            elif common and not each.type.many and isinstance(held, str | int):
                parts.append(self._part(each, held, desk))
            else:
                parts.append(fold(shown(each, document, desk)))
        return " ".join(parts)

    def _part(self, each: Slot, value: Any, desk: Desk) -> str:
        key = (each.name, type(value), value)
        found = self._parts.get(key)
        if found is None:
            whole = {value: True} if each.type.many else value
            found = self._parts[key] = fold(shown(each, {each.name: whole}, desk))
        return found


def _is_common(each: Slot) -> bool:
    """Whether a field's values are worth keeping: many records share them."""
    plain = isinstance(each.type.element, Text) and not isinstance(each.type.element, Department)
    return not plain and (not each.type.many or type(each.type) is Several)


class Texts:
    """The folded texts of all kinds, from one desk to the next."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        self._desk = desk
        self._kinds: dict[str, TextsOfKind] = {}

    def kind(self, word: str) -> TextsOfKind:
        """The texts of one kind."""
        if word not in self._kinds:
            self._kinds[word] = TextsOfKind(KINDS[word])
        return self._kinds[word]

    def of(self, aimed: Aimed) -> str:
        """The text of one record."""
        document = self._desk.directory.document(*aimed)
        return self.kind(aimed.kind).of(document, self._desk) if document else ""

    def move(self, desk: Desk, touched: Iterable[tuple[str, str]] | None) -> None:
        """Go on at another desk; `touched` are the records that are others there, None if any is.

        Of the rest only those are forgotten that show a record which is called otherwise now.
        """
        before, self._desk = self._desk, desk
        if touched is None or before.view.year != desk.view.year:
            self._kinds.clear()
            return
        for word, key in touched:
            if word in self._kinds:
                self._kinds[word].forget(key)
            if _name(before, word, key) != _name(desk, word, key):
                for other in [each for each in self._kinds if _shows(KINDS[each], word)]:
                    del self._kinds[other]


def _name(desk: Desk, word: str, key: str) -> tuple[str, object]:
    directory = desk.directory
    return directory.show(word, key), directory.document(word, key).get("number")


def _shows(kind: type[Record], word: str) -> bool:
    """Whether records of a kind show what those of another are called."""
    types = [each.type.element for each in kind.slots().values()]
    return any(
        isinstance(each, Link) or (isinstance(each, Reference) and each.kind == word)
        for each in types
    )
