"""Which items of an import are accepted, as people write them: `1,4-7`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.commands.speaking import Misread, counted


if TYPE_CHECKING:
    from store.imports.plan import Plan

_PART = re.compile(r"\s*(\d{1,6})\s*(?:-\s*(\d{1,6})\s*)?", re.ASCII)


def accepted(plan: Plan, only: str, without: str) -> Plan:
    """The plan with the items that are meant. Raises Misread."""
    chosen = numbers(only, "--only", plan) if only else plan.ticked
    return plan.only(chosen - numbers(without, "--without", plan)) if only or without else plan


def numbers(text: str, option: str, plan: Plan) -> frozenset[int]:
    """The numbers a text names, each that of an item. Raises Misread."""
    found: set[int] = set()
    for part in filter(str.strip, text.split(",")):
        match = _PART.fullmatch(part)
        if match is None:
            raise Misread(f"{option}: '{part.strip()}' is no number (write 1,4-7)")
        first = int(match[1])
        found |= {*range(first, int(match[2] or first) + 1)}
        if first not in range(1, len(plan.items) + 1) or max(found) > len(plan.items):
            have = counted(len(plan.items), "item", "items")
            raise Misread(
                f"{option}: there is no {part.strip()}; {plan.source} has {have} (--review)"
            )
    return frozenset(found)
