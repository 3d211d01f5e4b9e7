"""How many examples a property is tried with: few in every run, twice as many with --slow."""

from __future__ import annotations

from typing import Any

from hypothesis import settings


EVERY_RUN = 100
"""The examples of a property that names no number."""
WITH_SLOW = 2 * EVERY_RUN


def few(count: int, **others: Any) -> settings:
    """Settings for so many examples in every run, and in the proportion of the profile loaded."""
    return settings(max_examples=count * settings().max_examples // EVERY_RUN, **others)
