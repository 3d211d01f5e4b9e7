"""A production as a board shows it: N records of a shoot around today, and the same as rows.

Every day has runs, calls and events; one record in ten is an issue, three in a hundred a person.
The runs go from today outwards, so that few records still fill the four panes.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from typing import TYPE_CHECKING

from store.change import JSON, Edit
from store.production import Production


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST = ("Anna", "Ben", "Carla", "Dario", "Eva", "Finn", "Gina", "Hugo", "Ines", "Jon")
LAST = ("Keller", "Moss", "Roth", "Huber", "Frei", "Meier", "Bär", "Lang", "Okafor", "Singh")
TYPED = "Zora Quist"  # the one person a single word is enough for
A_DAY = (("run", 45), ("call", 25), ("event", 15))
PLACES, VANS = 30, 20
NEW: dict[str, JSON] = {"number": ""}  # the next one, given when it is saved
AT_ONCE = 500  # records a change


def today_here() -> dt.date:
    """The day the board opens on."""
    return dt.datetime.now().astimezone().date()


def shoot(path: Path, records: int) -> Path:
    """Make a production of so many records in a new folder, and the user's checkpoint of it.

    So it is opened as on any day but the first.
    """
    production = Production.create(path, title="Nightfall", zone="Europe/Zurich", as_user="zoe")
    edits = list(itertools.islice(_edits(production, records), records))
    for begin in range(0, records, AT_ONCE):
        production.commit(edits[begin : begin + AT_ONCE], "imported")
    Production.open(path).checkpoint()
    return path


def appointments(folder: Path, records: int) -> Path:
    """As many appointments and things to do, as calcurse keeps them."""
    folder.mkdir()
    days = [today_here() + dt.timedelta(days=day) for day in range(max(1, records // 200))]
    chance = random.Random(records)
    lines = [
        f"{day:%m/%d/%Y} @ {hour:02d}:{each:02d} -> {day:%m/%d/%Y} @ {hour:02d}:45 "
        f"|{chance.choice(FIRST)} {chance.choice(LAST)} at place {chance.randrange(PLACES)}\n"
        for day in days
        for hour in range(6, 16)
        for each in range(min(20, records // 10))
    ]
    (folder / "apts").write_text("".join(lines), encoding="utf-8")
    todo = "".join(f"[{1 + each % 4}] Lamp {each} is broken\n" for each in range(records // 10))
    (folder / "todo").write_text(todo, encoding="utf-8")
    (folder / "conf").write_text("general.systemdialogs=no\n", encoding="utf-8")
    (folder / "keys").touch()
    return folder


def table(path: Path, records: int) -> Path:
    """As many rows in a file of comma-separated values."""
    chance = random.Random(records)
    rows = (
        f"{each},Lamp {each} is broken,{chance.choice(FIRST)} {chance.choice(LAST)},open\n"
        for each in range(records)
    )
    path.write_text("number,what,who,status\n" + "".join(rows), encoding="utf-8")
    return path


def _edits(production: Production, records: int) -> Iterator[Edit]:
    chance = random.Random(records)
    known: dict[str, list[str]] = {}
    for kind, count in (("person", records * 3 // 100 + 10), ("place", PLACES), ("vehicle", VANS)):
        known[kind] = [production.mint() for _ in range(min(count, records // 5))]
        for number, each in enumerate(known[kind]):
            yield Edit(kind, each, {**NEW, **_known(kind, number, chance)})
    for number in range(records // 10):
        title = f"Lamp {number} is broken"
        fields: dict[str, JSON] = {"title": title, "priority": 1 + number % 4, "status": "open"}
        yield Edit("issue", production.mint(), {**NEW, **fields})
    for far in itertools.count():
        for day in {far, -far}:
            yield from _day(production, today_here() + dt.timedelta(days=day), known, chance)


def _known(kind: str, number: int, chance: random.Random) -> dict[str, JSON]:
    """A person, a place or a vehicle, named so that all names are different."""
    if kind == "person":
        name = f"{FIRST[number % 10]} {chance.choice(LAST)} {number}" if number else TYPED
        phone = f"phones/+41 79 555 {number:04d}"
        return {"name": name, "role": "gaffer", "department": "electric", phone: True}
    if kind == "place":
        return {"name": f"Place {number}", "short": f"pl{number}"}
    return {"name": f"Van {number}", "seats": 8}


def _day(
    production: Production, date: dt.date, known: dict[str, list[str]], chance: random.Random
) -> Iterator[Edit]:
    """The day, then its records, of all three kinds from the first on."""
    yield Edit("day", production.mint(), {**NEW, "date": date.isoformat(), "call": "07:00"})
    left = [kind for kind, count in A_DAY for _ in range(count)]
    chance.shuffle(left)
    for number, kind in enumerate([*(kind for kind, _ in A_DAY), *left]):
        fields = _of_a_day(kind, number, known, chance)
        yield Edit(kind, production.mint(), {**NEW, "day": date.isoformat(), **fields})


def _of_a_day(
    kind: str, number: int, known: dict[str, list[str]], chance: random.Random
) -> dict[str, JSON]:
    if kind == "event":
        return {"start": f"{8 + number % 10:02d}:00", "title": f"Meeting {number}"}
    if kind == "call":
        return {"person": chance.choice(known["person"]), "call": "06:30", "status": "told"}
    origin, to = chance.sample(known["place"], 2)
    passengers = chance.sample(known["person"], 3)
    return {
        "leave": f"{5 + number % 15:02d}:{number * 7 % 60:02d}",
        "origin": origin,
        "to": to,
        "vehicle": chance.choice(known["vehicle"]),
        "status": "planned",
        **{f"passengers/{person}": True for person in passengers},
    }
