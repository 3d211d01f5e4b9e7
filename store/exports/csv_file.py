"""One kind of record as CSV, for a spreadsheet program, and safe to open in one.

A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises;
our own reader takes it off again. A phone number such as +41 79 555 01 22 is left as it is:
digits and spaces can call nothing.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from store.exports.writing import refuse_strangers, write_beside


if TYPE_CHECKING:
    from store.change import JSON
    from store.production import Production

_FIRST = ("id", "number")
_BETWEEN = "; "
_RUNS = re.compile(r"'?[=+\-@\t\r]")
_HARMLESS = re.compile(r"[+-][\d .;()/+-]*")


def write_csv(
    production: Production,
    path: Path,
    kind: str,
    *,
    columns: Sequence[str] | None = None,
    force: bool = False,
) -> int:
    """Write the records of a kind and return how many; NotSaved if it cannot be.

    Without `columns` every field that any record has is written, id and number first. A set
    field is one cell, its elements parted by a semicolon. UTF-8; a byte-order mark stands in
    front where a letter beyond ASCII needs it, because Excel takes anything else for Windows-1252.
    """
    documents = list(production.view.records(kind).values())
    names = list(columns) if columns else _columns(documents)
    refuse_strangers(path, lambda raw: _is_ours(raw, names), force=force)
    rows = [names, *([_cell(document.get(name)) for name in names] for document in documents)]
    write_beside(path, _text(rows))
    return len(documents)


def defused(text: str) -> str:
    """A cell no spreadsheet program runs as a formula."""
    harmless = _HARMLESS.fullmatch(text) and any(map(str.isdigit, text))
    return f"'{text}" if _RUNS.match(text) and not harmless else text


def _columns(documents: Iterable[Iterable[str]]) -> list[str]:
    fields = dict.fromkeys(field for document in documents for field in document)
    return [*_FIRST, *(field for field in fields if field not in _FIRST)]


def _cell(value: JSON) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        elements = value if all(mark is True for mark in value.values()) else value.values()
        return defused(_BETWEEN.join(map(str, elements)))
    if isinstance(value, list):
        return defused(_BETWEEN.join(map(str, value)))
    return defused(str(value))


def _text(rows: Iterable[Iterable[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    content = written.getvalue()
    return (b"" if content.isascii() else codecs.BOM_UTF8) + content.encode()


def _is_ours(raw: bytes, names: Sequence[str]) -> bool:
    """Whether a file begins with the line an export of ours begins with."""
    return raw.removeprefix(codecs.BOM_UTF8).startswith(_text([names]))
