"""The view with every known field in its shape, for whoever compares or writes out values."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import TYPE_CHECKING

from models.shape import Document, shaped


if TYPE_CHECKING:
    from store.shelf import Live
    from store.view import View


class ShapedRecords(Mapping[str, Document]):
    """The live documents of a kind by id, each as `models.shape` leaves it when it is asked for.

    It follows the view, and a document that is the same as the last time is not looked at again.
    """

    def __init__(self, kind: str, live: Live) -> None:
        """Look through to the records of a kind; none is read yet."""
        self._kind = kind
        self._live = live
        self._seen: dict[str, Document] = {}
        self._odd: dict[str, tuple[Document, Document]] = {}

    def __getitem__(self, id: str) -> Document:
        """Raises KeyError for a record that is not here or was removed."""
        return self._shaped(id, self._live[id])

    def __contains__(self, id: object) -> bool:
        return id in self._live

    def __iter__(self) -> Iterator[str]:
        return iter(self._live)

    def __len__(self) -> int:
        return len(self._live)

    def items(self) -> ItemsView[str, Document]:
        """Ids and documents, all of them read."""
        return self._all().items()

    def values(self) -> ValuesView[Document]:
        """The documents, all of them read."""
        return self._all().values()

    def on(self, day: str | None) -> tuple[Document, ...]:
        """Those of a production day, or with None those without one; no other is read."""
        return tuple(self._shaped(str(each["id"]), each) for each in self._live.on(day))

    def _all(self) -> dict[str, Document]:
        return {key: self._shaped(key, each) for key, each in self._live.items()}

    def _shaped(self, id: str, document: Document) -> Document:
        if self._seen.get(id) is document:
            return document
        odd = self._odd.get(id)
        if odd is None or odd[0] is not document:
            made = shaped(self._kind, document)
            if made is document:
                self._seen[id] = document
                return document
            self._odd[id] = odd = (document, made)
        return odd[1]


class ShapedView:
    """A production's view, each document as `models.shape` leaves it."""

    def __init__(self, view: View) -> None:
        """Look through to a view."""
        self._view = view
        self._kinds: dict[str, tuple[Live, ShapedRecords]] = {}

    def records(self, kind: str) -> ShapedRecords:
        """The live documents of a kind by id, now and after every change."""
        live = self._view.records(kind)
        known = self._kinds.get(kind)
        if known is None or known[0] is not live:
            known = self._kinds[kind] = (live, ShapedRecords(kind, live))
        return known[1]

    def get(self, kind: str, id: str) -> Document | None:
        """One document, also of a record that is gone; None where there never was one."""
        found = self._view.get(kind, id)
        return None if found is None else shaped(kind, found)
