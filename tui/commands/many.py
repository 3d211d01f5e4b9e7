"""Many lines at once: all saved as one change, or none."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from models.named import NamedTuple
from tui.commands.problems import INDENT, against, pointed
from tui.commands.saving import foretell, save_all
from tui.commands.speaking import Refusal, counted


if TYPE_CHECKING:
    from models.record import Record
    from tui.office import Office
    from tui.proposal import Proposal


class NumberedLine(NamedTuple):
    """A line of a text, by its number from 1."""

    number: int
    text: str


def lines_of_stdin() -> list[NumberedLine]:
    """The lines of stdin that are not blank, whatever their encoding."""
    from store.imports.encoding import decode

    text = decode(sys.stdin.buffer.read())[0]
    lines = enumerate(text.splitlines(), 1)
    return [NumberedLine(number, line.strip()) for number, line in lines if line.strip()]


def save_many(
    office: Office,
    of: type[Record],
    lines: Sequence[NumberedLine],
    *,
    as_is: bool,
    dry_run: bool = False,
) -> None:
    """Save every line as a record, all as one change; a refusal that shows each bad line."""
    if not lines:
        raise Refusal("There are no lines on stdin; nothing was saved")
    proposals = [office.adding(line.text, of) for line in lines]
    wrong = [
        [f"line {line.number}:", *pointed(line.text, found)]
        for line, each in zip(lines, proposals, strict=True)
        if (found := against(each, as_is=as_is))
    ]
    twice = list(_twice(of, lines, proposals))
    if wrong or twice:
        bad = f"{len(wrong) + len(twice)} of {counted(len(lines), 'line', 'lines')}"
        said = [text for each in (*wrong, *twice) for text in each]
        raise Refusal(f"NOT saved, none of them: {bad} must be mended", *said)
    (foretell if dry_run else save_all)(office, proposals)


def _twice(
    of: type[Record], lines: Sequence[NumberedLine], proposals: Sequence[Proposal]
) -> Iterator[list[str]]:
    """The lines about a record that a line before them is about already."""
    first: dict[tuple[object, ...], int] = {}
    for line, each in zip(lines, proposals, strict=True):
        document = each.parts[0].draft.after
        key = tuple(document.get(field) for field in of.same)
        if any(key) and key in first:
            words = f"is the same {of.word} as line {first[key]}"
            yield [f"line {line.number}:", f"{INDENT}{line.text}", f"{INDENT}{words}"]
        first.setdefault(key, line.number)
