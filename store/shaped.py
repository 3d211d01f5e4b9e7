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
        self._seen: dict[str, dict[str, tuple[Document, Document]]] = {}

    def records(self, kind: str) -> Mapping[str, Document]:
        """The live documents of a kind by id as they are now.

        A document that is the same as at the last call is not looked at again.
        """
        before = self._seen.get(kind, {})
        found: dict[str, tuple[Document, Document]] = {}
        for key, each in self._view.records(kind).items():
            known = before.get(key)
            if known is None or known[0] is not each:
                known = (each, shaped(kind, each))
            found[key] = known
        self._seen[kind] = found
        return {key: document for key, (_, document) in found.items()}

    def get(self, kind: str, id: str) -> Document | None:
        """One document, also of a record that is gone; None where there never was one."""
        found = self._view.get(kind, id)
        return None if found is None else shaped(kind, found)
