"""Something wrong with a writer's files, said in words a coordinator can act on."""

from __future__ import annotations

from models.named import NamedTuple


class Fault(NamedTuple):
    """What is wrong, whose files it is in, and which file; `file` is empty if none.

    `settled` is for what is worth knowing and asks for nothing: nothing is lost or missing.
    """

    writer: str
    file: str
    words: str
    settled: bool = False


def plain(text: str) -> str:
    """Text from outside without control characters, short enough for a sentence."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)[:80]


def span(first: int, last: int) -> str:
    """`change 12`, or `changes 12-14`."""
    return f"change {first}" if first == last else f"changes {first}-{last}"
