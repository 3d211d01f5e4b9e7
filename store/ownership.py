"""On a shared server each writer's folder belongs to its user: authorship by ownership.

This holds where `writers` has the production's group and the sticky bit. Elsewhere files come
through a sync engine, belong to whoever runs it, and a name is a claim.
"""

from __future__ import annotations

import os
import pwd
import socket
import stat
from typing import TYPE_CHECKING

from store.fault import Fault
from store.identity import name_part


if TYPE_CHECKING:
    from pathlib import Path

SHARED = stat.S_ISGID | stat.S_ISVTX


def foreign_owner(folder: Path) -> list[Fault]:
    """A fault when a folder named for a user of this very machine belongs to somebody else."""
    user, _, rest = folder.name.partition("@")
    host = name_part(socket.gethostname().partition(".")[0], "host")
    try:
        if os.stat(folder.parent).st_mode & SHARED != SHARED or rest.rpartition("-")[0] != host:  # noqa: PTH116
            return []
        owner = pwd.getpwuid(os.stat(folder).st_uid).pw_name  # noqa: PTH116
    except (OSError, KeyError):
        return []
    if name_part(owner, "user") == user:
        return []
    words = f"{folder.name} belongs to {owner}, not to {user}: its changes may not be {user}'s."
    return [Fault(folder.name, "", words)]
