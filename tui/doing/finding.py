"""Finding: what is wrong, and any action by its key or its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from models.edits import Aimed
from models.kinds import KINDS
from models.text import tidy
from tui.conflicts import all_conflicts
from tui.conflicts import key_of as key_of_conflict
from tui.details import heading
from tui.doing.moving import point_at
from tui.doing.settling import show_conflicts
from tui.other_words import OTHER_WORDS
from tui.panes.rows import aimed_at, key_of
from tui.widgets.pick import Entry, Pick


if TYPE_CHECKING:
    from tui.board import Board


CONFLICT = "conflict"


def what_is_wrong(board: Board) -> None:
    """List clashes, conflicts and damage; Enter goes there, and to settle a conflict."""
    entries = list(_wrong(board))
    if not entries:
        board.say("Nothing is wrong that the board knows of.", "good")
        return
    _pick(board, "What is wrong", entries, lambda entry: _go(board, entry))


def _wrong(board: Board) -> Iterator[Entry]:
    office = board.office
    for number, each in enumerate(office.findings):
        yield Entry(f"{number}|{key_of(each.about[0])}", each.words, "!", "clash")
    for conflict in all_conflicts(office):
        aimed = Aimed(conflict.kind, conflict.id)
        words = f"{office.called(aimed)}: {heading(conflict)} has {len(conflict.heads)} values"
        yield Entry(f"{key_of_conflict(conflict)}|{key_of(aimed)}", words, "≠", CONFLICT)
    for number, fault in enumerate(office.production.faults()):
        words = "worth knowing" if fault.settled else "files"
        yield Entry(f"f{number}|", tidy(fault.words), "~", words)


def _go(board: Board, entry: Entry) -> None:
    name, _, key = entry.name.rpartition("|")
    if not key:
        board.say(entry.words, "doubt")
        return
    if aimed_at(key).kind in KINDS:
        point_at(board, aimed_at(key))
    if entry.group == CONFLICT:
        show_conflicts(board, name)


def keys(board: Board) -> None:
    """Find a key by what it does."""
    _pick(board, "Keys", actions(board), lambda entry: board.action_act(entry.name))


def palette(board: Board) -> None:
    """Find an action by its words."""
    _pick(board, "Do", actions(board), lambda entry: board.action_act(entry.name))


def actions(board: Board) -> list[Entry]:
    """All actions as a list to choose from, the impossible ones with their reason."""
    found = []
    for each in board.actions:
        reason = each.blocked(board)
        also = OTHER_WORDS.get(each.id, "")
        found.append(
            Entry(each.id, each.words, each.all_keys, each.group, not reason, reason, also)
        )
    return [*found, _saving(board)]


def _saving(board: Board) -> Entry:
    """What beginners look for, and need not."""
    words = "save: no key; what you enter is saved at once"
    reason = f"all that was entered is saved already; {board.key('undo')} takes it back."
    return Entry("save", words, "", "working", enabled=False, reason=reason, also="store write")


def look_up(board: Board) -> None:
    """Look up anybody and anything; Enter goes there."""
    from tui.lookup import Lookup

    def go(entry: Entry | None) -> None:
        if entry:
            point_at(board, _as_called(board, aimed_at(entry.name)))

    board.app.push_screen(Lookup(board.office), go)


def _as_called(board: Board, aimed: Aimed) -> Aimed:
    """Somebody's call on the day in view in place of themselves: the crew pane shows that."""
    calls = board.office.on_day("call") if aimed.kind == "person" else ()
    own = (str(each["id"]) for each in calls if each.get("person") == aimed.id)
    call = next(own, None)
    return Aimed("call", call) if call else aimed


def _pick(board: Board, title: str, entries: Sequence[Entry], take: Callable[[Entry], Any]) -> None:
    board.app.push_screen(Pick(title, entries), lambda entry: take(entry) if entry else None)
