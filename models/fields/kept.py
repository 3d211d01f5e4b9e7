"""Fields the board keeps for itself: no line says them and no form shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models.errors import Unread
from models.fields.base import FieldType, Value
from models.pattern import pattern
from models.ranks import is_rank
from models.text import tidy


if TYPE_CHECKING:
    from models.desk import Desk


class ForeignId(FieldType):
    """The id a record has in the file it came from, to know it by when the file comes again."""

    typed = False
    words = "set by an import"

    def read(self, text: str, desk: Desk) -> Value:
        raise Unread("what a record is called in another file is set by importing it")

    def check(self, value: Value) -> Value:
        if not isinstance(value, str) or not tidy(value):
            raise Unread(f"{value!r} is no id of a file")
        return tidy(value)


class PackedText(FieldType):
    """Something whole that is kept as packed text: a paper as it was issued."""

    typed = False
    words = "kept when a paper is issued"

    def read(self, text: str, desk: Desk) -> Value:
        raise Unread("the paper itself is kept when it is issued, not by a line")

    def check(self, value: Value) -> Value:
        if not isinstance(value, str) or not value.isascii() or not value.isprintable():
            raise Unread("the paper was kept in a way that cannot be read")
        return value

    def show(self, value: Value, desk: Desk) -> str:
        return "kept"


class Picture(FieldType):
    """A small picture: `png` or `svg`, a colon, and its bytes in base 64."""

    typed = False
    words = "set by 'callboard logo'"
    shape = pattern(r"(png|svg):([A-Za-z0-9+/]+={0,2})", re.ASCII)

    def read(self, text: str, desk: Desk) -> Value:
        raise Unread("a picture is kept by 'callboard logo FILE', not by a line")

    def check(self, value: Value) -> Value:
        if not isinstance(value, str) or not self.shape.fullmatch(value):
            raise Unread("the picture was kept in a way that cannot be read")
        return value

    def show(self, value: Value, desk: Desk) -> str:
        match = self.shape.fullmatch(str(value))
        return f"{match[1].upper()}, {len(match[2]) * 3 // 4 / 1000:.0f} kB" if match else "kept"


class Rank(FieldType):
    """The place of a strip in its list; see `models.ranks`."""

    typed = False
    words = "set by moving the strip"

    def read(self, text: str, desk: Desk) -> Value:
        raise Unread("the order is set by moving the strip, not by a line")

    def check(self, value: Value) -> Value:
        if not isinstance(value, str) or not is_rank(value):
            raise Unread(f"{value!r} is no place in a list")
        return value

    def rank(self, value: Value, desk: Desk) -> Any:
        return str(value)


class Meanings(FieldType):
    """What the columns of other people's files mean, a value a column; see `store.imports`."""

    json = (dict,)
    many = True
    typed = False
    words = "set by 'callboard import --map HEADER=FIELD'"

    def read(self, text: str, desk: Desk) -> Value:
        raise Unread("what a column means is said when its file is imported, not by a line")

    def check(self, value: Value) -> Value:
        if not isinstance(value, dict):
            raise Unread(f"{value!r} says of no column what it means")
        return {str(key): tidy(str(meant)) for key, meant in value.items()}

    def show(self, value: Value, desk: Desk) -> str:
        return ", ".join(tidy(str(meant)) for meant in value.values())

    def load(self, value: Value) -> Any:
        return tuple(self.check(value).items())
