"""The tag of a writer: one to three capital letters that begin the numbers people say."""

from __future__ import annotations

import itertools
import string
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def choose_tag(writer: str, held: str, others: Mapping[str, str]) -> str:
    """The tag this writer goes on with: the one it holds, unless that was claimed twice.

    Of two that claimed the same one without knowing, the writer whose name sorts first keeps it.
    `others` are the other writers' tags by name.
    """
    if held and not any(tag == held and name < writer for name, tag in others.items()):
        return held
    taken = {held, *others.values()}
    return next(tag for tag in _candidates(writer) if tag not in taken)


def _candidates(writer: str) -> Iterator[str]:
    letters = [letter for letter in writer.partition("@")[0].upper() if letter.isalpha()] or ["W"]
    yield letters[0]
    yield from (letters[0] + letter for letter in letters[1:])
    for length in (1, 2, 3):
        for more in itertools.product(string.ascii_uppercase, repeat=length):
            yield letters[0] + "".join(more)
