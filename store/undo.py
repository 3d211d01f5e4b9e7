"""Undo and redo: changes of their own that put back what one's own last change replaced.

Which change comes next is read from the writer's own changes, so it survives a restart: a change
that takes one back says so (`undoes`), and a redo is the undo of an undo. A field somebody else
changed since is left as it is, and who did is said. So is it said where a conflict was settled:
the value shown before is put back, the others do not come to stand beside it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import NothingToUndo
from models.named import NamedTuple
from store.change import Edit
from store.fault import plain
from store.merge import GONE, is_gone, same
from store.origin import passed_over, was_gone


if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from store.cell import Cell, Op
    from store.change import JSON, Change
    from store.history import Chronicle
    from store.merge import Record
    from store.seen import Stamp
    from store.view import View

MADE = "made the production"


class Stacks(NamedTuple):
    """One writer's changes that can be taken back, and those that can be brought back."""

    undo: list[Change]
    redo: list[Change]


class Reversal(NamedTuple):
    """The edits that take a change back, and in words what in it somebody changed since."""

    target: Change
    edits: tuple[Edit, ...]
    left: tuple[str, ...]


def stacks(changes: Iterable[Change]) -> Stacks:
    """What one writer can undo and redo, newest last, from all of that writer's changes."""
    undo: dict[int, Change] = {}
    redo: dict[int, Change] = {}
    for change in changes:
        if change.undoes in undo:
            del undo[change.undoes]
            redo[change.n] = change
        elif change.undoes in redo:
            del redo[change.undoes]
            undo[change.n] = change
        elif change.did != MADE:
            undo[change.n] = change
            redo.clear()
    return Stacks(list(undo.values()), list(redo.values()))


def next_step(changes: Iterable[Change], passed: Container[int], *, redo: bool) -> Change:
    """The change to take back, or to bring back; those whose number is in `passed` are left out.

    Raises NothingToUndo where none is left.
    """
    both = stacks(changes)
    for change in reversed(both.redo if redo else both.undo):
        if change.n not in passed:
            return change
    back = "brought back" if redo else "taken back"
    raise NothingToUndo(f"You have no change here that can be {back}.")


def reversal(target: Change, view: View, chronicle: Chronicle) -> Reversal:
    """How to take one of one's own changes back, where it is still what is shown."""
    edits: list[Edit] = []
    left: list[str] = []
    for edit in reversed(target.edits):
        record = view.merged(edit.kind, edit.id)
        if record is None:
            continue
        fields, since = _put_back(target, edit, record, chronicle)
        if fields:
            edits.append(Edit(edit.kind, edit.id, fields))
        left += [_since(view, edit, stamp) for stamp in since]
        left += [_past(stamp) for stamp in passed_over(target, edit, chronicle)]
    return Reversal(target, tuple(edits), tuple(dict.fromkeys(left)))


def refusal(found: Reversal, did: str) -> NothingToUndo:
    """Why nothing of a change can be taken back."""
    why = "; ".join(found.left) or "it is as it was before"
    return NothingToUndo(f"“{did}” is left as it is: {why}.")


def wording(found: Reversal, own: Mapping[int, Change], *, redo: bool) -> str:
    """What was done in words, with what was left because somebody changed it since."""
    did = f"{'brought' if redo else 'took'} back “{original(found.target, own).did}”"
    return f"{did}, but {'; '.join(found.left)}" if found.left else did


def original(change: Change, own: Mapping[int, Change]) -> Change:
    """The change that undoing and redoing began with."""
    while change.undoes is not None and change.undoes in own and change.undoes < change.n:
        change = own[change.undoes]
    return change


def _put_back(
    target: Change, edit: Edit, record: Record, chronicle: Chronicle
) -> tuple[dict[str, JSON], list[Stamp]]:
    touched = chronicle.touched(edit)
    if _made_it(target, touched):
        return _unmake(target, record, touched)
    fields: dict[str, JSON] = {}
    since: list[Stamp] = []
    for field, before in _before(target, edit, chronicle).items():
        cell = record.cell(field)
        if cell is None or same(before, edit.set[field]):
            continue
        standing = _standing(cell, target, edit.set[field])
        if standing is None:
            since.append(_latest_other(cell, target.writer))
        else:
            fields[field] = standing[0].value if standing else before
    return fields, since


def _before(target: Change, edit: Edit, chronicle: Chronicle) -> dict[str, JSON]:
    """What its writer was shown; a removed record somebody had edited unaware was there."""
    before = chronicle.before(target, edit)
    if GONE in before:
        before[GONE] = True if was_gone(target, edit, chronicle) else None
    return before


def _standing(cell: Cell, target: Change, value: JSON) -> tuple[Op, ...] | None:
    """What was set beside our value, if ours is the one shown and they agree; else None.

    Also by our own writer: on another board of ours, while this change was looked at.
    """
    ours = cell.shown.stamp.writer == target.writer and same(cell.shown.value, value)
    of_it = (target.writer, target.n)
    beside = tuple(op for op in cell.heads[1:] if (op.stamp.writer, op.stamp.n) != of_it)
    agreed = all(same(op.value, beside[0].value) for op in beside)
    return beside if ours and agreed else None


def _latest_other(cell: Cell, writer: str) -> Stamp:
    others = [op.stamp for op in cell.heads if op.stamp.writer != writer]
    return others[0] if others else cell.shown.stamp


def _made_it(target: Change, touched: Sequence[Stamp]) -> bool:
    """Whether the change made the record: nothing its writer had seen had touched it."""
    numbers = [stamp.n for stamp in touched if stamp.writer == target.writer]
    return target.n in numbers and all(stamp.n > target.seen.of(stamp.writer) for stamp in touched)


def _unmake(
    target: Change, record: Record, touched: Sequence[Stamp]
) -> tuple[dict[str, JSON], list[Stamp]]:
    since = [stamp for stamp in touched if stamp.writer != target.writer]
    if since:
        return {}, since[-1:]
    return ({}, []) if is_gone(record) else ({GONE: True}, [])


def _past(stamp: Stamp) -> str:
    """A conflict that was settled is not opened again: its other values are history."""
    return f"what {stamp.writer} set at {plain(stamp.at[11:16])} is now in the history only"


def _since(view: View, edit: Edit, stamp: Stamp) -> str:
    document = view.get(edit.kind, edit.id) or {}
    name = document.get("number") or document.get("name") or document.get("title") or edit.id
    return f"{plain(str(name))} was changed since by {stamp.writer} at {plain(stamp.at[11:16])}"
