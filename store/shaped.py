"""The view with every known field in its shape, for whoever compares or writes out values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.shape import Document, shaped


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from store.view import View


class ShapedView:
    """A production's view, each document as `models.shape` leaves it."""

    def __init__(self, view: View) -> None:
        """Look through to a view."""
        self._view = view
        self._seen: dict[str, tuple[int, Mapping[str, Document]]] = {}

    def records(self, kind: str) -> Mapping[str, Document]:
        """The live documents of a kind by id as they are now.

        The very same mapping for as long as none of them changed; only those that did are
        looked at again.
        """
        version = self._view.version
        at, found = self._seen.get(kind, (-1, {}))
        if at != version:
            touched = self._view.touched.after(at)
            if touched is None:
                found = {key: shaped(kind, each) for key, each in self._view.records(kind).items()}
            elif changed := [key for word, key in touched if word == kind]:
                found = self._with(kind, found, changed)
            self._seen[kind] = (version, found)
        return found

    def get(self, kind: str, id: str) -> Document | None:
        """One document, also of a record that is gone; None where there never was one."""
        found = self._view.get(kind, id)
        return None if found is None else shaped(kind, found)

    def _with(
        self, kind: str, before: Mapping[str, Document], changed: Iterable[str]
    ) -> Mapping[str, Document]:
        found, live = dict(before), self._view.records(kind)
        for key in changed:
            if key in live:
                found[key] = shaped(kind, live[key])
            else:
                found.pop(key, None)
        return found
