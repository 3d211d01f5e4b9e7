"""Who made a change and when, as people read it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from models.when import show_day


if TYPE_CHECKING:
    from tui.office import Office


class Names:
    """The writers of a production, each by the shortest name that is theirs alone."""

    def __init__(self, office: Office) -> None:
        """Look at who writes here."""
        names = [each.name for each in office.production.writers()]
        self._users = Counter(map(user_of, names))

    def short(self, writer: str) -> str:
        """`mia` for `mia@prod01-7f3k`, unless two writers are called mia."""
        return user_of(writer) if self._users[user_of(writer)] < 2 else writer


def user_of(writer: str) -> str:
    """The user's part of a writer's name."""
    return writer.partition("@")[0]


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
