"""Which issue of a paper it is, in words."""

from __future__ import annotations

from models.papers.paper import Issue


def issue_words(issue: Issue) -> str:
    """`PRELIM 1, Mon 23 Nov 2026 18:40`; `REVISED 3 PINK, ...`; `DRAFT` before it is issued."""
    stage = " ".join(
        filter(None, (issue.stage, str(issue.number) if issue.number else "", issue.colour))
    )
    return ", ".join(filter(None, (stage.upper(), issue.at)))
