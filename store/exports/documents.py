"""Records as other programs take them: set fields as lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from store.change import JSON


def listed(document: Mapping[str, JSON]) -> dict[str, JSON]:
    """A document whose set fields are lists of their elements; notes keep their texts by key."""
    return {field: _listed(value) for field, value in document.items()}


def _listed(value: JSON) -> JSON:
    if isinstance(value, dict) and all(mark is True for mark in value.values()):
        return list(value)
    return value
