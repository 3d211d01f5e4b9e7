"""What a document holds, as a paper prints it: whatever else a file may hold there is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.text import tidy


Document = Mapping[str, Any]


def held(document: Document, field: str) -> tuple[str, ...]:
    """The elements of a field that is a set."""
    found = document.get(field)
    return tuple(map(str, found)) if isinstance(found, dict) else ()


def text(document: Document, field: str) -> str:
    """A field of text; empty where it holds nothing, or something else."""
    found = document.get(field)
    return tidy(found) if isinstance(found, str) else ""


def said(*parts: object, between: str = ", ") -> str:
    """The parts that say something, joined."""
    return between.join(str(each) for each in parts if each)
