"""Patterns that are compiled when they are first used: a start that reads no line needs few."""

from __future__ import annotations

import re
from typing import Any, AnyStr


class _Pattern:
    """Stands for a compiled pattern; each of its methods is looked up once."""

    def __init__(self, text: Any, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression, to be used as what `re.compile` gives."""
    return _Pattern(text, flags)  # type: ignore[return-value]
