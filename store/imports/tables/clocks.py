"""Times and lengths as other people's tables write them: `06:30 Uhr`, `6h30`, `6:30 AM`."""

from __future__ import annotations

import re

from models.errors import Unread
from models.text import fold, tidy
from models.when import clock, minutes, read_clock, read_span
from store.imports.tables.told import Told


_WORDS = re.compile(
    r"\b(?:uhr|hrs?|h|ca\.?|approx\.?|circa|env\.?|um|ab|at|from|o'?clock|heures?)(?![^\W\d_])|[~≈@*]"
)
_FRACTION = re.compile(r"[01]?[.,]\d{3,}")
_DATED = re.compile(r"(\d{4}-\d\d-\d\d)[ t]+(\d{1,2}:\d\d)(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?")
_SECONDS = re.compile(r"(\d{1,2}[:.]\d\d)[:.]\d\d")
_RANGE = re.compile(r"(.*\d(?: ?[ap]m)?) ?(?:-|–|—|to|till|until|bis|à) ?(\d.*)")
_HOURS = re.compile(r"(\d{1,2})[.,](\d{1,2}) ?(?:h|hrs?|hours?|std\.?|stunden|heures?)")
_MINUTES = re.compile(r"(\d{1,4}) ?(?:'|m|min|mins|minuten?|minutes?)\.?")
_NOT_YET = frozenset(
    [
        "tbc",
        "tba",
        "tbd",
        "o/c",
        "oc",
        "n/c",
        "nc",
        "wrap",
        "sr",
        "s/r",
        "own",
        "self",
        "offen",
        "folgt",
        "wn",
        "w/n",
        "hold",
        "off",
        "frei",
        "none",
        "open",
    ]
)


def read_time(cell: str) -> Told:
    """A clock time, with its day where the cell has a date, and a length where it has an end."""
    text = _plain(cell)
    if not text:
        return Told(None)
    if dated := _DATED.fullmatch(text):
        return Told(read_clock(dated[2]), also={"day": dated[1]})
    try:
        return Told(_time(text))
    except Unread as error:
        if between := _RANGE.fullmatch(text):
            return _between(cell, between[1].strip(), between[2].strip())
        if text in _NOT_YET:
            return Told(None, odd=f"{tidy(cell)} is no time yet")
        return Told(None, wrong=_unread(cell, error))


def read_length(cell: str) -> Told:
    """A length in minutes: `45`, `45 min`, `1h30`, `0:45`, `1.5 h`, or a part of a day."""
    text = _SECONDS.sub(r"\1", fold(tidy(cell)))
    if found := _MINUTES.fullmatch(text):
        return Told(int(found[1]))
    if found := _HOURS.fullmatch(text):
        return Told(round(float(f"{found[1]}.{found[2]}") * 60))
    if found := re.fullmatch(r"(\d{1,2}):(\d\d)(?: ?h)?", text):
        return Told(int(found[1]) * 60 + int(found[2]))
    if _FRACTION.fullmatch(text):
        return Told(round(float(text.replace(",", ".")) * 24 * 60))
    try:
        plain = re.sub(r"\s|hours?|hrs?|std\.?", lambda each: "h" if each[0].strip() else "", text)
        return Told(int(plain) if re.fullmatch(r"\d{1,4}", plain, re.ASCII) else read_span(plain))
    except Unread as error:
        return Told(None, wrong=_unread(cell, error))


def _unread(cell: str, error: Unread) -> str:
    """Why a cell is no time, about the cell as it stands there."""
    _, found, why = str(error).partition(" is not ")
    return f"{tidy(cell)}{found}{why}" if found else str(error)


def _plain(cell: str) -> str:
    """What is left of a time without the words around it."""
    text = fold(tidy(cell)).replace("a.m.", "am").replace("p.m.", "pm").replace("(+1)", "+1")
    text = re.sub(r"(\d)\s*(?:uhr|h)\s*(\d\d)\b", r"\1:\2", text)
    if found := re.fullmatch(r"(\d{1,2}) ?(?:h|uhr|o'?clock)\.?", text):
        return found[1]
    return _SECONDS.sub(r"\1", _WORDS.sub(" ", text)).strip(" .,;()")


def _time(text: str) -> str:
    if _FRACTION.fullmatch(text):
        return clock(round(float(text.replace(",", ".")) * 24 * 60))
    if re.fullmatch(r"0[.,](?:25|50?|75)", text):
        return clock(round(float(text.replace(",", ".")) * 24 * 60))
    short = text.replace(" ", "").replace(",", ".")
    if re.fullmatch(r"\d{1,2}[.,][0-5]", short, re.ASCII):
        short += "0"  # 6.30 typed into a spreadsheet is the number 6.3
    if re.fullmatch(r"[3-9]\d", short, re.ASCII):
        raise Unread(f"{text} is not a time (00:{text} or {text}:00?)")
    return read_clock(short)


def _between(cell: str, start: str, end: str) -> Told:
    """The start of a span of time, and its length."""
    try:
        last = _time(end)
        late = end.endswith("m") and not start.endswith("m")
        first = _time(f"{start}{end[-2:]}" if late else start)
    except Unread as error:
        return Told(None, wrong=_unread(cell, error))
    length = (minutes(last) - minutes(first)) % (24 * 60)
    return Told(first, also={"length": length} if length else None)
