"""Fields of several values, each an element that is added, removed and merged on its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from models.errors import Unread
from models.fields.base import FieldType, Value
from models.text import tidy


if TYPE_CHECKING:
    from models.desk import Desk


class Several(FieldType):
    """A set of elements of one type; its value is a mapping of element to true, in order."""

    json = (dict,)
    many = True
    width = 20

    def __init__(self, element: FieldType) -> None:
        """Take the type of one element."""
        self._element = element
        self.tokens = element.tokens
        self.words = element.words

    @property
    def element(self) -> FieldType:
        return self._element

    def read(self, text: str, desk: Desk) -> Value:
        """The kept value of one element."""
        return self.element.read(text, desk)

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        return self.element.candidates(text, desk, early=early, loose=loose)

    def check(self, value: Value) -> Value:
        """A mapping or list of elements as a mapping of element to true."""
        if not isinstance(value, dict | list | tuple):
            raise Unread(f"{value!r} is not a list")
        return {str(self.element.check(each)): True for each in value}

    def show(self, value: Value, desk: Desk) -> str:
        return ", ".join(self.element.show(each, desk) for each in value)

    def write(self, value: Value, desk: Desk) -> str:
        """One element as a token."""
        return self.element.write(value, desk)

    def rank(self, value: Value, desk: Desk) -> Any:
        return [self.element.rank(each, desk) for each in value]

    def complete(self, start: str, desk: Desk) -> Iterable[str]:
        return self.element.complete(start, desk)

    def load(self, value: Value) -> Any:
        return tuple(self.element.load(each) for each in self.check(value))


class Notes(Several):
    """Running notes: a mapping of when and by whom to text, in the order they were made."""

    running = True

    def __init__(self) -> None:
        """Each note is a line of text."""
        from models.fields.base import Text

        super().__init__(Text())

    def check(self, value: Value) -> Value:
        if not isinstance(value, dict):
            raise Unread(f"{value!r} is not a list of notes")
        return {tidy(str(key)): tidy(str(text)) for key, text in value.items()}

    def show(self, value: Value, desk: Desk) -> str:
        return " · ".join(tidy(str(text)) for text in value.values())

    def rank(self, value: Value, desk: Desk) -> Any:
        return len(value)

    def load(self, value: Value) -> Any:
        return tuple(self.check(value).items())
