"""The issues of a paper: those that were issued, the next one, and what is different since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from models.edits import Aimed
from models.errors import NoSuch, Unread
from models.papers.comparing import change_sheet, compared, differences
from models.papers.kept import pack, unpack
from models.papers.paper import MISSING, Issue, Paper
from models.papers.source import PaperKind, Source
from models.papers.stages import FINAL, colours_of, next_stage
from models.when import show_day


Document = Mapping[str, Any]


class Issuing(NamedTuple):
    """A paper as it is about to be issued, and the record it is kept in."""

    paper: Paper
    record: dict[str, Any]


def issues_of(source: Source, paper: Paper, about: Aimed | None = None) -> tuple[Document, ...]:
    """The records of a paper's issues, the first one first."""
    wanted = (paper.name, paper.day or None, "/".join(about) if about else None)
    found = (
        each
        for each in source.of("document").values()
        if each.get("sheet") and (each.get("paper"), each.get("day"), each.get("about")) == wanted
    )
    return tuple(sorted(found, key=_order))


def _order(document: Document) -> tuple[int, str, str]:
    number = document.get("issue")
    return (
        number if isinstance(number, int) else 0,
        str(document.get("issued") or ""),
        str(document.get("id")),
    )


def since_last(paper: Paper, source: Source, about: Aimed | None = None) -> Paper:
    """A draft with what is different since its last issue; that issue where nothing is."""
    before = _last(issues_of(source, paper, about))
    if before is None:
        return paper
    return compared(paper, before) if differences(paper, before) else before


def _last(issues: Sequence[Document]) -> Paper | None:
    """The last issue that can be read: one kept by a later version may not be."""
    for each in reversed(issues):
        try:
            return unpack(str(each["sheet"]))
        except Unread:
            continue
    return None


def to_issue(
    draft: Paper, source: Source, about: Aimed | None, wanted: str = "", *, by: str, version: str
) -> Issuing:
    """The next issue of a draft, in the stage that follows or the one that is wanted.

    Raises NoSuch where it would say the same as the last one in the same stage.
    """
    issues = issues_of(source, draft, about)
    stage, colour = next_stage(issues, colours_of(source.settings), wanted)
    before = _last(issues)
    blocks = tuple(each for each in draft.blocks if each.name != MISSING)
    if before and stage != FINAL and not differences(replace(draft, blocks=blocks), before):
        raise NoSuch(f"nothing is different from the {_called(issues[-1])} it was issued as")
    at = f"{show_day(source.now.date().isoformat())} {source.now:%H:%M}"
    plain = replace(
        draft,
        blocks=blocks,
        issue=Issue(stage, len(issues) + 1, colour, at, by, version),
        changes=(),
    )
    paper = compared(plain, before) if before else plain
    return Issuing(paper, _record(paper, source.now.isoformat(timespec="minutes"), about))


def _record(paper: Paper, at: str, about: Aimed | None) -> dict[str, Any]:
    """The fields of the record an issue is kept in."""
    issue = paper.issue
    held = {
        "title": paper.name.replace("-", " ").capitalize(),
        "paper": paper.name,
        "day": paper.day,
        "about": "/".join(about) if about else "",
        "stage": issue.stage,
        "colour": issue.colour,
        "issue": issue.number,
        "issued": at,
        "by": issue.by,
        "version": issue.version,
        "sheet": pack(paper),
    }
    return {name: value for name, value in held.items() if value}


def _called(document: Document) -> str:
    return " ".join(str(part) for part in (document.get("stage"), document.get("colour")) if part)


def issued(issues: Sequence[Document], number: int = 0) -> Paper:
    """A paper exactly as it was issued: the one of that number, the last one for 0.

    Raises NoSuch with the numbers there are, Unread where it was kept in a way we cannot read.
    """
    if not issues:
        raise NoSuch("this paper was not issued yet")
    for each in issues if number else issues[-1:]:
        if number in (0, each.get("issue")):
            return unpack(str(each["sheet"]))
    known = ", ".join(f"{each.get('issue')} ({_called(each)})" for each in issues)
    raise NoSuch(f"there is no issue {number}: there are {known}")


def as_issued(kind: PaperKind, source: Source, about: Aimed | None, number: int) -> PaperKind:
    """The paper's kind, making what was issued instead of what is so now. Raises as `issued`."""
    found = issued(issues_of(source, kind.make(source, about), about), number)
    return as_made(kind, found)


def as_changes(kind: PaperKind, source: Source, about: Aimed | None) -> PaperKind:
    """The kind of the sheet of changes between the last issue and now, or the last two issues.

    Raises NoSuch where there is no issue to compare with.
    """
    draft = kind.make(source, about)
    issues = issues_of(source, draft, about)
    before = issued(issues)
    if compared(draft, before).changes or len(issues) < 2:
        return as_made(kind, change_sheet(draft, before))
    return as_made(kind, change_sheet(before, issued(issues[:-1])))


def as_made(kind: PaperKind, paper: Paper) -> PaperKind:
    """The paper's kind, making what is made already."""
    return kind._replace(make=lambda _source, _about: paper, daily=False)
