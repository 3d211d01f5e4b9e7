"""The user's own directories: what is kept outside every production, and is never synced."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path


def state_directory() -> Path:
    """For what must not be lost: names, half-typed lines. CALLBOARD_STATE names another.

    Raises OSError where the user has no home.
    """
    return _directory("CALLBOARD_STATE", "user_state_dir", "~/.local/state/callboard")


def cache_directory() -> Path:
    """For what can be made again: checkpoints, mirrors. CALLBOARD_CACHE names another.

    Raises OSError where the user has no home.
    """
    return _directory("CALLBOARD_CACHE", "user_cache_dir", "~/.cache/callboard")


def config_directory() -> Path:
    """For what the user set. CALLBOARD_CONFIG names another.

    Raises OSError where the user has no home.
    """
    return _directory("CALLBOARD_CONFIG", "user_config_dir", "~/.config/callboard")


def _directory(variable: str, called: str, otherwise: str) -> Path:
    named = os.environ.get(variable)
    if named:
        return Path(named).absolute()
    import platformdirs

    with contextlib.suppress(RuntimeError):  # its word for having no home
        found = Path(getattr(platformdirs, called)("callboard"))
        if found.is_absolute():
            return found
    raise OSError(errno.ENOENT, "no home directory is known", otherwise)
