"""How a plan comes about: each row meets its record, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from store.change import Edit
from store.imports.differences import Difference, Past, differences, first_values, same_source
from store.imports.duplicates import distinct
from store.imports.identity import record_keys
from store.imports.intake import Intake, Refused, Row
from store.imports.matching import Candidate, match
from store.imports.ordering import ranked
from store.imports.origins import GONE, Origins
from store.imports.plan import Changed, Kept, Plan, Taken
from store.shaped import ShapedView


if TYPE_CHECKING:
    from store.change import JSON
    from store.production import Production

_ORDER = ("production", "place", "person", "element", "day", "scene", "event")
"""What others point to comes before them: people before scenes, whose cast they are."""

_POINTING = ("cast", "people", "elements", "place", "base")
"""Fields whose values readers give as keys of other rows, for want of the records' ids."""

_NAMING = {"scene": "scene", "day": "date", "event": "title"}
"""The field whose origin says which file a record came from, where that is not its name."""

_CHARACTER = "character:"


class Planning:
    """One plan while it is being made; `plan` may be called once."""

    def __init__(self, production: Production, intake: Intake) -> None:
        self._view = ShapedView(production.view)
        self._mint = production.mint
        self._intake = intake
        self._base = production.base()
        self._once = distinct(intake.rows)
        kinds = {row.kind for row in intake.rows}
        self._kinds = tuple(kind for kind in _ORDER if kind in kinds)
        self._origins = Origins(production.chronicle().changes(), frozenset(self._kinds))
        self._known = self._characters()
        self._names: dict[str, str] = {}
        self._rows = ranked(self._once, self._view, self._origins)
        self._taken_numbers = {
            document["cast"]
            for document in self._view.records("person").values()
            if "cast" in document
        }
        self._edits: list[Edit] = []
        self._new: list[Taken] = []
        self._changed: list[Changed] = []
        self._kept: list[Kept] = []
        self._same = 0
        self._refused = list(intake.refused)
        self._notes = [*intake.notes]

    def plan(self) -> Plan:
        """Go through the kinds in their order and hand out what was found."""
        for kind in self._kinds:
            rows = [row for row in self._rows if row.kind == kind]
            self._plan_kind(kind, rows)
        self._notes += [f"{where}: {why}." for where, why in self._once.twice]
        return Plan(
            source=self._intake.source,
            base=self._base,
            edits=tuple(self._edits),
            new=tuple(self._new),
            changed=tuple(self._changed),
            same=self._same,
            kept=tuple(self._kept),
            refused=tuple(self._refused),
            notes=tuple(self._notes),
            columns=self._intake.columns,
        )

    def _plan_kind(self, kind: str, rows: Sequence[Row]) -> None:
        live = [Candidate(each, document) for each, document in self._view.records(kind).items()]
        matches = match(rows, kind, live, self._once.shared)
        rest = [at for at in range(len(rows)) if at not in matches.found]
        gone = match([rows[at] for at in rest], kind, self._gone(kind), self._once.shared).found
        again = {at: gone[place] for place, at in enumerate(rest) if place in gone}
        for at, row in enumerate(rows):
            if at in matches.found:
                self._compare(row, matches.found[at])
            elif at in matches.unclear:
                self._refused.append(Refused(row.where, f"{matches.unclear[at]}; add an e-mail"))
            elif at in again:
                self._bring_back(row, again[at])
            else:
                self._create(row)
        self._note_absent(kind, live, {record.id for record in matches.found.values()})

    def _characters(self) -> dict[str, str]:
        """Who plays each character now, by the character's key."""
        return {
            key: person
            for person, document in self._view.records("person").items()
            for key in record_keys("person", document)
            if key.startswith(_CHARACTER)
        }

    def _gone(self, kind: str) -> Iterator[Candidate]:
        for record in self._origins.seen(kind):
            document = self._view.get(kind, record)
            if document and document.get(GONE):
                yield Candidate(record, document)

    def _create(self, row: Row) -> None:
        new = row.kind if row.kind == "production" else self._mint()
        numbered: dict[str, JSON] = {} if row.kind == "production" else {"number": ""}
        self._know(row, new)
        values = first_values(self._settled(row))
        self._edits.append(Edit(row.kind, new, numbered | values))
        self._new.append(Taken(row.where, row.kind, words_for(row.kind, row.values)))

    def _compare(self, row: Row, record: Candidate) -> None:
        self._know(row, record.id)
        past = Past(self._origins, row.kind, record.id, self._intake.source)
        found = differences(self._settled(row, record.document), record.document, past)
        words = words_for(row.kind, record.document)
        if found.set:
            self._edits.append(Edit(row.kind, record.id, found.set))
        else:
            self._same += 1
        changed = map(self._in_words, found.changed)
        self._changed += [Changed(row.where, words, *each) for each in changed]
        self._kept += [Kept(row.where, words, *each) for each in found.kept]

    def _bring_back(self, row: Row, record: Candidate) -> None:
        """A record an undo took away comes back; one somebody removed stays away."""
        origin = self._origins.latest(row.kind, record.id, GONE)
        if origin is not None and origin.by_hand:
            words = words_for(row.kind, record.document)
            self._kept.append(Kept(row.where, words, "", "removed", "still there"))
            return
        self._know(row, record.id)
        past = Past(self._origins, row.kind, record.id, self._intake.source)
        found = differences(self._settled(row, record.document), record.document, past)
        self._edits.append(Edit(row.kind, record.id, {GONE: None, **found.set}))
        self._new.append(Taken(row.where, row.kind, words_for(row.kind, row.values)))

    def _know(self, row: Row, record: str) -> None:
        """Remember which record a row is, for the rows that point to it."""
        self._known |= dict.fromkeys(row.key, record)
        self._names[record] = words_for(row.kind, row.values)

    def _settled(self, row: Row, document: Mapping[str, JSON] | None = None) -> Row:
        """The row with ids for the keys it points with, and a made-up cast number that is free."""
        values = dict(row.values)
        for field in _POINTING:
            told = values.get(field)
            if isinstance(told, list):
                values[field] = [self._known[key] for key in map(str, told) if key in self._known]
            elif isinstance(told, str):
                values[field] = self._known.get(told)
        if row.kind == "person" and "cast" in row.tentative and not (document or {}).get("cast"):
            values["cast"] = self._free_number(values["cast"])
        return replace(row, values=values)

    def _in_words(self, found: Difference) -> Difference:
        """A change of what a field points to by the names, which ids say to nobody."""
        if found.field not in _POINTING or isinstance(found.now, int):
            return found
        return Difference(found.field, *(self._name_of(each) for each in (found.was, found.now)))

    def _name_of(self, person: JSON) -> str | None:
        if person is None:
            return None
        if name := self._names.get(str(person)):
            return name
        kinds = ("person", "element", "place")
        found = ((kind, self._view.get(kind, str(person))) for kind in kinds)
        return next((words_for(kind, document) for kind, document in found if document), "somebody")

    def _free_number(self, number: JSON) -> JSON:
        if number in self._taken_numbers:
            number = max(taken for taken in self._taken_numbers if isinstance(taken, int)) + 1
        self._taken_numbers.add(number)
        return number

    def _note_absent(self, kind: str, live: Sequence[Candidate], met: set[str]) -> None:
        """Say which records the same source once brought and no longer has; they stay."""
        absent = [
            words_for(kind, record.document)
            for record in live
            if record.id not in met and self._is_of_source(kind, record.id)
        ]
        if absent:
            more = f" and {len(absent) - 6} more" if len(absent) > 6 else ""
            names = ", ".join(absent[:6])
            self._notes.append(f"No longer in {self._intake.source}, but kept: {names}{more}.")

    def _is_of_source(self, kind: str, id: str) -> bool:
        origin = self._origins.latest(kind, id, _NAMING.get(kind, "name"))
        return origin is not None and same_source(origin.source, self._intake.source)


def words_for(kind: str, values: Mapping[str, JSON]) -> str:
    """A record in the words people use for it: `scene 12A`, `Anna Keller`, `the production`."""
    if kind == "scene":
        return f"scene {values.get('scene') or values.get('set', '')}"
    if kind == "production":
        return "the production"
    named = ("name", "character", "title", "date")
    return str(next(filter(None, map(values.get, named)), "somebody"))
