"""What a cell of a list says: phones, e-mails, dates and words, and what is wrong with it.

Each reader returns the value to keep and a complaint, either of which may be empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from models.text import fold, squeeze, tidy
from store.imports import synonyms
from store.imports.dates import read_date


if TYPE_CHECKING:
    from store.change import JSON


_DEFUSED = re.compile(r"'(?='?[=+\-@\t\r])")
_NOTHING = frozenset(
    {"", "-", "--", "---", "–", "—", "n/a", "na.", "n.a.", "k.a.", "nil", ".", "?", "/"}
)
_PHONE = re.compile(r"(?:\+|\(\+?)?\d[\d .()/\u00a0‑–-]*\d")
_LOST_DIGITS = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE)
_EXTENSION = re.compile(r"(?:ext|x|dw|poste)\.? ?(\d{1,6})\b", re.IGNORECASE)
_MAIL = re.compile(r"[^\s<>;,()\"]+@[^\s<>;,()\"]+")
_AND = re.compile(r"[,;/\n&+]| and | und | et ")
_LONGEST = 2000


class Reading(NamedTuple):
    """What was read from a cell; None where nothing could be kept."""

    value: JSON
    complaint: str = ""


def cell_text(raw: str) -> str:
    """A cell as it is kept: spaces folded line by line, the mark that defuses a formula off."""
    text = _DEFUSED.sub("", raw, count=1) if raw[:1] == "'" else raw
    lines = (
        [tidy(line) for line in text[:_LONGEST].split("\n")]
        if "\n" in text
        else [tidy(text[:_LONGEST])]
    )
    joined = "\n".join(line for line in lines if line)
    return "" if fold(joined) in _NOTHING else joined


def kept_text(raw: str) -> str:
    """A cell of a file we wrote: the mark that defuses a formula off, and all else as it is."""
    return tidy(_DEFUSED.sub("", raw, count=1) if raw[:1] == "'" else raw)


def words(cell: str) -> Reading:
    """Any text, on one line."""
    return Reading(tidy(cell) or None)


def address(cell: str) -> Reading:
    """An address, its lines joined by commas."""
    return Reading(", ".join(line.rstrip(", ") for line in cell.split("\n")) or None)


def phones(cell: str) -> Reading:
    """Every phone number in a cell, as written."""
    found: list[JSON] = []
    for line in re.split(r"[;,\n|]", cell):
        if _LOST_DIGITS.search(line):
            return Reading(None, f"the phone {tidy(cell)} lost its digits in a spreadsheet")
        found += [number for number in _numbers(line) if number not in found]
    if not found:
        return Reading(None, f"the phone `{tidy(cell)}` has no digits")
    return Reading(found)


def emails(cell: str) -> Reading:
    """Every e-mail address in a cell."""
    found = [mail.strip(".'").removeprefix("mailto:") for mail in _MAIL.findall(cell)]
    good: list[JSON] = [mail for mail in dict.fromkeys(found) if _is_mail(mail)]
    if good:
        return Reading(good)
    wrong = "is not complete" if "@" in cell else "has no @"
    return Reading(None, f"the e-mail `{tidy(cell)}` {wrong}")


def several(cell: str) -> Reading:
    """Words separated by commas, slashes or `and`."""
    parts: list[JSON] = [tidy(part) for part in _AND.split(cell) if tidy(part)]
    return Reading(list(dict.fromkeys(parts)) or None)


def cast_number(cell: str) -> Reading:
    """A cast number, with or without `#` and full stop."""
    text = cell.strip("#. ").removesuffix(".0")
    if text.isdecimal() and text.isascii() and len(text) <= 4:
        return Reading(int(text))
    return Reading(None, f"`{tidy(cell)}` is not a cast number")


def date(cell: str) -> Reading:
    """One date, as ISO."""
    found = read_date(tidy(cell))
    return Reading(found) if found else Reading(None, f"`{tidy(cell)}` is not a date with a year")


def dates(cell: str) -> Reading:
    """Several dates, as ISO."""
    found = [(part, read_date(tidy(part))) for part in re.split(r"[;,\n]", cell)]
    good: list[JSON] = [iso for _, iso in found if iso]
    wrong = ", ".join(tidy(part) for part, iso in found if not iso)
    return Reading(good or None, f"`{wrong}` is not a date with a year" if wrong else "")


def category(cell: str) -> Reading:
    """Crew, cast, vendor, contact or extra, in any of our languages."""
    found = CATEGORIES.get(squeeze(cell))
    return Reading(found) if found else Reading(None, f"`{tidy(cell)}` is no kind of person")


def name(cell: str) -> Reading:
    """A person's name; `Keller, Anna` is turned round, `Tom Berg, BSC` is not."""
    text = tidy(cell)
    last, comma, first = (part.strip() for part in text.partition(","))
    if comma and first and last and "," not in first and not _is_suffix(first):
        text = f"{first} {last}"
    return Reading(text or None)


CATEGORIES = {
    squeeze(word): kind for kind, said in synonyms.CATEGORIES.items() for word in said.split(",")
}
"""The category a word means, by the word's squeezed form."""

READERS: dict[str, Callable[[str], Reading]] = {
    "phones": phones,
    "emails": emails,
    "languages": several,
    "cast": cast_number,
    "start": date,
    "finish": date,
    "holds": dates,
    "category": category,
    "name": name,
    "address": address,
}
"""How a field's cells are read; a field that is not here is plain words."""


def _numbers(line: str) -> list[str]:
    """The phone numbers of one line; a slash parts two numbers only if both are long enough."""
    if extension := _EXTENSION.search(line):
        line = line[: extension.start()] + line[extension.end() :]
    found: list[str] = []
    for match in _PHONE.findall(line):
        parts = [part.strip() for part in match.split("/")]
        both = len(parts) > 1 and all(sum(map(str.isdigit, part)) >= 7 for part in parts)
        found += parts if both else [match]
    numbers = [
        tidy(number).strip(" -.–/") for number in found if sum(map(str.isdigit, number)) >= 3
    ]
    if extension and len(numbers) == 1:
        return [f"{numbers[0]} ext {extension[1]}"]
    return numbers


def _is_mail(text: str) -> bool:
    user, _, host = text.partition("@")
    return bool(user) and "." in host.strip(".") and "@" not in host


def _is_suffix(text: str) -> bool:
    """Whether what stands behind a comma is a title or a guild, not a first name."""
    plain = text.strip(".")
    return plain.lower() in {"jr", "sr", "phd", "md"} or (plain.isupper() and len(plain) <= 4)
