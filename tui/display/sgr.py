"""Styles of cells as the parameters of SGR sequences, and the shortest way from one to another."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias


Codes: TypeAlias = tuple[tuple[str, str], ...]
"""What is set and with which parameters: `(("bold", "1"), ("foreground", "38;5;9"))`."""

PLAIN = ""
RESET = "0"

# What a parameter sets, and the one that ends it. All others are ended by a reset only.
_SET = {
    "1": ("bold", "22"),
    "2": ("dim", "22"),
    "3": ("italic", "23"),
    "4": ("underline", "24"),
    "7": ("reverse", "27"),
    "9": ("strike", "29"),
    **{str(code): ("foreground", "39") for code in (*range(30, 39), *range(90, 98))},
    **{str(code): ("background", "49") for code in (*range(40, 49), *range(100, 108))},
}
_END = dict(_SET.values())
_DEFAULTS = {"39": "foreground", "49": "background"}
_UNSEEN_ON_BLANKS = frozenset({"bold", "dim", "italic", "foreground"})
_EXTENDED = {"5": 3, "2": 5}  # 38;5;n and 38;2;r;g;b


@lru_cache(1024)
def style_of(before: str, parameters: str) -> str:
    """The style after an SGR sequence, in one spelling for all that look the same."""
    style: dict[str, str] = dict(codes_of(before))
    for code in _split(parameters):
        if code in {"", RESET}:
            style.clear()
        elif code in _DEFAULTS:
            style.pop(_DEFAULTS[code], None)
        else:
            style[_what(code)] = code
    return ";".join(style[what] for what in sorted(style))


@lru_cache(1024)
def shows_on_blanks(style: str) -> bool:
    """Whether a blank in this style looks other than a plain one."""
    return not {what for what, _ in codes_of(style)} <= _UNSEEN_ON_BLANKS


@lru_cache(4096)
def change(before: str, after: str) -> str:
    """The shortest sequence that leads from one style to the other."""
    if before == after:
        return ""
    old, new = codes_of(before), codes_of(after)
    ways = [(RESET, *(code for _, code in new)) if new else ("",)]
    gone = {what for what, _ in old} - {what for what, _ in new}
    ended = {_END.get(what, "") for what in gone}
    still = {_END.get(what, "") for what, _ in new}
    if "" not in ended and not (ended & still):
        ways.append((*sorted(ended), *(code for what, code in new if (what, code) not in old)))
    return min((f"\x1b[{';'.join(way)}m" for way in ways), key=len)


@lru_cache(1024)
def codes_of(style: str) -> Codes:
    """What a style sets."""
    return tuple((_what(code), code) for code in _split(style)) if style else ()


def _what(code: str) -> str:
    return _SET.get(code.partition(";")[0], (f"code {code}", ""))[0]


def _split(parameters: str) -> list[str]:
    """The codes of a sequence, those of an extended colour in one."""
    codes, left = [], parameters.split(";")
    while left:
        size = _EXTENDED.get(left[1], 1) if left[0] in {"38", "48"} and len(left) > 1 else 1
        codes.append(";".join(left[:size]))
        del left[:size]
    return codes
