"""What an import would do to a production, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from store.imports.intake import Column, Refused


if TYPE_CHECKING:
    from store.change import JSON, Edit
    from store.production import Base


class Taken(NamedTuple):
    """A record that is new, in the words it is known by."""

    where: str
    kind: str
    words: str


class Changed(NamedTuple):
    """A field whose value goes from one to another; None is no value."""

    where: str
    words: str
    field: str
    was: JSON
    now: JSON


class Kept(NamedTuple):
    """A field that stays as somebody typed it although the file has another value."""

    where: str
    words: str
    field: str
    typed: JSON
    file: JSON


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; nothing is written yet."""

    source: str
    base: Base
    edits: tuple[Edit, ...]
    new: tuple[Taken, ...]
    changed: tuple[Changed, ...]
    same: int
    kept: tuple[Kept, ...]
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def did(self) -> str:
        """The change in words: `imported crew.xlsx: 58 new, 2 changed`."""
        records = len({edit.id for edit in self.edits}) - len(self.new)
        parts = [f"{len(self.new)} new"] if self.new else []
        parts += [f"{records} changed"] if records else []
        return f"imported {self.source}: {', '.join(parts) or 'nothing new'}"

    def words(self) -> list[str]:
        """The preview, a line each: what goes where, what is new, changed, kept and refused."""
        # Here because a plan that is only carried out needs no words.
        from store.imports.preview import preview

        return preview(self)
