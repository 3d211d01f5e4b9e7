"""The user's own keys: what a keys file makes of the table, and what it says of a wrong one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from store.keys_file import MOST_BYTES
from tests.tui.coordinator import at_board
from tests.tui.terminal_of import board_of
from tui.actions import ACTIONS
from tui.key_names import NAMED, NoKey, key_of, shown_key
from tui.keymap import AS_THEY_COME, Keys, keys_now
from tui.widgets.facts import Facts


README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def keys_file(isolated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's keys are; there is no such file yet."""
    monkeypatch.setenv("CALLBOARD_CONFIG", str(tmp_path / "config"))
    (tmp_path / "config").mkdir()
    return tmp_path / "config" / "keys.toml"


def keys_with(file: Path, *lines: str) -> Keys:
    file.write_text("\n".join(("[keys]", *lines)), encoding="utf-8")
    return keys_now()


def of(keys: Keys, name: str) -> str:
    return next(each.all_keys for each in keys.actions if each.id == name)


def test_without_a_file_the_keys_are_those_of_the_table(keys_file: Path) -> None:
    assert AS_THEY_COME == keys_now()


@pytest.mark.parametrize(
    ("line", "name", "shown"),
    [
        ('delete = "D"', "delete", "D"),
        ('down = ["i", "↓", "ctrl+n"]', "down", "i ↓ ctrl+n"),
        ('page_down = ["PageDown", "pgdn", "F5"]', "page_down", "PgDn F5"),
        ('sync = ""', "sync", ""),
        ("sync = []", "sync", ""),
        ("sync = false", "sync", ""),
        ('"sync" = "ä"', "sync", "ä"),
        ('sync = ","', "sync", ","),
        ('sync = "shift+b"', "sync", "B"),
        ('sync = "Alt+V"', "sync", "alt+v"),
        ('sync = "ctrl+Home"', "sync", "ctrl+Home"),
        ('sync = "shift+↑"', "sync", "shift+↑"),
        ('sync = "Shift+PgDn"', "sync", "shift+PgDn"),
        ('sync = "CTRL+N"', "sync", "ctrl+n"),
        ('mark = ["m", " "]', "mark", "m Space"),
    ],
)
def test_a_line_of_the_file_changes_the_keys_of_one_action(
    keys_file: Path, line: str, name: str, shown: str
) -> None:
    keys = keys_with(keys_file, line)

    assert shown == of(keys, name)
    assert () == keys.problems
    assert [name] == [
        each.id for each, now in zip(ACTIONS, keys.actions, strict=True) if each != now
    ]


def test_two_actions_may_change_places(keys_file: Path) -> None:
    keys = keys_with(keys_file, 'delete = "x"', 'next = "d"')

    assert ("x", "d", ()) == (of(keys, "delete"), of(keys, "next"), keys.problems)


def test_a_key_is_free_once_its_action_is_switched_off(keys_file: Path) -> None:
    keys = keys_with(keys_file, 'delete = "x"', "next = false")

    assert ("x", "", ()) == (of(keys, "delete"), of(keys, "next"), keys.problems)


class Wrong(NamedTuple):
    """Lines of a keys file, and the one sentence about them."""

    lines: tuple[str, ...]
    said: str


