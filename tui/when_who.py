"""Who made a change and when, as people read it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from models.when import show_day, show_short_day


if TYPE_CHECKING:
    from tui.office import Office


class Names:
    """The writers of a production, each by the shortest name that is theirs alone."""

    def __init__(self, office: Office) -> None:
        """Look at who writes here."""
        names = [each.name for each in office.production.writers()]
        self._alike = Counter(name for each in names for name in (user_of(each), place_of(each)))

    def short(self, writer: str) -> str:
        """`mia` for `mia@prod01-7f3k`; `mia@prod01` or the whole name where two are alike."""
        shorter = (user_of(writer), place_of(writer))
        return next((name for name in shorter if self._alike[name] < 2), writer)


def user_of(writer: str) -> str:
    """The user's part of a writer's name."""
    return writer.partition("@")[0]


def place_of(writer: str) -> str:
    """The user's and the machine's part of a writer's name: `mia@prod01`."""
    return writer.rpartition("-")[0] or writer


def local(at: str, office: Office) -> dt.datetime | None:
    """A change's time in the production's own zone; None where a file holds no time."""
    try:
        return dt.datetime.fromisoformat(at).astimezone(office.now().tzinfo)
    except (ValueError, OverflowError):
        return None


def when(at: str, office: Office) -> str:
    """`Fri 20 Nov 2026 21:31`."""
    found = local(at, office)
    return f"{show_day(found.date().isoformat())} {found:%H:%M}" if found else at


def shortly(at: str, office: Office) -> str:
    """`21:31` where that was today, `Fri 20 Nov 21:31` where not."""
    found = local(at, office)
    if found is None:
        return at
    day = found.date()
    today = day == office.now().date()
    return f"{found:%H:%M}" if today else f"{show_short_day(day.isoformat())} {found:%H:%M}"
