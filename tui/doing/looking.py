"""Looking: filter, all days, sorting, details, copying."""

from __future__ import annotations

import signal
from functools import partial
from typing import TYPE_CHECKING

from models.edits import Aimed
from models.kinds import KINDS
from models.said import disagreeing, taking
from models.words import said_words
from tui.conflicts import conflicts_of
from tui.details import FILES, Chosen, Details, value_words
from tui.doing.saving import save, sentence
from tui.lines import ChangeLine, FilterLine
from tui.panes.rows import key_of


if TYPE_CHECKING:
    from tui.board import Board
    from tui.office import Office


def filter_rows(board: Board) -> None:
    """Filter the pane while the words are typed."""
    pane = board.pane

    def show(text: str) -> int:
        pane.filter = text
        return pane.fill()

    board.type(FilterLine(board.office, pane.find, show, pane.filter), pane.filter)


def widen(board: Board) -> None:
    """All days in this pane, or the day in view again."""
    board.pane.widen()


def zoom(board: Board) -> None:
    """The pane alone, or all four."""
    board.all.zoom(alone=not board.all.zoomed)


def sort(board: Board) -> None:
    """Sort by the next column that is shown; after the last one in the pane's own order again."""
    grid = board.pane.grid
    labels = {"": "", **{column.key: column.label for column in grid.columns_shown}}
    keys = list(labels)
    now = keys[(keys.index(grid.sorted_by) + 1) % len(keys)] if grid.sorted_by in keys else ""
    grid.sort_by(now)
    board.say(f"Sorted by {labels[now]}." if now else "In the pane's own order.")


def redraw(board: Board) -> None:
    """Send the whole screen again: a message of the system, or a bad link, may have garbled it."""
    signal.raise_signal(signal.SIGWINCH)  # as after a resize, nothing is taken for shown
    board.refresh()
    board.say("Drawn again.")


def copy(board: Board) -> None:
    """Copy the marked rows, or the one under the cursor, to the terminal's clipboard (OSC 52)."""
    places = (board.pane.rows.place(key_of(each)) for each in board.pane.chosen)
    rows = [board.pane.rows[at] for at in sorted(at for at in places if at is not None)]
    text = "\n".join("  ".join(cell for cell in row.cells if cell) for row in rows)
    board.app.copy_to_clipboard(text)
    board.say(f"Copied {len(rows)} {'row' if len(rows) == 1 else 'rows'}.")


def details(board: Board) -> None:
    """Everything about the record under the cursor; Enter on a field changes it."""
    if board.pane.pointed:
        open_details(board, board.pane.pointed)


def open_details(board: Board, aimed: Aimed) -> None:
    """Open a record's details; a field chosen there is typed anew, a value in conflict settled."""
    board.app.push_screen(Details(board.office, aimed), partial(choose, board, aimed))


def choose(board: Board, aimed: Aimed, key: str | None) -> None:
    """Do what was chosen on a record's details."""
    if not key:
        return
    if board.office.production.readonly:
        board.say(board.office.production.readonly, "doubt")
        return
    chosen = Chosen.of(key)
    if chosen.head == FILES:
        _take_said(board, aimed, chosen.field)
    elif chosen.head < 0:
        change_field(board, aimed, chosen.field)
    else:
        _settle(board, aimed, chosen)


def _take_said(board: Board, aimed: Aimed, key: str) -> None:
    """Give a field the value a file has for it; others may have done so before."""
    office = board.office
    found = disagreeing(office.document(aimed))
    said = next((each for each in found if each.key == key), None)
    if said is None:
        board.say("The file says the same by now.")
        return
    value = said_words(aimed.kind, said, office.desk)
    did = f"took {value} from {said.source} for {office.called(aimed)}"

    def take() -> str:
        office.set({aimed: taking(said)}, did)
        return f"{sentence(did)} {board.key('undo')} takes that back."

    save(board, take)


def _settle(board: Board, aimed: Aimed, chosen: Chosen) -> None:
    """Set the one of the values in conflict that was chosen; others may have settled it before."""
    office = board.office
    conflict = next((c for c in conflicts_of(office, aimed) if c.field == chosen.field), None)
    if conflict is None or chosen.head >= len(conflict.heads):
        board.say("Somebody has settled that meanwhile.")
        return
    head = conflict.heads[chosen.head]
    said = f"settled {office.called(aimed)}: {value_words(office, conflict, head)}"

    def settle() -> str:
        office.set({aimed: {conflict.field: head.value}}, said)
        return f"{sentence(said)} {board.key('undo')} takes that back."

    save(board, settle)


def change_field(board: Board, aimed: Aimed, field: str) -> None:
    """Type another value for one field, which is there to begin with."""
    board.type(*field_line(board.office, aimed, field))


def field_line(office: Office, aimed: Aimed, field: str) -> tuple[ChangeLine, str]:
    """The line that changes one field of a record, and the text it begins with."""
    each = KINDS[aimed.kind].slots()[field]
    held = office.document(aimed).get(field)
    text = f"{field}:"
    if held is not None and not each.type.many:
        text += each.type.write(held, office.desk)
    return ChangeLine(office, (aimed,)), text
