"""What the columns of a source were said to mean, kept in the production for the next time.

It stands in the production's settings, one value a column, so that it merges: the colleague's
import of the next version knows it too. A key is the source, the sheet and the header, each
squeezed, with bars between; a value is `run.leave`, and under no header the kind alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from models.errors import ImportRefused
from models.kinds import KINDS
from models.text import squeeze, tidy
from store.imports.asked import Asked, sheet_key
from store.imports.sources import family
from store.imports.tables.meanings import said_for


if TYPE_CHECKING:
    from models.desk import Desk
    from store.change import JSON
    from store.imports.intake import Column, Intake

FIELD = "columns"
_BETWEEN = "|"


def asked_of(
    source: str,
    desk: Desk,
    *,
    kind: str = "",
    columns: Iterable[tuple[str, str]] = (),
    board: str = "",
) -> Asked:
    """How a file is to be read in the production on this desk.

    `columns` are headers with the field each was said to mean, `-` for one that is not used and
    nothing for one that is to be forgotten.
    """
    settings = desk.directory.document("production", "production")
    told = list(columns)
    return Asked(
        desk,
        kind,
        columns={squeeze(header): tidy(field) for header, field in told},
        board=board,
        remembered=_remembered(source, settings),
        typed={squeeze(header): tidy(header) for header, _ in told},
    )


def _remembered(source: str, settings: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """What is kept of a source, by sheet and header."""
    found: dict[str, dict[str, str]] = {}
    held = settings.get(FIELD)
    for key, meant in held.items() if isinstance(held, dict) else ():
        of, _, rest = str(key).partition(_BETWEEN)
        sheet, _, header = rest.partition(_BETWEEN)
        if of == squeeze(family(source)) and isinstance(meant, str):
            found.setdefault(sheet, {})[header] = meant
    return found


def to_remember(intake: Intake, asked: Asked) -> dict[str, JSON]:
    """The edit of the settings that keeps what was said; `ImportRefused` if that fits nothing."""
    _refuse_misfits(intake, asked)
    found: dict[str, JSON] = {}
    for column in intake.columns:
        header = squeeze(column.header)
        if asked.columns.get(header):
            found[_key(intake, column.sheet, header)] = f"{column.kind}.{column.field or '-'}"
        if asked.kind:
            found[_key(intake, column.sheet, "")] = f"{column.kind}."
    for sheet, headers in asked.remembered.items():
        for header in headers:
            if asked.columns.get(header) == "":
                found[_key(intake, sheet, header)] = None
    return found


def not_kept(remember: Mapping[str, JSON], settings: Mapping[str, Any]) -> dict[str, JSON]:
    """What of an edit the settings do not say already."""
    held = settings.get(FIELD)
    known = held if isinstance(held, dict) else {}
    return {
        key: meant for key, meant in remember.items() if known.get(key.partition("/")[2]) != meant
    }


def _key(intake: Intake, sheet: str, header: str) -> str:
    return f"{FIELD}/{squeeze(family(intake.source))}|{sheet_key(sheet)}|{header}"


def _refuse_misfits(intake: Intake, asked: Asked) -> None:
    """Raise `ImportRefused` for a header that is in no sheet, and for a field its kind lacks."""
    there = {squeeze(column.header): column for column in intake.columns}
    for header, word in asked.columns.items():
        column = there.get(header)
        if column is None and word:
            typed = asked.typed.get(header, header)
            raise ImportRefused(_no_column(typed, intake.columns, intake.source))
        if (
            column is not None
            and word
            and header not in said_for(KINDS[column.kind], asked.columns)
        ):
            raise ImportRefused(
                f"{column.header} cannot mean {word}: {_fields(column.kind)}. "
                "Another kind of record is named with --as."
            )


def _no_column(header: str, columns: Iterable[Column], source: str) -> str:
    from difflib import get_close_matches

    by_header = {squeeze(column.header): column.header for column in columns}
    near = get_close_matches(squeeze(header), by_header, n=1)
    hint = f" Is it {by_header[near[0]]}?" if near else ""
    return f"{source} has no column {header}.{hint} Its columns: {', '.join(by_header.values())}."


def _fields(kind: str) -> str:
    slots = KINDS[kind].slots().values()
    return f"the fields of a {kind} are {', '.join(each.name for each in slots if each.type.typed)}"
