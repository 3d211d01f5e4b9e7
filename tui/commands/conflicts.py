"""`callboard conflicts` and `callboard settle`: what two people set, listed and chosen between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from models.errors import NoSuch
from models.measure import fit, width_of
from tui.commands.kind_word import RecordWord, kind_argument
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, at_option, changeable, production_option
from tui.commands.reference import meant
from tui.commands.speaking import Refusal, counted, say, tell


if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.record import Record
    from store.origin import Origin
    from tui.conflicts import Choice, Dispute
    from tui.office import Office

WIDEST_VALUE = 24
"""Cells of a value that has the words about it beside it; of a longer one they stand below."""


@click.command(cls=LineCommand)
@click.option("--json", "as_json", is_flag=True, help="One JSON array on stdout.")
@at_option
@production_option()
@click.pass_context
def conflicts(ctx: click.Context, *, as_json: bool) -> None:
    """List the fields that were set twice without knowing of one another.

    Says every value, who set it and when, and what they had seen then. 'callboard settle'
    chooses. The exit code is 1 where there are none.
    """
    opening: Opening = ctx.obj
    office = opening.office()
    found = list(_all(office))
    if as_json:
        from tui.commands.documents import as_json as text

        click.echo(text(map(_document, found)))
    else:
        tell(line for each in found for line in _lines(office, each))
    if not found:
        say("There are no conflicts.")
        ctx.exit(1)
    if not as_json:
        say(f"{counted(len(found), 'conflict', 'conflicts')}.")


def _all(office: Office) -> Iterator[Dispute]:
    from tui.conflicts import all_conflicts, dispute

    for each in all_conflicts(office):
        yield dispute(office, each)


def _lines(office: Office, asked: Dispute) -> Iterator[str]:
    from models.kinds import KINDS

    yield asked.heading
    width = max(width_of(each.marked) for each in asked.choices)
    for each in asked.choices:
        if width > WIDEST_VALUE:
            yield f"  {each.number}  {each.marked}"
            yield f"     {each.told}"
        else:
            yield f"  {each.number}  {fit(each.marked, width)}  {each.told}"
    if asked.aimed.kind in KINDS:
        yield f"  callboard settle {_named(office, asked)} {asked.choices[0].number}"


def _named(office: Office, asked: Dispute) -> str:
    """The record and the field as `settle` takes them."""
    from shlex import quote

    from tui.conflict_words import field_word

    number = office.document(asked.aimed).get("number") or asked.aimed.id
    field = field_word(asked.conflict, asked.field)
    return f"{asked.aimed.kind} {quote(str(number))} {quote(field)}"


def _document(asked: Dispute) -> dict[str, Any]:
    conflict = asked.conflict
    return {
        "kind": conflict.kind,
        "id": conflict.id,
        "field": conflict.field,
        "words": asked.heading,
        "values": [_choice(each) for each in asked.choices],
    }


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "number": choice.number,
        "value": choice.value,
        "words": choice.words,
        "shown": choice.is_shown,
        "told": choice.told,
        "by": [_origin(each) for each in choice.origins],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    saw = origin.saw
    return {
        "writer": origin.head.writer,
        "n": origin.head.n,
        "at": origin.head.at,
        "saw": saw.value if saw else None,
        "saw_by": saw.stamp.writer if saw else None,
        "not_seen": [{"writer": each.writer, "n": each.n} for each in origin.unseen],
    }


@click.command(cls=LineCommand, no_args_is_help=True)
@kind_argument
@click.argument("reference", metavar="REF", type=RecordWord())
@click.argument("words", metavar="[FIELD] VALUE", nargs=-1, required=True)
@production_option()
@click.pass_obj
def settle(opening: Opening, of: type[Record], reference: str, words: tuple[str, ...]) -> None:
    """Settle a conflict by one of its values, or by another.

    VALUE is the number 'callboard conflicts' lists it under, or the value in words: 05:40,
    keep, remove. Another value is written as field:value. FIELD may be left out where the
    record has one conflict: callboard settle run M7 2
    """
    from tui.commands.settling import settled

    office = changeable(opening.office())
    say(settled(office, _asked(office, of, reference), words).said("'callboard undo'"))


def _asked(office: Office, of: type[Record], reference: str) -> list[Dispute]:
    """The conflicts of the record that is meant. Raises NoSuch or Refusal."""
    try:
        aimed = meant(office, of, reference)
    except NoSuch as error:
        raise Refusal(str(error)) from error
    found = [each for each in _all(office) if each.aimed == aimed]
    if not found:
        raise Refusal(f"{office.called(aimed)} has no conflict; nothing to settle")
    return found
