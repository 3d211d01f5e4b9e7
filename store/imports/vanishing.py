"""What a file no longer has of what it brought before: which records, and what becomes of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from models.kinds import KINDS
from store.change import Edit
from store.imports.differences import Difference
from store.imports.identity import record_keys
from store.imports.in_words import words_for
from store.imports.parking import PARKED, brought_by, can_be_parked, parking
from store.imports.plan import VANISHED, Item


if TYPE_CHECKING:
    from models.desk import Desk
    from store.imports.intake import Intake
    from store.imports.matching import Candidate
    from store.imports.origins import Origins

FEW = 3
"""So many records may vanish from any file without anybody being asked."""

_OF_A_DAY = ("run", "call")

_NAMED = 6


def spoken_of(intake: Intake, kind: str, live: Sequence[Candidate]) -> Sequence[Candidate]:
    """The records a file would have if they were still in it.

    An invitation speaks of its own meeting alone, and a list of runs or calls of its own days.
    """
    if not intake.whole:
        return ()
    days = {row.values.get("day") for row in intake.rows if row.kind == kind}
    if kind not in _OF_A_DAY or None in days:
        return live
    return [record for record in live if record.document.get("day") in days]


def unmet(
    kind: str, live: Iterable[Candidate], met: Collection[str], unclear: Collection[str]
) -> Iterator[Candidate]:
    """The records no row of the file is; those an unclear row may be, by its keys, are not told."""
    told = frozenset(unclear)
    for record in live:
        if record.id not in met and told.isdisjoint(record_keys(kind, record.document)):
            yield record


def own(kind: str, records: Iterable[Candidate], source: str, origins: Origins) -> list[Candidate]:
    """Those a file brought, or one it follows. What is parked, or was put back, is left alone."""
    return [
        record
        for record in records
        if origins.is_of(kind, record.id, brought_by(kind), source)
        and not record.document.get(PARKED)
        and not _put_back(kind, record.id, origins)
    ]


def brings(kind: str, records: Iterable[str], source: str, origins: Origins) -> bool:
    """Whether a file, or one it follows, ever brought a record of a kind that can be parked."""
    return can_be_parked(kind) and any(
        origins.is_of(kind, record, brought_by(kind), source) for record in records
    )


def is_doubtful(gone: int, met: int) -> bool:
    """Whether a file without so many of its own is another file, more likely than not."""
    return gone > max(met, FEW)


def items(kind: str, gone: Sequence[Candidate], met: int, source: str, desk: Desk) -> list[Item]:
    """A row for each record that is to be parked; unticked where the file is doubtful."""
    ticked = not is_doubtful(len(gone), met)
    found: list[Item] = []
    for record in gone if can_be_parked(kind) else ():
        edit = Edit(kind, record.id, parking(kind, record.document, source))
        words = words_for(kind, record.document, desk)
        day = record.document.get("day") if "day" in edit.set else None
        lost = (Difference("day", day, None),) if day else ()
        found.append(Item(VANISHED, "", kind, record.id, words, lost, (edit,), ticked))
    return found


def notes(kind: str, gone: Sequence[Candidate], met: int, source: str, desk: Desk) -> Iterator[str]:
    """What there is to say of it: that it may be the wrong file, or what cannot be parked."""
    if gone and not can_be_parked(kind):
        more = f" and {len(gone) - _NAMED} more" if len(gone) > _NAMED else ""
        names = ", ".join(words_for(kind, record.document, desk) for record in gone[:_NAMED])
        yield f"No longer in {source}, but kept: {names}{more}."
    elif is_doubtful(len(gone), met):
        yield (
            f"{len(gone)} of {len(gone) + met} {KINDS[kind].plural} are no longer in {source}. "
            "Is it the right file? They are parked only if you accept them one by one."
        )


def _put_back(kind: str, id: str, origins: Origins) -> bool:
    """Whether somebody has put a record back that a file had parked."""
    origin = origins.latest(kind, id, PARKED)
    return origin is not None and origin.by_hand
