"""Random work on five machines, and engines that carry files between them however they like."""

from __future__ import annotations

import shutil
from datetime import timedelta

import hypothesis.strategies as st
from hypothesis import note
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from models.errors import NothingToUndo
from store.change import JSON, Edit
from tests.store.replicas.engine import CONFLICT_NAMES, Piece, conflict_name, put
from tests.store.replicas.world import NAMES, World


MANY = 4  # records: few, so that people often change the same one

WHO = st.sampled_from(NAMES)
ANY = st.integers(0, 30)
"""One of what there is, counted around."""

POSITIONS = st.text("am0Zz", min_size=1, max_size=3)
FIELDS: st.SearchStrategy[dict[str, JSON]] = st.one_of(
    st.fixed_dictionaries({"leave": st.sampled_from(["05:00", "06:00", "25:30", None])}),
    st.fixed_dictionaries({"note": st.sampled_from(["wrap", "", None]), "pos": POSITIONS}),
    st.fixed_dictionaries({"pos": POSITIONS}),
)
PASSENGERS: st.SearchStrategy[dict[str, JSON]] = st.dictionaries(
    st.sampled_from(["passengers/p1", "passengers/p2"]),
    st.sampled_from([True, {"seat": 2}, None]),
    min_size=1,
    max_size=2,
)
EDITS = st.lists(st.tuples(ANY, FIELDS | PASSENGERS), min_size=1, max_size=2)


class Counted:
    """How many steps were taken, in all examples together."""

    steps = 0


