"""What `--at` asks for: a moment as people say it, or a version by its number or its name."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from models.errors import NoSuch, Unread
from tui.commands.moment import read_moment


if TYPE_CHECKING:
    from store.reading import AsOf
    from store.versions import Version
    from tui.office import Office

_VERSION = re.compile(r"\s*v ?\d", re.ASCII | re.IGNORECASE)


class Then(NamedTuple):
    """How far changes are read, and the moment that was, for whatever counts from now."""

    until: AsOf
    moment: dt.datetime


def read_then(text: str, office: Office) -> Then:
    """What a text means in this production. Raises Unread or NoSuch."""
    if _VERSION.match(text):
        return _version(text, office)
    try:
        moment = read_moment(text, office.now(), office.desk.calendar)
    except Unread as error:
        try:
            return _version(text, office)
        except NoSuch:
            raise error from None
    return Then(moment, moment)


def _version(text: str, office: Office) -> Then:
    from store.versions import find, reached_with
    from tui.when_who import local

    change = find(office.production.chronicle(), text)
    until = _issued(office, text.strip().lower()) or reached_with(change)
    return Then(until, local(change.at, office) or office.now())


def _issued(office: Office, words: str) -> Version | None:
    """The version issued papers were made from, by what they keep of it; None where none is.

    None as well where papers issued apart call two versions by one number.
    """
    from store.versions import kept_version

    documents = office.of("document").values()
    bound = {str(each.get("numbers")) for each in documents if each.get("version") == words}
    return kept_version(words, bound.pop()) if len(bound) == 1 else None
