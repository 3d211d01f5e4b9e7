"""Reading a line: text becomes values, each with its place, and problems in words.

Every token is offered to the ways of reading in turn, from the surest to the loosest; the
first that can use it takes it. Nothing raises: what is not understood becomes a problem.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.desk import Desk
from models.fields.base import Value
from models.line.walk import Pass, Piece, Problem
from models.line.ways import WAYS, finish
from models.record import Record, field_words
from models.tokens import Token, join, join_routes, tokens


# A document pasted by mistake is not read anew, word by word, at each key.
MOST_WORDS = 300
TOO_MANY = f"more than {MOST_WORDS} words: put a long text in quotes"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says: fields set (`None` clears one), times shifted, and what is wrong.

    Keys are fields, or `field/element` for one element of a set; `cleared` names the sets
    emptied before elements were added. A shift under the key `` moves all times that move.
    Pieces and problems are in the order they stand on the line.
    """

    kind: type[Record]
    text: str
    values: Mapping[str, Value]
    shifts: Mapping[str, int]
    cleared: frozenset[str]
    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...]

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """The problems that must be mended before the line can be saved."""
        return tuple(each for each in self.problems if not each.doubt)


def read(
    line: str, kind: type[Record], desk: Desk, *, whole: bool = True, start: int = 0
) -> Reading:
    """Read a line of a kind from column `start` on; total for any text.

    With `whole` the line is a whole record and loose words are its title; without, it is what
    to change of a record, and loose words are a problem.
    """
    found = _tokens(line, kind, start)
    walk = Pass(kind, desk, whole, found[:MOST_WORDS])
    place = 0
    while place < len(walk.tokens):
        place += next(taken for way in WAYS if (taken := way(walk, place)))
    finish(walk)
    if len(found) > MOST_WORDS:
        walk.problems.append(Problem(found[MOST_WORDS].start, len(line), TOO_MANY))
    return Reading(
        kind,
        line,
        walk.values,
        walk.shifts,
        frozenset(walk.cleared),
        tuple(sorted(walk.pieces, key=lambda each: each.start)),
        tuple(sorted(walk.problems, key=lambda each: each.start)),
    )


def _tokens(line: str, kind: type[Record], start: int) -> list[Token]:
    blank = " " * start + line[start:]
    found = tokens(blank, commas=kind.commas)
    if kind.commas:
        return join(found, _segments(kind))
    if not any(each.title for each in kind.slots().values()):
        found = [_without_comma(token) for token in found]
    return join_routes(found) if kind.route else found


def _without_comma(token: Token) -> Token:
    """Where there is no title, a comma behind a word only parts it from the next."""
    raw = token.raw.rstrip(",")
    return token._replace(raw=raw, end=token.start + len(raw)) if raw else token


def _segments(kind: type[Record]) -> Callable[[Token, Token], str | None]:
    """What joins the words between two commas: `as:THE MILLER`, and `speaks:german,french`."""

    def glue(last: Token, token: Token) -> str | None:
        if not _is_loose(token, kind):
            return None
        field = field_words(kind).get(last.named[0])
        if last.segment == token.segment:
            return " " if field or _is_loose(last, kind) else None
        lists = field is not None and kind.slots()[field].type.many
        return "," if lists and token.start == last.end + 1 else None

    return glue


def _is_loose(token: Token, kind: type[Record]) -> bool:
    if token.raw.startswith("#") and len(token.raw) > 1:
        return False
    if token.named[0] in field_words(kind):
        return False
    return token.raw[:1] != "-" or token.raw[1:2].isdecimal() or len(token.raw) == 1
