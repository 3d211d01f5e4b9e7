"""What was worked out, kept for as long as what it was worked out from is the very same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast


Made = TypeVar("Made")


class Kept:
    """The last value made under each name. Values never change, so the same objects say the same.

    Texts are compared as texts: a day or a minute may come from anywhere.
    """

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._kept: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    def of(self, name: Hashable, made_from: tuple[Any, ...], make: Callable[[], Made]) -> Made:
        """The value kept under the name if it was made from just these; else a new one."""
        known = self._kept.get(name)
        if known is None or not _same(known[0], made_from):
            known = self._kept[name] = (made_from, make())
        return cast("Made", known[1])


def _same(before: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    return len(before) == len(now) and all(
        one is other or (isinstance(one, str) and one == other)
        for one, other in zip(before, now, strict=True)
    )
