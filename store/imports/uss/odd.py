"""What was odd about a file, gathered while it is read and told in a few lines."""

from __future__ import annotations


_SHOWN = 6


class Oddities:
    """Sentences, each with the places it holds for, in the order they were met."""

    def __init__(self) -> None:
        """Nothing was odd yet."""
        self._found: dict[str, list[str]] = {}
        self._many: dict[str, int] = {}

    def add(self, what: str, where: str = "") -> None:
        """Remember that something was odd, and where; the same sentence is told once."""
        places = self._found.setdefault(what, [])
        self._many[what] = self._many.get(what, 0) + 1
        if where and len(places) < _SHOWN:
            places.append(where)

    def notes(self) -> list[str]:
        """A line for each sentence, with the first places it holds for."""
        return [self._told(what, places) for what, places in self._found.items()]

    def _told(self, what: str, places: list[str]) -> str:
        if not places:
            return f"{what}."
        more = self._many[what] - len(places)
        return f"{what}: {', '.join(places)}{f' and {more} more' if more else ''}."
