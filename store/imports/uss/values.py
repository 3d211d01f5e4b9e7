"""Values as a schedule file gives them, whatever type it chose; each reader is total."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from models.text import tidy
from store.imports.dates import read_date
from store.imports.uss.odd import Oddities


Thing: TypeAlias = Mapping[str, object]

_LONGEST = 4000
_EARLIEST, _LATEST = dt.date(1950, 1, 1), dt.date(2150, 1, 1)
_NOON = dt.time(12)


def things(of: Thing, key: str, odd: Oddities) -> Iterator[Thing]:
    """The objects of a list; what is no list, or no object in one, is passed over and told."""
    for each in several(of, key, odd):
        if isinstance(each, dict):
            yield each
        else:
            odd.add(f"Something in `{key}` is no object and was passed over")


def several(of: Thing, key: str, odd: Oddities) -> Sequence[object]:
    """A list, or nothing where the key is missing or holds something else."""
    found = of.get(key)
    if isinstance(found, list):
        return found
    if found is not None and found != "":
        odd.add(f"`{key}` is no list and was passed over")
    return ()


def text(of: Thing, *keys: str) -> str:
    """The first of these keys that says something, on one line; a number is taken as written."""
    for key in keys:
        found = of.get(key)
        if isinstance(found, float) and math.isfinite(found) and found.is_integer():
            found = int(found)
        if isinstance(found, int | float) and not isinstance(found, bool):
            found = str(found)
        if isinstance(found, str) and (said := tidy(found[:_LONGEST])):
            return said
    return ""


def number(of: Thing, *keys: str) -> float | None:
    """The first of these keys that is a number, or a text that is one."""
    for key in keys:
        found = of.get(key)
        if isinstance(found, str):
            try:
                found = float(found.strip().replace(",", ".")[:30])
            except ValueError:
                continue
        if isinstance(found, int | float) and not isinstance(found, bool) and abs(found) < 1e15:
            return float(found)
    return None


def truth(of: Thing, *keys: str) -> bool | None:
    """Whether the first of these keys that is there says yes; None where none is."""
    for key in keys:
        found = of.get(key)
        if isinstance(found, bool | int | float):
            return bool(found)
        if isinstance(found, str) and found.strip():
            return found.strip().lower() in ("true", "yes", "y", "1")
    return None


def ids(found: object) -> list[str]:
    """The ids in a list, each once; a number is an id too, an object stands for its own."""
    if not isinstance(found, list):
        return []
    each = (one.get("id") if isinstance(one, dict) else one for one in found)
    said = (str(one) for one in each if isinstance(one, str | int) and not isinstance(one, bool))
    return list(dict.fromkeys(one[:200] for one in said if one))


def date(of: Thing, key: str, odd: Oddities, *, told: bool = True) -> dt.date | None:
    """A date, whichever way it is written; one in the afternoon, world time, is the next day's.

    Programs write midnight where they stand: 07:00 world time in California, and 22:00 of the day
    before in Zurich.
    """
    raw = of.get(key)
    found = _moment(raw)
    if found is None:
        if told and raw not in (None, ""):
            odd.add("A date that cannot be read was left out", tidy(str(raw))[:40])
        return None
    if isinstance(found, dt.datetime):
        day = found.date()
        world = found.utcoffset() == dt.timedelta(0)
        if world and found.time() > _NOON and day < dt.date.max:
            odd.add("Dates written as midnight east of Greenwich were read as the day after")
            day += dt.timedelta(days=1)
        found = day
    if not _EARLIEST <= found <= _LATEST:
        odd.add("A date that cannot be meant was left out", found.isoformat())
        return None
    return found


def _moment(raw: object) -> dt.date | dt.datetime | None:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _since_1970(raw)
    if not isinstance(raw, str):
        return None
    said = tidy(raw[:60])
    try:
        return dt.date.fromisoformat(said) if len(said) <= 10 else dt.datetime.fromisoformat(said)
    except ValueError:
        iso = read_date(said)
        return dt.date.fromisoformat(iso) if iso else None


def _since_1970(raw: float) -> dt.datetime | None:
    """Milliseconds, as programs written for browsers count; anything else is no date."""
    if not 1e11 < raw < 1e13:
        return None
    return dt.datetime.fromtimestamp(raw / 1000, dt.UTC)
