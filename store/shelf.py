"""The documents of one kind: those that came from a checkpoint stay bytes until one is asked for.

They lie in bundles, one for each production day and one for all that have none: a board shows
one day of a hundred, and neither the time nor the room is spent on the other ninety-nine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson

from models.named import NamedTuple
from store.cell import GONE


if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.change import JSON

Document: TypeAlias = Mapping[str, Any]
Day: TypeAlias = "str | None"


class Bundle:
    """The documents of a day as a JSON array in bytes; equal only to itself."""

    __slots__ = ("data", "day")

    def __init__(self, day: Day, data: bytes | memoryview) -> None:
        """Hold the bytes; nothing is read yet."""
        self.day = day
        self.data = data


class ShelfRow(NamedTuple):
    """A shelf as JSON, but for the bytes of its bundles.

    Attributes:
        ids: every record, in the order they were first heard of.
        lies: the number of the bundle each of them lies in.
        bundles: day and length in bytes of each.
        gone: the removed ones.
    """

    ids: Sequence[str]
    lies: Sequence[int]
    bundles: Sequence[tuple[Day, int]]
    gone: Sequence[str]


class Shelf:
    """Every document of a kind by id, removed ones too, in the order they were first heard of."""

    def __init__(self) -> None:
        """Begin with none."""
        self._at: dict[str, dict[str, JSON] | Bundle] = {}
        self._gone: set[str] = set()
        self._days: dict[Day, dict[str, None]] | None = None
        self._on: dict[Day, tuple[Document, ...]] = {}
        self._live: dict[str, Document] | None = None

    @classmethod
    def restored(cls, row: ShelfRow, data: memoryview) -> Shelf:
        """The shelf as it was kept; `data` are its bundles, one after the other.

        Raises ValueError, IndexError or TypeError where they do not belong together.
        """
        made, bundles, start = cls(), [], 0
        for day, length in row.bundles:
            bundles.append(Bundle(day, data[start : start + length]))
            start += length
        if start != len(data):
            raise ValueError("the bundles are not those the checkpoint tells of")
        made._at = dict(zip(row.ids, map(bundles.__getitem__, row.lies), strict=True))
        made._gone = set(row.gone)
        return made

    def ids(self) -> tuple[str, ...]:
        """Every record ever heard of."""
        return tuple(self._at)

    def get(self, id: str) -> dict[str, JSON] | None:
        """One document, also a removed one; None if never heard of."""
        found = self._at.get(id)
        return self._read(found)[id] if isinstance(found, Bundle) else found

    def put(self, id: str, made: dict[str, JSON]) -> None:
        """Take in a document made anew."""
        self._leave_day(id)
        self._at[id] = made
        if GONE in made:
            self._gone.add(id)
            if self._live is not None:
                self._live.pop(id, None)
            return
        self._gone.discard(id)
        if self._live is not None:
            self._live[id] = made
        if self._days is not None:
            day = _day_of(made)
            self._days.setdefault(day, {})[id] = None
            self._on.pop(day, None)

    def _leave_day(self, id: str) -> None:
        before = self._at.get(id)
        if self._days is not None and before is not None:
            day = _day_of(before)
            self._days.get(day, {}).pop(id, None)
            self._on.pop(day, None)

    def _read(self, bundle: Bundle) -> dict[str, dict[str, JSON]]:
        """Read a bundle, but for those of its documents that were made anew since."""
        read: dict[str, dict[str, JSON]] = {made["id"]: made for made in orjson.loads(bundle.data)}
        for key, made in read.items():
            if self._at.get(key) is bundle:
                self._at[key] = made
        return read

    def is_live(self, id: str) -> bool:
        """Whether there is such a record and nobody removed it."""
        return id in self._at and id not in self._gone

    def count(self) -> int:
        """How many live records there are."""
        return len(self._at) - len(self._gone)

    def live(self) -> dict[str, Document]:
        """The live documents by id, all of them read; not to be changed."""
        if self._live is None:
            for bundle in {made for made in self._at.values() if isinstance(made, Bundle)}:
                self._read(bundle)
            gone = self._gone
            self._live = {key: made for key, made in self._at.items() if key not in gone}  # type: ignore[misc]
        return self._live

    def on(self, day: Day) -> tuple[Document, ...]:
        """The live documents of a production day, or with None those that have none.

        The very same tuple for as long as none of them changed; no other day is read.
        """
        if self._days is None:
            self._days = self._sorted_into_days()
        if day not in self._on:
            found = (self.get(key) for key in self._days.get(day, ()))
            self._on[day] = tuple(made for made in found if made is not None)
        return self._on[day]

    def days(self) -> tuple[Day, ...]:
        """The days of the live documents; None is among them where some have none."""
        if self._days is None:
            self._days = self._sorted_into_days()
        return tuple(day for day, found in self._days.items() if found)

    def _sorted_into_days(self) -> dict[Day, dict[str, None]]:
        days: dict[Day, dict[str, None]] = defaultdict(dict)
        gone = self._gone
        for key, made in self._at.items():
            if key not in gone:
                day = made.day if isinstance(made, Bundle) else _day_of(made)
                days[day][key] = None
        return dict(days)

    def kept(self) -> tuple[ShelfRow, list[bytes | memoryview]]:
        """The shelf as JSON, and its bundles; those nobody asked for are what they were."""
        self._read_days_begun()
        places: dict[Bundle | Day, list[Any]] = defaultdict(list)
        numbers: dict[Bundle | Day, int] = {}
        lies = []
        for made in self._at.values():
            place = made if isinstance(made, Bundle) else _day_of(made)
            places[place].append(made)
            lies.append(numbers.setdefault(place, len(numbers)))
        data = [
            place.data if isinstance(place, Bundle) else orjson.dumps(found)
            for place, found in places.items()
        ]
        days = [place.day if isinstance(place, Bundle) else place for place in places]
        bundles = list(zip(days, map(len, data), strict=True))
        return ShelfRow(list(self._at), lies, bundles, list(self._gone)), data

    def _read_days_begun(self) -> None:
        """Read the bundles of the days of which something was read, so that a day stays one."""
        begun = {_day_of(made) for made in self._at.values() if not isinstance(made, Bundle)}
        bundles = {made for made in self._at.values() if isinstance(made, Bundle)}
        for bundle in bundles:
            if bundle.day in begun:
                self._read(bundle)


def _day_of(made: Document | Bundle) -> Day:
    day = made.day if isinstance(made, Bundle) else made.get("day")
    return day if day and isinstance(day, str) else None


class Live(Mapping[str, Document]):
    """The live records of a shelf as others may see them, a new one after every change of any.

    Whoever worked something out of one need not do it again while it is the very same. Beyond a
    mapping of ids to documents it tells those of one day without reading the others.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        """Look at a shelf, or at none, where nothing ever comes."""
        self._shelf = shelf or Shelf()

    def __getitem__(self, id: str) -> Document:
        """Raises KeyError for a record that was removed, too."""
        found = self._shelf.get(id) if self._shelf.is_live(id) else None
        if found is None:
            raise KeyError(id)
        return found

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._shelf.is_live(id)

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._shelf.ids() if self._shelf.is_live(key))

    def __len__(self) -> int:
        return self._shelf.count()

    def keys(self) -> KeysView[str]:
        """The ids."""
        return self._shelf.live().keys()

    def values(self) -> ValuesView[Document]:
        """The documents, all of them read."""
        return self._shelf.live().values()

    def items(self) -> ItemsView[str, Document]:
        """Ids and documents, all of them read."""
        return self._shelf.live().items()

    def on(self, day: Day) -> tuple[Document, ...]:
        """The documents of a production day, or with None those without one.

        The very same tuple for as long as none of them changed; no other day is read.
        """
        return self._shelf.on(day)

    def days(self) -> tuple[Day, ...]:
        """The days of the records; None is among them where some have none."""
        return self._shelf.days()
