"""The issues, the most urgent first: overdue, then by priority, then by when they are due."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

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
OVER = ("done", "dropped")
LEAST = 5


def rows(office: Office, *, wide: bool) -> list[PaneRow]:
    """The issues still open; with `wide` also those that are over."""
    now = stamp(office)
    issues = office.production.view.records("issue").values()
    shown = sorted(
        (each for each in issues if wide or each.get("status") not in OVER),
        key=lambda issue: _urgency(issue, now),
    )
    return [PaneRow(f"issue/{each['id']}", partial(_issue, office, each, now)) for each in shown]


def stamp(office: Office) -> str:
    """Now, written so that it compares with `due_of`."""
    return office.now().strftime("%Y-%m-%d %H:%M")


def due_of(issue: Document) -> str:
    """When an issue is due, as text that sorts by time; without a time, the end of its day."""
    day = issue.get("due_day") or issue.get("day")
    return f"{day} {issue.get('due') or '23:59'}" if day else ""


def overdue(issue: Document, now: str) -> bool:
    """Whether an issue that is not over should have been by now."""
    due = due_of(issue)
    return bool(due) and due < now and issue.get("status") not in OVER


def _urgency(issue: Document, now: str) -> tuple[bool, bool, int, str, str]:
    priority = issue.get("priority")
    return (
        issue.get("status") in OVER,
        not overdue(issue, now),
        priority if isinstance(priority, int) else LEAST,
        due_of(issue) or "9",
        str(issue.get("number")),
    )


def _issue(office: Office, issue: Document, now: str) -> Cells:
    late, over = overdue(issue, now), issue.get("status") in OVER
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
    now = stamp(office)
    issues = [
        each
        for each in office.production.view.records("issue").values()
        if each.get("status") not in OVER
    ]
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
    empty=(
        "No issues. Press a, or ! anywhere, and type: generator 2 tripping p1 +reto due 1400 #power"
    ),
)
