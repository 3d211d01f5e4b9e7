"""Which records changed lately, and what they were, for whoever worked something out from them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any, TypeAlias


Before: TypeAlias = Mapping[tuple[str, str], Mapping[str, Any]]
"""The documents that records had, by kind and id; empty for one that is new."""

MOST = 1_000
"""Records in one step from which on everything is worked out anew: that is hardly slower."""
STEPS = 200
"""How many steps are remembered."""


class Touched:
    """The records that each step of a view touched, by the version the step led to."""

    def __init__(self, since: int = 0) -> None:
        """Know of all steps after a version."""
        self._since = since
        self._steps: deque[tuple[int, Before]] = deque()

    def note(self, version: int, before: Before | None) -> None:
        """Remember one more step; or with None that too much changed to remember it."""
        if before is None:
            self.__init__(version)  # type: ignore[misc]
            return
        self._steps.append((version, before))
        if len(self._steps) > STEPS:
            self._since, _ = self._steps.popleft()

    def after(self, version: int) -> Before | None:
        """The records touched after a version, as they were then; None where nobody knows."""
        if version < self._since:
            return None
        later = [before for at, before in self._steps if at > version]
        return {key: each for before in reversed(later) for key, each in before.items()}
