"""What every kind of record has, and how a kind is declared.

A kind is one class. Its annotated fields, each with a `slot`, are all that the entry line, the
lists, the forms, the command line, imports, exports, history and undo need to know of it. The
declarations cost nothing at start: the pydantic model behind a kind, which rules and papers
read validated values from, is built when a record of it is first asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Self,
    TypeVar,
    cast,
    get_args,
    get_type_hints,
)

from models.edits import UNSAVED, Sets
from models.errors import NoSuch
from models.fields import Tags, Words
from models.fields.base import FieldType
from models.named import NamedTuple


if TYPE_CHECKING:
    from pydantic import BaseModel


class Need(NamedTuple):
    """Fields of which a record must have one, and the sentence said where it has none.

    With `where` it is asked only of a record in which a field has one of some values.
    """

    fields: tuple[str, ...]
    words: str
    where: tuple[str, frozenset[str]] = ("", frozenset())


class Flaw(NamedTuple):
    """A field that holds what it cannot, and the sentence that says so."""

    field: str
    words: str


class Lapse(NamedTuple):
    """A state that is no longer true once one of the fields changes, and what it becomes."""

    field: str
    to: str
    fields: tuple[str, ...]


class Carry(NamedTuple):
    """What the records of a kind together say of another record, and so set on it.

    Attributes:
        by: The field that names the other record.
        kind: The other record's kind.
        field: The field of it that follows.
        says: What all the records that name it make of that field; of none, what it was before.
    """

    by: str
    kind: str
    field: str
    says: Callable[[Sequence[Mapping[str, Any]]], Any]


class Slot(NamedTuple):
    """One field of a kind: its type and how lines, lists and imports treat it."""

    words: tuple[str, ...] = ()
    """Other names of the field; each may stand before the value, as in `due 1400`."""
    bare: bool = False
    """The value may stand on a line without the field's name."""
    title: bool = False
    """What is left of a line is this field."""
    rest: bool = False
    """On a line of commas, plain words may fill this field."""
    plus: bool = False
    """`+name` on a line goes here."""
    hint: bool = False
    """A title beginning with one of the choices chooses it."""
    moves: bool = False
    """A bare `+30` moves this time."""
    view_day: bool = False
    """Where it is left out, the day in view is meant."""
    now: bool = False
    """Where a new record leaves it out, the time now on the day in view is meant."""
    leads: bool = False
    """On a line with a title, a bare value stands before all but times and days."""
    behind: str = ""
    """On a line with a title, a bare value stands only behind the field named here."""
    day_of: str = ""
    """Where the time named here is given and this day is left out, the day in view is meant."""
    label: str = ""
    column: int = 0
    """How soon a list shows it: 1 first, higher numbers where there is room, 0 never."""
    headers: str = ""
    """What other people's tables call it, in any language, parted by commas."""
    name: str = ""
    type: FieldType = FieldType()

    def fits(self, value: Any) -> bool:
        """Whether a value has the shape of the field's; whether it means anything is not asked."""
        if isinstance(value, bool):
            return bool in self.type.json
        if self.type.ordered:
            return isinstance(value, list) and all(isinstance(each, str) for each in value)
        return isinstance(value, self.type.json)

    @property
    def heading(self) -> str:
        """The words for it in lists, forms and history."""
        return self.label or self.name.replace("_", " ")


def slot(*words: str, **ways: Any) -> Any:
    """Declare how a field is typed and shown; see `Slot` for the ways."""
    return Slot(words=words, **ways)


class Record:
    """Base of all kinds: what every record has."""

    word: ClassVar[str] = ""
    """The kind's word, the same on the command line, in JSON and in files."""
    plural: ClassVar[str] = ""
    pane: ClassVar[str] = ""
    """The pane it is shown in: schedule, crew, transport or issues."""
    aliases: ClassVar[tuple[str, ...]] = ()
    """Other words that begin a line of this kind."""
    aside: ClassVar[bool] = False
    """Its pane shows it only among all days, or where a filter asks for it: there are hundreds."""
    commas: ClassVar[bool] = False
    """Its line is a list with commas, name first."""
    needs: ClassVar[tuple[Need, ...]] = ()
    lapses: ClassVar[tuple[Lapse, ...]] = ()
    route: ClassVar[tuple[str, str, str] | None] = None
    """The fields `from>stop>to` on a line fills: origin, stops, destination."""
    same: ClassVar[tuple[str, ...]] = ()
    """Fields of which equal values mean the same record: adding it again changes it.

    The day in view alone says nothing: one of the others has to be given, where there are any.
    """
    repeats: ClassVar[Mapping[str, frozenset[str]]] = {}
    """Values of a field with which a record is never the same as another."""
    carries: ClassVar[tuple[Carry, ...]] = ()
    """What its records set on those they name; see `models.carrying`."""
    lists: ClassVar[str] = ""
    """What files, sheets and titles with such records are called, parted by commas."""
    example: ClassVar[str] = ""
    """A line a coordinator would type."""

    declared: ClassVar[dict[str, Slot]] = {}
    """The slots as the class body gave them; `slots` completes them with name and type."""

    id: str
    number: str | None
    tags: Tags
    note: Words | None

    def __init_subclass__(cls, **model: Any) -> None:
        """Take the slots off a declaration, so that a pydantic model can be made of it."""
        super().__init_subclass__(**model)
        own = {name: each for name, each in vars(cls).items() if isinstance(each, Slot)}
        for name in own:
            delattr(cls, name)
        if own:
            cls.declared = own

    @classmethod
    def slots(cls) -> Mapping[str, Slot]:
        """The fields of the kind by name, in the order they are declared, tags and note last."""
        return _slots(cls)

    @classmethod
    def slot(cls, name: str) -> Slot:
        """One field by its name or another word for it; `NoSuch` where there is none."""
        found = field_words(cls).get(name.lower())
        if found is None:
            raise NoSuch(f"a {cls.word} has no field called '{name}' ({', '.join(_slots(cls))})")
        return _slots(cls)[found]

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> Self:
        """The record a document holds, values loaded and frozen.

        What a field cannot hold (made by a later version, or damaged) is left out of the
        typed record; the document keeps it.
        """
        return cast("Self", _model(cls).model_validate(_sound(cls, document)))

    @classmethod
    def flaws(cls, document: Mapping[str, Any]) -> tuple[Flaw, ...]:
        """The fields of a document whose values are none of their type, in words."""
        from pydantic import ValidationError

        given = {name: value for name, value in document.items() if value is not None}
        try:
            _model(cls).model_validate(given)
        except ValidationError as error:
            return tuple(
                Flaw(str(each["loc"][0]), str(each.get("ctx", {}).get("error", each["msg"])))
                for each in error.errors()
            )
        return ()


