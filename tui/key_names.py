"""The names of keys: as people write and read them, and as terminals and Textual have them.

A key that prints is its own name (`x`, `/`, `ä`); all others are in `NAMED`. What a terminal sends
for two keys alike cannot be told apart, so only one of the two is a key here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from models.errors import CallboardError
from models.pattern import pattern
from models.text import tidy


NAMED: Mapping[str, str] = {
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "shift+Tab",
    "enter": "Enter",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "insert": "Ins",
    "delete": "Del",
    "backspace": "Backspace",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
"""Textual's name of a key, and the name that is shown."""

OTHERWISE: Mapping[str, str] = {
    "spacebar": "space",
    "return": "enter",
    "page up": "pageup",
    "page down": "pagedown",
    "pgdown": "pagedown",
    "esc": "escape",
    "shift+space": "space",
    "comma": ",",
}
"""Other names people write."""

SENT_ALIKE: Mapping[str, str] = {
    "ctrl+m": "Enter",
    "ctrl+i": "Tab",
    "ctrl+h": "Backspace",
    "ctrl+[": "Esc",
    "ctrl+enter": "Enter",
    "shift+enter": "Enter",
    "alt+enter": "Enter",
    "alt+b": "ctrl+←",
    "alt+f": "ctrl+→",
    "ctrl+tab": "Tab",
    "ctrl+backspace": "Backspace",
    "shift+backspace": "Backspace",
}
"""Keys most terminals send as another one."""

KEPT: Mapping[str, str] = {
    "escape": "Esc leaves whatever is open",
    "ctrl+c": "ctrl+c is the terminal's own",
    "ctrl+z": "ctrl+z suspends the board",
    "ctrl+q": "ctrl+q always ends the board",
}
"""Keys nobody can give to something else."""

_MOVABLE = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete")
_WITH_CTRL = frozenset((*"abcdefghijklmnopqrstuvwxyz", *_MOVABLE))
_WITH_ALT = frozenset("acdeghijklmnopqrstuvwxyz")
_WITH_SHIFT = frozenset(_MOVABLE)
_MODIFIED: Mapping[str, frozenset[str]] = {
    "ctrl": _WITH_CTRL,
    "alt": _WITH_ALT,
    "shift": _WITH_SHIFT,
}
_MODIFIER = pattern(r"(ctrl|alt|shift)\s*\+\s*(.+)", re.IGNORECASE)
_BY_SHOWN = {shown.lower(): name for name, shown in NAMED.items()}


class NoKey(CallboardError):
    """What was written is no key, or none that can be given."""


def shown_key(key: str) -> str:
    """A key as it is shown: `PgDn`, `ctrl+n`, `/`."""
    modifier, plus, rest = key.rpartition("+")
    if key in NAMED or not plus or not modifier:
        return NAMED.get(key, key)
    return f"{modifier}+{NAMED.get(rest, rest)}"


def key_of(written: str) -> str:
    """The key that is meant. Raises NoKey, which says why there is none."""
    text = "Space" if written == " " else tidy(written)
    if len(text) == 1:
        return _BY_SHOWN.get(text, text)
    name = _one_name(text)
    if name in SENT_ALIKE:
        raise NoKey(f"terminals send {text} as {SENT_ALIKE[name]}: the two cannot be told apart")
    if name in KEPT:
        raise NoKey(f"{KEPT[name]} and cannot be given to anything else")
    if len(name) == 1 or name in NAMED:
        return name
    return _modified(name, text)


def _one_name(text: str) -> str:
    """The name with a modifier in front, in the one spelling there is."""
    match = _MODIFIER.fullmatch(text)
    if match is None:
        lower = text.lower()
        return _BY_SHOWN.get(lower, OTHERWISE.get(lower, lower))
    modifier, rest = match[1].lower(), match[2]
    if modifier == "shift" and len(rest) == 1 and rest.isalpha():
        return rest.upper()
    name = f"{modifier}+{_one_name(rest)}"
    return OTHERWISE.get(name, name)


def _modified(name: str, text: str) -> str:
    modifier, _, rest = name.partition("+")
    if rest in _MODIFIED.get(modifier, ()):
        return name
    if "+" in rest or modifier in _MODIFIED:
        raise NoKey(f"no terminal sends {text} as a key of its own")
    if " " in text:
        several = ", ".join(f'"{each}"' for each in text.split())
        raise NoKey(f"'{text}' is no key; several keys are written [{several}]")
    from difflib import get_close_matches

    near = get_close_matches(name, [*_BY_SHOWN, *NAMED, *OTHERWISE], n=1)
    found = _BY_SHOWN.get(near[0], OTHERWISE.get(near[0], near[0])) if near else ""
    hint = f"do you mean {shown_key(found)}?" if near else "write it as in F5, PgDn, ctrl+n, x, /"
    raise NoKey(f"'{text}' is no key; {hint}")
