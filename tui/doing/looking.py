"""Looking: filter, details and history, what is wrong, keys, palette, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.desk import Desk
from models.edits import Aimed
from models.form import blanks, form
from models.kinds import KINDS, kind
from models.text import tidy
from models.when import show_day
from models.words import words
from tui.lines import ChangeLine, FilterLine
from tui.widgets.facts import Fact
from tui.widgets.pick import Entry
from tui.widgets.sheet import Sheet


if TYPE_CHECKING:
    from store.document import Conflict
    from tui.board import Board


def filter_rows(board: Board) -> None:
    """Filter the pane while the words are typed."""
    pane = board.pane

    def show(text: str) -> int:
        pane.filter = text
        return pane.fill()

    board.type(FilterLine(board.office, show, pane.filter), pane.filter)


def widen(board: Board) -> None:
    """All days in this pane, or the day in view again."""
    board.pane.widen()


def zoom(board: Board) -> None:
    """The pane alone, or all four."""
    board.zoom()


def sort(board: Board) -> None:
    """Sort by the next column; after the last one in the pane's own order again."""
    grid = board.pane.grid
    keys = ["", *(column.key for column in grid.columns)]
    now = keys[(keys.index(grid.sorted_by) + 1) % len(keys)]
    grid.sort_by(now)
    board.say(f"Sorted by {now}." if now else "In the pane's own order.")


def copy(board: Board) -> None:
    """Copy the marked rows, or the one under the cursor, to the terminal's clipboard (OSC 52)."""
    chosen = {f"{each.kind}/{each.id}" for each in board.pane.chosen}
    rows = [row for row in board.pane.rows if row.key in chosen]
    text = "\n".join("  ".join(cell for cell in row.cells if cell) for row in rows)
    board.app.copy_to_clipboard(text)
    board.say(f"Copied {len(rows)} {'row' if len(rows) == 1 else 'rows'}.")


def details(board: Board) -> None:
    """Everything about the record under the cursor; Enter on a field changes it."""
    aimed = board.pane.pointed
    if aimed:
        board.show_details(aimed)


def sheet(board: Board, aimed: Aimed) -> Sheet:
    """The details of a record, as it is now."""
    return Sheet(board.office.called(aimed), facts(board, aimed), history(board, aimed))


def facts(board: Board, aimed: Aimed) -> tuple[Fact, ...]:
    """The fields of a record, those in conflict with every value, and what is still blank."""
    office = board.office
    document, of = office.document(aimed), kind(aimed.kind)
    disputed = {
        each.field: each for each in office.production.conflicts() if (each.kind, each.id) == aimed
    }
    found = [Fact("number", str(document.get("number") or ""))]
    found += [
        Fact(entry.heading, entry.shown, entry.field if entry.field in of.slots() else "")
        for entry in form(of, document, office.desk)
    ]
    for field, conflict in disputed.items():
        found += _heads(field, conflict, office.desk)
    typed = (
        Fact(entry.heading, f"({entry.shown})", entry.field, "faint")
        for entry in blanks(of, document)
    )
    return (*found, *typed)


def _heads(field: str, conflict: Conflict, desk: Desk) -> list[Fact]:
    lines = [Fact("", f"≠ {field}: two people set this without knowing of each other", "", "alarm")]
    for head in conflict.heads:
        who, _, _ = head.writer.partition("@")
        value = ", ".join(words(conflict.kind, {}, {field: head.value}, desk))
        lines.append(
            Fact(
                "≠",
                f"{value or 'nothing'}  {who}, {_when(head.at)}",
                field.partition("/")[0],
                "alarm",
            )
        )
    return lines


def history(board: Board, aimed: Aimed) -> tuple[str, ...]:
    """What happened to a record, the latest first."""
    entries = board.office.production.chronicle().of(aimed.kind, aimed.id)
    lines = []
    for entry in reversed(entries):
        who = entry.change.writer.partition("@")[0]
        said = "; ".join(words(aimed.kind, entry.before, entry.after, board.office.desk))
        lines.append(tidy(f"{_when(entry.change.at)}  {who}: {said or entry.change.did}"))
    return tuple(lines)


def _when(at: str) -> str:
    return f"{show_day(at[:10])[:-5]} {at[11:16]}"


def change_field(board: Board, aimed: Aimed, field: str) -> None:
    """Type another value for one field, which is there to begin with."""
    each = KINDS[aimed.kind].slots()[field]
    held = board.office.document(aimed).get(field)
    text = f"{field}:"
    if held is not None and not each.type.many:
        text += each.type.write(held, board.office.desk)
    board.type(ChangeLine(board.office, (aimed,)), text)


def what_is_wrong(board: Board) -> None:
    """List clashes, conflicts and damage; Enter goes there."""
    entries = list(_wrong(board))
    if not entries:
        board.say("Nothing is wrong that the board knows of.", "good")
        return
    board.pick("What is wrong", entries, lambda entry: board.point_at(_aimed(entry.name)))


def _wrong(board: Board) -> list[Entry]:
    office = board.office
    found = [
        Entry(f"{number}|{each.about[0].kind}/{each.about[0].id}", each.words, "!", "clash")
        for number, each in enumerate(office.findings)
    ]
    for number, conflict in enumerate(office.production.conflicts()):
        name = office.called(Aimed(conflict.kind, conflict.id))
        found.append(
            Entry(
                f"c{number}|{conflict.kind}/{conflict.id}",
                f"{name}: {conflict.field} has {len(conflict.heads)} values",
                "≠",
                "conflict",
            )
        )
    faults = enumerate(office.production.faults())
    return [
        *found,
        *(Entry(f"f{number}|", tidy(each.words), "~", "files") for number, each in faults),
    ]


def _aimed(name: str) -> Aimed | None:
    kind_, _, record = name.partition("|")[2].partition("/")
    return Aimed(kind_, record) if record else None


def keys(board: Board) -> None:
    """Find a key by what it does."""
    board.pick("Keys", board.entries(), board.act_on)


def palette(board: Board) -> None:
    """Find an action by its words."""
    board.pick("Do", board.entries(), board.act_on)
