"""The README's table of keys, made from the table of actions."""

from __future__ import annotations

from tui.actions import ACTIONS, Action


BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"


def keys_table() -> str:
    """The Markdown between the two marks: a table, the actions of one group together."""
    groups = tuple(dict.fromkeys(each.group for each in ACTIONS))
    rows = [_row(each) for group in groups for each in ACTIONS if each.group == group]
    return "\n".join(("", "| keys | what they do | |", "|---|---|---|", *rows, ""))


def _row(action: Action) -> str:
    keys = " ".join(f"`{key}`" for key in action.all_keys.split())
    return f"| {keys} | {action.words} | {action.group} |"


def with_keys(readme: str) -> str:
    """The README with the table of today between the marks. Raises ValueError without them."""
    before, rest = readme.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n{keys_table()}\n{END}{after}"
