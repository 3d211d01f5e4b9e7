"""The line somebody was typing when their connection went: kept for the next start.

It is in the user's own state directory and never in the production, which is for what was meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import orjson

from store.directories import state_directory


class HalfTyped(NamedTuple):
    """A line that was not finished: which sort, in which pane, about which records, its text.

    `seen` is what was known when it was begun, each writer's last number.
    """

    line: str
    pane: str
    aimed: tuple[str, ...]
    text: str
    seen: Mapping[str, int]


def keep(production: str, typed: HalfTyped | None) -> None:
    """Keep the half-typed line of a production, or forget it where there is none.

    Where the state directory cannot be written the line is lost with the connection, and the
    board goes on; an OSError is not raised.
    """
    try:
        path = _path(production)
        if typed is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(orjson.dumps(typed._asdict()))
    except OSError:
        return


def kept(production: str) -> HalfTyped | None:
    """The line kept for a production; None where there is none or it cannot be read."""
    try:
        held = orjson.loads(_path(production).read_bytes())
        return HalfTyped(
            held["line"], held["pane"], tuple(held["aimed"]), held["text"], held["seen"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _path(production: str) -> Path:
    return state_directory() / "half-typed" / f"{production}.json"
