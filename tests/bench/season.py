"""The productions the benchmarks run on: N records by three people, and what they did later.

Of the records 60 in 100 were typed one by one and 40 came with imports of 200 to 500 at a time;
afterwards one in five was changed once more.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from store.production import Production
from tests.bench.documents import changed, made
from tests.bench.writing import Deed, stamped, write_changes


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from store.change import Edit

MIX = "60 % typed one by one, 40 % imported 200-500 a change, 20 % changed once more; 3 writers"
PEOPLE = ("ana@office-aaaa", "ben@stage2-bbbb", "cem@unit2-cccc")
MERGING = ("mia@office-mmmm", "reto@stage3-rrrr")


class Season(NamedTuple):
    """A production's folder and the edits its records were made with."""

    folder: Path
    id: str
    edits: list[Edit]
    counts: dict[str, int]

    @property
    def writers(self) -> Path:
        """Where the writers' folders are."""
        return self.folder / "writers"

    def files(self) -> list[bytes]:
        """The bytes of all writers' files."""
        return [path.read_bytes() for path in sorted(self.writers.glob("*/*.json"))]


def season(ground: Path, records: int) -> Season:
    """Make a production of so many records in a new folder on this ground."""
    chance = random.Random(records)
    edits = made(records, chance)
    path = ground / "nightfall"
    production = Production.create(path, title="Nightfall", zone="Europe/Zurich", as_user="zoe")
    deeds = list(_deeds(edits, chance))
    write_changes(path / "writers", production.id, stamped(deeds, {}))
    counts = {name: sum(deed.writer == name for deed in deeds) for name in PEOPLE}
    return Season(path, production.id, edits, {**counts, production.writer: 1})


def apart(found: Season, count: int) -> tuple[list[Deed], list[Deed]]:
    """What two people do to the same production without hearing of one another."""
    chance = random.Random(count)
    one, other = (
        [
            Deed(name, "changed one", (changed(chance.choice(found.edits), chance),))
            for _ in range(count)
        ]
        for name in MERGING
    )
    return one, other


def _deeds(edits: list[Edit], chance: random.Random) -> Iterator[Deed]:
    typed = len(edits) * 6 // 10
    imported = edits[typed:]
    while imported:
        size = chance.randint(200, 500)
        yield Deed(PEOPLE[0], f"imported {size}", tuple(imported[:size]), "import people.csv")
        imported = imported[size:]
    for edit in edits[:typed]:
        yield Deed(chance.choice(PEOPLE), f"added a {edit.kind}", (edit,))
    for _ in range(len(edits) // 5):
        edit = changed(chance.choice(edits), chance)
        yield Deed(chance.choice(PEOPLE), f"changed a {edit.kind}", (edit,))