WRONG = [
    Wrong(
        ('delete = "x"',),
        "keys.toml, line 2: x is given to 'delete', but x is 'next' (next state). "
        "Give 'next' another key too, or switch it off: next = false.",
    ),
    Wrong(
        ('sync = "z"', 'copy = "z"'),
        "keys.toml, line 3: z is given to both 'sync' and 'copy'. 'sync' has it.",
    ),
    Wrong(
        ('delete = ["d", "x"]', 'next = ["x", "v"]'),
        "keys.toml, line 2: x is given to both 'next' and 'delete'. 'next' has it.",
    ),
    Wrong(('delte = "D"',), "keys.toml, line 2: there is no action 'delte'; do you mean 'delete'?"),
    Wrong(
        ('fly = "D"',),
        "keys.toml, line 2: there is no action 'fly'; 'callboard keys' lists them all.",
    ),
    Wrong(
        ('copy = "ctrl+m"',),
        "keys.toml, line 2: copy: terminals send ctrl+m as Enter: the two cannot be told apart.",
    ),
    Wrong(
        ('copy = "Ctrl+["',),
        "keys.toml, line 2: copy: terminals send Ctrl+[ as Esc: the two cannot be told apart.",
    ),
    Wrong(
        ('copy = "alt+b"',),
        "keys.toml, line 2: copy: terminals send alt+b as ctrl+←: the two cannot be told apart.",
    ),
    Wrong(
        ('copy = "ctrl+shift+x"',),
        "keys.toml, line 2: copy: no terminal sends ctrl+shift+x as a key of its own.",
    ),
    Wrong(
        ('copy = "Esc"',),
        "keys.toml, line 2: copy: Esc leaves whatever is open and cannot be given to anything "
        "else.",
    ),
    Wrong(('copy = "PgDwn"',), "keys.toml, line 2: copy: 'PgDwn' is no key; do you mean PgDn?"),
    Wrong(
        ('copy = "b B"',),
        'keys.toml, line 2: copy: \'b B\' is no key; several keys are written ["b", "B"].',
    ),
    Wrong(
        ("schedule = 1",),
        'keys.toml, line 2: schedule: one key is written "x", several ["x", "F5"], none false.',
    ),
    Wrong(
        ("quit = false",),
        "keys.toml, line 2: 'quit' cannot be switched off; give it another key.",
    ),
    Wrong(('help = ""',), "keys.toml, line 2: 'help' cannot be switched off; give it another key."),
]


@pytest.mark.parametrize("wrong", WRONG, ids=[" ".join(each.lines) for each in WRONG])
def test_what_is_wrong_is_said_by_name_and_all_else_counts(keys_file: Path, wrong: Wrong) -> None:
    keys = keys_with(keys_file, *wrong.lines, 'undo = "Z"')

    assert (wrong.said,) == keys.problems
    assert "Z" == of(keys, "undo")
    assert sorted(key for each in keys.actions for key in each.keys) == sorted(
        {key for each in keys.actions for key in each.keys}
    )


def test_the_readme_shows_a_file_that_works(keys_file: Path) -> None:
    example = README.read_text(encoding="utf-8").partition("```\n[keys]\n")[2].partition("```")[0]
    keys = keys_with(keys_file, example)

    assert ("D", "n ↓", "j", "") == tuple(
        of(keys, each) for each in ("delete", "down", "clash", "sync")
    )
    assert () == keys.problems


