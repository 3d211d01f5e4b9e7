"""The driver under test, with a record of all that Textual asked it to write."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tui.display.driver import DifferenceDriver


class Recording(DifferenceDriver):
    """Named in TEXTUAL_DRIVER; what Textual writes is in the file CALLBOARD_RECORD, a line each."""

    def write(self, data: str) -> None:
        with Path(os.environ["CALLBOARD_RECORD"]).open("a", encoding="utf-8") as file:
            file.write(json.dumps(data) + "\n")
        super().write(data)


def recorded(path: Path) -> list[str]:
    """What is in a record so far; its last line may still be written."""
    whole = path.read_text(encoding="utf-8").rpartition("\n")[0]
    return [json.loads(line) for line in whole.splitlines()]
