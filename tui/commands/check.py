"""`callboard check`: what is wrong with the files, with two people's values, and with the days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from models.edits import Aimed
from models.kinds import KINDS
from models.rules import findings
from models.text import tidy
from models.when import show_day
from models.words import words
from store.fault import span
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, changeable, production_option
from tui.commands.speaking import counted, say, sentence, tell
from tui.when_who import Names, when


if TYPE_CHECKING:
    from store.document import Conflict, Head
    from tui.office import Office


DAYS = (("day", "date"), ("run", "day"), ("call", "day"), ("event", "day"), ("scene", "day"))


@click.command(cls=LineCommand)
@production_option()
@click.option("--repair", is_flag=True, help="Write back what only your checkpoint still knows.")
@click.pass_context
def check(ctx: click.Context, *, repair: bool) -> None:
    """Say what is wrong.

    Reads every file again and looks at fields two people changed without knowing of one another,
    at values no field can hold, and at every production day with all the rules. The exit code is
    1 where anything is wrong.
    """
    opening: Opening = ctx.obj
    office = opening.office(afresh=True)
    if repair:
        _repair(office)
    days = days_of(office)
    found = [*_files(office), *_conflicts(office), *_flaws(office), *_days(office, days)]
    tell(found)
    tell([*_worth_knowing(office)])
    records = sum(len(each) for each in office.records.values())
    looked = f"{counted(records, 'record', 'records')}, {counted(len(days), 'day', 'days')}"
    if found:
        say(f"{counted(_things(found), 'thing is', 'things are')} wrong ({looked} looked at).")
        ctx.exit(1)
    say(f"Nothing is wrong ({looked} looked at).")


def _repair(office: Office) -> None:
    written = changeable(office).production.repair()
    tell([f"Wrote back {span(each.first, each.last)} of {each.writer}." for each in written])
    if not written:
        say("Nothing had to be written back.")


def _things(found: list[str]) -> int:
    return sum(line.startswith(" ") for line in found)


def _files(office: Office) -> Iterator[str]:
    found = [fault for fault in office.production.faults() if not fault.settled]
    if found:
        yield "Files"
    for fault in found:
        place = "/".join(part for part in ("writers", fault.writer, fault.file) if part)
        yield f"  {fault.words}" + (f" ({place})" if fault.file else "")


def _worth_knowing(office: Office) -> Iterator[str]:
    """What asks for nothing: nothing is lost and nothing is missing."""
    found = [fault.words for fault in office.production.faults() if fault.settled]
    if found:
        yield "Worth knowing"
    yield from (f"  {words}" for words in found)


def _conflicts(office: Office) -> Iterator[str]:
    found = office.production.conflicts()
    if found:
        yield "Changed by two who did not know of one another (the first is shown)"
    names = Names(office)
    for each in found:
        said = " | ".join(_head(office, names, each, head) for head in each.heads)
        yield f"  {office.called(Aimed(each.kind, each.id)) or each.kind}: {said}"


def _head(office: Office, names: Names, conflict: Conflict, head: Head) -> str:
    who = f"{names.short(head.writer)}, {when(head.at, office)}"
    if conflict.field == "gone":
        return f"{'removed' if head.value else 'changed'} ({who})"
    did = words(conflict.kind, {}, {conflict.field: head.value}, office.desk)
    return f"{', '.join(did)} ({who})"


def _flaws(office: Office) -> Iterator[str]:
    """What fields hold that they cannot: made by another version, or damaged."""
    found = [
        f"  {office.called(Aimed(kind.word, key))}: {tidy(flaw.field)}: {tidy(flaw.words)}"
        for kind in KINDS.values()
        for key, document in office.production.view.records(kind.word).items()
        for flaw in kind.flaws(document)
    ]
    if found:
        yield "Values no field can hold (they are kept, and left out everywhere else)"
    yield from found


def _days(office: Office, days: list[str]) -> Iterator[str]:
    for day in days:
        found = findings(office.desk, day)
        if found:
            yield show_day(day)
        yield from (f"  {sentence(finding.words)}" for finding in found)


def days_of(office: Office) -> list[str]:
    """Every day something is planned on, the earliest first."""
    return sorted(
        {
            str(document[field])
            for kind, field in DAYS
            for document in office.of(kind).values()
            if document.get(field)
        }
    )
