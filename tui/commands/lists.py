"""What `callboard list` shows: for people, for programs, for a spreadsheet."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeAlias

from models.fields.times import Day
from models.named import NamedTuple
from models.when import show_day
from tui.commands.speaking import counted, put, say, sentence, tell


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.record import Record
    from tui.commands.opening import Opening
    from tui.office import Office


Document: TypeAlias = "Mapping[str, Any]"


class Wanted(NamedTuple):
    """A list that is asked for: the words of its filter, `json`, `csv` or `plain`, its order."""

    of: type[Record]
    words: tuple[str, ...] = ()
    form: str | None = None
    by: str | None = None


def show_list(opening: Opening, wanted: Wanted) -> int:
    """Say the records of a kind; the command's exit code, 1 where there are none."""
    of, words, form, by = wanted
    office = opening.office()
    hidden = day_field(of) if opening.day else ""
    when = _when(opening, office, hidden)
    found = records(office, of, _filter(words, of), on=hidden)
    if by:
        from tui.commands.order import sorted_by

        found = sorted_by(office, of, found, by)
    if form in _FORMS:
        put(_FORMS[form](office, of, found), sys.stdout)
    elif found and form == "plain":
        tell(_sentence(office, of, each, hidden) for each in found)
        say(f"{counted(len(found), of.word, of.plural)}{when}.")
    elif found:
        _tell(office, of, found, hidden, when)
    if not found:
        say(_none(office, of, when))
    return 0 if found else 1


def _json(office: Office, of: type[Record], found: Sequence[Document]) -> str:
    from tui.commands.documents import as_json, whole

    return as_json(whole(of, each) for each in found)


def _csv(office: Office, of: type[Record], found: Sequence[Document]) -> str:
    from store.exports.csv_file import csv_text

    return csv_text(of.word, found, office.desk).replace("\r\n", "\n").removesuffix("\n")


_FORMS = {"json": _json, "csv": _csv}


def _filter(words: tuple[str, ...], of: type[Record]) -> str:
    if not words:
        return ""
    from tui.commands.line_words import filter_of

    return filter_of(words, of)


def day_field(of: type[Record]) -> str:
    """The field that says which production day a record of the kind is on; empty where none."""
    fields = (each for each in of.slots().values() if isinstance(each.type, Day))
    return next((each.name for each in fields if each.view_day or each.name == "day"), "")


def records(office: Office, of: type[Record], wanted: str, *, on: str = "") -> list[Document]:
    """The records a filter shows, in order; with `on` those whose field of that name is the day."""
    from tui.commands.order import sorted_records

    desk = office.desk
    held = office.of(of.word).values() if on != "day" else office.on_day(of.word)
    those = [each for each in held if not on or each.get(on) == desk.day]
    if wanted:
        from models.query import Query

        text = office.texts.kind(of.word)
        those = Query(wanted, of, desk).among(those, lambda each: text.of(each, desk))
    return sorted_records(office, of, those)


def _tell(office: Office, of: type[Record], found: list[Document], hidden: str, when: str) -> None:
    from tui.commands.table import table, terminal_width

    made = table(of, found, office.desk, width=terminal_width(), hidden=hidden)
    tell(made.lines)
    left = f"; no room for {', '.join(made.left_out)}" if made.left_out else ""
    say(f"{counted(len(found), of.word, of.plural)}{when}{left}.")


def _sentence(office: Office, of: type[Record], document: Document, hidden: str) -> str:
    """A record as it would be read aloud: what it is called, then each field with its name."""
    from models.form import called, form

    entries = form(of, document, office.desk)
    held = (f"{each.heading} {each.shown}" for each in entries if each.field != hidden)
    return "; ".join((called(of.word, document, office.desk), *held))


def _when(opening: Opening, office: Office, hidden: str) -> str:
    """The day and the moment the list is of, where they were asked for."""
    day = f" on {show_day(office.desk.day)}" if hidden else ""
    if opening.at is None:
        return day
    from tui.commands.moment import shown

    return f"{day}, as of {shown(office.now())}"


def _none(office: Office, of: type[Record], when: str) -> str:
    if office.of(of.word):
        return sentence(f"no {of.word} like that{when}")
    if when:
        return sentence(f"no {of.word}{when}")
    return f"There are no {of.plural} yet. To add one: callboard add {of.word} '{of.example}'"
