"""Reports of Callboard's own mistakes, kept in the user's state directory."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from store.directories import state_directory


def write_report(text: str, at: dt.datetime) -> Path | None:
    """Write a report and return where; None where the state directory cannot be written."""
    try:
        path = state_directory() / "mistakes" / f"{at:%Y-%m-%d-%H%M%S}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return path
