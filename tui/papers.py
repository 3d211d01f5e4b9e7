"""The papers of an open production, for the board and for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.papers.source import Source


if TYPE_CHECKING:
    from tui.office import Office


def source_of(office: Office) -> Source:
    """What a paper of the day in view is made from, as the production is now."""
    return Source(office.records, office.desk, office.now())
