"""Text as it may be kept, compared and shown.

Data comes from other people's files and keyboards: control characters, line breaks and
writing-direction overrides in it would reach somebody's terminal, so they are taken out
where text enters a record and made visible where text is shown.
"""

from __future__ import annotations

import unicodedata

from models.pattern import pattern


_UNSEEN = pattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
_SPACES = pattern(r"\s+")


def clean(text: str) -> str:
    """Make what must not reach a terminal visible as a middle dot."""
    return text if _is_simple(text) else _UNSEEN.sub("·", text)


def tidy(text: str) -> str:
    """Bring text into the one form that is kept: one line, one space, composed, no controls."""
    if _is_simple(text) and "  " not in text:
        return text.strip()
    spaced = _SPACES.sub(" ", text)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", _UNSEEN.sub("", spaced))).strip()


def _is_simple(text: str) -> bool:
    """Whether there are only the letters and marks of a typewriter, as in most of what is shown."""
    return text.isascii() and text.isprintable()


def fold(text: str) -> str:
    """Reduce text to what names are compared by: no case, no accents, single spaces."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


def squeeze(text: str) -> str:
    """Fold text and drop everything but letters and digits, so `Van 2` meets `van2`."""
    return "".join(mark for mark in fold(text) if mark.isalnum())


def an(word: str) -> str:
    """A word with the article it takes: `an issue`, `a run`."""
    return f"an {word}" if word[:1].lower() in "aeio" else f"a {word}"


_DIGITS = pattern(r"(\d+)")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that puts 2 before 10 and 12 before 12A."""
    return tuple(
        (0, int(part), "") if part.isdecimal() and part.isascii() else (1, 0, part)
        for part in _DIGITS.split(fold(text))
        if part
    )
