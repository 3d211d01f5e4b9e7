"""The formats that can be taken in, in one list, and the way from a path to what the file says."""

from __future__ import annotations

import difflib
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from models.errors import ImportRefused
from models.text import tidy
from store.imports.asked import Asked
from store.imports.encoding import decode, is_binary
from store.imports.intake import Intake


_MEGABYTE = 1_000_000
_COMPOUND = b"\xd0\xcf\x11\xe0"


class Format(NamedTuple):
    """A kind of file: its suffixes, what it is called, the most bytes it may have, its reader."""

    suffixes: tuple[str, ...]
    words: str
    most: int
    read: Callable[[bytes, str, Asked], Intake]


def _fountain(raw: bytes, source: str, asked: Asked) -> Intake:
    from store.imports.fountain.reader import read_fountain

    _refuse_binary(raw, source)
    return read_fountain(raw, source)


def _fdx(raw: bytes, source: str, asked: Asked) -> Intake:
    from store.imports.fdx.reader import read_fdx

    return read_fdx(raw, source)


def _uss(raw: bytes, source: str, asked: Asked) -> Intake:
    from store.imports.uss.reader import read_uss

    return read_uss(raw, source, asked.board)


def _csv(raw: bytes, source: str, asked: Asked) -> Intake:
    from store.imports.csv_table import read_csv
    from store.imports.tables.reader import read_tables

    _refuse_binary(raw, source)
    grids, notes = read_csv(raw, source)
    return read_tables(grids, source, notes, asked)


def _workbook(raw: bytes, source: str, asked: Asked) -> Intake:
    from store.imports.tables.reader import read_tables
    from store.imports.workbook import read_workbook

    if not raw.startswith((b"PK", _COMPOUND)):
        return _mislabelled(raw, source, asked)
    if raw.startswith(_COMPOUND) and "EncryptedPackage".encode("utf-16-le") in raw:
        raise ImportRefused(
            f"{source} is locked with a password. Save it without one, then import it again."
        )
    grids, notes = read_workbook(raw, source)
    return read_tables(grids, source, notes, asked)


def _ics(raw: bytes, source: str, asked: Asked) -> Intake:
    from store.imports.ics.reader import read_ics

    _refuse_binary(raw, source)
    return read_ics(raw, source, asked)


def _text(raw: bytes, source: str, asked: Asked) -> Intake:
    """A .txt is a script if a line of it is a scene heading, and a table otherwise."""
    from store.imports.fountain.headings import is_heading

    _refuse_binary(raw, source)
    lines = decode(raw)[0].split("\n")
    script = any(is_heading(line.strip()) for line in lines)
    return _fountain(raw, source, asked) if script else _csv(raw, source, asked)


FORMATS = (
    Format((".fountain", ".spmd"), "a Fountain script", 8 * _MEGABYTE, _fountain),
    Format((".fdx",), "a Final Draft script", 40 * _MEGABYTE, _fdx),
    Format((".uss", ".json"), "a schedule", 40 * _MEGABYTE, _uss),
    Format((".csv", ".tsv", ".tab"), "a CSV list", 50 * _MEGABYTE, _csv),
    Format((".xlsx", ".xlsm", ".xls", ".ods"), "a spreadsheet", 50 * _MEGABYTE, _workbook),
    Format((".ics", ".ical", ".ifb"), "a calendar", 20 * _MEGABYTE, _ics),
    Format((".txt",), "a script or a list in plain text", 8 * _MEGABYTE, _text),
)

