"""Sunrise and sunset of a day at a place."""

from __future__ import annotations

import datetime as dt


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
