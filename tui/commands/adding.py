"""What `callboard add` does: a record from a typed line, or many from stdin as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.opening import Opening, changeable
from tui.commands.speaking import Refusal


if TYPE_CHECKING:
    from models.record import Record


SETTINGS = "production"
STDIN = ("-",)


def add_line(
    opening: Opening, of: type[Record], words: tuple[str, ...], *, as_is: bool, dry_run: bool
) -> None:
    """Save what the words say as a new record, and say so. Raises Refusal."""
    from tui.commands.saving import proposal_of, save

    if of.word == SETTINGS:
        raise Refusal("A production has its settings already: callboard change production LINE")
    office = changeable(opening.office())
    if words == STDIN:
        from tui.commands.many import lines_of_stdin, save_many

        save_many(office, of, lines_of_stdin(), as_is=as_is, dry_run=dry_run)
    else:
        proposal = proposal_of(words, of, lambda line: office.adding(line, of))
        save(office, proposal, as_is=as_is, dry_run=dry_run)
