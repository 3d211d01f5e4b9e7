"""One kind of record as CSV, for a spreadsheet program, and safe to open in one.

A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises;
our own reader takes it off again. A phone number such as +41 79 555 01 22 is left as it is:
digits and spaces can call nothing.
"""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.desk import Desk, desk_of
from models.edits import NOTE_KEY
from models.errors import Unread
from models.fields.references import Link, Reference
from models.kinds import KINDS
from models.record import Slot
from models.text import clean
from store.exports.writing import refuse_strangers, write_beside
from store.shaped import ShapedView


if TYPE_CHECKING:
    from store.production import Production


Document = Mapping[str, Any]

_FIRST = ("id", "number")
_BETWEEN = "; "
_RUNS = re.compile(r"'?[=+\-@\t\r]")
_HARMLESS = re.compile(r"[+-][\d .;()/+-]*")


def write_csv(production: Production, path: Path, kind: str, *, force: bool = False) -> int:
    """Write the records of a kind and return how many; NotSaved if it cannot be.

    UTF-8; a byte-order mark stands in front where a letter beyond ASCII needs it, because Excel
    takes anything else for Windows-1252.
    """
    view = ShapedView(production.view)
    records = {each: view.records(each) for each in production.view.kinds()}
    documents = list(records.get(kind, {}).values())
    text = csv_text(kind, documents, desk_of(records, dt.date.min))
    head = text.partition("\r\n")[0]
    refuse_strangers(path, lambda raw: _is_ours(raw, head), force=force)
    write_beside(path, (b"" if text.isascii() else codecs.BOM_UTF8) + text.encode())
    return len(documents)


def csv_text(kind: str, documents: Sequence[Document], desk: Desk) -> str:
    """A header and a row for each record: id, number, every field, unknown ones at the end.

    Records that are pointed to stand by name, where that names no other, else by number or id;
    running notes with when and by whom. Dates, times and eighths stand as they are kept, for a
    spreadsheet would take 3/8 for a day in March. A set is one cell, parted by semicolons. All of
    it comes back the same when the file is imported.
    """
    slots = KINDS[kind].slots() if kind in KINDS else {}
    unknown = dict.fromkeys(field for document in documents for field in document)
    names = list(dict.fromkeys((*_FIRST, *slots, *unknown)))
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow([defused(clean(name)) for name in names])
    for document in documents:
        rows.writerow([_cell(document.get(name), slots.get(name), desk) for name in names])
    return written.getvalue()


def defused(text: str) -> str:
    """A cell no spreadsheet program runs as a formula."""
    harmless = _HARMLESS.fullmatch(text) and any(map(str.isdigit, text))
    return f"'{text}" if _RUNS.match(text) and not harmless else text


def _cell(value: Any, slot: Slot | None, desk: Desk) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if slot is not None and slot.type.running and isinstance(value, dict):
        return _joined(
            f"{key}: {text}" if NOTE_KEY.fullmatch(key) else str(text)
            for key, text in value.items()
        )
    if isinstance(value, dict):
        whole = all(mark is True for mark in value.values())
        return _joined(_text(each, slot, desk) for each in (value if whole else value.values()))
    if isinstance(value, list):
        return _joined(_text(each, slot, desk) for each in value)
    return defused(_text(value, slot, desk))


def _joined(texts: Iterable[str]) -> str:
    """Elements in one cell, in quotes where one has a semicolon in it or a quote before it."""
    clear = map(clean, texts)
    return defused(
        _BETWEEN.join(
            '"' + each.replace('"', '""') + '"' if ";" in each or each.startswith('"') else each
            for each in clear
        )
    )


def _text(value: Any, slot: Slot | None, desk: Desk) -> str:
    of = slot.type.element if slot else None
    return _named(of, str(value), desk) if isinstance(of, Reference | Link) else clean(str(value))


def _named(of: Reference | Link, value: str, desk: Desk) -> str:
    """What a record is called, if that names it and no other; else its number, else its id."""
    kind = of.kind if isinstance(of, Reference) else ""
    number = str(desk.directory.document(kind, value).get("number") or "")
    for text in (of.show(value, desk), number):
        try:
            if text and not text.startswith("=") and of.read(text, desk) == value:
                return text
        except Unread:
            continue
    return clean(f"={value}" if kind else value)


def _is_ours(raw: bytes, head: str) -> bool:
    """Whether a file begins with the line an export of ours begins with."""
    return raw.removeprefix(codecs.BOM_UTF8).startswith(f"{head}\r\n".encode())
