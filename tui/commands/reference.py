"""The one record somebody means on the command line: `7`, `M7`, `anna`, or a day by its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.edits import Aimed
from models.errors import NoSuch, Unread
from models.fields.base import Code
from models.form import called
from models.text import fold


if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.by_day import Document
    from models.record import Record
    from tui.office import Office


_LETTERS = re.compile(r"^[A-Z]+")


def meant(office: Office, of: type[Record], reference: str) -> Aimed:
    """The record of a kind that a number, an id, any part of a name or a day word means.

    Raises NoSuch where there is none, with the nearest, or more than one.
    """
    found = _found(office, of, reference)
    if len(found) == 1:
        return Aimed(of.word, found[0])
    records, desk = office.of(of.word), office.desk
    if found:
        names = "; ".join(called(of.word, records[each], desk) for each in found[:4])
        raise NoSuch(f"'{reference}' is more than one {of.word}: {names}")
    near = desk.directory.nearest((of.word,), reference)
    asked = f" ({' or '.join(near)}?)" if near else ""
    raise NoSuch(f"there is no {of.word} '{reference}'{asked}")


def several(office: Office, of: type[Record], references: str) -> tuple[Aimed, ...]:
    """The records of a kind that one reference means, or a few with commas between them.

    Each is there once, in the order they are named. Raises NoSuch.
    """
    words = [word.strip() for word in references.split(",") if word.strip()]
    if len(words) < 2 or len(_found(office, of, references)) == 1:
        return (meant(office, of, references),)
    return tuple(dict.fromkeys(meant(office, of, word) for word in words))


def _found(office: Office, of: type[Record], reference: str) -> tuple[str, ...]:
    records = office.of(of.word)
    if reference in records:
        return (reference,)
    scenes = _of_scene(of, reference, records)
    if scenes:
        return scenes
    if reference.isdecimal():
        counted = {each: _LETTERS.sub("", str(doc.get("number"))) for each, doc in records.items()}
        return tuple(each for each, number in counted.items() if number == reference)
    return _of_date(office, of, reference) or office.desk.directory.find(of.word, reference)


def _of_scene(of: type[Record], reference: str, records: Mapping[str, Document]) -> tuple[str, ...]:
    """The scenes of that number: scene 12 is what the script calls so, whatever record it is."""
    codes = [each.name for each in of.slots().values() if isinstance(each.type, Code)]
    wanted = fold(reference)
    return tuple(
        key
        for key, document in records.items()
        if any(fold(str(document.get(each) or "")) == wanted for each in codes)
    )


def _of_date(office: Office, of: type[Record], reference: str) -> tuple[str, ...]:
    """The production days a word such as `fri` or `d3` means."""
    if "date" not in of.slots():
        return ()
    try:
        date = office.desk.calendar.read(reference)
    except Unread:
        return ()
    records = office.of(of.word)
    return tuple(each for each, document in records.items() if document.get("date") == date)
