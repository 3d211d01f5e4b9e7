"""Rows of kinds a pane was not made for, from what the kind itself declares."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from models.form import called, form
from tui.panes.rows import Cells, PaneRow, marked_parked
from tui.panes.sections import Entry, Section


if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from models.record import Record
    from tui.office import Office
    from tui.panes.pane_kind import PaneKind


def other_sections(office: Office, pane: PaneKind, *, asked: bool) -> list[Section]:
    """The records of the pane's other kinds, by kind: what they are called and their fields.

    `asked` is whether all days are shown or a filter is set; kinds that stand aside wait for it.
    """
    others = (kind for kind in pane.kinds if kind.word not in pane.own)
    return [_section(office, pane, kind) for kind in others if asked or not kind.aside]


def _section(office: Office, pane: PaneKind, kind: type[Record]) -> Section:
    def row(entry: Entry) -> PaneRow:
        each = entry.document
        return PaneRow(
            office, f"{kind.word}/{each['id']}", partial(_cells, office, pane, kind, each)
        )

    held = ((kind.word, tuple(office.of(kind.word).values())),)
    made_from = (office.of(kind.word), office.names)
    return office.kept.of(("others", kind.word), made_from, lambda: Section(held, row))


def _cells(
    office: Office, pane: PaneKind, kind: type[Record], document: Mapping[str, Any]
) -> Cells:
    """The record in the pane's two widest columns."""
    widest = sorted(range(len(pane.columns)), key=lambda at: -pane.columns[at].flex)[:2]
    said = "; ".join(
        f"{entry.heading} {entry.shown}" for entry in form(kind, document, office.desk)
    )
    texts = dict(zip(widest, (called(kind.word, document, office.desk), said), strict=False))
    made = Cells(tuple(texts.get(at, "") for at in range(len(pane.columns))))
    return marked_parked(document, made, widest[0])
