"""Reading a line: text becomes values, each with its place, and problems in words.

Every token is offered to the ways of reading in turn, from the surest to the loosest; the
first that can use it takes it. Nothing raises: what is not understood becomes a problem.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.desk import Desk
from models.fields.base import Value
from models.line.tokens import Token, join_routes, join_segments, tokens
from models.line.walk import Pass, Piece, Problem
from models.line.ways import WAYS, finish
from models.record import Record, field_words


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says: fields set (`None` clears one), times shifted, and what is wrong.

    Keys are fields, or `field/element` for one element of a set; `cleared` names the sets
    emptied before elements were added. A shift under the key `` moves all times that move.
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
    walk = Pass(kind, desk, whole, _tokens(line, kind, start))
    place = 0
    while place < len(walk.tokens):
        place += next(taken for way in WAYS if (taken := way(walk, place)))
    finish(walk)
    return Reading(
        kind,
        line,
        walk.values,
        walk.shifts,
        frozenset(walk.cleared),
        tuple(walk.pieces),
        tuple(walk.problems),
    )


def _tokens(line: str, kind: type[Record], start: int) -> list[Token]:
    blank = " " * start + line[start:]
    found = tokens(blank, commas=kind.commas)
    if kind.route:
        return join_routes(found)
    if kind.commas:
        return join_segments(
            found, frozenset(n for n, each in enumerate(found) if _is_plain(each, kind))
        )
    return found


def _is_plain(token: Token, kind: type[Record]) -> bool:
    if token.raw.startswith("#") and len(token.raw) > 1:
        return False
    if token.named[0] in field_words(kind):
        return False
    return token.raw[:1] != "-" or token.raw[1:2].isdecimal() or len(token.raw) == 1
