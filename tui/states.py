"""The next state of a record: told, out, aboard, done; the same for the key and for the command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from models.errors import NoSuch
from models.named import NamedTuple


if TYPE_CHECKING:
    from models.edits import Aimed
    from tui.office import Office


class States(NamedTuple):
    """The field that one key takes on, and what follows on each of its values."""

    field: str
    after: Mapping[Any, Any]


STATES = {
    "run": States(
        "status",
        {None: "told", "planned": "told", "told": "out", "out": "aboard", "aboard": "done"},
    ),
    "call": States("status", {None: "told", "planned": "told", "told": "confirmed"}),
    "issue": States("status", {None: "done", "open": "done", "waiting": "done"}),
    "scene": States("state", {None: "shot", "planned": "shot", "shooting": "shot", "part": "shot"}),
    "event": States("done", {None: True, False: True}),
}
STATELESS_OTHER = "{name} has no state. {next} is for runs, calls and issues."
STATELESS = {
    "person": "{name} is not called on this day. To call: {add} {first} 0630",
    "day": "A day has no state. {next} is for its scenes and events.",
    "vehicle": "A vehicle has no state. {next} is for runs.",
}


class Means(NamedTuple):
    """How a call is added and a state is taken on, where the sentence is read."""

    add: str = "callboard add call"
    next: str = "'callboard next'"


AT_A_SHELL = Means()


def to_next(office: Office, chosen: Sequence[Aimed], means: Means = AT_A_SHELL) -> str:
    """Set each record's next state; the sentence to say. Raises NoSuch where none has one."""
    sets = {each: found for each in chosen if (found := following(office, each))}
    if not sets:
        raise NoSuch(no_further(office, chosen[0], means))
    values = {next(iter(each.values())) for each in sets.values()}
    state = "further" if len(values) > 1 else "done" if values == {True} else values.pop()
    names = office.called(next(iter(sets))) if len(sets) == 1 else f"{len(sets)} rows"
    office.set(sets, f"{names}: {state}", base=office.production.base())
    return f"{names}: {state}."


def following(office: Office, each: Aimed) -> dict[str, Any]:
    """The field and the value of a record's next state; empty where nothing follows."""
    states = STATES.get(each.kind)
    if states is None:
        return {}
    held = office.document(each).get(states.field)
    return {states.field: states.after[held]} if held in states.after else {}


def no_further(office: Office, aimed: Aimed, means: Means) -> str:
    """Why a record has no next state."""
    states, document = STATES.get(aimed.kind), office.document(aimed)
    if states is None:
        name = str(document.get("name") or document.get("number") or aimed.kind)
        words = STATELESS.get(aimed.kind, STATELESS_OTHER)
        return words.format(name=name, first=name.partition(" ")[0].lower(), **means._asdict())
    held = document.get(states.field)
    number = document.get("number") or ""
    return f"{aimed.kind} {number} is {'done' if held is True else held}; nothing follows on that."
