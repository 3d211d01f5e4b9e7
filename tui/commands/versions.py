"""`callboard versions`: the moments that have a name, one for every schedule that was taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, production_option
from tui.commands.speaking import say, tell


if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.versions import Named
    from tui.office import Office


@click.command(cls=LineCommand)
@click.option("--json", "as_json", is_flag=True, help="One JSON array on stdout.")
@production_option()
@click.pass_context
def versions(ctx: click.Context, *, as_json: bool) -> None:
    """List the versions: every import that was accepted, with its number.

    Any command shows the production as it was then: callboard list scene --at v1290, or by the
    file's name: --at blue.uss. The exit code is 1 where there are none.
    """
    from store.versions import named

    opening: Opening = ctx.obj
    office = opening.office()
    found = named(office.production.chronicle())
    if as_json:
        from tui.commands.documents import as_json as text

        click.echo(text(map(_document, found)))
    else:
        tell(_lines(office, found))
    if not found:
        say("There are no versions yet: each import that is accepted is one.")
        ctx.exit(1)


def _lines(office: Office, found: list[Named]) -> Iterator[str]:
    from tui.when_who import Names, when

    names = Names(office)
    widest = max((len(each.version.words) for each in found), default=0)
    who = max((len(names.short(each.change.writer)) for each in found), default=0)
    for each in found:
        at, by = when(each.change.at, office), names.short(each.change.writer)
        back = " (taken back)" if each.taken_back else ""
        yield f"{each.version.words:<{widest}}  {at}  {by:<{who}}  {each.name}{back}"


def _document(each: Named) -> dict[str, Any]:
    return {
        "version": each.version.words,
        "numbers": dict(each.version.numbers),
        "at": each.change.at,
        "writer": each.change.writer,
        "name": each.name,
        "source": each.source,
        "taken_back": each.taken_back,
    }
