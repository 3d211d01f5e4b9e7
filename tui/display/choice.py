"""Which driver the board has: the one that sends differences, or one that sends all."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.driver import Driver

# Set to anything, the board is sent as Textual sends it.
SWITCH = "CALLBOARD_PLAIN_DRIVER"
# Terminals that say nothing of themselves: what they show after a sequence is not known.
_UNKNOWN = {"", "dumb", "unknown"}


def driver_for(environ: Mapping[str, str]) -> type[Driver] | None:
    """The driver for a terminal; None leaves the choice to Textual, and to TEXTUAL_DRIVER."""
    if sys.platform == "win32" or "TEXTUAL_DRIVER" in environ:
        return None
    if SWITCH in environ or environ.get("TERM", "") in _UNKNOWN or not sys.stdout.isatty():
        from tui.tty import TtyDriver

        return TtyDriver
    from tui.display.driver import DifferenceDriver

    return DifferenceDriver
