"""The rows of a pane: a record each, its cells worked out when it comes on screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from models.edits import Aimed
from models.form import shown
from models.kinds import KINDS
from models.named import NamedTuple
from tui.office import Office


Document = Mapping[str, Any]


class Cells(NamedTuple):
    """What a row shows: a text for each column, a sign, how it looks, and how single cells do."""

    cells: tuple[str, ...]
    sign: str = ""
    role: str = ""
    roles: tuple[str, ...] = ()


def marked_parked(document: Document, made: Cells, at: int) -> Cells:
    """The cells of a record that may be parked: the word before its name, and the row faint."""
    if not document.get("parked"):
        return made
    cells = (*made.cells[:at], f"parked: {made.cells[at]}", *made.cells[at + 1 :])
    return made._replace(cells=cells, role="faint")


class PaneRow:
    """One record in a pane; its key is `kind/id`."""

    __slots__ = ("_cells", "_make", "_office", "key")

    def __init__(self, office: Office, key: str, make: Callable[[], Cells]) -> None:
        """Take what makes the cells; it is called once, when they are asked for."""
        self.key = key
        self._office = office
        self._make = make
        self._cells: Cells | None = None

    @property
    def made(self) -> Cells:
        """The row as it is shown."""
        if self._cells is None:
            self._cells = self._make()
        return self._cells

    @property
    def cells(self) -> tuple[str, ...]:
        """The text of every column."""
        return self.made.cells

    @property
    def sign(self) -> str:
        """The character in the gutter; a conflict hides any other."""
        return "≠" if self.key in self._office.disputed else self.made.sign

    @property
    def role(self) -> str:
        """How the whole row looks."""
        return self.made.role

    @property
    def roles(self) -> tuple[str, ...]:
        """How each cell looks that has a look of its own."""
        return self.made.roles


def key_of(aimed: Aimed) -> str:
    """The key of a record's row."""
    return f"{aimed.kind}/{aimed.id}"


def aimed_at(key: str) -> Aimed:
    """The record of a row's key."""
    kind, _, record = key.partition("/")
    return Aimed(kind, record)


def show(office: Office, kind: str, document: Document, field: str) -> str:
    """A field of a document as people read it; nothing where it is empty."""
    return shown(KINDS[kind].slots()[field], document, office.desk)


def person(office: Office, record: object) -> str:
    """A person's name; nothing where none is meant."""
    return office.directory.show("person", str(record)) if record else ""


def first_names(office: Office, people: object) -> str:
    """The first names of a set of people, as a unit calls them: `Anna, Ben`."""
    held = people if isinstance(people, dict | list) else ()
    names = (person(office, each) for each in held)
    return ", ".join(name.split()[0] for name in names if name)


def first(document: Document, field: str) -> str:
    """The first element of a set, such as the main phone number."""
    held = document.get(field)
    return str(next(iter(held), "")) if isinstance(held, dict) else ""
