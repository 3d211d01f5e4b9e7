"""The ssh connection of one exchange: made once, shared by every rsync of it, then closed."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import NotSynced


if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 20
"""Seconds a host has to answer."""

LONGEST_SOCKET = 80
"""Characters; a socket's path has 104 on some systems, and ssh adds some of its own."""


@contextlib.contextmanager
def link_to(host: str, *, ask: bool) -> Iterator[list[str]]:
    """The command for rsync's `-e`; with `ask`, ssh may ask for a password on the terminal."""
    command = _command()
    if Path(command[0]).name != "ssh":
        yield command
        return
    options = ["-o", f"ConnectTimeout={PATIENCE}"]
    options += [] if ask else ["-o", "BatchMode=yes"]
    private = tempfile.mkdtemp(prefix="callboard-")
    socket = str(Path(private, "ssh"))
    try:
        yield [*command, *options, *_shared(socket)]
    finally:
        if os.path.exists(socket):  # noqa: PTH110 - a socket, and a string already
            _close([*command, "-o", f"ControlPath={socket}", "-O", "exit", host.strip("[]")])
        shutil.rmtree(private, ignore_errors=True)


def _command() -> list[str]:
    named = os.environ.get("CALLBOARD_RSH") or os.environ.get("RSYNC_RSH") or "ssh"
    try:
        return shlex.split(named) or ["ssh"]
    except ValueError:
        raise NotSynced(f"CALLBOARD_RSH is no command: {named}") from None


def _shared(socket: str) -> list[str]:
    """The options of a connection that is shared; if nobody closes it, it ends by itself."""
    if len(socket) > LONGEST_SOCKET or not re.fullmatch(r"[\w/.-]+", socket, re.ASCII):
        return []
    pairs = ("ControlMaster=auto", f"ControlPath={socket}", "ControlPersist=30")
    return [part for pair in pairs for part in ("-o", pair)]


def _close(command: list[str]) -> None:
    import subprocess

    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(  # noqa: S603 - the user's own ssh
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=5,
            check=False,
        )
