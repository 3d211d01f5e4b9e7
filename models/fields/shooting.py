"""What is said of a scene that was shot: which one, setups, pages still owed, screen time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from models.errors import Unread
from models.fields.base import Code, FieldType, Value
from models.fields.numbers import Eighths, Number
from models.fields.references import Reference
from models.pattern import pattern
from models.text import tidy


if TYPE_CHECKING:
    from models.desk import Desk


class SceneOf(Reference):
    """A scene, by its whole number: 42 is never 42A."""

    width = 6

    def __init__(self) -> None:
        """Scenes are what it points to."""
        super().__init__("scene")

    def read(self, text: str, desk: Desk) -> Value:
        if not text.startswith("=") and not desk.directory.find("scene", text, loose=False):
            return self._none(tidy(text), desk)
        return super().read(text, desk)

    def _none(self, wanted: str, desk: Desk) -> Value:
        near = desk.directory.find("scene", wanted)
        also = " or ".join(self.show(each, desk) for each in near[:3])
        raise Unread(f"there is no scene {wanted}" + (f": {also}?" if also else ""))

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        return super().candidates(text, desk, early=early, loose=False)

    def claims(self, text: str) -> bool:
        return text[:1].isdecimal()


class Setups(Number):
    """How many setups, written `su14`."""

    words = "setups (su14)"
    _shape = pattern(r"su\.?(\d{1,3})|(\d{1,3})su", re.ASCII | re.IGNORECASE)

    def __init__(self) -> None:
        """No scene has a thousand setups."""
        super().__init__(0, 999)

    def read(self, text: str, desk: Desk) -> Value:
        found = self.candidates(text, desk, early=True, loose=True)
        return found[0] if found else super().read(text, desk)

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        match = self._shape.fullmatch(text)
        return (int(match[1] or match[2]),) if match else ()

    def write(self, value: Value, desk: Desk) -> str:
        return f"su{value}"


class Owed(Eighths):
    """Pages of a scene still to be shot, written `2/8 owed`."""

    tokens = 3
    words = "pages still to be shot (2/8 owed)"
    _said = pattern(r"(.+) owed|owed (.+)", re.IGNORECASE)

    def read(self, text: str, desk: Desk) -> Value:
        match = self._said.fullmatch(tidy(text))
        return super().read(match[1] or match[2] if match else text, desk)

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        try:
            return (self.read(text, desk),) if self._said.fullmatch(tidy(text)) else ()
        except Unread:
            return ()

    def write(self, value: Value, desk: Desk) -> str:
        return f'"{self.show(value, desk)} owed"'


class Roll(Code):
    """A camera or sound roll by its number: A012, S04."""

    words = "a roll (A012)"
    _roll = pattern(r"[A-Za-z]{0,4}[-_]?\d{1,6}[A-Za-z0-9_-]{0,24}", re.ASCII)

    def check(self, value: Value) -> Value:
        found = super().check(value)
        if not self._roll.fullmatch(found):
            raise Unread(f"{found} is no roll (write A012)")
        return found


class ScreenTime(FieldType):
    """How long a scene will be on the screen; kept in seconds, written `1:25`."""

    json = (int,)
    ranged = True
    width = 6
    right = True
    words = "screen time (1:25, 85s)"
    _shape = pattern(r"(\d{1,3}):([0-5]\d)|(?:(\d{1,3})m)?(?:(\d{1,5})s)?", re.ASCII)
    LONGEST = 6 * 3600

    def read(self, text: str, desk: Desk) -> Value:
        wanted = tidy(text).lower().replace(" ", "")
        match = self._shape.fullmatch(wanted)
        if not wanted or match is None:
            raise Unread(f"{tidy(text) or 'nothing'} is no screen time (write 1:25 or 85s)")
        return self.check(60 * int(match[1] or match[3] or 0) + int(match[2] or match[4] or 0))

    def check(self, value: Value) -> Value:
        if isinstance(value, bool) or not isinstance(value, int):
            raise Unread(f"{value!r} is not a number of seconds")
        if not 0 <= value <= self.LONGEST:
            raise Unread(f"{value} seconds is no screen time")
        return value

    def show(self, value: Value, desk: Desk) -> str:
        return shown_seconds(value) if isinstance(value, int) else super().show(value, desk)

    def write(self, value: Value, desk: Desk) -> str:
        return f"{value}s"

    def rank(self, value: Value, desk: Desk) -> Any:
        return value if isinstance(value, int) else 0

    def complete(self, start: str, desk: Desk) -> Iterable[str]:
        return ()


def shown_seconds(count: int) -> str:
    """Screen time as a continuity report has it: `1:25`, `92:05`."""
    return f"{count // 60}:{count % 60:02d}"
