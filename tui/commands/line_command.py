"""Commands whose words may begin with a minus, and the words made into one line again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import click

from models.directory import quoted
from models.record import Record, field_words
from models.tokens import Token


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


def line_of(words: Sequence[str], of: type[Record]) -> str:
    """The entry line of what the shell has cut into words.

    One word is the whole line. Of several, one that holds a space was in quotes and is put
    back in quotes: `fri 1400 "Tech recce"`. On a line with commas such words are its parts.
    """
    if len(words) == 1:
        return words[0]
    if not of.commas:
        return filter_of(words, of)
    parts = any(" " in word for word in words) and not any("," in word for word in words)
    return (", " if parts else " ").join(one_value(word, of) or word for word in words)


def filter_of(words: Sequence[str], of: type[Record]) -> str:
    """The filter of what the shell has cut into words; one word is the whole filter."""
    return words[0] if len(words) == 1 else " ".join(_put_back(word, of) for word in words)


def _put_back(word: str, of: type[Record]) -> str:
    if not _needs(word):
        return word
    if found := one_value(word, of):
        return found
    if of.route and ">" in word:
        return ">".join(_quoted(part.strip()) for part in word.split(">"))
    if word[0] in "+-@#":
        return word[0] + _quoted(word[1:])
    return _quoted(word)


def one_value(word: str, of: type[Record]) -> str:
    """The line `note:two words` with its value in quotes; nothing where the word names no field."""
    name, value = Token(0, len(word), word).named
    field = field_words(of).get(name)
    if field is None or not _needs(value):
        return ""
    several = of.slots()[field].type
    if several.many or several.ordered:
        return f"{name}:{','.join(_quoted(part.strip()) for part in value.split(','))}"
    return f"{name}:{_quoted(value)}"


def _needs(word: str) -> bool:
    """Whether a word holds a space and no quotes of its own."""
    return '"' not in word and any(mark.isspace() for mark in word)


def _quoted(text: str) -> str:
    return quoted(text) if _needs(text) else text
