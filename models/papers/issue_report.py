"""The issue report: what is open by priority, whose it is and since when; what was closed today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from models.edits import NOTE_KEY, Aimed
from models.papers.head import Head, of_day
from models.papers.held import said, text
from models.papers.paper import Column, Fact, Facts, Paper, Row, Table
from models.papers.roles import name_of, phones_of, with_phone
from models.papers.source import PaperKind, Source
from models.text import tidy
from models.urgency import is_over, overdue, urgency
from models.when import show_short_day


Document = Mapping[str, Any]

HEAD = Head("issue-report", "ISSUE REPORT", wide=True)
PRIORITIES = {1: "P1 NOW", 2: "P2 TODAY", 3: "P3 SOON", 4: "P4 SOME TIME"}
OPEN = (
    Column("No."),
    Column("Issue", 5),
    Column("Type"),
    Column("About", 2),
    Column("Owner", 3),
    Column("Due"),
    Column("Age", right=True),
    Column("Status"),
    Column("Escalation", 2),
    Column("Last noted", 5),
)
CLOSED = (
    Column("No."),
    Column("Issue", 5),
    Column("Owner", 3),
    Column("Status"),
    Column("What was done", 6),
)


def issue_report(source: Source, about: Aimed | None = None) -> Paper:
    """Open issues by priority, overdue ones first, and those closed on the day in view."""
    issues = list(source.of("issue").values())
    left = sorted((each for each in issues if not is_over(each)), key=_order(source))
    over = [each for each in issues if is_over(each) and closed_on(source, each) == source.desk.day]
    blocks = (
        Facts("counts", tuple(_counts(source, left, over))),
        Table(
            "open",
            OPEN,
            tuple(_rows(source, left)),
            "OPEN",
            empty="Nothing is open.",
            always=("No.", "Issue", "Owner", "Due", "Age", "Status"),
        ),
        Table(
            "closed",
            CLOSED,
            tuple(_closed(source, each) for each in over),
            "CLOSED THAT DAY",
            empty="Nothing was closed.",
        ),
    )
    return of_day(HEAD, source, blocks)


def _order(source: Source) -> Any:
    def key(issue: Document) -> tuple[int, Any]:
        return _priority(issue), urgency(issue, source.now)

    return key


def _priority(issue: Document) -> int:
    held = issue.get("priority")
    return held if isinstance(held, int) else len(PRIORITIES) + 1


def _counts(source: Source, left: list[Document], over: list[Document]) -> Iterator[Fact]:
    yield Fact("As of", f"{show_short_day(source.now.date().isoformat())} {source.now:%H:%M}")
    yield Fact("Open", str(len(left)))
    yield Fact("Overdue", str(sum(overdue(each, source.now) for each in left)))
    yield Fact("Waiting", str(sum(each.get("status") == "waiting" for each in left)))
    yield Fact("Without owner", str(sum(not each.get("owner") for each in left)))
    yield Fact("Closed that day", str(len(over)))


def _rows(source: Source, issues: list[Document]) -> Iterator[Row]:
    before = 0
    for issue in issues:
        priority = _priority(issue)
        if priority != before:
            name = PRIORITIES.get(priority, "NO PRIORITY")
            yield Row((name,), "head", f"priority/{priority}")
            before = priority
        cells = (
            text(issue, "number"),
            text(issue, "title"),
            text(issue, "type") or "issue",
            _about(source, issue),
            _owner(source, issue),
            _due(source, issue),
            age(source, issue),
            text(issue, "status") or "open",
            _escalation(source, issue),
            _last_note(issue),
        )
        yield Row(cells, key=f"issue/{issue.get('id')}")


def _closed(source: Source, issue: Document) -> Row:
    cells = (
        text(issue, "number"),
        text(issue, "title"),
        _owner(source, issue),
        text(issue, "status"),
        text(issue, "outcome") or _last_note(issue),
    )
    return Row(cells, key=f"issue/{issue.get('id')}")


def _owner(source: Source, issue: Document) -> str:
    if not issue.get("owner"):
        return "nobody"
    person = source.desk.directory.document("person", str(issue["owner"]))
    name = name_of(person) or source.desk.directory.show("person", str(issue["owner"]))
    return said(name, *phones_of(person)[:1], between="\n")


def _about(source: Source, issue: Document) -> str:
    kind, _, record = text(issue, "about").partition("/")
    return f"{kind} {source.desk.directory.show(kind, record)}" if record else ""


def _due(source: Source, issue: Document) -> str:
    """`Wed 25 Nov 14:00`, with a word where it should have been done by now."""
    day = issue.get("due_day")
    when = said(show_short_day(str(day)) if day else "", text(issue, "due"), between=" ")
    return f"{when}\nOVERDUE" if overdue(issue, source.now) else when


def noted_at(issue: Document) -> list[tuple[str, str]]:
    """When each running note was made, `YYYY-MM-DD HH:MM`, and its text; the oldest first."""
    notes = issue.get("notes")
    found = [
        (f"{match[1]} {match[2]}", tidy(str(words)))
        for key, words in (notes.items() if isinstance(notes, dict) else ())
        if (match := NOTE_KEY.fullmatch(key))
    ]
    return sorted(found)


def _last_note(issue: Document) -> str:
    notes = noted_at(issue)
    if not notes:
        return text(issue, "note")
    at, words = notes[-1]
    return f"{show_short_day(at[:10])} {at[11:]} {words}"


def _escalation(source: Source, issue: Document) -> str:
    if not issue.get("escalated"):
        return ""
    return with_phone(source.desk.directory.document("person", str(issue["escalated"])))


def raised_at(source: Source, issue: Document) -> dt.datetime | None:
    """When an issue was logged: when it got its number."""
    return source.given_at("issue", str(issue.get("id")), "number")


def closed_on(source: Source, issue: Document) -> str:
    """The day an issue that is over got the state it has, in its kept form."""
    at = source.given_at("issue", str(issue.get("id")), "status")
    return at.date().isoformat() if at else ""


def age(source: Source, issue: Document) -> str:
    """How long an issue has been open: `25m`, `3h`, `12d`."""
    raised = raised_at(source, issue)
    if raised is None:
        return ""
    minutes = max(0, int((source.now - raised).total_seconds()) // 60)
    days, hours = minutes // (24 * 60), minutes // 60
    return f"{days}d" if days else f"{hours}h" if hours else f"{minutes}m"


ISSUE_REPORT = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="open issues by priority, with owner, due time and age; what was closed that day",
    make=issue_report,
    daily=False,
    sheets=True,
)
