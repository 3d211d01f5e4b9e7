"""Everything about one record: its fields and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.widgets.box import Box
from tui.widgets.facts import Fact, Facts


if TYPE_CHECKING:
    from collections.abc import Sequence

HINTS = (
    ("Enter", "change the field", True, ""),
    ("j k", "up and down", True, ""),
    ("q", "back", True, ""),
)


class Sheet(Box[str]):
    """The details of a record. Enter on a field gives its key, `q` or Esc gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,o", "close", show=False)]

    def __init__(
        self,
        title: str,
        fields: Sequence[Fact],
        history: Sequence[str] = (),
        hints: Sequence[tuple[str, str, bool, str]] = HINTS,
    ) -> None:
        super().__init__(title, hints)
        self.facts = Facts(_facts(fields, history))

    def body(self) -> tuple[Facts]:
        """The list of facts."""
        return (self.facts,)

    def show(self, fields: Sequence[Fact], history: Sequence[str] = ()) -> None:
        """Show the record as it is now, the cursor on the same field."""
        self.facts.set_facts(_facts(fields, history))

    @on(Facts.Opened)
    def _chosen(self, event: Facts.Opened) -> None:
        event.stop()
        if event.key:
            self.dismiss(event.key)
        else:
            self.say("This one is not to be changed.", "doubt")


def _facts(fields: Sequence[Fact], history: Sequence[str]) -> tuple[Fact, ...]:
    past = [Fact("", line) for line in history]
    return (*fields, *([Fact("", ""), Fact("", "History", "", "head")] if past else []), *past)
