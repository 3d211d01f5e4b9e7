"""The view with every known field in its shape, for whoever compares or writes out values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from models.shape import Document, shaped


if TYPE_CHECKING:
    from store.view import View


class ShapedView:
    """A production's view, each document as `models.shape` leaves it."""

    def __init__(self, view: View) -> None:
        """Look through to a view."""
        self._view = view

    def records(self, kind: str) -> Mapping[str, Document]:
        """The live documents of a kind by id, made now."""
        return {key: shaped(kind, each) for key, each in self._view.records(kind).items()}

    def get(self, kind: str, id: str) -> Document | None:
        """One document, also of a record that is gone; None where there never was one."""
        found = self._view.get(kind, id)
        return None if found is None else shaped(kind, found)
