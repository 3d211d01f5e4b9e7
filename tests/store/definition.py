"""The merge as it is defined, over whole sets of changes: slow, plain, what the store must do."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from store.change import JSON, Change


class Put(NamedTuple):
    """One value put into a field, for the definition of the merge."""

    value: JSON
    change: Change
    place: int


def puts(changes: Iterable[Change], record: str) -> dict[str, list[Put]]:
    """Every value put into each field of a record; of one change the last one counts."""
    found: dict[str, dict[tuple[str, int], Put]] = {}
    for change in changes:
        place = itertools.count()
        for edit in change.edits:
            for field, value in edit.set.items():
                position = next(place)
                if edit.id == record:
                    found.setdefault(field, {})[change.writer, change.n] = Put(
                        value, change, position
                    )
    return {field: list(all_puts.values()) for field, all_puts in found.items()}


def knew(later: Change, earlier: Change) -> bool:
    return earlier.n <= later.seen.of(earlier.writer)


def heads(all_puts: Sequence[Put]) -> list[Put]:
    """The definition: what no change to the same field had seen."""
    return [put for put in all_puts if not any(knew(o.change, put.change) for o in all_puts)]


def unaware(changes: Sequence[Change], record: str) -> list[Change]:
    """The definition: who edited it knew of none of the removals in force, and none of them did."""
    gone = heads(puts(changes, record).get("gone", []))
    edits = [
        change
        for change in changes
        if any(edit.id == record and set(edit.set) - {"gone"} for edit in change.edits)
    ]
    return [
        edit
        for edit in edits
        if all(
            (edit.writer, edit.n) != (put.change.writer, put.change.n)
            and not knew(edit, put.change)
            and not knew(put.change, edit)
            for put in gone
        )
    ]


def hidden(changes: Sequence[Change], record: str) -> bool:
    """The definition: all heads remove it, and who edited it knew of one, or was known."""
    gone = heads(puts(changes, record).get("gone", []))
    if not gone or any(not put.value for put in gone):
        return False
    return not unaware(changes, record)


def in_order(elements: dict[str, list[Put]]) -> list[str]:
    """The definition: by the first adding that no removal had seen."""

    def first(field: str) -> tuple[int, str, int]:
        all_puts = elements[field]
        removals = [put.change for put in all_puts if put.value is None]
        return min(
            (put.change.c, put.change.writer, put.place)
            for put in all_puts
            if put.value is not None and not any(knew(gone, put.change) for gone in removals)
        )

    return sorted(elements, key=first)


def shown(field: str, all_puts: Sequence[Put]) -> JSON:
    """The definition: the greatest (c, writer), of elements one that keeps it."""
    candidates = heads(all_puts)
    if "/" in field and any(put.value is not None for put in candidates):
        candidates = [put for put in candidates if put.value is not None]
    return max(candidates, key=lambda put: (put.change.c, put.change.writer)).value


def defined(changes: Sequence[Change], record: str) -> dict[str, object]:
    """A record's document as the definition has it, sets as lists in their order."""
    fields = puts(changes, record)
    if not fields:
        return {}
    values = {field: shown(field, all_puts) for field, all_puts in fields.items()}
    made: dict[str, object] = {"id": record}
    made |= {f: v for f, v in values.items() if "/" not in f and f != "gone" and v is not None}
    members = {f: fields[f] for f, v in values.items() if "/" in f and v is not None}
    if members:
        made["passengers"] = [(f.partition("/")[2], values[f]) for f in in_order(members)]
    if hidden(changes, record):
        made["gone"] = True
    return made
