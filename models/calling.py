"""When a call first wants somebody: the earliest of its times that is not the wrap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.when import LAST_MINUTE, as_minutes


WANTED = ("hmu", "costume", "call", "onset")


def first_wanted(call: Mapping[str, Any]) -> int | None:
    """The first minute of the production day a call wants somebody; None without a time."""
    times = (as_minutes(call.get(field)) for field in WANTED)
    return min((each for each in times if each is not None), default=None)


def by_first_wanted(call: Mapping[str, Any]) -> int:
    """Sort key: the earliest call first, one without a time after all others."""
    found = first_wanted(call)
    return LAST_MINUTE + 1 if found is None else found
