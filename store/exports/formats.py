"""The formats that can be written, in one list, chosen by the file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.errors import NoSuch
from models.text import tidy


if TYPE_CHECKING:
    from store.production import Production


class Format(NamedTuple):
    """A kind of file: its suffix, and what writes it; the writer returns how many records."""

    suffix: str
    write: Callable[[Production, Path, str | None, bool], int]


def _json(production: Production, path: Path, kind: str | None, force: bool) -> int:  # noqa: FBT001
    from store.exports.json_file import write_json

    return write_json(production, path, kind=kind, force=force)


def _csv(production: Production, path: Path, kind: str | None, force: bool) -> int:  # noqa: FBT001
    from store.exports.csv_file import write_csv

    return write_csv(production, path, kind or _kind_named(production, path), force=force)


FORMATS = (Format(".json", _json), Format(".csv", _csv))


def write(
    production: Production, path: Path, kind: str | None = None, *, force: bool = False
) -> int:
    """Export to the format the name ends with, and return how many records were written.

    A CSV file holds one kind: the one named, or the one the file is called after. Raises
    NoSuch for an unknown format or kind, NotSaved where the file cannot be written or is not
    an export of this production and `force` is not given.
    """
    form = next((form for form in FORMATS if form.suffix == path.suffix.lower()), None)
    if form is None:
        known = " and ".join(each.suffix for each in FORMATS)
        raise NoSuch(f"{tidy(path.name)} cannot be written: exports end in {known}.")
    if kind is not None and kind not in production.view.kinds():
        raise NoSuch(f"There is no {tidy(kind)} to export. {_there_are(production)}")
    return form.write(production, path, kind, force)


def _kind_named(production: Production, path: Path) -> str:
    stem = path.stem.lower()
    for kind in production.view.kinds():
        if stem in (kind, f"{kind}s"):
            return kind
    raise NoSuch(
        f"A CSV file holds one kind of record: say which, or call it person.csv. "
        f"{_there_are(production)}"
    )


def _there_are(production: Production) -> str:
    return f"In the production are: {', '.join(sorted(production.view.kinds()))}."
