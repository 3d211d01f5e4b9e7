"""The four panes of the board, in the order of their keys."""

from __future__ import annotations

from tui.panes.crew import CREW
from tui.panes.issues import ISSUES
from tui.panes.pane_kind import PaneKind
from tui.panes.schedule import SCHEDULE
from tui.panes.transport import TRANSPORT


PANES: tuple[PaneKind, ...] = (SCHEDULE, CREW, TRANSPORT, ISSUES)

__all__ = ["PANES", "PaneKind"]
