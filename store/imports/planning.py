"""How a plan comes about: each row meets its record, kind by kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from models.kinds import KINDS
from store.change import Edit
from store.imports import becoming, vanishing
from store.imports.along import Along
from store.imports.brought import known_gone, met
from store.imports.differences import Difference, Past, agreeing, first_values, of_element
from store.imports.duplicates import distinct
from store.imports.identity import record_keys
from store.imports.in_words import desk_with, difference_in_words, points, words_for
from store.imports.intake import Intake, Refused, Row
from store.imports.mapping import not_kept
from store.imports.marks import marks
from store.imports.matching import Candidate, Matches, match
from store.imports.ordering import ranked, strip_records
from store.imports.origins import GONE, Origins
from store.imports.plan import NEW, SORTS, Item, Plan
from store.imports.same_days import Placing, same_days
from store.production import SETTINGS
from store.shaped import ShapedView


if TYPE_CHECKING:
    from models.desk import Desk
    from store.change import JSON
    from store.production import Production

_ORDER = (
    *("production", "place", "person", "vehicle", "element", "day", "scene", "event"),
    *("leg", "call", "run", "issue"),
)
"""What others point to comes before them: people before scenes, whose cast they are."""

_CHARACTER = "character:"


class Planning:
    """One plan while it is being made; `plan` may be called once."""

    def __init__(self, production: Production, intake: Intake) -> None:
        self._view = ShapedView(production.view)
        self._mint = production.mint
        self._intake = intake
        self._base = production.base()
        self._once = distinct(intake.rows)
        self._origins = Origins(production.chronicle().changes())
        kinds = {row.kind for row in intake.rows}
        self._kinds = tuple(kind for kind in _ORDER if kind in kinds or self._brought(kind))
        self._known = self._characters()
        self._fresh: dict[str, dict[str, dict[str, JSON]]] = {}
        self._along = Along(self._view)
        strips = strip_records(self._once, self._view)
        self._same_days = self._met_days(strips)
        self._rows = ranked(self._once, strips, self._origins, self._days_since())
        self._taken_numbers = {
            document["cast"]
            for document in self._view.records("person").values()
            if "cast" in document
        }
        self._items: list[Item] = []
        self._marks: list[Edit] = []
        self._same = 0
        self._refused = list(intake.refused)
        self._notes = [*intake.notes]

    def plan(self) -> Plan:
        """Go through the kinds in their order and hand out what was found."""
        for kind in self._kinds:
            self.__dict__.pop("_desk", None)  # the kinds before have brought names
            rows = [row for row in self._rows if row.kind == kind]
            self._plan_kind(kind, rows)
        self._notes += [f"{where}: {why}." for where, why in self._once.twice]
        settings = self._view.get(*SETTINGS) or {}
        if new := not_kept(self._intake.remember, settings):
            self._marks.append(Edit(*SETTINGS, new))
        return Plan(
            source=self._intake.source,
            base=self._base,
            items=tuple(sorted(self._listed(), key=lambda item: SORTS.index(item.sort))),
            marks=tuple(self._marks),
            same=self._same,
            refused=tuple(self._refused),
            notes=tuple(self._notes),
            columns=self._intake.columns,
        )

    def _plan_kind(self, kind: str, rows: Sequence[Row]) -> None:
        live = [Candidate(each, document) for each, document in self._view.records(kind).items()]
        matches = match(rows, kind, live, self._once.shared)
        if kind == "day":
            matches = Matches(self._same_days, {})
        pointed = [self._pointed(row) for row in rows]
        found = matches.found | self._by_values(kind, pointed, matches, live)
        again = self._again(kind, [(at, row) for at, row in enumerate(pointed) if at not in found])
        rows = self._known_rows(rows, found | again, matches.unclear)
        for at, row in enumerate(rows):
            if at in found:
                self._compare(row, found[at])
            elif at in matches.unclear:
                self._refused.append(Refused(row.where, f"{matches.unclear[at]}; add an e-mail"))
            elif at in again:
                self._bring_back(row, again[at])
            else:
                self._create(row)
        unclear = {key for at in matches.unclear for key in rows[at].key}
        self._absent(kind, live, {record.id for record in found.values()}, unclear)

    def _met_days(self, strips: Mapping[int, Candidate]) -> dict[int, Candidate]:
        """The record of each day of the file, by its place among them."""
        rows = [row for row in self._once.rows if row.kind == "day"]
        live = [Candidate(*each) for each in self._view.records("day").items()]
        own = {
            each.id
            for each in live
            if self._origins.is_of("day", each.id, ("date", "shoot"), self._intake.source)
        }
        placings = (
            Placing(record.document.get("day"), self._once.rows[at].values["day"])
            for at, record in strips.items()
            if record.document.get("parked") is None and "day" in self._once.rows[at].values
        )
        return same_days(rows, live, placings, own)

    def _days_since(self) -> dict[JSON, JSON]:
        """The date the file has for each day, by the date the last import gave that day."""
        rows = [row for row in self._once.rows if row.kind == "day"]
        found: dict[JSON, JSON] = {}
        for at, record in self._same_days.items():
            before = self._origins.last_import("day", record.id, "date")
            date = rows[at].values.get("date")
            if before and date:
                found[before.value] = date
        return found

    def _listed(self) -> Iterator[Item]:
        """What becomes of each record, days with what goes along with them."""
        self.__dict__.pop("_desk", None)
        self._notes += self._along.left(self._items, self._origins)
        return self._along.items(self._items, self._origins, self._desk)

    def _absent(
        self, kind: str, live: Sequence[Candidate], met: Collection[str], unclear: Collection[str]
    ) -> None:
        """Park what the same source once brought and no longer has."""
        source = self._intake.source
        live = vanishing.spoken_of(self._intake, kind, live)
        gone = vanishing.own(kind, vanishing.unmet(kind, live, met, unclear), source, self._origins)
        if gone:
            self._items += vanishing.items(kind, gone, len(met), source, self._desk)
            self._notes += vanishing.notes(kind, gone, len(met), source, self._desk)

    def _brought(self, kind: str) -> bool:
        """Whether the same source ever brought a record of a kind that can be parked."""
        records = self._view.records(kind)
        return vanishing.brings(kind, records, self._intake.source, self._origins)

    def _known_rows(
        self, rows: Sequence[Row], records: Mapping[int, Candidate], unclear: Collection[int]
    ) -> list[Row]:
        """The rows with ids, their own and those of the rows they point to."""
        given = [replace(row, id=row.id or self._mint()) for row in rows]
        for at, row in enumerate(given):
            if at in records or at not in unclear:
                self._known |= dict.fromkeys(row.key, records[at].id if at in records else row.id)
        return [self._pointed(row) for row in given]

    def _pointed(self, row: Row) -> Row:
        """The row with ids for the keys it points with, as far as their records are known."""
        slots = KINDS[row.kind].slots()
        values = dict(row.values)
        for field in [each for each in values if each in slots and points(slots[each])]:
            meant = self._meant(values[field])
            if meant is None and values[field] is not None:
                del values[field]  # what it points to did not come in
            else:
                values[field] = meant
        return replace(row, values=values)

    def _meant(self, value: JSON) -> JSON:
        if isinstance(value, list):
            return [each for each in map(self._meant, value) if each is not None]
        return self._known.get(value) if isinstance(value, str) and ":" in value else value

    def _by_values(
        self, kind: str, rows: Sequence[Row], matches: Matches, live: Sequence[Candidate]
    ) -> dict[int, Candidate]:
        claimed = {record.id for record in matches.found.values()}
        left = [record for record in live if record.id not in claimed]
        told = [(at, row) for at, row in enumerate(rows) if at not in matches.found]
        return met(kind, told, left, self._origins.brought(kind, self._intake.source))

    def _again(self, kind: str, rows: Sequence[tuple[int, Row]]) -> dict[int, Candidate]:
        """The removed record of each row that has one."""
        gone = list(self._gone(kind))
        found = match([row for _, row in rows], kind, gone, self._once.shared).found
        by_key = {rows[place][0]: record for place, record in found.items()}
        left = [(at, row) for at, row in rows if at not in by_key]
        return by_key | known_gone(left, gone, self._origins.brought(kind, self._intake.source))

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
        new = row.kind if row.kind == "production" else row.id
        numbered: dict[str, JSON] = {} if row.kind == "production" else {"number": ""}
        values = first_values(self._settled(row))
        edit = Edit(row.kind, new, numbered | values)
        self._fresh.setdefault(row.kind, {})[new] = dict(row.values)
        words = words_for(row.kind, row.values, self._desk)
        self._items.append(Item(NEW, row.where, row.kind, new, words, edits=(edit,)))

    def _compare(self, row: Row, record: Candidate) -> None:
        row = self._settled(row, record.document)
        past = self._past(row, record)
        became = becoming.becoming(row, record, past)
        self._along.compared(row, record, became.found)
        found = self._along.without_day(row.kind, record, became.found)
        became = becoming.beside(became, found)
        kept = found.kept
        if agreed := agreeing(row, record.document, past):
            self._marks.append(Edit(row.kind, record.id, agreed))
        if not became.found.set:
            self._same += 1
        if marked := marks(record.document, row.values, kept, self._intake.source):
            self._marks.append(Edit(row.kind, record.id, marked))
        words = words_for(row.kind, record.document, self._desk)
        in_words = partial(self._in_words, row.kind)
        self._items += becoming.items(row, record, became, words, in_words)

    def _bring_back(self, row: Row, record: Candidate) -> None:
        row = self._settled(row, record.document)
        words = words_for(row.kind, record.document, self._desk)
        self._items.append(becoming.again(row, record, self._past(row, record), words))

    def _past(self, row: Row, record: Candidate) -> Past:
        return Past(self._origins, row.kind, record.id, self._intake.source)

    def _settled(self, row: Row, document: Mapping[str, JSON] | None = None) -> Row:
        """The row with a made-up cast number that is free, if its person has none yet."""
        values, known = dict(row.values), document or {}
        if row.kind == "person" and "cast" in row.tentative:
            if known.get("board"):
                values.pop("cast", None)
            elif not known.get("cast"):
                values["cast"] = self._free_number(values["cast"])
        return replace(row, values=values)

    def _in_words(self, kind: str, found: Iterable[Difference]) -> tuple[Difference, ...]:
        """Differences in what people call the values, whose ids say nothing to anybody."""
        return tuple(difference_in_words(kind, of_element(each), self._desk) for each in found)

    @cached_property
    def _desk(self) -> Desk:
        """Where records are named: those there are, and those of the kinds planned so far."""
        return desk_with({each: self._view.records(each) for each in KINDS}, self._fresh)

    def _free_number(self, number: JSON) -> JSON:
        if number in self._taken_numbers:
            number = max(taken for taken in self._taken_numbers if isinstance(taken, int)) + 1
        self._taken_numbers.add(number)
        return number
