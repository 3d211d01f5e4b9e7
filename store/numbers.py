"""The numbers people say: a writer's tag and a counter for each kind, as `M12`.

They are radioed and written on call sheets, so none is ever given out twice or changed, also
not after its record was removed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from store.change import JSON, Edit


class Numbers:
    """Every number ever given to a record, and the next one of a tag for a kind."""

    def __init__(self) -> None:
        self._unread: defaultdict[str, list[str]] = defaultdict(list)
        self._last: defaultdict[tuple[str, str], int] = defaultdict(int)

    def take(self, edit: Edit) -> None:
        """Note the number an edit gives its record, if it gives one."""
        number = edit.set.get("number")
        if isinstance(number, str) and number:
            self._unread[edit.kind].append(number)

    def fill(self, edits: tuple[Edit, ...], tag: str) -> tuple[Edit, ...]:
        """The edits, each empty number replaced by the next one of this tag for its kind."""
        filled = []
        for edit in edits:
            if edit.set.get("number") == "":
                number: JSON = f"{tag}{self._next(edit.kind, tag)}"
                filled.append(edit._replace(set={**edit.set, "number": number}))
            else:
                filled.append(edit)
            self.take(filled[-1])
        return tuple(filled)

    def state(self) -> list[list[str | int]]:
        """The last number of every kind and tag, as JSON."""
        for kind in list(self._unread):
            self._read(kind)
        return [[kind, tag, last] for (kind, tag), last in self._last.items()]

    def restore(self, state: list[list[Any]]) -> None:
        """Go on where a checkpoint stood. Raises ValueError or TypeError."""
        for kind, tag, last in state:
            self._last[kind, tag] = last

    def _next(self, kind: str, tag: str) -> int:
        self._read(kind)
        return self._last[kind, tag] + 1

    def _read(self, kind: str) -> None:
        for number in self._unread.pop(kind, ()):
            letters = number.rstrip("0123456789")
            counted = number[len(letters) :]
            if counted and len(counted) < 10:
                last = self._last[kind, letters]
                self._last[kind, letters] = max(last, int(counted))
