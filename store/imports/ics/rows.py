"""One event of a calendar to the event of a production, day by day where it lasts several."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.desk import Desk
from models.text import fold, tidy
from models.when import LAST_MINUTE, show_day
from store.imports.ics.series import Happening
from store.imports.identity import record_keys
from store.imports.intake import Refused, Row


if TYPE_CHECKING:
    from store.change import JSON
    from store.imports.ics.moments import Zones

_TAG = re.compile(r"<(?:br|/p|/div|/li)[^<>]{0,40}>", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)
_LONGEST_NOTE = 1_000
_MOST_DAYS = 31
_MOST_NAMED = 12
_MOST_MINUTES = 9_999
_OURS = "X-CALLBOARD-DAY"
"""The production day of an event of ours, where that is not the calendar's: one past midnight."""


class Unreadable(ValueError):
    """An event without a start anybody can read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where events are read: the desk of the production, and the zones of the calendar."""

    desk: Desk
    zones: Zones

    def rows(self, found: Happening, where: str) -> Iterator[Row | Refused]:
        """The rows of an event: one, or one a day of an event of several whole days."""
        try:
            start, end = times_of(found.part)
        except Unreadable as error:
            yield Refused(where, str(error))
            return
        title = tidy(str(found.part.get("SUMMARY") or ""))
        place, elsewhere = self._place(tidy(_text(found.part.get("LOCATION"))))
        people, others = self._people(found.part)
        note = _note(found.part, elsewhere, others)
        if not (title := title or elsewhere or note[:60]):
            yield Refused(where, "it has no title, no place and no description")
            return
        values: dict[str, JSON] = {"title": title}
        values |= {"place": place} if place else {}
        values |= {"people": [*people]} if people else {}
        values |= {"note": note} if note else {}
        yield from self._timed(found, where, values, (start, end))

    def _timed(
        self, found: Happening, where: str, values: dict[str, JSON], times: tuple[dt.date, dt.date]
    ) -> Iterator[Row]:
        start, end = times
        moment = self.zones.moment(start)
        if moment.clock:
            length = self.zones.minutes(start, end)
            timed: dict[str, JSON] = {"day": moment.day.isoformat(), "start": moment.clock}
            timed |= _on_our_day(found.part, moment.day, moment.clock)
            timed |= {"length": length} if 0 < length <= _MOST_MINUTES else {}
            if length > _MOST_MINUTES:
                until = show_day(self.zones.moment(end).day.isoformat())
                note = str(values.get("note") or "")
                values["note"] = f"until {until} · {note}" if note else f"until {until}"
            yield self._row(where, {**values, **timed, "uid": found.uid})
            return
        days = max(1, (end - moment.day).days)
        for count in range(min(days, _MOST_DAYS)):
            day = moment.day + dt.timedelta(days=count)
            which: dict[str, JSON] = {"day": day.isoformat(), "uid": found.uid}
            if days > 1:
                which["title"] = f"{values['title']} ({count + 1}/{days})"
                which["uid"] = f"{found.uid}/{count + 1}" if count else found.uid
            yield self._row(where, {**values, **which})

    def _row(self, where: str, values: dict[str, JSON]) -> Row:
        return Row(where, "event", record_keys("event", values), values)

    def _place(self, text: str) -> tuple[str, str]:
        """The place a location names, or the words for the note."""
        for each in (text, re.split(r"[,;(\n]| - ", text)[0].strip()):
            found = self.desk.directory.find("place", each, loose=False) if each else ()
            if len(found) == 1:
                return found[0], "" if fold(each) == fold(text) else text
        return "", text

    def _people(self, part: Any) -> tuple[list[str], list[str]]:
        """Those invited who are people here, by their e-mail, and the names of the others."""
        people: list[str] = []
        others: list[str] = []
        for who in [*_listed(part.get("ATTENDEE")), *_listed(part.get("ORGANIZER"))]:
            params = getattr(who, "params", {})
            mail = fold(tidy(str(who))).removeprefix("mailto:")
            if str(params.get("PARTSTAT", "")).upper() == "DECLINED":
                continue
            if str(params.get("CUTYPE", "")).upper() in ("ROOM", "RESOURCE"):
                continue
            if person := self._mails.get(mail):
                people.append(person)
            elif name := tidy(str(params.get("CN") or mail)):
                others.append(name)
        return list(dict.fromkeys(people)), list(dict.fromkeys(others))

    @property
    def _mails(self) -> dict[str, str]:
        return self.desk.directory.once("person", _by_mail)


def times_of(part: Any) -> tuple[dt.date, dt.date]:
    """The start and the end of a VEVENT; Unreadable where it has no start."""
    start = _when(part, "DTSTART")
    if start is None:
        raise Unreadable(f"`{tidy(str(part.get('SUMMARY') or ''))}` has no start that can be read")
    end = _when(part, "DTEND")
    length = getattr(part.get("DURATION"), "dt", None) if end is None else None
    if isinstance(length, dt.timedelta):
        try:
            end = start + length
        except OverflowError:
            end = start
    return start, end if end is not None else start


def _when(part: Any, name: str) -> dt.date | None:
    from icalendar.error import BrokenCalendarProperty

    told = part.get(name)
    told = told[0] if isinstance(told, list) and told else told
    try:
        when = getattr(told, "dt", None)
    except BrokenCalendarProperty:
        return None
    return when if isinstance(when, dt.date) else None


def _on_our_day(part: Any, day: dt.date, clock: str) -> dict[str, JSON]:
    """The production day the file itself says, with the time counted from it."""
    told = tidy(_text(part.get(_OURS)))
    try:
        ours = dt.date.fromisoformat(told)
    except ValueError:
        return {}
    late = (day - ours).days * 24 * 60 + int(clock[:2]) * 60 + int(clock[3:])
    if not 0 <= late <= LAST_MINUTE:
        return {}
    return {"day": ours.isoformat(), "start": f"{late // 60:02d}:{late % 60:02d}"}


def _note(part: Any, elsewhere: str, others: Sequence[str]) -> str:
    """What an event says beside its title, its time and who is there, on one line."""
    told = _text(part.get("DESCRIPTION"))
    text = tidy(html.unescape(_MARKUP.sub("", _TAG.sub(" · ", told))))
    more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
    parts = (
        elsewhere,
        text if len(text) <= _LONGEST_NOTE else text[: _LONGEST_NOTE - 1] + "…",
        f"with {', '.join(others[:_MOST_NAMED])}{more}" if others else "",
    )
    return " · ".join(filter(None, parts))


def _text(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return "" if first is None else str(first)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _by_mail(people: Any) -> dict[str, str]:
    """Who has which e-mail address."""
    found: dict[str, str] = {}
    for person, document in people.items():
        held = document.get("emails")
        for mail in held if isinstance(held, dict) else ():
            found.setdefault(fold(str(mail)), person)
    return found
