"""Which records changed lately, for whoever keeps something worked out from them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from store.view import Key

MOST = 1_000
"""Records in one step from which on everything is worked out anew: that is hardly slower."""
STEPS = 200
"""How many steps are remembered."""


class Touched:
    """The records that each step of a view touched, by the version the step led to."""

    def __init__(self, since: int = 0) -> None:
        """Know of all steps after a version."""
        self._since = since
        self._steps: deque[tuple[int, tuple[Key, ...]]] = deque()

    def note(self, version: int, keys: tuple[Key, ...]) -> None:
        """Remember one more step."""
        if len(keys) > MOST:
            self.__init__(version)  # type: ignore[misc]
            return
        self._steps.append((version, keys))
        if len(self._steps) > STEPS:
            self._since, _ = self._steps.popleft()

    def after(self, version: int) -> tuple[Key, ...] | None:
        """The records touched after a version in order; None where nobody knows any more."""
        if version < self._since:
            return None
        return tuple(dict.fromkeys(key for at, keys in self._steps if at > version for key in keys))
