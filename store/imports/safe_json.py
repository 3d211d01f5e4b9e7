"""JSON from outside, read once and in one place; what cannot be read gets a sentence."""

from __future__ import annotations

import re

from models.errors import ImportRefused
from store.imports.encoding import decode, refuse_what_is_no_text


_DEEPEST = 100
_NO_NUMBER = re.compile(r"[:\[,]\s*(-?Infinity|NaN)\b")


def read_json(raw: bytes, source: str) -> tuple[object, str]:
    """The value in a file, and a note on its encoding or an empty one.

    Raises ImportRefused where it is empty, gigantic, truncated, nested beyond any schedule, or
    holds what is no JSON, such as NaN.
    """
    import orjson

    refuse_what_is_no_text(raw, source)
    text, note = decode(raw)
    if not text.strip():
        raise ImportRefused(f"{source} is empty.")
    _refuse_depth(text, source)
    try:
        return orjson.loads(text.encode("utf-8", errors="replace")), note
    except orjson.JSONDecodeError as error:
        raise ImportRefused(_why(text, error.pos, error.lineno, source)) from None


def _refuse_depth(text: str, source: str) -> None:
    """Refuse what opens far more lists than any schedule has inside one another."""
    depth = 0
    for mark in re.findall(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', text, re.DOTALL):
        if mark in ("[", "{"):
            depth += 1
            if depth > _DEEPEST:
                raise ImportRefused(
                    f"{source} is nested more than {_DEEPEST} levels deep; no schedule is."
                )
        elif mark in ("]", "}"):
            depth -= 1


def _why(text: str, at: int, line: int, source: str) -> str:
    if text.lstrip()[:1] not in ("{", "["):
        return f"{source} is no JSON, whatever its name says."
    if not text[at:].strip():
        return f"{source} ends in the middle, in line {line}: it was cut off. Export it again."
    if found := _NO_NUMBER.search(text):
        where = text.count("\n", 0, found.start(1)) + 1
        return (
            f"{source} has {found[1]} in line {where}, which is no number. "
            "Export it again, or write null there."
        )
    return f"{source} is damaged in line {line}. Export it again."
