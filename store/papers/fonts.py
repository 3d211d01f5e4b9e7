"""The typefaces of this machine: which one papers are set in, and the letters none of them has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category, name

from store.papers.letters import has, letters_of


if TYPE_CHECKING:
    from typst import Fonts


FACES = {
    **dict.fromkeys(("Inter", "Helvetica Neue", "Helvetica", "Arial", "Liberation Sans"), 1.0),
    **dict.fromkeys(("Segoe UI", "Roboto", "Noto Sans", "Open Sans"), 1.0),
    "DejaVu Sans": 0.9,
    "Libertinus Serif": 1.06,
}
"""In the order they are liked, with how large they are set: some are wide, some are small. The
last one is always there, for typst brings it."""

BUILT_IN = range(0x530)
"""Latin, Greek and Cyrillic, which the typeface typst brings has."""

PACKAGES = {
    "fonts-noto-cjk": ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "FULLWIDTH"),
    "fonts-noto-core": (),
}
"""What to install on Debian and Ubuntu for letters whose names begin so; the last for others."""


@lru_cache(maxsize=1)
def fonts() -> Fonts:
    """The typefaces of the system and those typst brings; looked for once, 90 ms."""
    from typst import Fonts

    return Fonts()


def chosen() -> str:
    """The family papers are set in. What it lacks is taken from any other that has it."""
    there = set(fonts().families())
    return next((each for each in FACES if each in there), [*FACES][-1])


def missing(texts: Iterable[str]) -> tuple[str, ...]:
    """The letters in texts that no typeface here has."""
    wanted = {mark for text in texts if not text.isascii() for mark in text}
    left = {mark for mark in wanted if ord(mark) not in BUILT_IN and _is_drawn(mark)}
    for face in fonts().fonts():
        if not left:
            break
        if face.path:
            spans = letters_of(face.path, face.index)
            left = {mark for mark in left if not has(spans, ord(mark))}
    return tuple(sorted(left))


def _is_drawn(mark: str) -> bool:
    return category(mark)[0] in "LMN"


def what_is_missing(texts: Iterable[str]) -> str:
    """A sentence about the letters no typeface here has, and what to install; empty without any."""
    lacking = missing(texts)
    if not lacking:
        return ""
    packages = dict.fromkeys(map(_package, lacking))
    some = "".join(lacking[:12]) + ("…" if len(lacking) > 12 else "")
    return (
        f"No typeface here has {some}: the PDF shows boxes. Install one that has (Debian, "
        f"Ubuntu: {' '.join(packages)}) and write it again."
    )


def _package(mark: str) -> str:
    first = name(mark, "").partition(" ")[0]
    return next((each for each, words in PACKAGES.items() if first in words), [*PACKAGES][-1])
