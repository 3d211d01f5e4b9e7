"""The times of day a heading ends with, in the words scripts use."""

from __future__ import annotations

import re
from typing import NamedTuple


_TIMES = {
    "DAY": ("D", "DAYTIME", "TAG", "JOUR"),
    "NIGHT": ("N", "NIGHTTIME", "NACHT", "NUIT"),
    "DAWN": ("MORGENDÄMMERUNG", "AUBE"),
    "DUSK": ("ABENDDÄMMERUNG", "DÄMMERUNG", "CRÉPUSCULE"),
    "MORNING": ("MORGEN", "MATIN"),
    "AFTERNOON": ("NACHMITTAG", "APRÈS-MIDI"),
    "EVENING": ("ABEND", "SOIR"),
    "NOON": ("MIDDAY", "MITTAG", "MIDI"),
    "MIDNIGHT": ("MITTERNACHT", "MINUIT"),
    "SUNRISE": (),
    "SUNSET": (),
    "TWILIGHT": (),
    "CONTINUOUS": ("CONT", "CONT'D", "CONTINUING"),
    "LATER": ("SPÄTER", "PLUS TARD"),
    "SAME": (),
}
_PHRASES = frozenset(
    ("SAME TIME", "MAGIC HOUR", "GOLDEN HOUR", "BLUE HOUR", "DAY FOR NIGHT", "NIGHT FOR DAY")
)
_WORDS = {word: time for time, others in _TIMES.items() for word in (time, *others)}
_BARE = frozenset({"DAY", "NIGHT", "DAWN", "DUSK", "MORNING", "AFTERNOON", "EVENING"})
_MOST_WORDS = 4
_ASIDE = re.compile(r"[(\[]([^)\]]*)[)\]]?")
_COUNT = re.compile(r" (\d{1,3})$")


class Time(NamedTuple):
    """A time of day in capitals, the script day (`D3`) and what stood in brackets behind it."""

    tod: str
    script_day: str
    rest: str


def time_of_day(part: str) -> Time | None:
    """Read one part of a heading as a time of day; None where it is a place."""
    rest = ", ".join(aside.strip() for aside in _ASIDE.findall(part) if aside.strip())
    words = _ASIDE.sub(" ", part).upper().replace("’", "'").strip(" .,")
    count = _COUNT.search(words)
    head = words[: count.start()].strip() if count else words
    tod = _known(head)
    if not tod:
        return None
    return Time(tod, f"{tod[0]}{count[1]}" if count else "", rest)


def trailing_time(text: str, *, bare: bool) -> tuple[str, Time | None]:
    """Split off a time of day behind a comma (`FLAT, DAY`) or, if `bare`, a space (`FLAT DAY`)."""
    place, comma, last = text.rpartition(",")
    if comma and place and (time := time_of_day(last)):
        return place.strip(), time
    place, space, last = text.rpartition(" ")
    if bare and space and place.strip() and last.upper() in _BARE:
        return place.strip(), Time(last.upper(), "", "")
    return text, None


def _known(head: str) -> str:
    if "/" in head:
        times = [_known(piece.strip()) for piece in head.split("/")]
        return "/".join(times) if all(times) else ""
    words = head.split()
    if head in _WORDS:
        return _WORDS[head]
    if head in _PHRASES or (1 < len(words) <= _MOST_WORDS and _WORDS.get(words[-1]) == words[-1]):
        return " ".join(words)
    return " ".join(words) if len(words) > 1 and words[0] == "LATER" else ""
