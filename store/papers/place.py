"""Where the board puts papers, and what it calls them.

`papers = "~/Desktop/papers"` in the user's config.toml names another folder than `~/callboard`.
Never the production's folder: what is made of it at one desk is not for everybody's.
"""

from __future__ import annotations

import re
from pathlib import Path

from models.errors import NotSaved
from models.text import tidy
from store.config import read_config
from store.papers.order import Order


OTHERWISE = "~/callboard"
LONGEST = 120
"""Bytes of a part of a file's name; file systems take 255, and others copy it elsewhere."""

_FORBIDDEN = re.compile(r'[\\/:*?"<>|]+')


def papers_folder(production: str) -> Path:
    """The user's folder for a production's papers, by its title; made where it is not there.

    Only the user reads it: telephone numbers are in it. Raises NotSaved.
    """
    named = read_config().papers or OTHERWISE
    try:
        folder = Path(named).expanduser() / (_plain(production) or "production")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except RuntimeError as error:
        raise NotSaved(
            f"NOT saved: no home directory is known for {tidy(named)}; name a folder in "
            'config.toml: papers = "/some/folder"'
        ) from error
    except OSError as error:
        where = tidy(str(error.filename or named))
        raise NotSaved(f"NOT saved: {where}: {error.strerror or error}") from error
    return folder


def file_name(order: Order, suffix: str) -> str:
    """`2026-11-25 Day 3 Call sheet.pdf`; a paper of no day has the day it is made on.

    One about a record ends with its name: `2026-11-25 Day 3 Transport order Van 2.pdf`.
    """
    desk, paper = order.source.desk, order.paper
    shoot = next((n for n, date in desk.calendar.shoot_days.items() if date == desk.view), None)
    about = desk.directory.show(*order.about) if order.about else ""
    parts = (
        paper.day or order.source.now.date().isoformat(),
        f"Day {shoot}" if shoot and paper.day else "",
        order.kind.title.capitalize(),
        about,
    )
    return _plain(" ".join(filter(None, parts))) + suffix


def _plain(text: str) -> str:
    """Text as a part of a path: no signs any system takes for its own, no dot in front."""
    found = _FORBIDDEN.sub("-", tidy(text)).strip(". ")
    return found.encode()[:LONGEST].decode(errors="ignore").strip(". ")
