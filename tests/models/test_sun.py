from __future__ import annotations

import datetime as dt

import pytest

from models.sun import sun_times, sun_words


@pytest.mark.parametrize(
    ("day", "where", "zone", "expected"),
    [
        # Almanac times for Zurich at the solstices.
        ("2026-06-21", (47.37, 8.54), "Europe/Zurich", ("05:29", "21:26")),
        ("2026-12-21", (47.37, 8.54), "Europe/Zurich", ("08:10", "16:38")),
        ("2026-12-21", (78.22, 15.65), "Arctic/Longyearbyen", None),
        ("2026-06-21", (78.22, 15.65), "Arctic/Longyearbyen", None),
        ("2026-06-21", (None, 8.54), "Europe/Zurich", None),
        ("2026-06-21", ("47", 8.54), "Europe/Zurich", None),
        ("2026-06-21", (47.37, 8.54), "Nowhere/Town", None),
    ],
)
def test_the_sun_rises_and_sets_where_it_does(
    day: str, where: tuple[object, object], zone: str, expected: tuple[str, str] | None
) -> None:
    found = sun_times(dt.date.fromisoformat(day), *where, zone)

    assert (expected is None) == (found is None)
    assert expected is None or found is None or _close(expected, found)


def _close(expected: tuple[str, str], found: tuple[str, str]) -> bool:
    """Almanacs and libraries differ by a minute or two."""
    return all(
        abs(_minutes(one) - _minutes(other)) <= 2
        for one, other in zip(expected, found, strict=True)
    )


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


@pytest.mark.parametrize(
    ("day", "where", "zone", "expected"),
    [
        ("2026-12-21", (78.22, 15.65), "Arctic/Longyearbyen", "the sun does not rise"),
        ("2026-06-21", (78.22, 15.65), "Arctic/Longyearbyen", "the sun does not set"),
        ("2026-12-21", (-77.85, 166.67), "Antarctica/McMurdo", "the sun does not set"),
        ("2026-06-21", (None, 8.54), "Europe/Zurich", ""),
        ("2026-06-21", (47.37, 8.54), "Nowhere/Town", ""),
    ],
)
def test_a_polar_night_or_summer_is_said_in_words(
    day: str, where: tuple[object, object], zone: str, expected: str
) -> None:
    assert expected == sun_words(dt.date.fromisoformat(day), *where, zone)


def test_the_sun_in_words_is_the_sun_in_times() -> None:
    day, where = dt.date(2026, 6, 21), (47.37, 8.54)
    up, down = sun_times(day, *where, "Europe/Zurich") or ("", "")

    assert f"sunrise {up}, sunset {down}" == sun_words(day, *where, "Europe/Zurich")
