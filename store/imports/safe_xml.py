"""XML from outside, read once and in one place; what cannot be read safely gets a sentence.

Entities are never resolved: neither those that grow into gigabytes nor those that name files.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from models.errors import ImportRefused
from store.imports.encoding import decode, refuse_what_is_no_text


if TYPE_CHECKING:
    from xml.etree.ElementTree import Element, ParseError

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*?(?:encoding\s*=\s*[\"']([\w.-]+)[\"'][^>]*)?\?>")
_CONTROL = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]));")
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)(\w{1,31};)?")
_NO_ELEMENT, _UNCLOSED, _UNCLOSED_CDATA = 3, 5, 20
_CUT_OFF = (_NO_ELEMENT, _UNCLOSED, _UNCLOSED_CDATA)


def read_xml(raw: bytes, source: str, root: str, what: str) -> tuple[Element, list[str]]:
    """The root element of a file, and notes on what had to be mended to read it.

    Raises ImportRefused where the file is empty, gigantic, cut off, damaged, made to hurt, or
    where its root element is another; `what` is what it should be, in words.
    """
    refuse_what_is_no_text(raw, source)
    text, notes = _text(raw)
    if not text.strip():
        raise ImportRefused(f"{source} is empty.")
    if not text.lstrip().startswith("<"):
        raise ImportRefused(f"{source} is not {what}, whatever its name says.")
    found = _parsed(text, source, notes)
    name = found.tag.rpartition("}")[2]
    if name != root:
        raise ImportRefused(f"{source} is XML, but not {what}: it holds `{name[:40]}`.")
    return found, notes


def _text(raw: bytes) -> tuple[str, list[str]]:
    """The text without its declaration, in the encoding it declares if it is no UTF-8."""
    text, note = decode(raw)
    declared = _DECLARATION.match(text)
    if note and declared and declared[1] and declared[1].lower() != "utf-8":
        with suppress(LookupError, UnicodeError):  # read as Windows-1252, as the note says
            text, note = decode(raw.decode(declared[1]).encode())
    declared = _DECLARATION.match(text)
    body = text[declared.end() :] if declared else text
    return _CONTROL.sub("", body), [note] if note else []


def _parsed(text: str, source: str, notes: list[str]) -> Element:
    """The root element; what is wrong with an ampersand is mended at the second try."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        try:
            return fromstring(text.encode("utf-8", errors="replace"))
        except ParseError as error:
            mended = _BARE.sub(_mended, text)
            if mended == text:
                raise ImportRefused(_why(error, source)) from None
            found = fromstring(mended.encode("utf-8", errors="replace"))
            notes.append("Ampersands that XML does not allow were read as they stand.")
            return found
    except ParseError as error:
        raise ImportRefused(_why(error, source)) from None
    except DefusedXmlException:
        raise ImportRefused(
            f"{source} defines entities, as files made to do harm do; it was not read. "
            "Export it again from the program it is of."
        ) from None


def _mended(found: re.Match[str]) -> str:
    """A bare `&`, or a name such as `&nbsp;` that only web pages know."""
    import html

    known = html.unescape(found[0]) if found[1] else ""
    if known and known != found[0]:
        return html.escape(known)
    return f"&amp;{found[1] or ''}"


def _why(error: ParseError, source: str) -> str:
    line = error.position[0]
    if error.code in _CUT_OFF:
        return f"{source} ends in the middle, in line {line}: it was cut off. Export it again."
    return f"{source} is damaged in line {line}. Export it again."
