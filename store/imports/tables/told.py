"""What was read from a cell of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from store.change import JSON


class Told(NamedTuple):
    """A value to keep, None where there is none; what was wrong; what the cell says besides.

    Attributes:
        wrong: Why nothing, or not all, could be read; in words.
        odd: What was read, but not as it stands there; in words.
        also: Values of other fields, for where no column of their own says them.
    """

    value: JSON
    wrong: str = ""
    odd: str = ""
    also: Mapping[str, JSON] | None = None
