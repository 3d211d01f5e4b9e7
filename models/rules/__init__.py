"""The rules a production day is looked at with: each small and pure, all in one list."""

from __future__ import annotations

from models.desk import Desk
from models.rules.calls import before_pickup, called_twice
from models.rules.finding import Finding, Rule
from models.rules.logs import logged_twice, out_of_order
from models.rules.runs import nobody_drives, seats, two_at_once


RULES: tuple[Rule, ...] = (
    two_at_once,
    seats,
    nobody_drives,
    before_pickup,
    called_twice,
    logged_twice,
    out_of_order,
)
OF_THE_DAY = ("run", "call", "log")
"""The kinds a rule looks at on its day alone."""
OF_ANY_DAY = ("leg", "vehicle", "place", "person")
"""The kinds it looks at besides."""
LOOKED_AT = frozenset((*OF_THE_DAY, *OF_ANY_DAY))
"""A change of any other kind is nothing to the rules."""


def findings(desk: Desk, day: str | None = None) -> tuple[Finding, ...]:
    """All that the rules find on a day, by default the one in view."""
    return tuple(finding for rule in RULES for finding in rule(desk, day or desk.day))


def looked_at(desk: Desk, day: str) -> tuple[object, ...]:
    """All that the findings of a day come from: while these are the same, so are they."""
    records = desk.directory.records
    return (
        day,
        *(desk.directory.on(kind, day) for kind in OF_THE_DAY),
        *(records.get(kind) for kind in OF_ANY_DAY),
    )


__all__ = ["LOOKED_AT", "RULES", "Finding", "Rule", "findings", "looked_at"]
