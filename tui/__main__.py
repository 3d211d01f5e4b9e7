"""Where `callboard` begins: the command line decides whether the board is opened."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that was typed and end the process with its exit code."""
    from tui.cli import cli

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a letter shows a mark in its place.
            stream.reconfigure(errors="replace")
    cli(prog_name="callboard")


if __name__ == "__main__":
    main()
