"""What is known when a file is read beside the file: the desk, and what was said of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from models.desk import Desk
from models.text import squeeze
from store.imports.sources import family


def _bare_desk() -> Desk:
    """A desk on which nobody and nothing is known, so that names stay unread."""
    return Desk(today=dt.date.min, view=dt.date.min)


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is to be read; readers of scripts have no need of it.

    Attributes:
        desk: What names, days and times in a table are understood by.
        kind: The kind of record the file is said to hold; empty where it is to be told.
        columns: The field each header was said to mean, by the squeezed header; `-` is a column
            that is not used, and nothing one of which no more is to be remembered.
        remembered: The same as it was said before, as `run.leave`, by sheet and header.
        typed: The headers of `columns` as somebody wrote them, by the squeezed header.
        was_remembered: The headers of this sheet that mean what they do because it was said before.
        board: The stripboard that is wanted of a schedule with several; empty is the first.
    """

    desk: Desk = field(default_factory=_bare_desk)
    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    board: str = ""
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    was_remembered: frozenset[str] = frozenset()
    typed: Mapping[str, str] = field(default_factory=dict)

    def of_sheet(self, sheet: str) -> Asked:
        """What holds for one sheet: what is said now, and beside it what is remembered."""
        known = {
            header: meant.partition(".")
            for header, meant in self.remembered.get(sheet_key(sheet), {}).items()
            if header not in self.columns
        }
        kinds = [kind for kind, _, _ in known.values()]
        kind = self.kind or (max(kinds, key=kinds.count) if kinds else "")
        columns = {
            header: of_field
            for header, (of, _, of_field) in known.items()
            if header and of in (kind, "")
        }
        said = {header: meant for header, meant in self.columns.items() if meant}
        before = frozenset(columns.keys() - said.keys())
        return replace(self, kind=kind, columns=columns | said, was_remembered=before)


NOTHING_ASKED = Asked()


def sheet_key(sheet: str) -> str:
    """What a sheet goes by from version to version."""
    return squeeze(family(sheet)) if sheet else ""