def test_a_change_that_depends_on_a_refused_one_is_refused_too(keys_file: Path) -> None:
    keys = keys_with(keys_file, 'undo = "d"', 'delete = "x"')

    assert ("u", "d") == (of(keys, "undo"), of(keys, "delete"))
    assert ["line 2: d is given to 'undo'", "line 3: x is given to 'delete'"] == [
        each.removeprefix("keys.toml, ").partition(",")[0] for each in keys.problems
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('delete = "D"', "line 1: 'delete' stands outside [keys]. Put a line [keys] above it."),
        ('colour = "red"', "line 1: 'colour' means nothing here. All keys stand under [keys]."),
        ('keys = "D"', "line 1: 'keys' is the table of all keys: a line [keys] with them below"),
        ("[keys]\ndelete = D", "cannot be understood: Invalid value (at line 2"),
        ('[keys]\nredo = "R"\nredo = "B"', "cannot be understood: Cannot overwrite a value"),
        ("#" * MOST_BYTES + "\n", "cannot be understood: it is far too long. No key is changed."),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_said(keys_file: Path, text: str, said: str) -> None:
    keys_file.write_text(text, encoding="utf-8")
    keys = keys_now()

    assert said in "".join(keys.problems)
    assert ACTIONS == keys.actions


def test_a_file_in_another_encoding_is_said(keys_file: Path) -> None:
    keys_file.write_bytes('[keys]\ndelete = "ä"\n'.encode("latin-1"))

    assert "keys.toml cannot be understood: 'utf-8' codec" in keys_now().note


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_file_is_never_waited_for(keys_file: Path, make: type) -> None:
    make(keys_file)

    assert f"{keys_file} cannot be read: it is no file." == keys_now().note


@pytest.mark.parametrize("key", sorted({key for each in ACTIONS for key in each.keys}))
def test_every_key_of_the_table_can_be_written_as_it_is_shown(key: str) -> None:
    assert key == key_of(shown_key(key))


@pytest.mark.parametrize("name", NAMED)
def test_a_named_key_can_be_written_by_either_name(name: str) -> None:
    assert name == key_of(NAMED[name]) == key_of(name)


@pytest.mark.parametrize("text", ["", "\x1b", "abc", "hyper+x", "ctrl+ä", "[bold]", "ctrl++"])
def test_no_other_text_is_a_key(text: str) -> None:
    with pytest.raises(NoKey):
        key_of(text)


async def test_the_board_goes_by_the_users_keys_and_shows_them(
    folder: Path, keys_file: Path
) -> None:
    keys = keys_with(keys_file, 'down = ["i", "↓"]', 'undo = ","', 'add = "+"', "forward = false")
    async with at_board(folder, keys=keys) as mia:
        await mia.presses("3")
        top = mia.pane.grid.key
        await mia.presses("j")
        assert top == mia.pane.grid.key
        await mia.presses("i")
        below = mia.pane.grid.key
        assert top != below
        await mia.presses("up", "down")
        assert below == mia.pane.grid.key
        await mia.presses("x", "comma")
        assert None is mia.records("run")["M2"].get("status")
        await mia.presses("g")
        assert mia.lines[-1].startswith("+ add")
        await mia.presses("question_mark")
        assert mia.sees("i ↓")
        await mia.presses("escape", "+")

        assert mia.board.foot.line is not None


async def test_lists_over_the_board_go_by_the_users_keys(folder: Path, keys_file: Path) -> None:
    keys = keys_with(keys_file, 'down = "i"', 'mark = "m"')
    async with at_board(folder, keys=keys) as mia:
        await mia.presses("3", "o")
        facts = mia.app.screen.query_one(Facts)
        top = facts.fact
        await mia.presses("j")
        assert top == facts.fact
        await mia.presses("i")

        assert top != facts.fact


async def test_an_action_without_a_key_is_still_found_by_its_words(
    folder: Path, keys_file: Path
) -> None:
    async with at_board(folder, keys=keys_with(keys_file, "sort = false")) as mia:
        await mia.presses("3", "s")
        assert "" == mia.pane.grid.sorted_by
        await mia.presses("colon")
        await mia.types("sort by")
        await mia.presses("enter")

        assert "" != mia.pane.grid.sorted_by


async def test_sentences_about_what_was_done_name_the_users_keys(
    folder: Path, keys_file: Path
) -> None:
    keys = keys_with(keys_file, 'undo = "z"', 'next = "v"', 'add = "i"')
    async with at_board(folder, keys=keys) as mia:
        await mia.presses("3", "d")
        assert mia.sees("z brings it back.")
        await mia.presses("z", "2")
        await mia.points_at("Tom Frei")
        await mia.presses("v")
        assert mia.sees("To call: press i and type tom 0630")
        await mia.presses("question_mark")
        await mia.types("save")

        assert mia.sees("saved already; z takes it back.")


async def test_what_is_wrong_with_the_keys_is_said_when_the_board_opens(
    folder: Path, keys_file: Path
) -> None:
    keys = keys_with(keys_file, 'delete = "x"', 'fly = "D"')
    async with at_board(folder, keys=keys) as mia:
        await mia.until(lambda: mia.sees("x is given to 'delete', but x is 'next'"))
        await mia.until(lambda: mia.sees("(1 more: 'callboard keys' says all.)"))
        await mia.presses("3", "d")

        assert {"M2", "M3"} == mia.records("run").keys()


SENT = {
    "ctrl+n": "\x0e",
    "F5": "\x1b[15~",
    "ä": "ä",
    ",": ",",
    "alt+v": "\x1bv",
    "ctrl+←": "\x1bb",
    "shift+↑": "\x1b[1;2A",
    "Del": "\x1b[3~",
    "ctrl+PgDn": "\x1b[6;5~",
}
"""Keys as they are written, and what a terminal sends for them."""


def test_every_sort_of_key_reaches_the_board_through_a_terminal(
    folder: Path, keys_file: Path
) -> None:
    assert () == keys_with(keys_file, f"crew = {list(SENT)!r}").problems
    with board_of(folder) as board:
        for sent in SENT.values():
            board.presses("1")
            board.until_sees("Pgs")
            board.presses(sent)
            board.until_sees("HMU")
