"""The words for one conflict: its field, its values, and who set each knowing what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from models.form import shown
from models.kinds import KINDS
from models.text import fold, tidy
from models.words import words
from store.merge import GONE
from tui.when_who import Names, shortly


if TYPE_CHECKING:
    from models.record import Slot
    from store.change import JSON
    from store.document import Conflict
    from store.origin import Origin
    from tui.office import Office

REMOVAL = "removal"


class ConflictWords:
    """What there is to say of a conflict; `numbers` are those of its values by `value_key`."""

    def __init__(self, office: Office, conflict: Conflict, numbers: Mapping[str, int]) -> None:
        """Take the conflict and look at who writes here."""
        self._office = office
        self._conflict = conflict
        self._numbers = numbers
        self._names = Names(office)
        self._slot = field_slot(conflict)
        self._element = element(conflict)

    @property
    def field(self) -> str:
        """What is disputed: the field, or the one element of it."""
        if self._conflict.field == GONE:
            return "keep or remove"
        if self._element:
            return element_words(self._office, self._conflict)
        name = self._conflict.field.replace("_", " ")
        return self._slot.heading if self._slot else tidy(name)

    def value(self, value: JSON) -> str:
        """One value, as people read it."""
        if self._conflict.field == GONE:
            return "remove" if value else "keep"
        if self._element and not isinstance(value, str):
            return "off" if value is None else "on"
        if value is None:
            return "nothing"
        if self._slot is None or self._element:
            return tidy(str(value))
        return shown(self._slot, {self._slot.name: value}, self._office.desk)

    def origin(self, origin: Origin) -> str:
        """Who set a value and when, and what they had seen then."""
        head = origin.head
        who = f"{self._names.short(head.writer)} {shortly(head.at, self._office)}"
        said = f"{self._verb(origin)} {who}{self._did(origin)}"
        saw, missed = self._saw(origin), self._missed(origin)
        if saw and missed:
            return f"{said}, had seen {saw}, not {missed}"
        if saw or missed:
            return f"{said}, had seen {saw}" if saw else f"{said}, had not seen {missed}"
        return said

    def _verb(self, origin: Origin) -> str:
        value = origin.head.value
        if self._conflict.field == GONE:
            return "removed by" if value else "edited by"
        if self._element:
            return "taken off by" if value is None else "added by"
        return "by"

    def _did(self, origin: Origin) -> str:
        """What an edit that keeps a record did to it."""
        if self._conflict.field != GONE or origin.head.value or origin.entry is None:
            return ""
        _, edit, before, after = origin.entry
        return f": {', '.join(words(edit.kind, before, after, self._office.desk))}"

    def _saw(self, origin: Origin) -> str:
        """What the field showed; of what is one way or the other, only where somebody set it."""
        if origin.entry is None or self._conflict.field == GONE:
            return ""
        if origin.saw is None:
            return "" if self._element else "nothing there"
        by = self._names.short(origin.saw.stamp.writer)
        return f"{self.value(origin.saw.value)} by {by}"

    def _missed(self, origin: Origin) -> str:
        own = value_key(self._conflict, origin.head.value)
        keys = {value_key(self._conflict, each.value) for each in origin.unseen} - {own}
        return " or ".join(str(each) for each in sorted(self._numbers[key] for key in keys))


def value_key(conflict: Conflict, value: JSON) -> str:
    """The same for values that are one on screen."""
    from json import dumps

    return dumps(bool(value) if conflict.field == GONE else value, sort_keys=True)


def element(conflict: Conflict) -> str:
    """The element, in a conflict about one member of a set; empty where it is a whole field."""
    return conflict.field.partition("/")[2]


def field_slot(conflict: Conflict) -> Slot | None:
    """The slot of the disputed field; None where this version does not know it."""
    of = KINDS.get(conflict.kind)
    return of.slots().get(conflict.field.partition("/")[0]) if of else None


def field_word(conflict: Conflict, field: str) -> str:
    """What the field is called on the command line; `field` is what people call it."""
    if conflict.field == GONE:
        return REMOVAL
    return field if element(conflict) else conflict.field


def field_words(conflict: Conflict, field: str) -> set[str]:
    """Every word that means the disputed field on the command line, folded."""
    slot = field_slot(conflict)
    others = (slot.name, slot.heading, *slot.words) if slot else (conflict.field,)
    return {fold(each) for each in (field_word(conflict, field), field, *others)}


def element_words(office: Office, conflict: Conflict) -> str:
    """An element of a set as people read it: `Anna Keller`, `#wrap`."""
    said = words(conflict.kind, {}, {conflict.field: True}, office.desk)
    name = said[0] if said else element(conflict)
    return name.removeprefix("+").removesuffix(" added")
