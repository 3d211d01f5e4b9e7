"""Where `callboard` begins: a board to open, or a command."""

from __future__ import annotations

import gc
import os
import signal
import sys

from models.errors import CallboardError
from tui.start import board_meant, show_board


def main() -> None:
    """Run the command that was typed and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a letter shows a mark in its place.
            stream.reconfigure(errors="replace")
    folder = board_meant(sys.argv[1:], os.environ)
    if folder:
        _board(folder)
        return
    gc.disable()  # for a quick command: what it makes stays until its end, which is near
    from tui.quick import quick

    code = quick(sys.argv[1:], os.environ)
    if code is not None:
        os._exit(code)  # all is said and on the disk: tidying up is a tenth of a list
    gc.enable()
    from tui.cli import cli

    cli(prog_name="callboard")


def _board(folder: str) -> None:
    """Open a board without loading the command line, unless there is something to refuse."""
    from pathlib import Path

    try:
        show_board(Path(folder))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    except (CallboardError, OSError) as error:
        from tui.commands.speaking import refused

        refused(error).show()
        sys.exit(1)


if __name__ == "__main__":
    main()
