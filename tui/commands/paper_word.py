"""PAPER on the command line: which paper is meant, with what the shell may complete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from models.errors import NoSuch
from tui.commands.speaking import Misread


if TYPE_CHECKING:
    from models.papers.source import PaperKind

    _Word = click.ParamType[Any]
else:
    _Word = click.ParamType  # click before 8.2 knows no type of a parameter's values


class PaperWord(_Word):
    """The word of a paper: `call-sheet`, also written `call sheet` or `callsheet`."""

    name = "paper"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PaperKind:
        """The paper that is meant; raises Misread with the nearest one where there is none."""
        from models.papers.papers import PAPERS, paper_kind
        from models.text import squeeze

        if not isinstance(value, str):
            kind: PaperKind = value
            return kind
        alike = {squeeze(word): word for word in PAPERS}
        try:
            return paper_kind(alike.get(squeeze(value), value))
        except NoSuch:
            from difflib import get_close_matches

            near = get_close_matches(squeeze(value), alike, n=1)
            hint = f"Do you mean {alike[near[0]]}? " if near else ""
            raise Misread(f"'{value}' is no paper. {hint}Papers: {', '.join(PAPERS)}.") from None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The papers that begin like what is there."""
        from models.papers.papers import PAPERS

        return [
            CompletionItem(word, help=kind.words)
            for word, kind in PAPERS.items()
            if word.startswith(incomplete.lower())
        ]
