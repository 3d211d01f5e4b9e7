"""Which issue is looked at first: what is overdue, then by priority, then by when it is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any


Document = Mapping[str, Any]

OVER = ("done", "dropped")
"""The states of an issue nobody needs to look at any more."""

_LEAST = 5


def is_over(issue: Document) -> bool:
    """Whether nothing is left to do about an issue."""
    return issue.get("status") in OVER


def due_of(issue: Document) -> str:
    """When an issue is due, as text that sorts by time; without a time, the end of its day."""
    day = issue.get("due_day")
    return f"{day} {issue.get('due') or '23:59'}" if day else ""


def overdue(issue: Document, now: dt.datetime) -> bool:
    """Whether an issue that is not over should have been by now (in the production's zone)."""
    due = due_of(issue)
    return bool(due) and due < f"{now:%Y-%m-%d %H:%M}" and not is_over(issue)


def urgency(issue: Document, now: dt.datetime) -> tuple[bool, bool, int, str, str]:
    """Sort key: what is over last, what is overdue first, then priority and due time."""
    priority = issue.get("priority")
    return (
        is_over(issue),
        not overdue(issue, now),
        priority if isinstance(priority, int) else _LEAST,
        due_of(issue) or "9",
        str(issue.get("number") or ""),
    )
