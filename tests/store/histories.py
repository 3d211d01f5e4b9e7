"""What several writers do and read of one another, made up by hypothesis."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import hypothesis.strategies as st

from store.change import JSON, Change, Edit, together
from store.seen import Stamp, seen_by
from store.view import View


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


WRITERS = ("ana@a-1111", "bo@b-2222", "cy@c-3333", "di@d-4444")
RECORDS = ("r1", "r2")
FIELDS = ("leave", "note", "passengers/p1", "passengers/p2", "gone")
VALUES: dict[str, tuple[JSON, ...]] = {
    "leave": ("05:00", "06:00", None),
    "note": ("a", ["b"], None),
    "passengers/p1": (True, None),
    "passengers/p2": (True, {"seat": 2}, None),
    "gone": (True, None),
}
EVERYTHING = 1000

Part = tuple[str, dict[str, JSON]]


class Step(NamedTuple):
    """One thing that happens: a replica reads some of another's changes, then makes its own.

    With `only`, what is read is by that one writer: not what that writer had seen. The first of
    `changes` may be begun long ago (`stale`); the others follow on it, as a run of edits does.
    """

    replica: int
    other: int
    many: int
    only: str | None
    changes: tuple[tuple[Part, ...], ...]
    stale: int


class Replica:
    """One writer's side: what it has read, and changes made from that."""

    def __init__(self, writer: str) -> None:
        self.writer = writer
        self.view = View()
        self.read: list[Change] = []
        self.bases: list[dict[str, int]] = [{}]

    def take(self, changes: Iterable[Change]) -> None:
        new = [change for change in changes if change.n > self.view.have.get(change.writer, 0)]
        self.view.take(new)
        self.read += new
        self.bases.append(dict(self.view.have))

    def edit(self, edits: Sequence[Part], stale: int) -> Change:
        base = self.bases[max(0, len(self.bases) - 1 - stale)]
        n = self.view.have.get(self.writer, 0) + 1
        seen = seen_by(self.writer, base)
        stamp = Stamp(self.writer, n, self.view.clock + 1, "", seen)
        parts = together([Edit("run", record, fields) for record, fields in edits])
        change = Change(stamp, "", parts, None, None, "")
        self.take([change])
        return change


def fields_of() -> st.SearchStrategy[dict[str, JSON]]:
    each = {field: st.sampled_from(values) for field, values in VALUES.items()}
    return st.fixed_dictionaries({}, optional=each).filter(bool)


EDITS = st.lists(st.tuples(st.sampled_from(RECORDS), fields_of()), min_size=1, max_size=2)
STEPS = st.lists(
    st.builds(
        Step,
        replica=st.integers(0, 3),
        other=st.integers(0, 3),
        many=st.one_of(st.integers(0, 6), st.just(EVERYTHING)),
        only=st.one_of(st.none(), st.none(), st.sampled_from(WRITERS)),
        changes=st.lists(EDITS.map(tuple), max_size=4).map(tuple),
        stale=st.sampled_from((0, 0, 0, 1, 2, 5)),
    ),
    max_size=16,
)


def told(steps: Sequence[Step]) -> list[Change]:
    """All changes four replicas made, reading from one another now and then."""
    replicas = [Replica(writer) for writer in WRITERS]
    made = []
    for step in steps:
        replica = replicas[step.replica]
        heard = replicas[step.other].read[: step.many]
        replica.take(change for change in heard if step.only in (None, change.writer))
        for edits in step.changes:
            stale = step.stale if edits is step.changes[0] else 0
            made.append(replica.edit(edits, stale))
    return made


def as_run(changes: Iterable[Change]) -> list[Change]:
    """Any order of changes, as readers hand it on: each writer's in the order of its numbers."""
    waiting: dict[tuple[str, int], Change] = {}
    have: dict[str, int] = {}
    run = []
    for change in changes:
        waiting[change.writer, change.n] = change
        following = (change.writer, have.get(change.writer, 0) + 1)
        while following in waiting:
            run.append(waiting.pop(following))
            have[change.writer] = following[1]
            following = (change.writer, following[1] + 1)
    return run
