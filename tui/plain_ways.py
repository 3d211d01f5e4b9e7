"""What stands for each of the board's actions where there is no screen: a command, in plain lines.

The README's table is made from it. An action without a way fails the tests.
"""

from __future__ import annotations

from models.named import NamedTuple


BEGIN, END = "<!-- plain: begin -->", "<!-- plain: end -->"


class Way(NamedTuple):
    """A command line, what it says or does, and the ids of the actions it stands for."""

    line: str
    words: str
    actions: tuple[str, ...]


WAYS = (
    Way(
        "today",
        "the top line and each pane in a few words, with every clash",
        ("today", "schedule", "crew", "transport", "issues", "pane", "pane_back"),
    ),
    Way(
        "list run --day tmr --plain",
        "the rows of a day, one a line, each value after its name; without `--day` of all days",
        ("back", "forward", "wide", "down", "up", "page_down", "page_up", "top", "bottom"),
    ),
    Way(
        "list run anna -ben",
        "only the rows a filter shows; what it says can be copied",
        ("filter", "copy"),
    ),
    Way(
        "list run --sort vehicle",
        "in the order of a field, `--sort -vehicle` from its end",
        ("sort",),
    ),
    Way(
        "show run 7",
        "everything about a record, a line a field; its own line; its clashes",
        ("details", "lookup"),
    ),
    Way("log run 7", "its history", ("details",)),
    Way(
        "add run 0540 van2 'hotel>base' anna",
        "a record; `--dry-run` only says what it means and what it would clash with",
        ("add",),
    ),
    Way("add issue 'late at the gate' 'about:run 7'", "an issue about a record", ("issue",)),
    Way(
        "add log lunch 1302",
        "a line of the day's log; without a time, now: first, wrap, 'sc 42 done su14'",
        ("log",),
    ),
    Way(
        "change run 7,9 -15",
        "a few words for a record, or for several named with commas",
        ("edit", "change", "mark", "all", "repeat"),
    ),
    Way("next run 7,9", "the next state: told, out, aboard, done", ("next",)),
    Way(
        "strips --day d3", "the stripboard; without `--day` all days and the boneyard", ("strips",)
    ),
    Way(
        "move scene 12A,12B d3",
        "strips put onto a day, `--after` one of its scenes, or into the `boneyard`",
        ("strip_down", "strip_up"),
    ),
    Way(
        "push 2d --from d3 --dry-run",
        "what moves if all from a day on is pushed; without `--dry-run` it is",
        ("push",),
    ),
    Way("remove run 7,9", "records removed", ("delete",)),
    Way("undo", "the last change taken back", ("undo",)),
    Way("redo", "and brought back", ("redo",)),
    Way("check", "what is wrong, on all days and in the files", ("wrong", "clash", "clash_back")),
    Way("conflicts", "who set what, knowing what", ("conflicts",)),
    Way("settle run 7 2", "and which value it shall be", ("conflicts",)),
    Way(
        "paper contact-sheet --day d3",
        "a paper as text; `-o FILE.pdf` writes it; without a name, all papers there are",
        ("paper",),
    ),
    Way(
        "issue call-sheet --day d3",
        "it goes out: prelim, final, then one colour after another",
        (),
    ),
    Way("issued call-sheet --day d3", "as it went out; without a name, all that did", ()),
    Way("sync /media/stick/nightfall", "an exchange with another folder", ("sync",)),
    Way(
        "import draft.fountain --review",
        "what a file would do, item by item; `--only 1,4-7` takes some of it in",
        ("import",),
    ),
    Way("import draft.fountain", "all of it, but for what was typed by hand", ("import",)),
    Way(
        'import blue.uss --board "First pass"',
        "the schedule as one of its boards has it; without a name, the first",
        ("import",),
    ),
    Way("versions", "every import that was accepted; `list scene --at v12` shows one", ()),
    Way("--help", "all commands; `callboard add --help` one of them", ("palette",)),
    Way("keys", "all actions of the board and their keys", ("help",)),
)
NEEDLESS = frozenset({"zoom", "redraw", "quit"})
"""What only a screen needs."""


def ways_table() -> str:
    """The Markdown between the two marks."""
    rows = (f"| `callboard {each.line}` | {each.words} |" for each in WAYS)
    return "\n".join(("", "| command | what it says or does |", "|---|---|", *rows, ""))


def with_ways(readme: str) -> str:
    """The README with the table of today between the marks. Raises ValueError without them."""
    before, rest = readme.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n{ways_table()}\n{END}{after}"
