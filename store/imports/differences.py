"""What a row changes in its record, and what typed by hand stays although the file disagrees.

Three values meet in a field: the one shown, the one the last import gave, the file's. A value
an import gave may be replaced by an import. A value somebody typed stays, and where the file has
another it is kept what the file says. A blank in the file never clears anything; only a value of
None, which a reader gives where its format says that there is nothing, does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from models.kinds import KINDS
from models.said import all_said
from models.text import fold, tidy
from store.imports.identity import element_key
from store.imports.sources import same_source


if TYPE_CHECKING:
    from store.change import JSON
    from store.imports.intake import Row
    from store.imports.origins import Origin, Origins


_ON_THE_CALENDAR: Mapping[str, tuple[str, ...]] = {
    "day": ("date", "shoot"),
    "scene": ("day",),
    "event": ("day",),
}
_PAGES = ("pages", "estimated")


class Difference(NamedTuple):
    """One field in which file and record differ; `was` is None where the record had nothing."""

    field: str
    was: JSON
    now: JSON


class Differences(NamedTuple):
    """The edit that takes a row in, what it changes, and what stays as somebody typed it.

    `news` are the fields of `kept` of which the file says what it did not say before.
    """

    set: dict[str, JSON]
    changed: tuple[Difference, ...]
    kept: tuple[Difference, ...]
    news: frozenset[str] = frozenset()


class Past(NamedTuple):
    """A record's past: who set its fields, and the file that speaks now.

    With `without`, as if that change had not been made.
    """

    origins: Origins
    kind: str
    id: str
    source: str
    without: tuple[str, int] | None = None

    def latest(self, field: str) -> Origin | None:
        """What set a field last, a removal included; None if nothing ever did."""
        return self.origins.latest(self.kind, self.id, field, without=self.without)

    def last_import(self, field: str) -> Origin | None:
        """The last import that set a field, whatever was typed after it."""
        return self.origins.last_import(self.kind, self.id, field, without=self.without)

    def last_said(self, field: str) -> Origin | None:
        """What this file, or one it follows, last set a field to."""
        return self.origins.last_said(self.kind, self.id, field, self.source)


def first_values(row: Row) -> dict[str, JSON]:
    """The edit of a new record; lists become set fields."""
    edit: dict[str, JSON] = {}
    for field, value in row.values.items():
        if isinstance(value, dict):
            edit |= {f"{field}/{key}": text for key, text in value.items()}
        elif isinstance(value, list) and not _is_whole(row.kind, field):
            edit |= {f"{field}/{element}": True for element in value}
        elif value is not None:
            edit[field] = value
    return edit


def differences(row: Row, document: Mapping[str, JSON], past: Past) -> Differences:
    """Compare a row with its record, field by field."""
    edit: dict[str, JSON] = {}
    changed: list[Difference] = []
    kept: list[Difference] = []
    for field, value in row.values.items():
        of = field if _is_whole(row.kind, field) else f"{field}/"
        for found in _found(of, value, document.get(field), past):
            if _agree(found.was, found.now) or _is_beside_the_point(row, found, document, past):
                continue
            if _may_replace(row, found, past):
                edit[found.field] = found.now
                changed.append(found)
            elif _disagrees(row, found):
                kept.append(found)
    news = frozenset(found.field for found in kept if _is_news(found, document, past))
    return Differences(edit, tuple(changed), tuple(kept), news)


def agreeing(row: Row, document: Mapping[str, JSON], past: Past) -> dict[str, JSON]:
    """Where on the calendar a record is typed to be and the file has it too, set anew by the file.

    Who pushes the schedule by hand before its file says so goes on with the file from there on:
    from now on it is the file's day, and moves when the file moves it.
    """
    found: dict[str, JSON] = {}
    for field in _ON_THE_CALENDAR.get(row.kind, ()):
        value = row.values.get(field)
        origin = past.latest(field) if value is not None and value == document.get(field) else None
        if origin and origin.by_hand:
            found[field] = value
    return found


def _found(field: str, value: JSON, shown: JSON, past: Past) -> Iterator[Difference]:
    """Where the two may differ: the field, or each element of a set that only one of them has.

    The field of a set ends in a slash.
    """
    is_set = field.endswith("/")
    field = field.removesuffix("/")
    if isinstance(value, dict):
        yield from _new_notes(field, value, shown)
        return
    if not isinstance(value, list) or not is_set:
        yield Difference(field, shown, value)
        return
    here = [str(element) for element in shown] if isinstance(shown, dict) else []
    known = {element_key(field, element) for element in here}
    told = [str(element) for element in value]
    still = {element_key(field, element) for element in told}
    for element in told:
        if element_key(field, element) not in known:
            yield Difference(f"{field}/{element}", None, True)
    for element in here if told else ():
        if element_key(field, element) not in still and _put_by_source(field, element, past):
            yield Difference(f"{field}/{element}", True, None)


def _new_notes(field: str, told: Mapping[str, JSON], shown: JSON) -> Iterator[Difference]:
    """The running notes of the file that are not there yet, however they are keyed."""
    here = list(shown.values()) if isinstance(shown, dict) else []
    for key, text in told.items():
        if text not in here:
            yield Difference(f"{field}/{key}", None, text)


def _is_whole(kind: str, field: str) -> bool:
    """Whether a list is one value, as the stops of a run are in their order."""
    slot = KINDS[kind].slots().get(field) if kind in KINDS else None
    return slot is not None and slot.type.ordered


def of_element(found: Difference) -> Difference:
    """A change of an element as one of its set: what comes, or what goes."""
    field, slash, element = found.field.partition("/")
    if not slash:
        return found
    if isinstance(found.now, str):
        return Difference(field, None, found.now)
    return Difference(field, None, element) if found.now else Difference(field, element, None)


def _agree(shown: JSON, value: JSON) -> bool:
    if shown in (None, "") and value is None:
        return True
    return shown == value and isinstance(shown, bool) == isinstance(value, bool)


def _may_replace(row: Row, found: Difference, past: Past) -> bool:
    origin = past.latest(found.field)
    if found.was in (None, ""):
        return origin is None or not origin.by_hand
    if found.field in row.tentative:
        return False
    return origin is not None and not origin.by_hand


def _disagrees(row: Row, found: Difference) -> bool:
    """Whether the file really says something else, not the same in other letters."""
    if found.field in row.tentative:
        return False
    return not (isinstance(found.was, str) and fold(tidy(found.was)) == fold(tidy(str(found.now))))


def _is_news(found: Difference, document: Mapping[str, JSON], past: Past) -> bool:
    """Whether the file says something here that it did not say at its last import."""
    own = (each for each in all_said(document) if same_source(each.source, past.source))
    said = next((each for each in own if each.field == found.field), None)
    if said is not None:
        return bool(said.value != found.now)
    before = past.last_import(found.field)
    return before is None or before.value != found.now


def _is_beside_the_point(
    row: Row, found: Difference, document: Mapping[str, JSON], past: Past
) -> bool:
    """Whether a file that differs has no say here: it estimates, or it has nothing to add."""
    if found.field in _PAGES and _is_estimate(row, found.field, document, past):
        return True
    return _is_old_news(found, past)


def _is_estimate(row: Row, field: str, document: Mapping[str, JSON], past: Past) -> bool:
    """Pages somebody typed are no estimate; those another file has measured are not estimated."""
    origin = past.latest("pages")
    if origin is None:
        return False
    if origin.by_hand:
        return field == "estimated"
    measured = document.get("pages") is not None and not document.get("estimated")
    estimates = bool(row.values.get("estimated"))
    return estimates and measured and not same_source(origin.source, past.source)


def _is_old_news(found: Difference, past: Past) -> bool:
    """Whether another file changed the field since this one last said the same as it does now.

    A script and a schedule both have page counts; the one that changed last counts.
    """
    origin = past.latest(found.field)
    if origin is None or origin.by_hand or same_source(origin.source, past.source):
        return False
    said = past.last_said(found.field)
    return said is not None and said.value == found.now


def _put_by_source(field: str, element: str, past: Past) -> bool:
    origin = past.latest(f"{field}/{element}")
    return origin is not None and same_source(origin.source, past.source)
