"""The rows of the list of an import: the items under their keys, and what is only said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from store.imports.listing import what_becomes
from store.imports.plan import KEPT, NEW, VANISHED
from tui.widgets.rows import Row


if TYPE_CHECKING:
    from store.imports.plan import Item, Plan

ROLES = {VANISHED: "doubt", KEPT: "faint"}
SAYING = "said/"
"""What the key of a row begins with that is no item."""


def in_full(item: Item) -> str:
    """Everything there is to say of an item, and what a tick on a kept one means."""
    said = what_becomes(item)
    where = f" ({item.where})" if item.where else ""
    words = f"{item.words}{where}: {said or item.sort}."
    if item.sort == KEPT:
        return f"{words} Ticked, the file's value is taken instead."
    return words


def keys_of(planned: Plan) -> tuple[str, ...]:
    """A key for each item, the same when the file is compared anew.

    That of its record; what is new has another id each time, and is known by its place in the file.
    What stays as typed is another row than what changes in the same record.
    """
    found: Counter[str] = Counter()
    keys = []
    for item in planned.items:
        of = f"{item.where}/{item.words}" if item.sort == NEW else item.id
        key = f"{'typed' if item.sort == KEPT else 'file'}/{item.kind}/{of}"
        found[key] += 1
        keys.append(f"{key}/{found[key]}")
    return tuple(keys)


def rows_of(planned: Plan, keys: Sequence[str]) -> Iterator[Row]:
    """A row for each item under its key, then one for each sentence about the file."""
    for at, (key, item) in enumerate(zip(keys, planned.items, strict=True), 1):
        cells = (str(at), item.sort, item.words, what_becomes(item))
        yield Row(key, cells, role=ROLES.get(item.sort, ""))
    for at, (sort, words) in enumerate(sayings(planned)):
        yield Row(f"{SAYING}{at}", ("", sort, "", words), role="faint")


def sayings(planned: Plan) -> list[tuple[str, str]]:
    """What the file gave that is no item: rows that were refused, and what was odd."""
    refused = (("refused", f"{where}: {why}.") for where, why in planned.refused)
    return [*refused, *(("note", words) for words in planned.notes)]
