"""What records say of others, set on those in the same change: a scene logged as done is shot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from models.by_day import Document, Documents
from models.desk import Desk
from models.edits import Aimed
from models.record import Carry, Record


Naming = Mapping[object, tuple[Document, ...]]


def carried(
    kind: type[Record], after: Mapping[str, Document], desk: Desk
) -> dict[Aimed, dict[str, Any]]:
    """What changes on other records once some of a kind are as given by id; empty ones are gone.

    Where the records say the same of another as before, it is left as it is: somebody may have
    set it by hand since.
    """
    found: dict[Aimed, dict[str, Any]] = defaultdict(dict)
    for carry in kind.carries:
        naming = desk.directory.once(kind.word, _naming(carry.by))
        before = desk.directory.records.get(kind.word, {})
        for record in _named(carry, after, before):
            aimed = Aimed(carry.kind, record)
            said = naming.get(record, ())
            value = carry.says(_as_it_will_be(carry, record, said, after))
            if value not in (carry.says(said), _held(aimed, carry.field, desk)):
                found[aimed][carry.field] = value
    return dict(found)


def _named(carry: Carry, after: Mapping[str, Document], before: Documents) -> list[str]:
    """The records that are named now, or were."""
    both: Iterable[object] = (
        value.get(carry.by)
        for each, document in after.items()
        for value in (before.get(each, {}), document)
    )
    return list(dict.fromkeys(each for each in both if isinstance(each, str)))


def _as_it_will_be(
    carry: Carry, record: str, said: Iterable[Document], after: Mapping[str, Document]
) -> list[Document]:
    same = [each for each in said if each["id"] not in after]
    return [*same, *(each for each in after.values() if each.get(carry.by) == record)]


def _held(aimed: Aimed, field: str, desk: Desk) -> object:
    return desk.directory.document(aimed.kind, aimed.id).get(field)


@cache
def _naming(by: str) -> Callable[[Documents], Naming]:
    """The records of a kind by what one of their fields names."""

    def sort(documents: Documents) -> Naming:
        found: dict[object, list[Document]] = defaultdict(list)
        for each in documents.values():
            if each.get(by):
                found[each[by]].append(each)
        return {record: tuple(named) for record, named in found.items()}

    return sort