Made = TypeVar("Made")


def once(make: Callable[[type[Record]], Made]) -> Callable[[type[Record]], Made]:
    """Let what is made of a kind be made one time."""
    made: dict[type[Record], Made] = {}

    def get(kind: type[Record]) -> Made:
        if kind not in made:
            made[kind] = make(kind)
        return made[kind]

    return get


_LAST = {
    "tags": Slot(),
    "note": Slot(
        headers="notes, note, remark, remarks, comment, comments, description, details, bemerkung, "
        "bemerkungen, notiz, kommentar, beschreibung, hinweis, hinweise, remarque, remarques"
    ),
}


@once
def _slots(kind: type[Record]) -> dict[str, Slot]:
    hints = _hints(kind)
    declared = {
        **kind.declared,
        **{name: _LAST[name] for name in _LAST if name not in kind.declared},
    }
    found = {
        name: each._replace(name=name, type=_type_of(hints[name]))
        for name, each in declared.items()
    }
    has_running_notes = any(each.type.running for each in found.values())
    return {name: each for name, each in found.items() if name != "note" or not has_running_notes}


def _hints(kind: type[Record]) -> dict[str, Any]:
    """The annotations of a kind and its bases. Read as they stand: typing needs 5 ms for all."""
    found = {name: hint for each in reversed(kind.__mro__) for name, hint in _own(each).items()}
    written = any(isinstance(found[name], str) for name in kind.declared)
    return get_type_hints(kind, include_extras=True) if written else found


@once
def _own(kind: type) -> dict[str, Any]:
    if kind is Record:
        return get_type_hints(Record, include_extras=True)
    found: dict[str, Any] = vars(kind).get("__annotations__", {})
    return found


def _type_of(hint: Any) -> FieldType:
    for part in (hint, *get_args(hint)):
        for mark in getattr(part, "__metadata__", ()):
            if isinstance(mark, FieldType):
                return mark
    raise TypeError(f"{hint} is not declared with a field type")


@once
def field_words(kind: type[Record]) -> dict[str, str]:
    """Every word a field of the kind goes by, in lower case, with the field's name."""
    slots = _slots(kind).items()
    others = {word.lower(): name for name, each in slots for word in each.words}
    return {**others, **{name.lower(): name for name, _ in slots}}


def noted(kind: type[Record], sets: Sets, at: dt.datetime, who: str) -> dict[str, Any]:
    """The sets with every new running note under a key of its own: when, and by whom."""
    found = dict(sets)
    for name, each in _slots(kind).items():
        fresh = [key for key in sets if each.type.running and key.startswith(f"{name}/{UNSAVED}")]
        for count, key in enumerate(fresh):
            which = f" {count + 1}" if count else ""
            found[f"{name}/{at:%Y-%m-%d %H:%M:%S} {who}{which}"] = found.pop(key)
    return found


@once
def _model(kind: type[Record]) -> type[BaseModel]:
    from pydantic import BaseModel, ConfigDict  # 100 ms, only when first used

    hints = get_type_hints(kind, include_extras=True)
    fields = {name: hints[name] for name in ("id", "number", "note", *_slots(kind))}
    blanks = {name: () if each.type.many else None for name, each in _slots(kind).items()}
    body = {
        "__module__": kind.__module__,
        "__doc__": kind.__doc__,
        "__annotations__": fields,
        "model_config": ConfigDict(frozen=True, extra="allow"),
        "number": None,
        "note": None,  # declared for every kind, also for one with running notes in its place
        **blanks,
    }
    return cast("type[BaseModel]", type(kind.__name__, (kind, BaseModel), body))


def _sound(kind: type[Record], document: Mapping[str, Any]) -> dict[str, Any]:
    slots = _slots(kind)
    return {
        name: value
        for name, value in document.items()
        if name not in slots or (value is not None and _fits(slots[name], value))
    }


def _fits(each: Slot, value: Any) -> bool:
    from models.errors import Unread

    try:
        each.type.check(value)
    except Unread:
        return False
    return True
