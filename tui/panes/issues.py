"""The issues, the most urgent first: overdue, then by priority, then by when they are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any

from models.urgency import is_over, overdue, urgency
from models.when import show_short_day
from tui.office import Office
from tui.panes.pane_kind import PaneKind
from tui.panes.rows import Cells, PaneRow, person, show
from tui.widgets.columns import Column


Document = Mapping[str, Any]

COLUMNS = (
    Column("priority", "P", 2),
    Column("title", "What", 26, flex=5),
    Column("owner", "Owner", 7, flex=1, priority=1),
    Column("due", "Due", 12, priority=2),
    Column("status", "Status", 7),
    Column("about", "About", 8, flex=1, priority=4),
    Column("type", "Type", 8, priority=5),
    Column("number", "No.", 5, priority=3),
)


def rows(office: Office, *, wide: bool) -> list[PaneRow]:
    """The issues still open; with `wide` also those that are over."""
    now = office.now()
    issues = office.of("issue").values()
    shown = [each for each in issues if wide or not is_over(each)]
    shown.sort(key=lambda issue: urgency(issue, now))
    return [PaneRow(f"issue/{each['id']}", partial(_issue, office, each, now)) for each in shown]


def _issue(office: Office, issue: Document, now: dt.datetime) -> Cells:
    late, over = overdue(issue, now), is_over(issue)
    return Cells(
        (
            show(office, "issue", issue, "priority"),
            str(issue.get("title") or ""),
            person(office, issue.get("owner")),
            _due(office, issue),
            "overdue" if late else str(issue.get("status") or "open"),
            show(office, "issue", issue, "about"),
            str(issue.get("type") or ""),
            str(issue.get("number") or ""),
        ),
        sign="!" if late or (issue.get("priority") == 1 and not over) else "x" if over else "",
        role="faint" if over else "",
    )


def _due(office: Office, issue: Document) -> str:
    day = str(issue.get("due_day") or "")
    time = str(issue.get("due") or "")
    if not day or day == office.now().date().isoformat():
        return time or ("today" if day else "")
    return (
        f"{show_short_day(day).rpartition(' ')[0]} {time}".strip() if time else show_short_day(day)
    )


def tell(office: Office) -> str:
    """How many issues are open, and how many of them are late."""
    now = office.now()
    issues = [each for each in office.of("issue").values() if not is_over(each)]
    late = sum(overdue(each, now) for each in issues)
    return f"{len(issues)} open" + (f", {late} ! overdue" if late else "") if issues else ""


ISSUES = PaneKind(
    name="issues",
    title="Issues",
    key="4",
    columns=COLUMNS,
    rows=rows,
    tell=tell,
    first="issue",
    own=("issue",),
    empty="No open issues. Press a here, or ! anywhere, and type: generator 2 tripping p1",
    begin=(
        "No issues yet. Press a here, or ! anywhere, type a line, press Enter:",
        "  generator 2 tripping p1 due 1400 #power",
    ),
)
