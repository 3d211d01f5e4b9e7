"""What every type of field can do, and the plain texts.

A type works on kept values: JSON scalars, and short lists of them. Times, names and choices
are read from typed text, shown to people, and written back so that reading gives the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from models.departments import department
from models.directory import quoted
from models.errors import Unread
from models.pattern import pattern
from models.text import fold, tidy


if TYPE_CHECKING:
    from models.desk import Desk


Value = Any


class FieldType:
    """One type of field: how its values are read, shown, written, checked and completed."""

    many: ClassVar[bool] = False
    """A set of elements, each merged on its own."""
    ordered: ClassVar[bool] = False
    """A short list kept whole, in its order."""
    tokens: int = 1
    """Words of a line one value may span without quotes."""
    running: ClassVar[bool] = False
    """Elements are only ever added, as running notes are; a line never lists or empties them."""
    typed: ClassVar[bool] = True
    """What a line says and a form shows; the board keeps the others for itself."""
    json: ClassVar[tuple[type, ...]] = (str,)
    """What a kept value is in JSON."""
    ranged: ClassVar[bool] = False
    """Values lie on one line, so that a filter may ask for a range of them."""
    width: ClassVar[int] = 12
    """Columns a list gives it."""
    right: ClassVar[bool] = False
    """Shown flush right, as figures are."""
    words: str = "text"
    """What may be typed, for help and for errors."""

    @property
    def element(self) -> FieldType:
        """The type of one value; of a list or set, that of its elements."""
        return self

    def read(self, text: str, desk: Desk) -> Value:
        """The kept value of typed text; `Unread` in words where there is none."""
        raise NotImplementedError

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        """The values unnamed text may stand for here; `early` means no title has begun."""
        return ()

    def claims(self, text: str) -> bool:
        """Whether text behind the field's word is surely meant for it, also where it is wrong."""
        return False

    def check(self, value: Value) -> Value:
        """A value from a file, brought to the kept form; `Unread` where it cannot be one."""
        raise NotImplementedError

    def show(self, value: Value, desk: Desk) -> str:
        """The value as people read it; total, whatever a file held."""
        return tidy(str(value))

    def write(self, value: Value, desk: Desk) -> str:
        """The value as one token that `read` takes back."""
        return quoted(self.show(value, desk))

    def rank(self, value: Value, desk: Desk) -> Any:
        """Sort key among values of this type."""
        return fold(self.show(value, desk))

    def complete(self, start: str, desk: Desk) -> Iterable[str]:
        """Tokens that begin like the start, the likeliest first."""
        return ()

    def load(self, value: Value) -> Any:
        """The value as rules and papers use it."""
        return self.check(value)

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> Any:
        """Let a pydantic model take the kept value and hold what `load` makes of it."""
        from pydantic_core import core_schema  # only where a model is built

        return core_schema.no_info_plain_validator_function(self._loaded)

    def _loaded(self, value: Value) -> Any:
        try:
            return self.load(value)
        except Unread as error:
            raise ValueError(str(error)) from error


class Text(FieldType):
    """Any one line of text."""

    width = 24

    def read(self, text: str, desk: Desk) -> Value:
        return self.check(text)

    def check(self, value: Value) -> Value:
        if not isinstance(value, str):
            raise Unread(f"{value!r} is not text")
        found = tidy(value)
        if not found:
            raise Unread("nothing is written there")
        return found


class Code(Text):
    """A scene number: figures with letters before or after them, kept as it is written."""

    width = 6
    words = "a scene number (12A)"
    _shape = pattern(r"[A-Za-z]{0,3}\d{1,4}[A-Za-z]{0,4}\d{0,2}", re.ASCII)

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        return (text,) if early and self._shape.fullmatch(text) else ()


class Email(Text):
    """An e-mail address."""

    words = "an e-mail address"
    _shape = pattern(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@.,;<>]+")

    def check(self, value: Value) -> Value:
        found = super().check(value)
        if not self._shape.fullmatch(found):
            raise Unread(f"{found} is not an e-mail address (write anna@example.org)")
        return found

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        return (tidy(text),) if self._shape.fullmatch(tidy(text)) else ()


