"""What a coordinator does most often in a day, and the keys it takes on the board.

`python -m tests.tui.keystrokes` writes the README's table of them anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.key_names import shown_key


if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tui.coordinator import Coordinator

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- day: begin -->", "<!-- day: end -->"
ANYWHERE = ""


class Task(NamedTuple):
    """One thing to be done: where somebody is then, what they press, and how one sees it is done.

    `pane` is the key of the pane they are in (any, where it is empty) and `row` words of the row
    under the cursor; neither is counted. A step in quotes is typed, any other is a key.
    """

    action: str
    pane: str
    row: str
    steps: tuple[str, ...]
    done: Callable[[Coordinator], Any]
    wanted: Any

    @property
    def keys(self) -> int:
        """The keys it takes."""
        return sum(len(each) - 1 if each.startswith('"') else 1 for each in self.steps)

    @property
    def typed(self) -> str:
        """The steps as the README has them."""
        return " ".join(
            f"`{each[1:] if each.startswith(chr(34)) else shown_key(each)}`" for each in self.steps
        )


def fields(word: str, number: str, *names: str) -> Callable[[Coordinator], Any]:
    """The fields of a record, as they are in the store."""
    return lambda mia: tuple(mia.records(word)[number].get(name) for name in names)


def names(held: Any, somebody: Coordinator, *, kind: str = "person") -> str:
    """What references are called."""
    each = [held] if isinstance(held, str) else list(held or ())
    return ", ".join(somebody.office.desk.directory.show(kind, one) for one in each)


def newest(word: str, *names: str) -> Callable[[Coordinator], Any]:
    """The fields of the record made last."""
    return lambda mia: tuple(
        (list(mia.records(word).values()) or [{}])[-1].get(name) for name in names
    )


def sees(*words: str) -> Callable[[Coordinator], Any]:
    """Which of the words are on the screen."""
    return lambda mia: tuple(each for each in words if mia.sees(each))


def calls(mia: Coordinator) -> Any:
    """The time of every call of the day."""
    return tuple(each.get("call") for each in mia.records("call").values())


def driver(mia: Coordinator) -> Any:
    """Who drives the first run, and in what."""
    return names(mia.records("run")["M1"].get("driver"), mia)


TASKS: tuple[Task, ...] = (
    Task(
        "add a run",
        "3",
        "",
        ("a", '"0615 van3 hotel>base anna ben', "enter"),
        newest("run", "leave", "day"),
        ("06:15", "2026-11-23"),
    ),
    Task(
        "a run that has to be there by a time; the pickup is worked out",
        "3",
        "",
        ("a", '"by 0640 anna hotel>base', "enter"),
        lambda mia: (*newest("run", "by", "leave")(mia), mia.row[:6]),
        ("06:40", None, "~06:25"),
    ),
    Task(
        "another driver on a run",
        "3",
        "05:40",
        ("c", '"drv reto', "enter"),
        driver,
        "Reto Caflisch",
    ),
    Task(
        "another vehicle on a run",
        "3",
        "05:40",
        ("c", '"van3', "enter"),
        lambda mia: names(mia.records("run")["M1"]["vehicle"], mia, kind="vehicle"),
        "Van 3",
    ),
    Task(
        "a run half an hour later, found from any pane",
        ANYWHERE,
        "",
        ("l", '"0540', "enter", "c", '"+30', "enter"),
        fields("run", "M1", "leave"),
        ("06:10",),
    ),
    Task(
        "a run told, out, aboard or done",
        "3",
        "05:40",
        ("x",),
        fields("run", "M1", "status"),
        ("told",),
    ),
    Task(
        "a department's call",
        "2",
        "",
        ("a", '"electric 0630', "enter"),
        newest("call", "department", "call"),
        ("Electric", "06:30"),
    ),
    Task(
        "all calls of the day half an hour later",
        "2",
        "",
        ("a", '"all +30', "enter"),
        calls,
        ("07:00", "07:15"),
    ),
    Task(
        "one person's times",
        "2",
        "",
        ("a", '"anna hmu 0610 set 0730', "enter"),
        fields("call", "M1", "hmu", "onset"),
        ("06:10", "07:30"),
    ),
    Task(
        "somebody told, then confirmed",
        "2",
        "Anna",
        ("x", "x"),
        fields("call", "M1", "status"),
        ("confirmed",),
    ),
    Task(
        "several told, then confirmed",
        "2",
        "Anna",
        ("space", "space", "x", "x"),
        lambda mia: {each.get("status") for each in mia.records("call").values()},
        {"confirmed"},
    ),
    Task(
        "who has not confirmed, the earliest first; again for the next",
        ANYWHERE,
        "",
        ("2", "n"),
        lambda mia: mia.row[:16],
        "06:45 Ben Okafor",
    ),
    Task(
        "log an issue, about the row under the cursor",
        ANYWHERE,
        "",
        ("!", '"genny late p1 +reto due 1400 #loc', "enter"),
        newest("issue", "title", "priority", "due", "status"),
        ("genny late", 1, "14:00", "open"),
    ),
    Task("close an issue", "4", "generator", ("x",), fields("issue", "M1", "status"), ("done",)),
    Task(
        "close it and say what was done",
        "4",
        "generator",
        ("c", '"done did "swapped it"', "enter"),
        fields("issue", "M1", "status", "outcome"),
        ("done", "swapped it"),
    ),
    Task(
        "escalate an issue to somebody else",
        "4",
        "walkies",
        ("c", '"p1 +tom', "enter"),
        lambda mia: (
            mia.records("issue")["M2"].get("priority"),
            names(mia.records("issue")["M2"].get("owner"), mia),
        ),
        (1, "Tom Frei"),
    ),
    Task(
        "a phone number by any part of name, role or number",
        ANYWHERE,
        "",
        ("l", '"gaff'),
        sees("Anna Keller, gaffer", "+41 79 555 01 22"),
        ("Anna Keller, gaffer", "+41 79 555 01 22"),
    ),
    Task(
        "copy it",
        ANYWHERE,
        "",
        ("l", '"gaff', "enter", "y"),
        lambda mia: "+41 79 555 01 22" in mia.app.clipboard,
        True,
    ),
    Task(
        "where somebody is now, and next",
        ANYWHERE,
        "",
        ("l", '"anna'),
        sees("05:40 hotel>base Van 2, 06:30 call"),
        ("05:40 hotel>base Van 2, 06:30 call",),
    ),
    Task(
        "a new crew member",
        "2",
        "",
        ("a", '"Joe Park, gaffer, +44 7700 900123, from 3/12', "enter"),
        newest("person", "name", "role", "start"),
        ("Joe Park", "gaffer", "2026-12-03"),
    ),
    Task(
        "days somebody is on hold",
        "2",
        "Tom",
        ("c", '"hold:25/11,26/11', "enter"),
        lambda mia: sorted(mia.records("person")["M4"].get("holds", ())),
        ["2026-11-25", "2026-11-26"],
    ),
    Task(
        "the day's first shot, now",
        ANYWHERE,
        "",
        ("L", '"first', "enter"),
        newest("log", "what", "at"),
        ("first-shot", "05:00"),
    ),
    Task(
        "lunch, wrap and the like at a time",
        ANYWHERE,
        "",
        ("L", '"lunch 1302', "enter"),
        newest("log", "what", "at"),
        ("lunch", "13:02"),
    ),
    Task("a scene shot", "1", "12A", ("x",), fields("scene", "M1", "state"), ("shot",)),
    Task(
        "a scene shot, with its setups",
        ANYWHERE,
        "",
        ("L", '"sc 12A done su14', "enter"),
        fields("scene", "M1", "state"),
        ("shot",),
    ),
    Task(
        "a scene shot in part, the rest owed",
        ANYWHERE,
        "",
        ("L", '"sc 12A part 1 2/8 owed', "enter"),
        fields("scene", "M1", "state"),
        ("part",),
    ),
    Task(
        "a scene on another day",
        "1",
        "12A",
        ("b", "m", '"fri', "enter"),
        fields("scene", "M1", "day"),
        ("2026-11-27",),
    ),
    Task(
        "everything from the day in view on a day later",
        "1",
        "",
        ("P", '"+1d', "enter"),
        fields("day", "M1", "date"),
        ("2026-11-24",),
    ),
    Task("the call sheet", "1", "", ("p",), sees("CALL SHEET 3"), ("CALL SHEET 3",)),
    Task(
        "the call sheet issued: prelim, final, revised",
        "1",
        "",
        ("p", "i"),
        lambda mia: tuple(each["stage"] for each in mia.records("document").values()),
        ("prelim",),
    ),
    Task(
        "a meeting, a reminder, a promise",
        "1",
        "",
        ("a", '"1630 Prod meeting +reto', "enter"),
        newest("event", "start", "title"),
        ("16:30", "Prod meeting"),
    ),
    Task("undo any of these", "2", "Anna", ("x", "u"), fields("call", "M1", "status"), (None,)),
)


PANES = {ANYWHERE: "any", "1": "schedule", "2": "crew", "3": "transport", "4": "issues"}


def day_table() -> str:
    """The Markdown between the two marks."""
    rows = [
        f"| {each.action} | {PANES[each.pane]}{', on its row' if each.row else ''} | {each.typed} "
        f"| {each.keys} |"
        for each in TASKS
    ]
    head = ("", "| what | in the pane | keys and words | keys |", "|---|---|---|---|")
    return "\n".join((*head, *rows, ""))


def with_day(readme: str) -> str:
    """The README with the table of today between the marks."""
    before, rest = readme.split(BEGIN)
    return f"{before}{BEGIN}\n{day_table()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    README.write_text(with_day(README.read_text(encoding="utf-8")), encoding="utf-8")
