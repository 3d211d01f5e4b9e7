"""One change: what one person did in one go, and the one line of a file it is kept as.

A change is all or nothing. Its line carries a sum chained on the line before, so that damage,
truncation and forks show. Everything here is pure: bytes in, values out, and back.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson

from models.named import NamedTuple
from store.digest import blake2b
from store.seen import NOTHING_SEEN, Seen, Stamp


if TYPE_CHECKING:
    from collections.abc import Sequence

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"

SUM_KEY = b',"sum":"'
SUM_LENGTH = 12
LARGEST = 1 << 53  # what every JSON reader holds exactly
NOBODY: Mapping[str, int] = {}
new = tuple.__new__  # thousands of changes are read at a start: half the time of a call by name
TAIL_LENGTH = len(SUM_KEY) + SUM_LENGTH + len(b'"}')


class Edit(NamedTuple):
    """One record's part of a change.

    `set` maps a field, or `field/element` for one element of a set field, to its new value;
    None takes it away. `{"gone": True}` removes the record and `{"gone": None}` brings it back.
    """

    kind: str
    id: str
    set: dict[str, JSON]


class Change(NamedTuple):
    """What one writer did in one go, as read from a file.

    `n` is the writer's running number from 1, `c` a Lamport counter, `at` local time as ISO 8601
    with its offset (for people, never for order), `seen` what was known when the edit was begun,
    `undoes` the number of the change by the same writer that this one takes back.
    """

    stamp: Stamp
    did: str
    edits: tuple[Edit, ...]
    via: str | None
    undoes: int | None
    sum: str

    @property
    def writer(self) -> str:
        """The name of who made it, as `user@host-` and four characters."""
        return self.stamp.writer

    @property
    def n(self) -> int:
        """The writer's running number, from 1."""
        return self.stamp.n

    @property
    def c(self) -> int:
        """The Lamport counter: greater than that of every change its writer had read."""
        return self.stamp.c

    @property
    def at(self) -> str:
        """The writer's local time as ISO 8601 with milliseconds and offset."""
        return self.stamp.at

    @property
    def seen(self) -> Seen:
        """The numbers of each writer's changes known when the edit was begun."""
        return self.stamp.seen


class NotAChange(ValueError):
    """A line does not hold a change; the text says why, for a fault's sentence."""


def chain_sum(previous: str, body: bytes) -> str:
    """The sum of a line: 12 hex digits over the sum before it and its bytes up to its own sum."""
    return blake2b(previous.encode("ascii") + body, digest_size=6).hexdigest()


def first_sum(production: str, writer: str) -> str:
    """The sum a writer's very first line chains from."""
    return blake2b((production + writer).encode(), digest_size=6).hexdigest()


def to_line(change: Change, seen_before: Seen, previous: str) -> bytes:
    """The change as one line of a file, without line end; its `sum` is worked out here.

    `seen_before` is the vector of the same writer's previous change: only what moved is written.
    Raises TypeError for a value JSON cannot hold.
    """
    for edit in change.edits:
        _refuse_endless(edit.set)
    body: dict[str, object] = {"c": change.c, "at": change.at, "did": change.did}
    if change.via is not None:
        body["via"] = change.via
    if change.undoes is not None:
        body["undoes"] = change.undoes
    moved = change.seen.moved_from(seen_before, change.n)
    if moved:
        body["seen"] = moved
    body["edits"] = [edit._asdict() for edit in change.edits]
    kept = b'"%d":%b' % (change.n, orjson.dumps(body)[:-1])
    return b'%b%b%b"}' % (kept, SUM_KEY, chain_sum(previous, kept).encode("ascii"))


def _refuse_endless(value: object) -> None:
    """Refuse infinity and what is no number, which JSON would silently leave out."""
    if isinstance(value, float) and not isfinite(value):
        raise TypeError(f"{value} is not a number JSON can hold")
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            _refuse_endless(part)


