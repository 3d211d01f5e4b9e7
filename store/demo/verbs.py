"""What a line of the demo's history may ask for, each verb as the edits it makes.

    run {d3} 0540 van2 hotel>base anna      add: the line begins with the word of its kind
    change KIND REF : LINE                  change the record REF names as LINE says
    remove KIND REF                         remove it
    note KIND REF : TEXT                    add a running note
    link KIND REF : KIND REF                say what an issue is about

REF is read as a line of the kind and names the one record that has everything it says:
`run {d3} 0540 "Van 2"`, `scene 12A`, `issue "Who has the key"`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from models.carrying import carried
from models.desk import Desk
from models.edits import applied, unsaved, value_at
from models.errors import Unread
from models.form import called
from models.kinds import kind as kind_called
from models.line import Draft, draft, read
from models.record import Record
from store.change import Edit
from store.identity import mint
from store.production import ID_LENGTH


class Deed(NamedTuple):
    """What one line does, and what the history calls it."""

    edit: Edit
    did: str


Verb = Callable[[str, Desk], Deed]


def deed(line: str, desk: Desk) -> Deed:
    """What a line does. Raises Unread in words where it cannot be read."""
    word, _, rest = line.partition(" ")
    verb = VERBS.get(word)
    return verb(rest, desk) if verb else _add(line, desk)


def _add(line: str, desk: Desk) -> Deed:
    word, _, rest = line.partition(" ")
    kind = kind_called(word)
    drafted = _sound(draft(read(rest, kind, desk), desk))
    edit = Edit(kind.word, mint(ID_LENGTH), {"number": "", **drafted.sets})
    return Deed(edit, f"added {called(kind.word, drafted.after, desk)}")


def _change(rest: str, desk: Desk) -> Deed:
    reference, line = _halves(rest)
    kind, record = _found(reference, desk)
    document = desk.directory.document(kind.word, record)
    drafted = _sound(draft(read(line, kind, desk, whole=False), desk, document, whole=False))
    if not drafted.sets:
        raise Unread(f"'{line}' changes nothing")
    edit = Edit(kind.word, record, dict(drafted.sets))
    return Deed(edit, f"changed {called(kind.word, document, desk)}")


def _remove(rest: str, desk: Desk) -> Deed:
    kind, record = _found(rest, desk)
    document = desk.directory.document(kind.word, record)
    return Deed(
        Edit(kind.word, record, {"gone": True}), f"removed {called(kind.word, document, desk)}"
    )


def _note(rest: str, desk: Desk) -> Deed:
    reference, text = _halves(rest)
    kind, record = _found(reference, desk)
    document = desk.directory.document(kind.word, record)
    edit = Edit(kind.word, record, {f"notes/{unsaved(0)}": text})
    return Deed(edit, f"noted on {called(kind.word, document, desk)}")


def _link(rest: str, desk: Desk) -> Deed:
    reference, other = _halves(rest)
    kind, record = _found(reference, desk)
    to, about = _found(other, desk)
    document = desk.directory.document(kind.word, record)
    edit = Edit(kind.word, record, {"about": f"{to.word}/{about}"})
    return Deed(edit, f"changed {called(kind.word, document, desk)}")


def follows(deeds: Sequence[Deed], desk: Desk) -> list[Edit]:
    """What is set on other records by what the deeds say of them."""
    found: list[Edit] = []
    for word in dict.fromkeys(each.edit.kind for each in deeds):
        edits = [each.edit for each in deeds if each.edit.kind == word]
        after = {
            each.id: {**applied(desk.directory.document(word, each.id), each.set), "id": each.id}
            for each in edits
        }
        sets = carried(kind_called(word), after, desk)
        found += [Edit(each.kind, each.id, values) for each, values in sets.items()]
    return found


VERBS: Mapping[str, Verb] = {
    "change": _change,
    "remove": _remove,
    "note": _note,
    "link": _link,
}


def _halves(rest: str) -> tuple[str, str]:
    reference, colon, line = rest.partition(" : ")
    if not colon:
        raise Unread(f"'{rest}' has no ' : ' between what is meant and what is said of it")
    return reference, line


def _found(reference: str, desk: Desk) -> tuple[type[Record], str]:
    """The kind and the id of the one record a reference names."""
    word, _, rest = reference.partition(" ")
    kind = kind_called(word)
    reading = read(rest, kind, desk)
    if reading.wrong:
        raise Unread(f"'{reference}': {reading.wrong[0].words}")
    records = desk.directory.records.get(kind.word, {})
    found = [
        each
        for each, document in records.items()
        if all(value_at(document, key) == value for key, value in reading.values.items())
    ]
    if len(found) != 1:
        raise Unread(f"'{reference}' names {len(found) or 'no'} records, not one")
    return kind, found[0]


def _sound(drafted: Draft) -> Draft:
    """The draft, where nothing on its line is wrong or only doubted."""
    if drafted.problems:
        raise Unread("; ".join(each.words for each in drafted.problems))
    return drafted
