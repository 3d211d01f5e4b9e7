"""`callboard keys`: what every key of the board does, as this user has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.line_command import LineCommand
from tui.commands.speaking import say, tell


if TYPE_CHECKING:
    from tui.actions import Action


@click.command(cls=LineCommand)
@click.option("--json", "as_array", is_flag=True, help="One JSON array on stdout.")
@click.pass_context
def keys(ctx: click.Context, *, as_array: bool) -> None:
    """List the keys of the board.

    Each line has the keys, the name of the action and what it does. To change keys, write
    keys.toml, where this command says: a line [keys], and under it lines such as delete = "D",
    page_down = ["PgDn", "b"], sync = false. The exit code is 1 where something in it is wrong.
    """
    from store.keys_file import keys_path
    from tui.keymap import keys_now

    now = keys_now()
    if as_array:
        from tui.commands.documents import as_json

        click.echo(as_json(_document(each) for each in now.actions))
    else:
        tell(_lines(now.actions))
    for problem in now.problems:
        say(problem)
    path = keys_path()
    if path:
        say(f"Your own keys are in {path}" if path.exists() else f"To change them, write {path}")
    if now.problems:
        ctx.exit(1)


def _lines(actions: tuple[Action, ...]) -> list[str]:
    keys = [each.all_keys or "(none)" for each in actions]
    widest, longest = max(map(len, keys)), max(len(each.id) for each in actions)
    return [
        f"{key:<{widest}}  {each.id:<{longest}}  {each.words}"
        for key, each in zip(keys, actions, strict=True)
    ]


def _document(action: Action) -> dict[str, object]:
    return {
        "action": action.id,
        "keys": action.all_keys.split(),
        "words": action.words,
        "group": action.group,
    }
