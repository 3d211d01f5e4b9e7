"""The formats a paper can be written in, in one list, chosen by the file's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from models.errors import NoSuch
from models.papers.source import PaperKind
from models.text import tidy
from models.when import show_day
from store.exports.writing import write_beside
from store.papers.order import Order


class Written(NamedTuple):
    """The bytes of a file, and sentences about what is not in it as it should be."""

    content: bytes
    notes: Sequence[str] = ()


class Format(NamedTuple):
    """A kind of file: its suffix, what makes it, and for which papers it is offered."""

    suffix: str
    make: Callable[[Order], Written]
    offered: Callable[[PaperKind], bool]


def _text(order: Order) -> Written:
    from store.papers.text import paper_text

    return Written(paper_text(order.paper).encode())


def _pdf(order: Order) -> Written:
    from store.papers.logo import logo_of
    from store.papers.pdf import paper_pdf

    when = f"Made {show_day(order.source.now.date().isoformat())} {order.source.now:%H:%M}"
    logo = logo_of(order.source.settings.get("logo"))
    found = paper_pdf(order.paper, size=order.size, made=when, logo=logo, folder=order.folder)
    return Written(found.content, (found.note,) if found.note else ())


def _xlsx(order: Order) -> Written:
    from store.papers.workbook import paper_xlsx

    return Written(paper_xlsx(order))


def _ics(order: Order) -> Written:
    from store.papers.calendar import paper_ics

    return Written(paper_ics(order))


def _sorted(kind: PaperKind) -> bool:
    """Whether people sort it."""
    return kind.sheets


def _kept_in_calendars(kind: PaperKind) -> bool:
    return kind.appointments is not None


def _always(kind: PaperKind) -> bool:
    return True


FORMATS = (
    Format(".pdf", _pdf, _always),
    Format(".txt", _text, _always),
    Format(".xlsx", _xlsx, _sorted),
    Format(".ics", _ics, _kept_in_calendars),
)


def offered(kind: PaperKind) -> tuple[str, ...]:
    """The suffixes a paper can be written with."""
    return tuple(each.suffix for each in FORMATS if each.offered(kind))


def form_of(kind: PaperKind, path: Path) -> Format:
    """The format the name of a file means. Raises NoSuch with those there are for the paper."""
    for each in FORMATS:
        if each.suffix == path.suffix.lower() and each.offered(kind):
            return each
    *others, last = offered(kind)
    known = f"{', '.join(others)} or {last}"
    raise NoSuch(f"'{tidy(path.name)}' cannot be written: the {kind.word} is set as {known}")


def write_paper(order: Order, path: Path) -> Sequence[str]:
    """Write a paper in the format the file's name ends with; what is said of it, if anything.

    A file that is there is replaced: a paper is made again and again. Raises NoSuch for a
    format that is not offered, NotSaved, NotSet.
    """
    found = form_of(order.kind, path).make(order)
    write_beside(path, found.content)
    return found.notes
