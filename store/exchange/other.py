"""What is named as the other side of an exchange: a path, or a folder on another host."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from models.errors import NotSynced


_REMOTE = re.compile(
    r"(?P<host>(?:[^@:/\s]+@)?(?:\[[0-9a-fA-F:.%\w]+\]|[^@:/\s\[\]]+)):(?P<path>.*)"
)
_ON_HOST = re.compile(r"(?:[A-Za-z0-9_][\w.+-]*@)?(?:\[[0-9a-fA-F:.%\w]+\]|[A-Za-z0-9_][\w.-]*)")


class Remote(NamedTuple):
    """A folder on another host, as ssh and rsync name it; a relative path begins at the home."""

    host: str
    path: str

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return f"{self.host}:{self.path}"


def read_other(text: str) -> Path | Remote:
    """The folder that is meant: `/media/stick/nightfall`, `mia@unit-2:nightfall`.

    A colon before the first slash makes it a host's, as rsync and scp read it. Raises NotSynced.
    """
    if not text.strip() or "\0" in text:
        raise NotSynced("Name the other folder: a path, or HOST:PATH.")
    found = _REMOTE.fullmatch(text)
    if found is None:
        return Path(text).expanduser()
    host, path = found["host"], found["path"]
    if not _ON_HOST.fullmatch(host):
        raise NotSynced(f"'{host}' is no host's name. A path with a colon is ./{text}.")
    if path.startswith(":"):
        raise NotSynced(f"{text} is an rsync service. Name a folder over ssh: {host}:PATH.")
    return Remote(host, _home(path, host))


def _home(path: str, host: str) -> str:
    """The path as rsync takes it anywhere: `~/x` is x, and none begins like an option."""
    inside = path.removeprefix("~/") if path != "~" else ""
    if not inside.strip("/") and not path.startswith("/"):
        raise NotSynced(f"Name the production's folder on {host}, as {host}:nightfall.")
    if any(not mark.isprintable() for mark in inside):
        raise NotSynced("A path on a host has no control characters in it.")
    bare = inside.rstrip("/") or "/"
    return f"./{bare}" if bare.startswith("-") else bare
