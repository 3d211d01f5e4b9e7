"""The keys as this user has them: those of the table of actions, changed by their keys file.

A line that makes no sense is left out and said by name; the rest of the file counts. Where two
actions are given one key, the one that has it keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from models.named import NamedTuple
from models.text import tidy
from store.keys_file import NAME, TABLE, KeysFile, read_keys
from tui.actions import ACTIONS, BY_ID, Action
from tui.key_names import NoKey, key_of, shown_key


NO_KEY = "off"
"""What stands in Textual's map for an action without a key: a name no key has."""

ALWAYS = ("quit", "help")
"""Actions that must keep a key, or nobody who has lost their way finds it again."""


class Keys(NamedTuple):
    """The actions with their keys of now, those changed in Textual's words, and what is wrong."""

    actions: tuple[Action, ...] = ACTIONS
    changed: Mapping[str, str] = {}
    problems: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """What is wrong in as many words as fit at the foot of the board."""
        if len(self.problems) < 2:
            return "".join(self.problems)
        more = len(self.problems) - 1
        return f"{self.problems[0]} ({more} more: 'callboard keys' says all.)"


AS_THEY_COME = Keys()


class Clash(NamedTuple):
    """Two actions with one key: the one that keeps it, and the one that was to be given it."""

    key: str
    keeps: str
    given: str


def keys_now() -> Keys:
    """The keys of the user who runs this."""
    return keys_of(read_keys())


def keys_of(file: KeysFile) -> Keys:
    """The keys a file makes of those of the table."""
    if file.problem:
        return Keys(problems=(file.problem,))
    wanted: dict[str, tuple[str, ...]] = {}
    wrong = dict(_strays(file))
    for name, value in _table(file).items():
        try:
            wanted[_action(name)] = _keys(name, value)
        except NoKey as error:
            wrong[name] = str(error)
    while clash := _clash(wanted):
        del wanted[clash.given]
        wrong[clash.given] = _said(clash, wanted)
    if not wanted and not wrong:
        return AS_THEY_COME
    actions = tuple(each._replace(keys=wanted.get(each.id, each.keys)) for each in ACTIONS)
    changed = {name: _spelt(keys) for name, keys in wanted.items()}
    return Keys(actions, changed, tuple(_sentences(file, wrong)))


def _sentences(file: KeysFile, wrong: Mapping[str, str]) -> Iterator[str]:
    """What is wrong, from the first line of the file to the last."""
    for name in sorted(wrong, key=file.line):
        line, words = file.line(name), wrong[name]
        where = f"{NAME}, line {line}" if line else NAME
        yield f"{where}: {words}{'' if words.endswith(('.', '?')) else '.'}"


def _spelt(keys: tuple[str, ...]) -> str:
    return ",".join("comma" if key == "," else key for key in keys) or NO_KEY


def _table(file: KeysFile) -> Mapping[str, Any]:
    found = file.found.get(TABLE, {})
    return found if isinstance(found, dict) else {}


def _strays(file: KeysFile) -> Iterator[tuple[str, str]]:
    """What stands in the file and is not in its one table."""
    for name, value in file.found.items():
        said = tidy(name)
        if name == TABLE and not isinstance(value, dict):
            yield name, f"'{TABLE}' is the table of all keys: a line [{TABLE}] with them below it"
        elif name in BY_ID:
            yield name, f"'{said}' stands outside [{TABLE}]. Put a line [{TABLE}] above it."
        elif name != TABLE:
            yield name, f"'{said}' means nothing here. All keys stand under [{TABLE}]."


def _action(name: str) -> str:
    if name in BY_ID:
        return name
    from difflib import get_close_matches

    near = get_close_matches(name, BY_ID, n=1)
    hint = f"do you mean '{near[0]}'?" if near else "'callboard keys' lists them all"
    raise NoKey(f"there is no action '{tidy(name)}'; {hint}")


def _keys(name: str, value: object) -> tuple[str, ...]:
    """The keys a value of the file gives an action. Raises NoKey."""
    held = () if value is False or value == "" else (value,)
    written = tuple(value) if isinstance(value, list) else held
    if not all(isinstance(each, str) for each in written):
        raise NoKey(f'{name}: one key is written "x", several ["x", "F5"], none false')
    if not written and name in ALWAYS:
        raise NoKey(f"'{name}' cannot be switched off; give it another key")
    try:
        return tuple(dict.fromkeys(key_of(str(each)) for each in written))
    except NoKey as error:
        raise NoKey(f"{name}: {error}") from error


def _clash(wanted: Mapping[str, tuple[str, ...]]) -> Clash | None:
    """The first key two actions would have. Whose it is by the table keeps it, else the first."""
    kept = {each.id: each.keys for each in ACTIONS if each.id not in wanted}
    for (one, keys), (other, others) in combinations([*kept.items(), *wanted.items()], 2):
        for key in keys:
            if key in others:
                first = one in kept or key not in BY_ID[other].keys
                return Clash(key, one, other) if first else Clash(key, other, one)
    return None


def _said(clash: Clash, wanted: Mapping[str, tuple[str, ...]]) -> str:
    key, keeps, given = shown_key(clash.key), clash.keeps, clash.given
    if keeps in wanted:
        return f"{key} is given to both '{keeps}' and '{given}'. '{keeps}' has it."
    does = BY_ID[keeps].words.partition(":")[0]
    return (
        f"{key} is given to '{given}', but {key} is '{keeps}' ({does}). "
        f"Give '{keeps}' another key too, or switch it off: {keeps} = false"
    )
