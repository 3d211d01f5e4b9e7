"""What is known when a file is read beside the file: the desk, and what was said of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.desk import Desk


def _bare_desk() -> Desk:
    """A desk on which nobody and nothing is known, so that names stay unread."""
    return Desk(today=dt.date.min, view=dt.date.min)


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is to be read; readers of scripts have no need of it.

    Attributes:
        desk: What names, days and times in a table are understood by.
        kind: The kind of record the file is said to hold; empty where it is to be told.
        columns: What a header was said to mean: a field, or `-` for a column that is not used.
        board: The stripboard that is wanted of a schedule with several; empty is the first.
    """

    desk: Desk = field(default_factory=_bare_desk)
    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    board: str = ""
