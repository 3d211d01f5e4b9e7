"""Taking in what a file would say, without a file: rows are written as a reader gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from store.imports.identity import record_keys
from store.imports.intake import Intake, Row
from store.imports.taking import plan, take


if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.change import JSON, Change
    from store.imports.plan import Plan
    from store.production import Production


def row(kind: str, **values: Any) -> Row:
    """One record as a file tells it."""
    return Row(f"{kind} {values}", kind, record_keys(kind, values), values)


def strip(scene: str, day: str | None, order: int, **values: JSON) -> Row:
    """One strip of a schedule: its scene, its day, its place on the board."""
    return row("scene", scene=scene, day=day, order=order, **values)


def planned(production: Production, rows: Iterable[Row], source: str = "blue.uss") -> Plan:
    """What taking a file of these rows in would do."""
    return plan(production, Intake(source, tuple(rows)))


def bring(production: Production, rows: Iterable[Row], source: str = "blue.uss") -> Change | None:
    """Take a file of these rows in."""
    return take(production, planned(production, rows, source))


def scene(production: Production, number: str) -> dict[str, JSON]:
    """The scene of that number; there must be exactly one."""
    records = production.view.records("scene").values()
    (found,) = [each for each in records if each.get("scene") == number]
    return dict(found)
