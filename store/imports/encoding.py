"""Bytes of a text file to text, whatever program saved it."""

from __future__ import annotations

import codecs
import re

from models.errors import ImportRefused


MOST = 40_000_000
"""Bytes of a schedule or a script; the longest, with every mark of every draft, have a fifth."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]"
)
_BINARY_SHARE = 0.1


def decode(raw: bytes) -> tuple[str, str]:
    """Text with plain line ends and no control characters but the tab, and a note or an empty one.

    UTF-8 and UTF-16 are recognised; what is neither is read as Windows-1252, and the note says so.
    """
    text, note = _decoded(raw)
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")), note


def refuse_what_is_no_text(raw: bytes, source: str) -> None:
    """Raise ImportRefused for what is gigantic, or no text whatever its name says."""
    if len(raw) > MOST:
        raise ImportRefused(f"{source} has {len(raw) // 1_000_000} MB. Is it the right file?")
    if is_binary(raw):
        raise ImportRefused(f"{source} is not text, whatever its name says.")


def is_binary(raw: bytes) -> bool:
    """Whether the first bytes are no text in any encoding that is read here."""
    head = raw[:4096]
    if _encoding(head) != "utf-8" or not head:
        return False
    controls = sum(1 for byte in head if byte < 9 or 14 <= byte < 32)
    return b"\x00" in head or controls / len(head) > _BINARY_SHARE


def _decoded(raw: bytes) -> tuple[str, str]:
    encoding = _encoding(raw)
    try:
        return raw.decode(encoding), ""
    except UnicodeDecodeError:
        if encoding != "utf-8":
            return raw.decode(encoding, errors="replace"), "Some letters of the file are damaged."
    return raw.decode("cp1252", errors="replace"), (
        "The file is not UTF-8; it was read as Windows-1252. Look at the accents."
    )


def _encoding(raw: bytes) -> str:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    head = raw[:400]
    if len(head) >= 8 and head[1::2].count(0) > 0.8 * len(head[1::2]) and 0 not in head[0::2]:
        return "utf-16-le"
    if len(head) >= 8 and head[0::2].count(0) > 0.8 * len(head[0::2]) and 0 not in head[1::2]:
        return "utf-16-be"
    return "utf-8"
