"""The walk along the tokens of a line: what has been read so far, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from models.desk import Desk
from models.edits import unsaved
from models.fields.base import Value
from models.fields.times import Clock, Day
from models.record import Record, Slot
from models.tokens import Token


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the line and what it was read as: field, word, title, wrong or doubt."""

    start: int
    end: int
    role: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something on the line that is not right, in words; a doubt can be insisted on."""

    start: int
    end: int
    words: str
    doubt: bool = False


@dataclass(slots=True)
class Pass:
    """One walk along the tokens of a line, and what has been gathered so far."""

    kind: type[Record]
    desk: Desk
    whole: bool
    """Whether the line is the whole record, so that loose words are its title."""
    tokens: list[Token]
    values: dict[str, Value] = field(default_factory=dict)
    shifts: dict[str, int] = field(default_factory=dict)
    cleared: set[str] = field(default_factory=set)
    title: list[str] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    """Places of words that are no change of anything; said together at the end."""
    pieces: list[Piece] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def slots(self) -> Mapping[str, Slot]:
        """The fields of the kind."""
        return self.kind.slots()

    @property
    def title_slot(self) -> Slot | None:
        """The field loose words go to."""
        return next((each for each in self.slots.values() if each.title), None)

    @property
    def titled(self) -> bool:
        """Whether a loose word may be part of a title, and so need not mean anything else."""
        return self.whole and self.title_slot is not None

    def free(self, each: Slot) -> bool:
        """Whether a field can still take a value that does not name it."""
        return each.type.many or (each.name not in self.values and each.name not in self.shifts)

    def in_place(self, each: Slot) -> bool:
        """Whether a bare value may be of the field here: `back` in `delay: back wall` is text."""
        if not self.titled:
            return True
        if each.behind:
            return each.behind in self.values
        return not each.leads or self.leads(self.tokens[-1].end)

    def leads(self, before: int) -> bool:
        """Whether nothing but times and days has been read before a column of the line."""
        fields = (piece.field for piece in self.pieces if piece.end <= before)
        return all(
            field in self.slots and isinstance(self.slots[field].type, Clock | Day)
            for field in fields
        )

    def text(self, first: int, count: int) -> str:
        """The words of so many tokens, without their quotes."""
        return " ".join(token.text for token in self.tokens[first : first + count])

    def reach(self, first: int, most: int) -> int:
        """How many words from here on can be one value: up to `most` plain ones, side by side."""
        count = 1
        while count < most and self._goes_on(first + count):
            count += 1
        return count

    def _goes_on(self, place: int) -> bool:
        if place >= len(self.tokens):
            return False
        token, last = self.tokens[place], self.tokens[place - 1]
        return token.plain and token.segment == last.segment and not last.quoted

    def mark(self, first: int, count: int, role: str, name: str = "") -> int:
        """Note what the tokens were read as; returns their count."""
        last = self.tokens[first + count - 1]
        self.pieces.append(Piece(self.tokens[first].start, last.end, role, name))
        return count

    def complain(self, first: int, count: int, words: str, *, doubt: bool = False) -> int:
        """Note what is wrong with the tokens; returns their count."""
        last = self.tokens[first + count - 1]
        self.problems.append(Problem(self.tokens[first].start, last.end, words, doubt))
        return self.mark(first, count, "doubt" if doubt else "wrong")

    def put(self, each: Slot, values: Iterable[Value], first: int, count: int) -> int:
        """Take values for a field; a second one that differs is a problem where it holds one."""
        for value in values:
            if each.type.running:
                self.values[f"{each.name}/{unsaved(self._noted())}"] = value
            elif each.type.many:
                self.values[f"{each.name}/{value}"] = True
            elif self.values.get(each.name) not in (None, value):
                return self.complain(first, count, self.twice(each, value))
            else:
                self.values[each.name] = value
        return self.mark(first, count, "field", each.name)

    def _noted(self) -> int:
        return sum(self.slots[key.partition("/")[0]].type.running for key in self.values)

    def twice(self, each: Slot, value: Value) -> str:
        """The sentence for a field that was given two values."""
        was = each.type.show(self.values[each.name], self.desk)
        return f"'{each.heading}' is given twice: {was} and {each.type.show(value, self.desk)}"
