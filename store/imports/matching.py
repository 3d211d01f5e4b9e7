"""Which record each row belongs to: by its own file's id, else by the strongest key there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from models.kinds import KINDS
from store.imports.duplicates import characters_agree, names_agree
from store.imports.identity import OWN_KEYS, PERSON_KEYS, record_keys
from store.imports.intake import Row


if TYPE_CHECKING:
    from store.change import JSON

_PASSES = (
    "production",
    *OWN_KEYS,
    "scene",
    "anycase",
    "unnumbered",
    "place",
    "vehicle",
    "element",
    "day",
    "event",
    "leg",
    "call",
    *PERSON_KEYS,
)
_ANY_OF_THEM = ("name", "event")
"""Keys several records may have; two meals of a day are one and the other, in any order."""

_MOST_HOLDERS = 20
"""People with one key who are looked at: so many tell nobody apart, and a file may be hostile."""

_ANYBODYS = frozenset(
    [
        "info",
        "office",
        "production",
        "crew",
        "contact",
        "hello",
        "mail",
        "admin",
        "team",
        "booking",
        "bookings",
        "post",
        "reception",
    ]
)


class Candidate(NamedTuple):
    """A record a row may belong to."""

    id: str
    document: Mapping[str, JSON]


class Matches(NamedTuple):
    """The record of each row, by the row's place; rows without one are new or cannot be told."""

    found: dict[int, Candidate]
    unclear: dict[int, str]


def match(
    rows: Sequence[Row], kind: str, records: Iterable[Candidate], shared: frozenset[str]
) -> Matches:
    """Give each row of a kind its record, strongest keys first, each record to one row only.

    A key that several people have, in the file or in the production, tells nobody apart.
    """
    index: dict[str, list[Candidate]] = {}
    for record in records:
        for key in record_keys(kind, record.document):
            index.setdefault(key, []).append(record)
    found: dict[int, Candidate] = {}
    unclear: dict[int, str] = {}
    claimed: set[str] = set()
    for of in _PASSES:
        for at, row in enumerate(rows):
            if row.kind != kind or at in found:
                continue
            free = _free(row, of, index, shared)
            left = [record for record in free if record.id not in claimed]
            if len(left) == 1 or (left and of == "event"):
                found[at] = left[0]
                claimed.add(left[0].id)
            elif len(left) > 1 and of == "name":
                unclear[at] = (
                    f"{len(left)} {KINDS[kind].plural} are called {row.values.get('name')}"
                )
    return Matches(found, {at: why for at, why in unclear.items() if at not in found})


def _free(
    row: Row, of: str, index: Mapping[str, list[Candidate]], shared: frozenset[str]
) -> list[Candidate]:
    """The records one pass offers for a row."""
    for key in row.key:
        if key.partition(":")[0] != of or (key in shared and of in ("email", "phone")):
            continue
        holders = index.get(key, ())[:_MOST_HOLDERS]
        offered = [record for record in holders if _can_be(row, record, key)]
        if len(offered) == 1 or (offered and of in _ANY_OF_THEM):
            return offered
    return []


def _can_be(row: Row, record: Candidate, key: str) -> bool:
    if row.kind != "person" or key.partition(":")[0] in OWN_KEYS:
        return True
    of, _, value = key.partition(":")
    if of != "character" and not characters_agree(row.values, record.document):
        return False
    personal = of == "email" and value.partition("@")[0] not in _ANYBODYS
    names = (str(row.values.get("name", "")), str(record.document.get("name", "")))
    return of in ("character", "name") or personal or names_agree(*names)
