"""Everything about one record on a sheet: its fields, what is in conflict, its history."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.edits import Aimed
from models.form import blanks, form
from models.kinds import kind
from models.named import NamedTuple
from models.said import Said, disagreeing
from models.text import tidy
from models.words import said_words, words
from tui.conflict_words import field_slot
from tui.conflicts import conflicts_of
from tui.when_who import when
from tui.widgets.facts import Fact
from tui.widgets.sheet import Sheet


if TYPE_CHECKING:
    from store.document import Conflict, Head
    from tui.office import Office


FILES = -2


class Chosen(NamedTuple):
    """What was chosen on the sheet: a field, or one of its values in conflict, from 0.

    With -1 it is the field itself, with `FILES` what a file says of it.
    """

    field: str
    head: int = -1

    @property
    def key(self) -> str:
        """The two as the key of a fact."""
        return self.field if self.head == -1 else f"{self.head}={self.field}"

    @classmethod
    def of(cls, key: str) -> Chosen:
        """The two from the key of a fact; the name of a field never has an equals sign."""
        head, equals, field = key.partition("=")
        return cls(field, int(head)) if equals else cls(key)


class Details(Sheet):
    """The details of a record, as it is now."""

    def __init__(self, office: Office, aimed: Aimed) -> None:
        """Take the record."""
        self.office = office
        self.aimed = aimed
        super().__init__(office.called(aimed), facts(office, aimed), history(office, aimed))

    def look_again(self) -> None:
        """Show what others changed meanwhile; the cursor stays on its field."""
        self.show(facts(self.office, self.aimed), history(self.office, self.aimed))


def facts(office: Office, aimed: Aimed) -> tuple[Fact, ...]:
    """What is in conflict, the fields that hold something, and what may be typed in the others."""
    document, of = office.document(aimed), kind(aimed.kind)
    disputed = [fact for each in conflicts_of(office, aimed) for fact in _heads(office, each)]
    said = {each.key: _said(office, aimed, each) for each in disagreeing(document)}
    held: list[Fact] = []
    for entry in form(of, document, office.desk):
        key = entry.field if entry.field in of.slots() else ""
        held.append(Fact(entry.heading, entry.shown, key))
        held += [said.pop(each) for each in [*said] if each.split("/")[1] == entry.field]
    blank = [
        Fact(entry.heading, f"– {entry.shown}", entry.field, "faint")
        for entry in blanks(of, document)
    ]
    return (
        *disputed,
        Fact("number", str(document.get("number") or "")),
        *held,
        *said.values(),
        *blank,
    )


def _said(office: Office, aimed: Aimed, said: Said) -> Fact:
    """What a file says where somebody typed something else; Enter takes it."""
    words = f"{said_words(aimed.kind, said, office.desk)} ({said.source})"
    each = kind(aimed.kind).slots().get(said.field)
    held = office.document(aimed).get(said.field.partition("/")[0])
    unseen = each is not None and (held is None or not each.type.typed)
    heading = f"{each.heading} " if each and unseen else ""
    return Fact("≠ file says", f"{heading}{words}", Chosen(said.key, FILES).key, "doubt")


def _heads(office: Office, conflict: Conflict) -> Iterator[Fact]:
    count = len(conflict.heads)
    said = f"≠ {heading(conflict)} was set {count} times without knowing of one another:"
    yield Fact("", said, "", "alarm")
    for number, head in enumerate(conflict.heads):
        who = head.writer.partition("@")[0]
        value = f"{value_words(office, conflict, head)} ({who}, {when(head.at, office)})"
        yield Fact("≠ take", value, Chosen(conflict.field, number).key, "alarm")


def heading(conflict: Conflict) -> str:
    """What the disputed field is called."""
    field = conflict.field.partition("/")[0]
    each = field_slot(conflict)
    return each.heading if each else "removing it" if field == "gone" else field


def value_words(office: Office, conflict: Conflict, head: Head) -> str:
    """One of the values in conflict, as people read it."""
    if conflict.field == "gone":
        return "removed" if head.value else "kept"
    if head.value is None and "/" not in conflict.field:
        return "nothing"
    return ", ".join(words(conflict.kind, {}, {conflict.field: head.value}, office.desk))


def history(office: Office, aimed: Aimed) -> tuple[str, ...]:
    """What happened to a record, the latest first."""
    lines = []
    for entry in reversed(office.production.chronicle().of(aimed.kind, aimed.id)):
        who = entry.change.writer.partition("@")[0]
        said = "; ".join(words(aimed.kind, entry.before, entry.after, office.desk))
        lines.append(tidy(f"{when(entry.change.at, office)}  {who}: {said or entry.change.did}"))
    return tuple(lines)
