"""Commands whose words may begin with a minus."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import click


class LineCommand(click.Command):
    """A command that leaves `-15`, `-anna` and `-#tag` on the line they belong to.

    Its own options are known by their whole name, wherever they stand; behind `--` all is line.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the options in front and close them off, so that the rest is never read as such."""
        options, words = self._parted(ctx, args)
        return super().parse_args(ctx, [*options, "--", *words])

    def _parted(self, ctx: click.Context, args: Sequence[str]) -> tuple[list[str], list[str]]:
        takes = {
            name: not (each.is_flag or each.count)
            for each in self.get_params(ctx)
            if isinstance(each, click.Option)
            for name in (*each.opts, *each.secondary_opts)
        }
        options: list[str] = []
        words: list[str] = []
        left = iter(args)
        for arg in left:
            if arg == "--":
                words += left
            elif arg in takes:
                options += [arg, *(islice(left, 1) if takes[arg] else ())]
            else:
                (options if arg.startswith("--") else words).append(arg)
        return options, words
