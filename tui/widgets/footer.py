"""The line at the bottom: the keys that do something now, and a word from the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.measure import shown, wrap
from models.named import NamedTuple
from tui.widgets.fitting import Part, fitted
from tui.widgets.line import line_of
from tui.widgets.painted import Painted


if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.widgets.line import Line


MOST_LINES = 3


class Hint(NamedTuple):
    """A key, what it does in a word or two, whether it can now, and if not, why."""

    key: str
    words: str
    enabled: bool = True
    reason: str = ""


class Footer(Painted):
    """One line of keys, the most important first; a word from the board stands in their place.

    A key that cannot do anything now stays where it is, dim and in brackets, so that hands find the
    others where they always are; pressed, it says why.
    """

    DEFAULT_CSS = """
    Footer { height: 1; width: 1fr; }
    """

    _hints: tuple[Hint, ...] = ()
    _word: tuple[str, str] = ("", "")
    _lines_said = 1

    def set_hints(self, hints: Sequence[tuple[str, str, bool, str]]) -> None:
        """Show these keys: (key, words, enabled, reason); the first and the last one always stay.

        Put the key for all the other keys last.
        """
        before, self._hints = self._hints, tuple(Hint(*hint) for hint in hints)
        if self._hints != before:
            self.paint()

    def say(self, words: str, role: str = "strong") -> None:
        """Say a sentence in place of the keys, until it is taken back with an empty one."""
        if (words, role) == self._word or not (words or self._word[0]):
            return
        self._word = (words, role)
        # A sentence is read to its end: the line becomes as many as it takes, until the next key.
        lines = min(MOST_LINES, len(wrap(shown(words), max(1, self.content_size.width))))
        if lines != self._lines_said:
            self._lines_said = lines
            self.styles.height = lines
        self.paint()

    def say_keys(self) -> None:
        """Say all keys, also those there is no room for in one line."""
        self.say("   ".join(f"{each.key} {each.words}" for each in self._hints))

    def reason(self, key: str) -> str:
        """Why a key does nothing now; empty where it does."""
        return next(
            (hint.reason for hint in self._hints if hint.key == key and not hint.enabled), ""
        )

    def drawn(self, width: int, height: int) -> tuple[Line, ...]:
        """The keys in one line, or the sentence."""
        words, role = self._word
        if words:
            return tuple(line_of([(line, role)], width) for line in wrap(shown(words), width))
        last = len(self._hints) - 1
        parts = [
            Part(_pieces(hint, " " if at else ""), at if at < last else 0)
            for at, hint in enumerate(self._hints)
        ]
        return (fitted(parts, width, between=""),)


def _pieces(hint: Hint, blank: str) -> tuple[tuple[str, str], ...]:
    """The key and its words; the brackets take the blanks that stand around the others."""
    if hint.enabled:
        return ((f"{blank}{hint.key} ", "strong"), (f"{hint.words} ", ""))
    return ((f"({hint.key} {hint.words})", "faint"),)
