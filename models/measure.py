"""Text measured in terminal cells: cut, padded and wrapped to a width.

A wide character takes two cells, a combining one none. Terminals disagree about characters that
join their neighbours (emoji families, skin tones, variation selectors), about fillers nobody sees
and a few signs that were made wide late, and one wrong width shifts the rest of the line. So what
joins is left out of what is shown, a flag is its two letters, the rest a dot; the record keeps all.

Left as they are: vowel signs of Indian scripts, which some terminals give a cell of their own
(without them a name is no name), and right-to-left names, in the order they are written. Terminals
that turn these round themselves take digits behind them along, into the next column; direction
marks would keep them apart, but those terminals leave them out of their reckoning, others print
them as boxes.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, east_asian_width, is_normalized, normalize

from models.pattern import pattern
from models.text import clean


ELLIPSIS = "…"
_JOINERS = pattern(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\u20dd-\u20e0\u20e2-\u20e4\u302e\u302f\u3164"
    "\ufe00-\ufe0f\uffa0\U00016ff0\U00016ff1\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)
# One cell in old tables, two in new ones, or the other way round; emoji of 2021 and later.
_DISPUTED = pattern(
    "[\u2630-\u2637\u268a-\u268f\u3248-\u324f\u4dc0-\u4dff"
    "\U0001d300-\U0001d356\U0001d360-\U0001d376\U0001f6dc-\U0001f6df\U0001f7f0"
    "\U0001fa75-\U0001fa77\U0001fa7b-\U0001fa7f\U0001fa87-\U0001fa8f\U0001faa9-\U0001faaf"
    "\U0001fab7-\U0001fabf\U0001fac3-\U0001facf\U0001fad7-\U0001faff]"
)
# Vowels and finals of Korean syllables written in parts: they go into the cells of the first.
_JOINING_JAMO = pattern("[\u1160-\u11ff\ud7b0-\ud7ff]")
# Marks the standard counts as formatting that are drawn all the same: soft hyphen, Arabic signs.
_SEEN_FORMATS = frozenset(
    (0xAD, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD)
)
# The halves of flags, and the letters they stand for.
_FLAGS = {0x1F1E6 + at: 0x41 + at for at in range(26)}
# One character, one cell: Latin, Greek and Cyrillic, dashes and quotes, arrows, frames.
_SINGLE = pattern("[ -~\u00a1-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2260]*")


def shown(text: str) -> str:
    """The text as a terminal may see it: composed, no controls, direction marks or joiners."""
    if text.isascii() and text.isprintable():
        return text
    seen = clean(text)
    if is_single(seen):
        return seen
    composed = seen if is_normalized("NFC", seen) else normalize("NFC", seen)
    told = _DISPUTED.sub("·", _JOINERS.sub("", composed)).translate(_FLAGS)
    if told.isprintable():  # what no Python knows is not
        return told
    return "".join("·" if _is_unknown(mark) else mark for mark in told)


def _is_unknown(mark: str) -> bool:
    """Whether this Python has no such character: of what width it is, nobody agrees.

    Two planes are for Chinese characters, also those to come.
    """
    return category(mark) == "Cn" and not 0x20000 <= ord(mark) <= 0x3FFFD


def is_single(text: str) -> bool:
    """Whether every character certainly takes one cell."""
    return (text.isascii() and text.isprintable()) or _SINGLE.fullmatch(text) is not None


def width_of(text: str) -> int:
    """The cells a text takes."""
    return len(text) if is_single(text) else cell_len(text)


@lru_cache(maxsize=4096)
def cell_len(text: str) -> int:
    """The cells of a text, its characters counted one by one."""
    return sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(mark: str) -> int:
    """The cells of one character, as Unicode has it and terminals draw it."""
    sort, code = category(mark), ord(mark)
    if sort[0] == "M" or _JOINING_JAMO.match(mark) or (sort == "Cf" and code not in _SEEN_FORMATS):
        return 0
    if _is_unknown(mark):
        return 1
    return 2 if east_asian_width(mark) in "WF" else 1


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, ending in an ellipsis where something is missing."""
    if width_of(text) <= width:
        return text
    if width <= 0:
        return ""
    return _head(text, width - 1) + ELLIPSIS


def fit(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` cells."""
    if len(text) <= width and is_single(text):
        return text.rjust(width) if right else text.ljust(width)
    short = cut(text, width)
    blank = " " * (width - width_of(short))
    return blank + short if right else short + blank


def wrap(text: str, width: int) -> tuple[str, ...]:
    """The text in lines of at most `width` cells, broken between words where there are any."""
    lines, line = [], ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width_of(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(word, max(1, width))
        lines.extend(whole)
    return (*lines, line)


def _broken(word: str, width: int) -> list[str]:
    """The word in parts, looked through once: somebody may have pasted a book without blanks."""
    if is_single(word):
        return [word[start : start + width] for start in range(0, len(word), width)]
    parts, begin, taken = [], 0, 0
    for index, mark in enumerate(word):
        cells = cell_len(mark)
        if taken + cells > width and index > begin:
            parts.append(word[begin:index])
            begin, taken = index, 0
        taken += cells
    return [*parts, word[begin:]]


def _head(text: str, width: int) -> str:
    if is_single(text):
        return text[:width]
    taken = 0
    for index, mark in enumerate(text):
        taken += cell_len(mark)
        if taken > width:
            return text[:index]
    return text
