"""Emphasis marks of Fountain, which are typography and never part of a name."""

from __future__ import annotations


def plain(text: str) -> str:
    """Take `*` and `_` marks off; an escaped one and an underscore inside a word stay."""
    if "*" not in text and "_" not in text:
        return text
    kept: list[str] = []
    for at, mark in enumerate(text):
        escaped = at > 0 and text[at - 1] == "\\"
        if mark in "*_" and not escaped and not (mark == "_" and _inside_word(text, at)):
            continue
        if mark in "*_" and escaped:
            kept.pop()
        kept.append(mark)
    return "".join(kept)


def _inside_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
