"""KIND and REF on the command line: which records are meant, with what the shell may complete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from models.errors import CallboardError, NoSuch
from models.text import fold
from tui.commands.speaking import Misread


if TYPE_CHECKING:
    from models.record import Record

    _Word = click.ParamType[Any]
else:
    _Word = click.ParamType  # click before 8.2 knows no type of a parameter's values


class KindWord(_Word):
    """The word of a kind: `run`, `runs`, or another word for it."""

    name = "kind"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> type[Record]:
        """The kind that is meant; raises Misread with the nearest word where there is none."""
        from models.kinds import KINDS, kind, kind_words

        if isinstance(value, type):
            return value
        try:
            return kind(value)
        except NoSuch:
            from difflib import get_close_matches

            near = get_close_matches(value.lower(), kind_words(), n=1)
            hint = f"Do you mean {near[0]}? " if near else ""
            raise Misread(f"'{value}' is no kind. {hint}Kinds: {', '.join(KINDS)}.") from None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The kinds that begin like what is there, with an example of each one's line."""
        from models.kinds import KINDS

        return [
            CompletionItem(word, help=of.example)
            for word, of in KINDS.items()
            if word.startswith(incomplete.lower())
        ]


class RecordWord(_Word):
    """A record by its number, its id or a part of its name; read once the kind is known."""

    name = "ref"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The numbers that begin like what is there, with what each record is called."""
        of = ctx.params.get("of")
        if of is None:
            return []
        try:
            office = ctx.obj.office()
        except (CallboardError, click.ClickException, OSError):
            return []
        from models.form import called

        return [
            CompletionItem(str(each["number"]), help=called(of.word, each, office.desk))
            for each in office.of(of.word).values()
            if fold(str(each.get("number") or "")).startswith(fold(incomplete)) and each["number"]
        ]


kind_argument = click.argument("of", metavar="KIND", type=KindWord())