class Phone(Text):
    """A phone number, kept as it is written."""

    width = 17
    tokens = 6
    words = "a phone number"
    _shape = pattern(r"\+?[\d\s()./\-]{6,30}(?: ?(?:ext|x)\.? ?\d{1,6})?", re.ASCII)

    def check(self, value: Value) -> Value:
        found = super().check(value)
        if sum(mark.isdecimal() for mark in found) < 3:
            raise Unread(f"{found} is not a phone number (write +41 79 555 01 22)")
        return found

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        figures = sum(mark.isdecimal() for mark in text)
        return (tidy(text),) if figures >= 6 and self._shape.fullmatch(tidy(text)) else ()


class Department(Text):
    """A department, by the name the trade gives it."""

    width = 14
    tokens = 4
    words = "a department"

    def check(self, value: Value) -> Value:
        found = super().check(value)
        return department(found) or found

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        found = department(text)
        return (found,) if found else ()

    def complete(self, start: str, desk: Desk) -> Iterable[str]:
        from models.departments import DEPARTMENTS

        return (quoted(name) for name in DEPARTMENTS if fold(name).startswith(fold(start)))


class Tag(Text):
    """One word to find things by, written with a # before it."""

    words = "#word"

    def check(self, value: Value) -> Value:
        found = re.sub(r"[\s,\"]+", "-", super().check(value)).strip("#-")
        if not found:
            raise Unread("a tag needs a word (#power)")
        return found


class Zone(Text):
    """An IANA time zone."""

    words = "a time zone (Europe/Zurich)"

    def read(self, text: str, desk: Desk) -> Value:
        from models.zones import known

        return known(tidy(text))


MOST_SHOWN = 6
"""Options an error names; a longer list is not read at five in the morning."""


_ONE_WORD = pattern(r"[a-z]+(-[a-z]+)*", re.ASCII)


class Choice(FieldType):
    """One word of a few, each with the other words people use for it."""

    width = 9

    def __init__(self, **options: tuple[str, ...]) -> None:
        """Name the options, each with its synonyms; `no_show` is kept as `no-show`."""
        self.options = tuple(name.replace("_", "-") for name in options)
        self._words = tuple(zip(self.options, options.values(), strict=True))
        self.tokens = max(len(word.split()) for _, each in self._words for word in ("one", *each))
        self.words = ", ".join(self.options)

    @cached_property
    def _means(self) -> Mapping[str, str]:
        return {_choosing(word): name for name, others in self._words for word in (name, *others)}

    def read(self, text: str, desk: Desk) -> Value:
        wanted = _choosing(text)
        if wanted in self._means:
            return self._means[wanted]
        starts = {name for word, name in self._means.items() if wanted and word.startswith(wanted)}
        if len(starts) == 1:
            return starts.pop()
        raise Unread(f"{tidy(text) or 'nothing'} is none of {self._few()}")

    def _few(self) -> str:
        more = len(self.options) - MOST_SHOWN
        return f"{', '.join(self.options[:MOST_SHOWN])} and {more} more" if more > 1 else self.words

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        wanted = _choosing(text)
        return (self._means[wanted],) if wanted in self._means else ()

    def meant(self) -> Iterable[str]:
        """Every word that chooses something, folded."""
        return self._means

    def check(self, value: Value) -> Value:
        if isinstance(value, str) and fold(value) in self._means:
            return self._means[fold(value)]
        raise Unread(f"{value!r} is none of {self.words}")

    def write(self, value: Value, desk: Desk) -> str:
        shown = self.show(value, desk)
        return shown if _ONE_WORD.fullmatch(shown) else quoted(shown)

    def rank(self, value: Value, desk: Desk) -> Any:
        return self.options.index(value) if value in self.options else len(self.options)

    def complete(self, start: str, desk: Desk) -> Iterable[str]:
        return (name for name in self.options if fold(name).startswith(fold(start)))


def _choosing(text: str) -> str:
    """A word as choices are compared by: `INT.` is INT."""
    return fold(tidy(text)).replace(".", "")


class Flag(Choice):
    """Yes, or nothing."""

    json = (bool,)
    width = 3

    def __init__(self) -> None:
        """Take the words people say yes and no with."""
        super().__init__(yes=("y", "true", "1", "ja", "oui"), no=("n", "false", "0", "nein", "non"))

    def read(self, text: str, desk: Desk) -> Value:
        return super().read(text, desk) == "yes"

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        return ()

    def check(self, value: Value) -> Value:
        if isinstance(value, bool):
            return value
        raise Unread(f"{value!r} is neither yes nor no")

    def show(self, value: Value, desk: Desk) -> str:
        return "yes" if value else "no"

    def rank(self, value: Value, desk: Desk) -> Any:
        return not value
