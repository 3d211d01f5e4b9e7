"""Character cues: who speaks, without `(V.O.)`, `(CONT'D)` and the mark of dual dialogue."""

from __future__ import annotations

import re

from models.text import fold, tidy
from store.imports.fountain.emphasis import plain
from store.imports.fountain.headings import without_tags


LONGEST = 60
"""Letters a cue may have before it is a shouted line of action."""

_VOWELS = frozenset("aeiouy")
_TITLES = frozenset({"MR", "MRS", "MS", "DR", "ST", "SGT", "LT"})
_TOGETHER = re.compile(r" ?[/&,+] ?| (?:AND|UND|ET) ")


def is_cue(text: str) -> bool:
    """Whether an unstripped line, rightly placed, names a speaker: capitals, at least one letter.

    Two trailing spaces on a line of capitals say that it is action.
    """
    body = without_tags(text.strip())
    if len(body) > LONGEST or text.endswith("  ") or body.endswith(":"):
        return False
    name = _name(body)
    lower = any(mark.islower() and mark != "ß" for mark in name)
    return not lower and any(mark.isupper() for mark in name) and name[:1] not in "(<>"


def character(text: str) -> str:
    """The character a cue names; a cue forced by `@` keeps its small letters."""
    return _name(without_tags(text.strip()).removeprefix("@"))[:LONGEST].rstrip()


def is_dual(text: str) -> bool:
    """Whether the cue's speech is printed beside the one before."""
    return text.rstrip().endswith("^")


def speakers(name: str, known: frozenset[str]) -> tuple[str, ...]:
    """The characters of one cue: `MIRA & BEN` are two where each also speaks alone."""
    parts = tuple(part for part in _TOGETHER.split(name) if part)
    return parts if len(parts) > 1 and all(part in known for part in parts) else (name,)


def person_name(character: str) -> str:
    """A character as a person's name, until the actor's is known: `ANNA O'HARA` is Anna O'Hara."""
    if any(mark.islower() for mark in character):
        return character
    return " ".join(_capitalised(word) for word in character.split(" "))


def _capitalised(word: str) -> str:
    if word.rstrip(".") not in _TITLES and _is_sign(word):
        return word
    parts = re.split(r"([-'’/])", word)
    return "".join(
        part.lower() if at and len(part) == 1 else part[:1] + part[1:].lower()
        for at, part in enumerate(parts)
    )


def _is_sign(word: str) -> bool:
    """Whether a word is kept in capitals: C3PO and DJ are, for a digit or want of a vowel."""
    return not _VOWELS.intersection(fold(word)) or any(mark.isdigit() for mark in word)


def _name(body: str) -> str:
    name = body.partition("(")[0].rstrip().removesuffix("^")
    return tidy(plain(name.replace("^", " ")))