def has_sum(line: bytes) -> bool:
    """Whether the line ends as every complete change does."""
    return line.endswith(b'"}') and line[-TAIL_LENGTH : -TAIL_LENGTH + len(SUM_KEY)] == SUM_KEY


def line_sum(line: bytes) -> str:
    """The sum a line says it has."""
    return line[-2 - SUM_LENGTH : -2].decode("ascii", "replace")


def line_number(line: bytes) -> int:
    """The running number a line starts with. Raises NotAChange."""
    digits = line[1 : line.find(b'"', 1)]
    if not (line.startswith(b'"') and digits.isdigit()):
        raise NotAChange("it does not start with a number")
    return int(digits)


def from_line(line: bytes, writer: str, seen_before: Seen, previous: str) -> Change:
    """The change a complete line holds. Raises NotAChange when sum or shape is wrong."""
    n = line_number(line)
    if not has_sum(line):
        raise NotAChange("it has no sum")
    written = line_sum(line)
    if chain_sum(previous, line[:-TAIL_LENGTH]) != written:
        raise NotAChange("its sum is wrong")
    try:
        body = orjson.loads(line[line.index(b":") + 1 :])
    except orjson.JSONDecodeError as error:
        raise NotAChange("it is not JSON") from error
    return from_body(body, Stamp(writer, n, 0, "", seen_before), written)


def from_body(body: Any, before: Stamp, written: str) -> Change:
    """The change a line's JSON holds. Raises NotAChange when its shape is wrong.

    `before` has its writer and number, and what the writer's change before had seen.
    """
    try:
        c, at, did, edits = body["c"], body["at"], body["did"], body["edits"]
        shaped = type(c) is int and type(at) is str and type(did) is str and type(edits) is list
    except (KeyError, TypeError):
        shaped = False
    if not shaped:
        raise NotAChange("it lacks a part every change has")
    if not 0 < c < LARGEST:
        raise NotAChange("its counter is out of range")
    via, undoes = via_and_undoes(body)
    writer, n, _, _, seen = before
    seen = seen.moved_to(whole_numbers(body.get("seen")), writer, n)
    return Change(
        new(Stamp, (writer, n, c, at, seen)),
        did,
        (_edit(edits[0]),) if len(edits) == 1 else together([_edit(edit) for edit in edits]),
        via,
        undoes,
        written,
    )


def together(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits with one for each record: of a field set twice in a change, the last counts."""
    if len({(edit.kind, edit.id) for edit in edits}) == len(edits):
        return tuple(edits)
    found: dict[tuple[str, str], dict[str, JSON]] = {}
    for kind, record, fields in edits:
        combined = found.setdefault((kind, record), {})
        for field in fields:
            combined.pop(field, None)
        combined.update(fields)
    return tuple(Edit(kind, record, fields) for (kind, record), fields in found.items())


def _edit(raw: Any) -> Edit:
    try:
        kind, record, fields = raw["kind"], raw["id"], raw["set"]
        shaped = type(kind) is str and type(record) is str and type(fields) is dict
    except (KeyError, TypeError):
        shaped = False
    if not shaped:
        raise NotAChange("an edit in it lacks its kind, id or fields")
    return new(Edit, (kind, record, fields))


def via_and_undoes(body: Mapping[str, Any]) -> tuple[str | None, int | None]:
    """What made a change when not a hand, and the number of the one it takes back, if any."""
    via, undoes = body.get("via"), body.get("undoes")
    return via if isinstance(via, str) else None, undoes if isinstance(undoes, int) else None


def whole_numbers(raw: object) -> Mapping[str, int]:
    """A vector as a line has it, empty where it has none. Raises NotAChange."""
    if raw is None:
        return NOBODY
    if isinstance(raw, dict) and all(type(number) is int for number in raw.values()):
        return raw
    raise NotAChange("what it had seen cannot be read")


__all__ = ["JSON", "NOTHING_SEEN", "Change", "Edit", "NotAChange", "Seen", "Stamp"]
