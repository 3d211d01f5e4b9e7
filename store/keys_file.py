"""The user's own keys, read from `keys.toml` in their configuration directory.

    [keys]
    delete = "D"                # one key
    down = ["n", "↓"]           # several
    sync = false                # no key: still in the help and the palette

What the names and the keys mean is for the board to decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.named import NamedTuple
from store.directories import config_directory


NAME = "keys.toml"
TABLE = "keys"
MOST_BYTES = 100_000
_HEAD = re.compile(rf"\s*\[\s*{TABLE}\s*\]")


class KeysFile(NamedTuple):
    """What stands in the file; `problem` says in a sentence why nothing of it can be read."""

    path: Path | None = None
    found: Mapping[str, Any] = {}
    text: str = ""
    problem: str = ""

    def line(self, name: str) -> int:
        """The line the table sets a name in, from 1; else one outside it; 0 where none is found."""
        key = re.compile(rf"\s*(?:{TABLE}\.)?[\"']?{re.escape(name)}[\"']?\s*[=.]")
        lines = self.text.splitlines()
        found = [number for number, line in enumerate(lines, 1) if key.match(line)]
        table = next((number for number, line in enumerate(lines, 1) if _HEAD.match(line)), 0)
        return next((each for each in found if each > table), found[0] if found else 0)


def keys_path() -> Path | None:
    """Where the file is, or would be; None where the user has no home."""
    try:
        return config_directory() / NAME
    except OSError:
        return None


def read_keys() -> KeysFile:
    """What the user set; nothing where there is no file."""
    path = keys_path()
    if path is None or not path.exists():
        return KeysFile(path)
    try:
        return _read(path)
    except OSError as error:
        return KeysFile(path, problem=f"{path} cannot be read: {error.strerror or error}.")
    except ValueError as error:
        return KeysFile(path, problem=f"{NAME} cannot be understood: {error}. No key is changed.")


def _read(path: Path) -> KeysFile:
    """Read the file. Raises OSError, or ValueError where it is no TOML."""
    import tomllib

    if not path.is_file():
        raise OSError(None, "it is no file")
    with path.open("rb") as file:
        held = file.read(MOST_BYTES + 1)
    if len(held) > MOST_BYTES:
        raise ValueError("it is far too long")
    text = held.decode("utf-8-sig")
    return KeysFile(path, tomllib.loads(text), text)
