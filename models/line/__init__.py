"""The entry line: one language for everything that is typed, read and written back.

`read` turns text into a `Reading`, `draft` a reading into the fields a change would set,
`write` a record into its line, `complete` offers words for where the cursor stands.
"""

from __future__ import annotations

from models.line.completing import Completion, complete
from models.line.drafting import Draft, draft
from models.line.reading import Reading, read
from models.line.walk import Piece, Problem
from models.line.which import LineKind, kind_of
from models.line.writing import write


__all__ = [
    "Completion",
    "Draft",
    "LineKind",
    "Piece",
    "Problem",
    "Reading",
    "complete",
    "draft",
    "kind_of",
    "read",
    "write",
]
