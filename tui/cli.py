"""The command line: the same product without a screen.

Nothing here loads Textual, pydantic or arrow; each command's file is loaded when it is called.
Exit codes are 0 for done, 1 for refused, wrong or not found, 2 for a line that is no command.
"""

from __future__ import annotations

import errno
import importlib
from typing import Any, cast

import click
from click.shell_completion import CompletionItem

from models.errors import CallboardError
from tui.commands import COMMANDS
from tui.commands.opening import Opening, at_option, production_option
from tui.commands.speaking import plain, refused
from tui.start import HERE


BOARD = "open"
HELP = {"help_option_names": ["-h", "--help"]}


class Callboard(click.Group):
    """The commands of `callboard`; a first word that is no command is a production to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of a production's life."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, its file loaded now; None where there is none."""
        home = COMMANDS.get(cmd_name)
        if home is None:
            return None
        module = importlib.import_module(f"tui.commands.{home.module}")
        return cast("click.Command", getattr(module, home.name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant: the board's own where the first word is a folder."""
        if args[0] in COMMANDS or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from tui.commands.board import meant_folder

        meant_folder(args[0])
        return BOARD, self.get_command(ctx, BOARD), args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options, and the productions in the folder we are in."""
        from tui.commands.board import folders_here

        folders = (each for each in folders_here() if each.startswith(incomplete))
        found = super().shell_complete(ctx, incomplete)
        return [*found, *(CompletionItem(each, help="open its board") for each in folders)]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what Callboard or the disk refuses becomes a sentence."""
        try:
            return super().invoke(ctx)
        except (CallboardError, OSError) as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise
            refusal = refused(error)
        refusal.show()
        return ctx.exit(refusal.exit_code)


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"callboard {version('callboard')}")
    except PackageNotFoundError:
        click.echo("callboard, a working copy that is not installed")
    ctx.exit()


@click.group(
    cls=Callboard,
    invoke_without_command=True,
    context_settings={**HELP, "obj": Opening()},
    subcommand_metavar="[PRODUCTION] | COMMAND ...",
    epilog=plain(
        """
        callboard nightfall                          opens the board on the folder nightfall
        callboard -p nightfall add run 0540 van2 'hotel>base' anna ben
        callboard -p nightfall list run --day fri
        """
    ),
)
@production_option(envvar=HERE, show_envvar=True)
@at_option
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Say which version this is.",
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """The production office in a terminal: schedule, crew, transport and issues on one board.

    Without a command it opens the board: on PRODUCTION, on the folder -p names, or on the
    folder you are in.
    """
    if ctx.invoked_subcommand is None:
        from tui.commands.board import open_board

        ctx.invoke(open_board)
