"""Scene headings: `INT./EXT. BARN, LOFT - DAY 3 - FLASHBACK (1944) #12A#`."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.text import tidy
from store.imports.fountain.emphasis import plain
from store.imports.fountain.times_of_day import time_of_day, trailing_time


LONGEST = 300
"""Letters a heading may have; anything longer is no heading anybody wrote."""

_PLACES = {
    "INT": "INT",
    "EXT": "EXT",
    "EST": "EXT",
    "INT/EXT": "INT/EXT",
    "EXT/INT": "INT/EXT",
    "I/E": "INT/EXT",
    "E/I": "INT/EXT",
    "INNEN": "INT",
    "AUSSEN": "EXT",
    "AUßEN": "EXT",
}
_PREFIX = re.compile(
    r"(INT\.? ?/ ?EXT|EXT\.? ?/ ?INT|I\.?/E|E\.?/I|INT|EXT|EST)(?=[.\s])[.\s]*[-–—]* *",
    re.IGNORECASE,
)
_FORCED_PREFIX = re.compile(r"(INNEN|AU(?:SS|ß)EN)(?=[.\s])[.\s]*[-–—]* *", re.IGNORECASE)
_DASHES = re.compile(r" +[-–—]+ *|[-–—]+ +")


class Heading(NamedTuple):
    """A heading taken apart; an empty part was not written."""

    scene: str
    ie: str
    set: str
    tod: str
    script_day: str
    note: str


def is_heading(text: str) -> bool:
    """Whether a stripped line reads as a heading by its first word, in any case."""
    return bool(_PREFIX.match(plain(text[:LONGEST])))


def is_forced(text: str) -> bool:
    """Whether a stripped line is made a heading by one leading full stop."""
    return text[:1] == "." and text[1:2].isalnum()


def read_heading(text: str) -> Heading:
    """Take a heading apart; letters become capitals, as on every strip."""
    forced = is_forced(text)
    body, number = scene_number(without_tags(tidy(plain(text[1:] if forced else text))))
    match = _PREFIX.match(body) or (_FORCED_PREFIX.match(body) if forced else None)
    ie = _PLACES[re.sub(r"[. ]", "", match[1]).upper()] if match else ""
    place, tod, script_day, note = _parts(body[match.end() :] if match else body)
    return Heading(number, ie, place.upper(), tod, script_day, note)


def scene_number(text: str) -> tuple[str, str]:
    """Split `INT. BARN #12A#` into the text and its number, which is kept letter for letter."""
    if not text.endswith("#"):
        return text, ""
    start = text.rfind("#", 0, -1)
    number = text[start + 1 : -1]
    if start < 0 or not number or not all(mark.isalnum() or mark in "-.)" for mark in number):
        return text, ""
    return text[:start].rstrip(), number


def without_tags(text: str) -> str:
    """Take off trailing `#tags`, which some writing programs put behind a line."""
    while True:
        body, space, last = text.rpartition(" ")
        if not (
            space
            and last[:1] == "#"
            and len(last) > 2
            and last[1].isalpha()
            and "#" not in last[1:]
        ):
            return text
        text = body.rstrip()


def _parts(text: str) -> tuple[str, str, str, str]:
    """The set, the time of day, the script day and what else was said."""
    parts = [part for part in _DASHES.split(text) if part]
    for at in range(len(parts) - 1, 0, -1):
        if time := time_of_day(parts[at]):
            note = " - ".join(filter(None, (time.rest, *parts[at + 1 :])))
            return " - ".join(parts[:at]), time.tod, time.script_day, note
    place, time = trailing_time(text, bare=len(parts) < 2)
    if time:
        return place, time.tod, time.script_day, time.rest
    return " - ".join(parts), "", "", ""
