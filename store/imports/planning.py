"""How a plan comes about: each row meets its record, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from models.kinds import KINDS
from models.said import SAYS
from store.change import Edit
from store.imports.differences import (
    Difference,
    Differences,
    Past,
    differences,
    first_values,
    of_element,
)
from store.imports.duplicates import distinct
from store.imports.identity import record_keys
from store.imports.intake import Intake, Refused, Row
from store.imports.marks import marks
from store.imports.matching import Candidate, match
from store.imports.ordering import ranked
from store.imports.origins import GONE, Origins
from store.imports.parking import PARKED, Parked, brought_by, can_be_parked, parked, parking
from store.imports.plan import BACK, CHANGED, KEPT, MOVED, MOVES, NEW, SORTS, VANISHED, Item, Plan
from store.shaped import ShapedView


if TYPE_CHECKING:
    from store.change import JSON
    from store.production import Production

_ORDER = ("production", "place", "person", "element", "day", "scene", "event")
"""What others point to comes before them: people before scenes, whose cast they are."""

_POINTING = ("cast", "people", "elements", "place", "base")
"""Fields whose values readers give as keys of other rows, for want of the records' ids."""

_CHARACTER = "character:"

FEW = 3
"""So many records may vanish from any file without anybody being asked."""


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
        self._names: dict[str, str] = {}
        self._rows = ranked(self._once, self._view, self._origins)
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
            rows = [row for row in self._rows if row.kind == kind]
            self._plan_kind(kind, rows)
        self._notes += [f"{where}: {why}." for where, why in self._once.twice]
        return Plan(
            source=self._intake.source,
            base=self._base,
            items=tuple(sorted(self._items, key=lambda item: SORTS.index(item.sort))),
            marks=tuple(self._marks),
            same=self._same,
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
        unclear = {key for at in matches.unclear for key in rows[at].key}
        met = {record.id for record in matches.found.values()}
        self._absent(
            kind,
            [
                record
                for record in live
                if record.id not in met and unclear.isdisjoint(record_keys(kind, record.document))
            ],
            len(met),
        )

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
        edit = Edit(row.kind, new, numbered | values)
        words = words_for(row.kind, row.values)
        self._items.append(Item(NEW, row.where, row.kind, new, words, edits=(edit,)))

    def _compare(self, row: Row, record: Candidate) -> None:
        self._know(row, record.id)
        past = Past(self._origins, row.kind, record.id, self._intake.source)
        away = parked(record.document, past)
        if away and away.by_source(self._intake.source):
            self._unpark(row, record, past._replace(without=away.change), away)
            return
        if away:
            # Another file has it no longer: that one says when it is on the board again.
            there = {field: row.values[field] for field in row.values if field not in MOVES}
            row = replace(row, values=there)
        found = differences(self._settled(row, record.document), record.document, past)
        if not found.set:
            self._same += 1
        sort = MOVED if found.set.keys() & {*MOVES} else CHANGED
        self._note(row, record, found, Item(sort, row.where, row.kind, record.id, ""))

    def _unpark(self, row: Row, record: Candidate, past: Past, away: Parked) -> None:
        """A record this file no longer had is there again, as if it had always been."""
        document = {**record.document, **away.lost}
        found = differences(self._settled(row, document), document, past)
        back = {field: value for field, value in away.lost.items() if field not in found.set}
        changed = (
            Difference(PARKED, record.document[PARKED], None),
            *(Difference(field, None, value) for field, value in back.items()),
            *found.changed,
        )
        found = found._replace(set={PARKED: None, **back, **found.set}, changed=changed)
        self._note(row, record, found, Item(BACK, row.where, row.kind, record.id, ""))

    def _note(self, row: Row, record: Candidate, found: Differences, item: Item) -> None:
        """Add what becomes of a record, and apart from that what of it stays as it was typed."""
        words = words_for(row.kind, record.document)
        marked = marks(record.document, row.values, found.kept, self._intake.source)
        if marked:
            self._marks.append(Edit(row.kind, record.id, marked))
        if found.set:
            edits = (Edit(row.kind, record.id, found.set),)
            changed = tuple(map(self._in_words, found.changed))
            self._items.append(replace(item, words=words, differences=changed, edits=edits))
        if found.kept:
            taken = {each.field: each.now for each in found.kept}
            no_more: dict[str, JSON] = {f"{SAYS}/{field}": None for field in taken}
            self._items.append(
                replace(
                    item,
                    sort=KEPT,
                    words=words,
                    differences=tuple(map(self._in_words, found.kept)),
                    edits=(Edit(row.kind, record.id, taken | no_more),),
                    ticked=False,
                    news=bool(found.news),
                )
            )

    def _bring_back(self, row: Row, record: Candidate) -> None:
        """A record an undo took away comes back; one somebody removed stays away."""
        past = Past(self._origins, row.kind, record.id, self._intake.source)
        found = differences(self._settled(row, record.document), record.document, past)
        origin = past.latest(GONE)
        words = words_for(row.kind, record.document)
        edits = (Edit(row.kind, record.id, {GONE: None, **found.set}),)
        item = Item(NEW, row.where, row.kind, record.id, words, edits=edits)
        if origin is not None and origin.by_hand:
            removed = (Difference("", "removed", "still there"),)
            item = replace(item, sort=KEPT, differences=removed, ticked=False)
        else:
            self._know(row, record.id)
        self._items.append(item)

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
                del values[field]
                values |= {field: self._known[told]} if told in self._known else {}
        if row.kind == "person" and "cast" in row.tentative and not (document or {}).get("cast"):
            values["cast"] = self._free_number(values["cast"])
        return replace(row, values=values)

    def _in_words(self, found: Difference) -> Difference:
        """A change of what a field points to by the names, which ids say to nobody."""
        found = of_element(found)
        if found.field not in _POINTING or isinstance(found.was or found.now, int):
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

    def _absent(self, kind: str, unmet: Sequence[Candidate], met: int) -> None:
        """Park what the same source once brought and no longer has; see `store.imports.parking`."""
        source = self._intake.source
        own = [
            record
            for record in unmet
            if self._origins.is_of(kind, record.id, brought_by(kind), source)
            and not record.document.get(PARKED)
        ]
        if not can_be_parked(kind):
            self._note_left(kind, own)
            return
        # A file without most of what its like brought is another file, more likely than not.
        ticked = len(own) <= max(met, FEW)
        for record in own:
            edit = Edit(kind, record.id, parking(kind, record.document, source))
            words = words_for(kind, record.document)
            item = Item(VANISHED, "", kind, record.id, words, edits=(edit,), ticked=ticked)
            day = record.document.get("day") if kind == "scene" else None
            lost = (Difference("day", day, None),) if day else ()
            self._items.append(replace(item, differences=lost))
        if not ticked:
            self._notes.append(
                f"{len(own)} of {len(own) + met} {KINDS[kind].plural} are no longer in {source}. "
                "Is it the right file? They are parked only if you accept them one by one."
            )

    def _note_left(self, kind: str, left: Sequence[Candidate]) -> None:
        """Say what the file no longer has of what cannot be parked."""
        if left:
            more = f" and {len(left) - 6} more" if len(left) > 6 else ""
            names = ", ".join(words_for(kind, record.document) for record in left[:6])
            self._notes.append(f"No longer in {self._intake.source}, but kept: {names}{more}.")

    def _brought(self, kind: str) -> bool:
        """Whether the same source ever brought a record of a kind that can be parked."""
        return can_be_parked(kind) and any(
            self._origins.is_of(kind, record, brought_by(kind), self._intake.source)
            for record in self._view.records(kind)
        )


def words_for(kind: str, values: Mapping[str, JSON]) -> str:
    """A record in the words people use for it: `scene 12A`, `Anna Keller`, `the production`."""
    if kind == "scene":
        return f"scene {values.get('scene') or values.get('set', '')}"
    if kind == "production":
        return "the production"
    named = ("name", "character", "title", "date")
    return str(next(filter(None, map(values.get, named)), "somebody"))
