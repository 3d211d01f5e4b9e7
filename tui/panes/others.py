"""Rows of kinds a pane was not made for, from what the kind itself declares."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from models.form import called, form
from tui.panes.rows import Cells, PaneRow


if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from models.record import Record
    from tui.office import Office
    from tui.panes.pane_kind import PaneKind


def other_rows(office: Office, pane: PaneKind) -> list[PaneRow]:
    """The records of the pane's other kinds, by kind: what they are called and their fields."""
    return [
        PaneRow(f"{kind.word}/{each['id']}", partial(_cells, office, pane, kind, each))
        for kind in pane.kinds
        if kind.word not in pane.own
        for each in office.of(kind.word).values()
    ]


def _cells(
    office: Office, pane: PaneKind, kind: type[Record], document: Mapping[str, Any]
) -> Cells:
    """The record in the pane's two widest columns."""
    widest = sorted(range(len(pane.columns)), key=lambda at: -pane.columns[at].flex)[:2]
    said = "; ".join(
        f"{entry.heading} {entry.shown}" for entry in form(kind, document, office.desk)
    )
    texts = dict(zip(widest, (called(kind.word, document, office.desk), said), strict=False))
    return Cells(tuple(texts.get(at, "") for at in range(len(pane.columns))))
