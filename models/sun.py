"""Sunrise and sunset of a day at a place."""

from __future__ import annotations

import datetime as dt


HORIZON = -0.833
"""Degrees the middle of the sun stands at when it rises: its own half and the bent light."""


def sun_times(day: dt.date, lat: object, lon: object, zone: str) -> tuple[str, str] | None:
    """Sunrise and sunset as `HH:MM` in the zone; None without coordinates or sun."""
    if not isinstance(lat, int | float) or not isinstance(lon, int | float):
        return None
    from zoneinfo import ZoneInfo

    from astral import Observer
    from astral.sun import sunrise, sunset

    where = Observer(latitude=lat, longitude=lon)
    try:
        own = ZoneInfo(zone)
        up, down = (find(where, date=day, tzinfo=own) for find in (sunrise, sunset))
    except (ValueError, OSError, KeyError):
        return None
    return f"{up:%H:%M}", f"{down:%H:%M}"


def sun_words(day: dt.date, lat: object, lon: object, zone: str) -> str:
    """`sunrise 07:38, sunset 16:41`, or what a polar night or summer has instead.

    Empty without coordinates, or where the zone is none.
    """
    found = sun_times(day, lat, lon, zone)
    if found:
        return f"sunrise {found[0]}, sunset {found[1]}"
    if not isinstance(lat, int | float) or not isinstance(lon, int | float):
        return ""
    lowest, highest = _heights(day, lat, lon)
    if lowest > HORIZON:
        return "the sun does not set"
    return "the sun does not rise" if highest < HORIZON else ""


def _heights(day: dt.date, lat: float, lon: float) -> tuple[float, float]:
    """How high the sun stands at midnight and at noon there, in degrees."""
    from astral import Observer
    from astral.sun import elevation

    where = Observer(latitude=lat, longitude=lon)
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC) - dt.timedelta(hours=lon / 15)
    midnight = noon - dt.timedelta(hours=12)
    return elevation(where, midnight), elevation(where, noon)
