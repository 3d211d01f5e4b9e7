"""THE table of actions: what can be done on the board, with which key, and when it cannot.

The footer, the key help, the palette and the README's table of keys all come from it. An action
says why it is not possible now instead of hiding, so that hands find the others where they are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.named import NamedTuple
from tui import doing
from tui.doing import reasons
from tui.key_names import shown_key


if TYPE_CHECKING:
    from tui.board import Board


class Action(NamedTuple):
    """One thing that can be done.

    `footer` is the word the footer has for it, empty where it is only in the help; `blocked` gives
    the reason why it cannot be done now, empty where it can.
    """

    id: str
    keys: tuple[str, ...]
    words: str
    group: str
    act: Callable[[Board], None]
    footer: str = ""
    blocked: Callable[[Board], str] = reasons.never

    @property
    def key(self) -> str:
        """The key to show for it where there is room for one; empty where it has none."""
        return shown_key(self.keys[0]) if self.keys else ""

    @property
    def all_keys(self) -> str:
        """All its keys, as they are shown."""
        return " ".join(map(shown_key, self.keys))


TYPING, WORKING, MOVING, LOOKING = "typing", "working", "moving", "looking"

ACTIONS: tuple[Action, ...] = (
    Action("add", ("a",), "add by one line", TYPING, doing.add, "add", reasons.readonly),
    Action(
        "change",
        ("c",),
        "change this row, or all marked, by a few words",
        TYPING,
        doing.change,
        "change",
        reasons.no_record_to_change,
    ),
    Action(
        "mark",
        ("space",),
        "mark or unmark this row, and go on",
        WORKING,
        doing.mark,
        "mark",
        reasons.no_record,
    ),
    Action(
        "next",
        ("x",),
        "next state: told, confirmed, out, aboard, shot, done",
        WORKING,
        doing.next_state,
        "next state",
        doing.no_next_state,
    ),
    Action(
        "undo",
        ("u",),
        "undo your last change, also after a restart",
        WORKING,
        doing.undo,
        "undo",
        reasons.readonly,
    ),
    Action(
        "filter",
        ("/",),
        "filter: show only rows with the words you type",
        LOOKING,
        doing.filter_rows,
        "filter",
    ),
    Action(
        "lookup",
        ("l",),
        "look up anybody and anything: phone, call, runs",
        LOOKING,
        doing.look_up,
        "look up",
    ),
    Action(
        "edit",
        ("e",),
        "edit the whole line of this row",
        TYPING,
        doing.edit,
        "edit",
        reasons.no_record_to_change,
    ),
    Action(
        "details",
        ("o", "enter"),
        "open details and history; settle a conflict",
        LOOKING,
        doing.details,
        "open",
        reasons.no_record,
    ),
    Action(
        "issue",
        ("!",),
        "log an issue about this row, from any pane",
        TYPING,
        doing.log_issue,
        "issue",
        reasons.readonly,
    ),
    Action(
        "log",
        ("L",),
        "log what happens on the day: first, lunch, sc 42 done, delay 20m",
        TYPING,
        doing.log,
        "",
        reasons.readonly,
    ),
    Action(
        "paper",
        ("p",),
        "paper of this row as text: call sheet, transport order; again for the PDF, i to issue it",
        LOOKING,
        doing.paper,
        "paper",
    ),
    Action(
        "wide",
        ("w",),
        "all days in this pane, or the day in view",
        LOOKING,
        doing.widen,
        "all days",
    ),
    Action("back", ("-", "left"), "one day back", MOVING, doing.day_back, "day"),
    Action("forward", ("+", "=", "right"), "one day on", MOVING, doing.day_on),
    Action("today", ("t",), "today", MOVING, doing.today),
    Action("down", ("j", "down"), "down", MOVING, doing.down),
    Action("up", ("k", "up"), "up", MOVING, doing.up),
    Action("page_down", ("pagedown",), "a screen down", MOVING, doing.page_down),
    Action("page_up", ("pageup",), "a screen up", MOVING, doing.page_up),
    Action("top", ("g", "home"), "first row", MOVING, doing.top),
    Action("bottom", ("G", "end"), "last row", MOVING, doing.bottom),
    Action("schedule", ("1",), "schedule pane", MOVING, doing.pane(0)),
    Action("crew", ("2",), "crew pane", MOVING, doing.pane(1)),
    Action("transport", ("3",), "transport pane", MOVING, doing.pane(2)),
    Action("issues", ("4",), "issues pane", MOVING, doing.pane(3)),
    Action("pane", ("tab",), "next pane", MOVING, doing.next_pane),
    Action("pane_back", ("shift+tab",), "pane before", MOVING, doing.pane_before),
    Action("zoom", ("0",), "zoom: this pane alone, or all four", LOOKING, doing.zoom),
    Action(
        "strips",
        ("b",),
        "stripboard: all days strip by strip, with the boneyard",
        LOOKING,
        doing.strips,
    ),
    Action(
        "strip_down",
        ("J",),
        "move this strip, or all marked, one place down",
        WORKING,
        doing.strip_down,
        "",
        reasons.no_record_to_change,
    ),
    Action(
        "strip_up",
        ("K",),
        "move this strip, or all marked, one place up",
        WORKING,
        doing.strip_up,
        "",
        reasons.no_record_to_change,
    ),
    Action(
        "push",
        ("P",),
        "push or pull everything from the day in view on by some days",
        TYPING,
        doing.push,
        "",
        reasons.readonly,
    ),
    Action(
        "all",
        ("*",),
        "mark all rows shown, or none",
        WORKING,
        doing.mark_all,
        "",
        reasons.no_record,
    ),
    Action(
        "delete",
        ("d",),
        "delete this row, or all marked (undo brings them back)",
        WORKING,
        doing.remove,
        "",
        reasons.no_record_to_change,
    ),
    Action("redo", ("U",), "redo what you have undone", WORKING, doing.redo, "", reasons.readonly),
    Action(
        "repeat",
        (".",),
        "repeat the last change, on this row or all marked",
        WORKING,
        doing.repeat,
        "",
        reasons.nothing_to_repeat,
    ),
    Action(
        "clash",
        ("n",),
        "next row that needs you: ! clash, ? open, ≠ conflict",
        MOVING,
        doing.next_sign,
    ),
    Action("clash_back", ("N",), "row before that needs you", MOVING, doing.sign_before),
    Action("sort", ("s",), "sort by the next column", LOOKING, doing.sort),
    Action(
        "wrong", ("f",), "what is wrong: clashes, conflicts, damage", LOOKING, doing.what_is_wrong
    ),
    Action(
        "conflicts",
        ("C",),
        "conflicts: who set what knowing what; one key settles each",
        LOOKING,
        doing.conflicts,
        "",
        reasons.no_conflict,
    ),
    Action(
        "copy",
        ("y",),
        "copy this row, or all marked, as text",
        WORKING,
        doing.copy,
        "",
        reasons.no_record,
    ),
    Action("sync", ("S",), "sync with another folder, on a path or HOST:PATH", WORKING, doing.sync),
    Action(
        "import",
        ("I",),
        "import a script, a schedule or a list; accept it row by row",
        WORKING,
        doing.take_in,
        "",
        reasons.readonly,
    ),
    Action("redraw", ("R",), "redraw a garbled screen", LOOKING, doing.redraw),
    Action("palette", (":",), "find an action by its words", LOOKING, doing.palette),
    Action("quit", ("q",), "back: marks, filter, all days, zoom; then quit", MOVING, doing.leave),
    Action("help", ("?",), "help: find a key by what it does", LOOKING, doing.keys, "keys"),
)
BY_ID = {each.id: each for each in ACTIONS}