_ELSEWHERE = {
    ".fdr": "Files of Final Draft 7 and earlier cannot be read; save it as .fdx.",
    ".highland": "Highland files cannot be read; export Fountain or .fdx.",
    ".celtx": "Celtx files cannot be read; export Fountain or .fdx.",
    ".mmsw": "Movie Magic files cannot be read; export the lists as .csv.",
    ".msd": "Movie Magic files cannot be read; export the lists as .csv.",
    ".pdf": "A PDF has no rows to read; ask for Fountain, or for a list as .xlsx or .csv.",
    ".doc": "A Word file cannot be read; save a list as .xlsx or .csv, a script as Fountain.",
    ".docx": "A Word file cannot be read; save a list as .xlsx or .csv, a script as Fountain.",
    ".numbers": "A Numbers file cannot be read; export it as .xlsx or .csv.",
    ".vcf": "Contact cards cannot be taken in yet; save the list as .xlsx or .csv.",
    ".zip": "Unpack it first.",
}
_READABLE = (
    "Scripts are read from .fountain and .fdx, schedules from .uss, calendars from .ics, lists "
    "from .csv, .xlsx, .xls and .ods."
)


def read(path: Path, asked: Asked | None = None) -> Intake:
    """Read a file of any known format; `ImportRefused` says in words why one cannot be read.

    `asked` is the desk names and days are understood by, and what was said of the file.
    """
    suffix = path.suffix.lower()
    form = next((form for form in FORMATS if suffix in form.suffixes), None)
    size = _size(path)
    source = tidy(path.name)
    if form is None:
        raise ImportRefused(f"{source} cannot be taken in. {_ELSEWHERE.get(suffix, _READABLE)}")
    if size == 0:
        raise ImportRefused(f"{source} is empty.")
    if size > form.most:
        raise ImportRefused(
            f"{source} has {size // _MEGABYTE} MB; {form.words} of more than "
            f"{form.most // _MEGABYTE} MB is not read. Is it the right file?"
        )
    told = asked or Asked()
    intake = form.read(_bytes(path), source, told)
    if told.columns or told.kind:
        intake = _remembering(intake, told)
    if not intake.rows and not intake.refused:
        raise ImportRefused(f"{source} has a header row but nobody under it.")
    return intake


def _remembering(intake: Intake, asked: Asked) -> Intake:
    """The intake with what is to be kept of what was said."""
    from store.imports.mapping import to_remember

    return replace(intake, remember=to_remember(intake, asked))


def _size(path: Path) -> int:
    """The bytes of a regular file; anything else is refused, a pipe would be waited on for ever."""
    try:
        found = path.stat()
    except FileNotFoundError:
        raise ImportRefused(f"There is no file {tidy(str(path))}.{_nearest(path)}") from None
    except (OSError, ValueError) as error:
        raise ImportRefused(f"{tidy(str(path))} cannot be looked at: {_why(error)}.") from error
    if stat.S_ISDIR(found.st_mode):
        raise ImportRefused(f"{tidy(str(path))} is a folder; name one file in it.")
    if not stat.S_ISREG(found.st_mode):
        raise ImportRefused(f"{tidy(str(path))} is not a file.")
    return found.st_size


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ImportRefused(f"{tidy(str(path))} cannot be read: {_why(error)}.") from error


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _nearest(path: Path) -> str:
    """The file in the same folder that was probably meant."""
    try:
        names = [other.name for other in path.parent.iterdir()]
    except OSError:
        return ""
    near = difflib.get_close_matches(path.name, names, n=1)
    return f" Is it {tidy(near[0])}?" if near else ""


def _refuse_binary(raw: bytes, source: str) -> None:
    if raw.startswith((b"PK\x03\x04", _COMPOUND, b"%PDF")) or is_binary(raw):
        raise ImportRefused(f"{source} is not text, whatever its name says. {_READABLE}")


def _mislabelled(raw: bytes, source: str, asked: Asked) -> Intake:
    """A `.xls` from a web site is often a web page or a CSV file by another name."""
    if raw.lstrip()[:200].lower().startswith((b"<", b"\xef\xbb\xbf<")):
        raise ImportRefused(
            f"{source} is a web page or XML under a spreadsheet's name. Open it in a spreadsheet "
            "program and save it as .xlsx."
        )
    return _csv(raw, source, asked)
