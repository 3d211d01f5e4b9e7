"""The screen of all conflicts: every value, who set it knowing what, and a key that takes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from models.edits import Aimed
from models.errors import CallboardError
from models.kinds import KINDS
from tui.disputes import Disputes
from tui.doing.saving import sentence
from tui.foot import Foot
from tui.lines import SettleLine
from tui.settling import no_other, settle, still_open
from tui.widgets.blocks import Block, Blocks, Item
from tui.widgets.box import Box


if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.conflicts import Choice, Dispute
    from tui.office import Office


HINTS = (
    ("1-9", "take it", True, ""),
    ("e", "type another", True, ""),
    ("o", "open", True, ""),
    ("u", "undo", True, ""),
    ("j k", "up and down", True, ""),
    ("q", "back", True, ""),
)
NONE = "No conflicts: nothing was set twice without knowing of one another. q goes back."
ARRIVED = "The values have just changed here. Look at them, then press the key again."


class ConflictList(Box[Aimed]):
    """All conflicts, one under the cursor. `o` gives its record, to be opened; `q` gives None.

    What is chosen is saved against what was known when the list was drawn.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,C", "close", show=False),
        Binding("e,enter", "type_another", show=False),
        Binding("o", "open_record", show=False),
        Binding("u", "undo", show=False),
        *(Binding(str(number), f"take({number})", show=False) for number in range(1, 10)),
    ]

    def __init__(self, office: Office, saved: Callable[[], None], at: str = "") -> None:
        """Begin at the conflict with that key; `saved` is called after anything was saved."""
        self.office = office
        self.foot, self.blocks = Foot(), Blocks(NONE)
        self._saved = saved
        self._at = at
        self._all = Disputes(office)
        self._settled = 0
        super().__init__(self._count_words(), HINTS)

    def body(self) -> tuple[Widget, ...]:
        """The list over the line to type in."""
        return (self.blocks, self.foot)

    def on_mount(self) -> None:
        """Show the conflicts, the cursor on the one that was asked for."""
        self.blocks.set_blocks(self._all.keys, self._block)
        self.blocks.point_at(self._at)
        self.blocks.focus()

    @property
    def pointed(self) -> Dispute | None:
        """The conflict under the cursor."""
        return self._all.of(self.blocks.key)

    def _count_words(self) -> str:
        count = len(self._all.keys)
        words = "conflict: values" if count == 1 else "conflicts: values"
        return f"≠ {count} {words} set without knowing of one another" if count else "Conflicts"

    def _block(self, key: str) -> Block:
        asked = self._all.of(key)
        if asked is None:
            return Block("", ())
        items = (Item(str(each.number), each.marked, each.told) for each in asked.choices)
        return Block(asked.heading, tuple(items))

    def _show(self) -> None:
        """Show the conflicts as they were at the last look."""
        self.blocks.set_blocks(self._all.keys, self._block)
        self.title_line.set_segments([(self._count_words(), "head", 0)])

    def look_again(self) -> None:
        """Take in what others saved; a key pressed now was meant for what stood there before."""
        before = self.blocks.key
        self._all.look()
        self._show()
        self.foot.look_again()
        if before and self.blocks.key != before:
            self._all.arrived.add(self.blocks.key)
        if self.blocks.key in self._all.arrived and not self.foot.line:
            self.say(ARRIVED, "doubt")

    def action_take(self, number: int) -> None:
        """Take one of the values under the cursor."""
        asked = self.pointed
        choice = asked.choice(number) if asked else None
        reason = self._reason(asked) or ("" if choice else f"There is no {number} to take here.")
        if reason or asked is None or choice is None:
            self.say(reason, "doubt")
        else:
            self._save(lambda: self._take(asked, choice))

    def _reason(self, asked: Dispute | None) -> str:
        """Why nothing can be chosen now; empty where it can."""
        if asked is None:
            return NONE
        if asked.key in self._all.arrived:
            self._all.arrived.discard(asked.key)
            return ARRIVED
        return self.office.production.readonly

    def _take(self, asked: Dispute, choice: Choice) -> str:
        done = settle(self.office, asked, choice, self._all.base)
        self._settled += 1
        self.office.production.refresh()
        if still_open(self.office, asked):
            return f"{sentence(done.did)} Another value came meanwhile and stands beside it."
        return done.said("u")

    def _save(self, work: Callable[[], str]) -> None:
        try:
            said, role = work(), "good"
        except CallboardError as error:
            said, role = str(error), "alarm"
        self._after(said, role)

    def _after(self, said: str, role: str) -> None:
        self._all.look()
        self._all.arrived.clear()
        self._show()
        self._saved()
        self.say(said, role)

    def action_undo(self) -> None:
        """Take back what was settled here last."""
        if not self._settled:
            self.say("Nothing was settled here yet; on the board u takes back your last change.")
            return
        self._settled -= 1
        self._save(lambda: sentence(self.office.production.undo().did))

    def action_open_record(self) -> None:
        """Leave for the details of the record."""
        aimed = self.pointed.aimed if self.pointed else None
        if aimed and aimed.kind in KINDS:
            self.dismiss(aimed)
        elif aimed:
            self.say(f"Only a later version of Callboard can open a {aimed.kind}.", "doubt")

    def action_type_another(self) -> None:
        """Type a value of one's own for the field under the cursor."""
        asked = self.pointed
        reason = self._reason(asked) or (no_other(asked) if asked else "")
        if reason or asked is None:
            self.say(reason, "doubt")
            return
        line = SettleLine(self.office, asked, self._all.base)
        self.foot.open(line, line.begins)
        self.footer.set_hints(line.hints)

    @on(Foot.Saved)
    def _typed(self, event: Foot.Saved) -> None:
        event.stop()
        self._settled += 1
        self._listen()
        self._after(event.words, "good")

    @on(Foot.Left)
    def _left(self, event: Foot.Left) -> None:
        event.stop()
        self._listen()
        self.say(event.words)

    def _listen(self) -> None:
        """Let the keys go to the list again."""
        self.blocks.focus()
        self.footer.set_hints(HINTS)
