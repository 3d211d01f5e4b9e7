"""The words a shell has cut a line into, made into one line again."""

from __future__ import annotations

from collections.abc import Sequence

from models.directory import quoted
from models.record import Record, field_words
from models.tokens import Token


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
