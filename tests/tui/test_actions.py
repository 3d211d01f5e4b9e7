"""The table of actions, and what is made from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tui.actions import ACTIONS, BY_ID, Action
from tui.keys_table import BEGIN, END, keys_table, with_keys
from tui.other_words import OTHER_WORDS


README = Path(__file__).parents[2] / "README.md"
# On a German, Nordic or Swiss keyboard these need AltGr.
HARD_TO_TYPE = set("[]{}|@~\\")


def test_no_two_actions_have_the_same_key_or_name() -> None:
    keys = Counter(key for each in ACTIONS for key in each.keys)

    assert [] == [key for key, count in keys.items() if count > 1]
    assert len(ACTIONS) == len(BY_ID)


@pytest.mark.parametrize("action", ACTIONS, ids=[each.id for each in ACTIONS])
def test_an_action_has_words_a_group_and_plain_keys(action: Action) -> None:
    assert action.keys
    assert action.words
    assert action.words[0].islower()
    assert action.words[-1] != "."
    assert action.group in ("typing", "working", "moving", "looking")
    assert not [key for key in action.keys if key.startswith(("ctrl+", "alt+"))]
    assert not HARD_TO_TYPE.intersection(action.key)


def test_no_key_is_shown_by_the_name_textual_has_for_it() -> None:
    shown = {key for each in ACTIONS for key in each.all_keys.split()}

    assert set() == {key for key in shown if "_" in key}


def test_other_words_are_those_of_actions_there_are() -> None:
    assert set(BY_ID) == set(OTHER_WORDS)


def test_the_footer_begins_with_adding_and_ends_with_the_help() -> None:
    footer = [each for each in ACTIONS if each.footer]

    assert ("add", "help") == (footer[0].id, footer[-1].id)


def test_the_readme_has_the_keys_of_today() -> None:
    readme = README.read_text(encoding="utf-8")
    stands = readme.partition(BEGIN)[2].partition(END)[0]

    assert keys_table().strip() == stands.strip()
    assert readme == with_keys(readme)


def test_the_table_of_keys_has_a_row_for_every_action() -> None:
    rows = keys_table().strip().splitlines()[2:]

    assert len(ACTIONS) == len(rows)
    assert {each.words for each in ACTIONS} == {row.split(" | ")[1] for row in rows}
