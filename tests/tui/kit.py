"""A kind of the tests' own, in the fifteen lines a kind takes."""

from __future__ import annotations

from models.fields import Count, Date, PersonId, Words
from models.record import Need, Record, slot


class Kit(Record):
    """A case of equipment that is hired."""

    word, plural, pane = "kit", "kits", "transport"
    needs = (Need(("name",), "a kit needs a name"),)
    example = 'fri "Lens set" cases:3 +anna'

    day: Date | None = slot("on", bare=True, view_day=True, column=2)
    name: Words | None = slot(title=True, column=1)
    cases: Count | None = slot("pcs", column=1)
    keeper: PersonId | None = slot(plus=True, column=1)
