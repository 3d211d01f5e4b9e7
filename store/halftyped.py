"""The line somebody was typing when their connection went: kept for the next start.

It is in the user's own state directory and never in the production, which is for what was meant.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import orjson

from models.named import NamedTuple
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


def keep(production: str, typed: HalfTyped) -> None:
    """Keep a half-typed line of a production, beside those of other boards that ended.

    Where the state directory cannot be written the line is lost with the connection, and the
    board goes on; an OSError is not raised.
    """
    try:
        path = _folder() / f"{production}-{time.time_ns()}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(orjson.dumps(typed._asdict()))
    except OSError:
        return


def kept(production: str) -> HalfTyped | None:
    """The line kept last for a production; None where there is none that can be read."""
    return next((typed for _, typed in _all(production)), None)


def take_up(production: str) -> HalfTyped | None:
    """The line kept last, which is then no longer kept: its board has it."""
    for path, typed in _all(production):
        with contextlib.suppress(OSError):
            path.unlink()
            return typed
    return None


def _all(production: str) -> Iterator[tuple[Path, HalfTyped]]:
    """The lines kept for a production, the last one first."""
    with contextlib.suppress(OSError):
        for path in sorted(_folder().glob(f"{production}-*.json"), reverse=True):
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                held = orjson.loads(path.read_bytes())
                aimed = tuple(held["aimed"])
                yield (
                    path,
                    HalfTyped(held["line"], held["pane"], aimed, held["text"], held["seen"]),
                )


def _folder() -> Path:
    return state_directory() / "half-typed"
