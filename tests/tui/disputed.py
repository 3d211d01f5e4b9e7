"""Productions in which people changed the same things without knowing of one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.edits import Aimed
from store.change import Edit
from store.production import Production
from tui.conflict_list import ConflictList
from tui.widgets.blocks import Blocks


if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from textual.widget import Widget

    from tests.tui.coordinator import Coordinator

RUN = "M1"


def run_of(path: Path, number: str = RUN) -> Aimed:
    """The run with that number."""
    runs = Production.open(path).view.records("run").items()
    return Aimed("run", next(key for key, each in runs if each["number"] == number))


def apart(path: Path, sets: Mapping[str, Mapping[str, Any]], number: str = RUN) -> None:
    """Let each user set fields of one run, none of them knowing of the others.

    Whose name sorts last is shown: they save last, for a first change reads all others' first.
    """
    everybody = {user: Production.open(path, as_user=user) for user in sets}
    known = {user: each.base() for user, each in everybody.items()}
    edits = {user: edit_of(path, number, **fields) for user, fields in sets.items()}
    for user, each in sorted(everybody.items()):
        each.commit([edits[user]], f"{user} changed it", base=known[user])


def edit_of(path: Path, number: str = RUN, /, **fields: Any) -> Edit:
    """An edit of that run."""
    return Edit(*run_of(path, number), fields)


def person(path: Path, name: str) -> str:
    """The id of the person of that name."""
    people = Production.open(path).view.records("person").items()
    return next(key for key, each in people if each["name"] == name)


def leave(mia: Coordinator, number: str = RUN) -> object:
    """When that run leaves, as the board shows it."""
    return mia.records("run")[number]["leave"]


def conflicts(mia: Coordinator) -> int:
    """How many conflicts there are."""
    return len(mia.office.production.conflicts())


def numbers(mia: Coordinator) -> dict[str, int]:
    """The number of each value under the cursor."""
    assert isinstance(mia.app.screen, ConflictList)
    return {each.words: each.number for each in mia.app.screen.pointed.choices}


def listed(mia: Coordinator) -> str:
    """The words in the list, in one line."""
    return inside(mia, Blocks)


def inside(mia: Coordinator, kind: type[Widget]) -> str:
    """The words in a part of the screen, in one line."""
    region = mia.app.screen.query_one(kind).region
    rows = mia.lines[region.y : region.bottom]
    return " ".join(" ".join(row[region.x : region.right] for row in rows).split())