class Machines(RuleBasedStateMachine):
    """Random work on five replicas. The notes say who did what, in the order it happened."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()

    @initialize()
    def the_production_is_made_by_ana_and_handed_to_all(self) -> None:
        self.world.begin()

    # What people do.

    @precondition(lambda self: len(self.world.ledger.records) < MANY)
    @rule(who=WHO, fields=FIELDS | PASSENGERS)
    def add(self, who: str, fields: dict[str, JSON]) -> None:
        record = f"r{len(self.world.ledger.records) + 1}"
        self.world.save(who, [Edit("run", record, {"number": "", **fields})])

    @rule(who=WHO, edits=EDITS)
    def change(self, who: str, edits: list[tuple[int, dict[str, JSON]]]) -> None:
        self.world.save(who, self.world.aimed(who, edits))

    @rule(who=WHO, record=ANY, passengers=PASSENGERS)
    def put_on_or_take_off(self, who: str, record: int, passengers: dict[str, JSON]) -> None:
        self.world.save(who, self.world.aimed(who, [(record, passengers)]))

    @rule(who=WHO, record=ANY, gone=st.sampled_from([True, None]))
    def remove_or_bring_back(self, who: str, record: int, gone: JSON) -> None:
        self.world.save(who, self.world.aimed(who, [(record, {"gone": gone})]))

    @rule(who=WHO)
    def open_a_form(self, who: str) -> None:
        replica = self.world.replicas[who]
        replica.forms.append(replica.board.base())
        note(f"{who} opens form {len(replica.forms)}")

    @rule(who=WHO, form=ANY, edits=EDITS)
    def save_a_form(self, who: str, form: int, edits: list[tuple[int, dict[str, JSON]]]) -> None:
        if forms := self.world.replicas[who].forms:
            self.world.save(who, self.world.aimed(who, edits), form % len(forms))

    @rule(who=WHO, redo=st.booleans())
    def undo_or_redo(self, who: str, redo: bool) -> None:  # noqa: FBT001
        replica = self.world.replicas[who]
        try:
            change = replica.revert(redo=redo)
        except NothingToUndo as refused:
            note(f"{who} can take back nothing: {refused}")
            return
        self.world.saved(who, change)
        self.world.check_put_back(change)

    # What engines and machines do.

    @rule(one=WHO, other=WHO, back=st.booleans())
    def meet(self, one: str, other: str, back: bool) -> None:  # noqa: FBT001
        for giver, taker in ((one, other), (other, one))[: 1 + back]:
            self.world.give(giver, taker, self.world.all_of(giver, taker))
            self.world.look(taker)

    @rule(giver=WHO, taker=WHO, picks=st.lists(ANY, min_size=1, max_size=3))
    def some_files_arrive_one_by_one_in_any_order(
        self, giver: str, taker: str, picks: list[int]
    ) -> None:
        found = self.world.all_of(giver, taker)
        for pick in picks if found else ():
            self.world.give(giver, taker, [found[-1 - pick % len(found)]])
            self.world.look(taker)

    @rule(giver=WHO, taker=WHO, pick=ANY, cut=st.integers(0, 1000))
    def one_file_is_cut_on_its_way_while_the_others_arrive(
        self, giver: str, taker: str, pick: int, cut: int
    ) -> None:
        if piece := self.world.picked(giver, taker, pick):
            others = [other for other in self.world.all_of(giver, taker) if other != piece]
            part = Piece(piece.place, piece.bytes[: len(piece.bytes) * cut // 1000])
            for carried in ([part, *others], [piece]):
                self.world.give(giver, taker, carried)
                self.world.look(taker)

    @rule(giver=WHO, taker=WHO, pick=ANY, cut=st.integers(0, 1000), in_place=st.booleans())
    def a_copy_cut_anywhere_or_an_older_one_lands_on_what_is_there(
        self,
        giver: str,
        taker: str,
        pick: int,
        cut: int,
        in_place: bool,  # noqa: FBT001
    ) -> None:
        if piece := self.world.picked(giver, taker, pick):
            stop = len(piece.bytes) * cut // 1000
            put(self.world.place(taker, piece.place), piece.bytes[:stop], in_place=in_place)
            note(f"{taker} is left with {stop} of {len(piece.bytes)} bytes of {piece.place}")

    @rule(giver=WHO, taker=WHO, pick=ANY, cut=st.integers(500, 1500), kind=ANY)
    def a_copy_lands_under_a_name_of_its_own(
        self, giver: str, taker: str, pick: int, cut: int, kind: int
    ) -> None:
        if piece := self.world.picked(giver, taker, pick):
            place = conflict_name(piece.place, kind % len(CONFLICT_NAMES))
            put(self.world.place(taker, place), piece.bytes[: len(piece.bytes) * cut // 1000])
            note(f"{taker} finds {place} of {giver}'s")
            self.world.look(taker)

    @rule(who=WHO, pick=ANY)
    def a_file_goes_away(self, who: str, pick: int) -> None:
        if piece := self.world.picked(who, who, pick):
            self.world.place(who, piece.place).unlink()
            note(f"{who} loses {piece.place}")

    @rule(who=WHO)
    def look_again(self, who: str) -> None:
        self.world.look(who)
        self.world.ledger.check_defined(self.world.replicas[who].board.view)

    @rule(who=WHO, checkpoint=st.booleans())
    def end_and_start_again(self, who: str, checkpoint: bool) -> None:  # noqa: FBT001
        replica = self.world.replicas[who]
        name = replica.board.writer
        if checkpoint:
            replica.save_checkpoint()
        replica.open()
        note(f"{who} starts again, reads {dict(sorted(replica.board.view.have.items()))}")
        if name in self.world.ledger.newest:
            assert name == replica.board.writer, "a name was given up without need"
        self.world.check_read(who, replica.saved)
        self.world.settle(who)

    @rule(who=WHO, years=st.integers(-10, 10))
    def the_clock_jumps(self, who: str, years: int) -> None:
        note(f"{who}'s clock is {years} years off")
        self.world.replicas[who].off = timedelta(days=365 * years)

    @invariant()
    def a_step_was_taken(self) -> None:
        Counted.steps += 1

    def teardown(self) -> None:
        try:
            if self.world.ledger.changes:
                self.world.everybody_meets()
        finally:
            shutil.rmtree(self.world.ground)
