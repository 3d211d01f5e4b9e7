"""`callboard change` and `callboard remove`: a record that is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.add import as_is_option, dry_run_option
from tui.commands.adding import SETTINGS
from tui.commands.kind_word import RecordWord, kind_argument
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, changeable, day_option, production_option
from tui.commands.reference import several
from tui.commands.speaking import Misread, Refusal, say, sentence


if TYPE_CHECKING:
    from models.record import Record


@click.command(cls=LineCommand, no_args_is_help=True)
@kind_argument
@click.argument("reference", metavar="REF", type=RecordWord())
@click.argument("words", metavar="LINE...", nargs=-1)
@as_is_option
@dry_run_option
@day_option
@production_option()
@click.pass_obj
def change(
    opening: Opening,
    of: type[Record],
    reference: str,
    words: tuple[str, ...],
    *,
    as_is: bool,
    dry_run: bool,
) -> None:
    """Change a few fields of one record, or of several.

    REF is its number (M7 or 7), its id, or any part of its name; several with commas between
    them (7,9,anna) become one change. LINE is what to change:
    'by 0640', -15 (earlier), +anna, -anna, 'note:bring the keys', note: (to empty it). There
    is one record of settings: callboard change production zone:Europe/Zurich.
    """
    from tui.commands.saving import proposal_of, save

    if of.word == SETTINGS and reference != SETTINGS:
        reference, words = SETTINGS, (reference, *words)
    if not words:
        raise Misread(f"What is to change? callboard change {of.word} {reference} LINE")
    office = changeable(opening.office())
    aimed = several(office, of, reference)
    proposal = proposal_of(words, of, lambda line: office.changing(line, aimed))
    save(office, proposal, as_is=as_is, dry_run=dry_run)


@click.command(cls=LineCommand, no_args_is_help=True)
@kind_argument
@click.argument("reference", metavar="REF", nargs=-1, required=True, type=RecordWord())
@production_option()
@click.pass_obj
def remove(opening: Opening, of: type[Record], reference: tuple[str, ...]) -> None:
    """Remove one record, or several; undo brings them back.

    REF is its number (M7 or 7), its id, or any part of its name; several with commas between
    them become one change.
    """
    if of.word == SETTINGS:
        raise Refusal("A production's settings cannot be removed")
    office = changeable(opening.office())
    aimed = several(office, of, " ".join(reference))
    names = ", ".join(office.called(each) for each in aimed)
    office.remove(aimed)
    back = "it" if len(aimed) == 1 else "them"
    say(sentence(f"removed {names}; 'callboard undo' brings {back} back"))
