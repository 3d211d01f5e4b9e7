"""A mistake of our own: written to a file and told in a sentence, never shown as a traceback."""

from __future__ import annotations

import datetime as dt
import io

from rich.console import Console

from models.errors import CallboardError
from store.reports import write_report


class OwnMistake(CallboardError):
    """Callboard itself went wrong and had to stop."""


class Mistake:
    """What Textual says of an error nobody caught, taken before it reaches the screen."""

    def __init__(self) -> None:
        """Make a console Textual can write its report to."""
        self._said = io.StringIO()
        self.console = Console(file=self._said, width=120, color_system=None)

    def tell(self) -> None:
        """Raise OwnMistake with where the report is, if there is one; otherwise do nothing."""
        report = self._said.getvalue()
        if not report.strip():
            return
        where = write_report(report, dt.datetime.now().astimezone())
        kept = f" What happened is written in {where}." if where else ""
        raise OwnMistake(
            "Callboard went wrong and stopped. Everything saved is on the disk, and the line you "
            f"were typing is there at the next start.{kept}"
        )
