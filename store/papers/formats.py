"""The formats a paper can be written in, in one list, chosen by the file's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from models.errors import NoSuch
from models.papers.source import PaperKind
from models.text import tidy
from models.when import show_day
from store.exports.writing import refuse_strangers, write_beside
from store.papers.order import Order


STRANGE = "is no paper that was set here. Choose another name."


class Written(NamedTuple):
    """The bytes of a file, and sentences about what is not in it as it should be."""

    content: bytes
    notes: Sequence[str] = ()


class Format(NamedTuple):
    """A kind of file.

    Attributes:
        suffix: What its name ends with.
        make: Sets a paper in it.
        offered: Whether a paper is to be had in it.
        ours: Whether the bytes of a file are a paper set before, which may be replaced.
    """

    suffix: str
    make: Callable[[Order], Written]
    offered: Callable[[PaperKind], bool]
    ours: Callable[[bytes], bool]


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


def _has(sign: bytes) -> Callable[[bytes], bool]:
    return lambda content: sign in content


def _is_our_book(content: bytes) -> bool:
    from store.papers.workbook import is_ours

    return is_ours(content)


FORMATS = (
    Format(".pdf", _pdf, _always, _has(b"Typst")),
    Format(".txt", _text, _always, _has(b"\n====")),
    Format(".xlsx", _xlsx, _sorted, _is_our_book),
    Format(".ics", _ics, _kept_in_calendars, _has(b"-//Callboard//")),
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

    A paper that is there is replaced, for papers are made again and again; no other file is.
    Raises NoSuch for a format that is not offered, NotSaved, NotSet.
    """
    form = form_of(order.kind, path)
    refuse_strangers(path, form.ours, force=False, otherwise=STRANGE)
    found = form.make(order)
    write_beside(path, found.content)
    return found.notes
