"""Where one written character ends and the next begins: a letter with its marks is one.

Enough for what people type and paste into a line: combining marks of any script, emoji joined to
one another or with a colour of skin, and flags. Not the whole of the Unicode standard on segments.
"""

from __future__ import annotations

from unicodedata import category


JOINER = "\u200d"
_CLINGING = frozenset((JOINER, "\u200c", *map(chr, range(0x1F3FB, 0x1F400))))
_FLAG_HALVES = range(0x1F1E6, 0x1F200)


def after(text: str, at: int) -> int:
    """The end of the character that begins at a place; the place itself at the end of the text."""
    if at >= len(text):
        return len(text)
    end = at + 1
    while end < len(text) and not _is_boundary(text, end):
        end += 1
    return end


def before(text: str, at: int) -> int:
    """The beginning of the character that ends at a place; 0 at the beginning of the text."""
    start = max(0, at - 1)
    while start > 0 and not _is_boundary(text, start):
        start -= 1
    return start


def _is_boundary(text: str, at: int) -> bool:
    mark, last = text[at], text[at - 1]
    if mark.isascii() or last.isspace():
        return True
    if mark in _CLINGING or category(mark).startswith("M") or last == JOINER:
        return False
    return not (ord(mark) in _FLAG_HALVES and _halves_before(text, at) % 2)


def _halves_before(text: str, at: int) -> int:
    """How many halves of flags stand right before a place."""
    start = at
    while start and ord(text[start - 1]) in _FLAG_HALVES:
        start -= 1
    return at - start
