"""`callboard issue` and `callboard issued`: papers that go out, and what went out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.papers.stages import STAGES
from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, at_option, changeable, day_option, production_option
from tui.commands.paper import aimed_by, put_out
from tui.commands.paper_word import PaperWord
from tui.commands.speaking import say, tell


if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.papers.source import PaperKind
    from tui.office import Office

LISTED = (
    *("number", "title", "day", "about", "stage", "colour", "issue"),
    *("issued", "by", "version"),
)
FILE = click.Path(path_type=Path)


@click.command(cls=LineCommand)
@click.argument("kind", metavar="PAPER", type=PaperWord())
@click.argument("about", metavar="[ABOUT]", nargs=-1)
@click.option("--stage", type=click.Choice(STAGES), help="Left out: the one that follows.")
@click.option("-o", "--output", metavar="FILE", type=FILE, help="Write it, too.")
@day_option
@production_option()
@click.pass_obj
def issue(
    opening: Opening,
    kind: PaperKind,
    about: tuple[str, ...],
    stage: str | None,
    output: Path | None,
) -> None:
    """Issue PAPER: prelim, then final, then revised in one colour after another.

    It is kept exactly as it is now, with what it was made from, and says what is different from
    the issue before. 'callboard undo' takes it back. (To log an issue: callboard add issue ...)
    """
    from models.papers.issues import as_made
    from tui.issuing import issue as issue_paper
    from tui.issuing import issue_words

    office = changeable(opening.office())
    aimed = aimed_by(office, kind, " ".join(about))
    found = issue_paper(office, kind, aimed, stage or "")
    say(f"Issued {issue_words(found)}.")
    tell(f"  {each}" for each in found.changes)
    if output is not None:
        put_out(office, as_made(kind, found), aimed, output)


@click.command(cls=LineCommand)
@click.argument("kind", metavar="[PAPER]", type=PaperWord(), required=False)
@click.argument("about", metavar="[ABOUT]", nargs=-1)
@click.option("--no", "number", type=int, default=0, help="Its number; left out, the last one.")
@click.option("-o", "--output", metavar="FILE", type=FILE, help="Where to.")
@day_option
@at_option
@production_option()
@click.pass_obj
def issued(
    opening: Opening,
    kind: PaperKind | None,
    about: tuple[str, ...],
    number: int,
    output: Path | None,
) -> None:
    """Show PAPER exactly as it was issued; without PAPER list all that were issued."""
    office = opening.office()
    if kind is None:
        tell(_listed(office))
        return
    from models.papers.issues import as_issued
    from tui.papers import source_of

    aimed = aimed_by(office, kind, " ".join(about))
    put_out(office, as_issued(kind, source_of(office), aimed, number), aimed, output)


def _listed(office: Office) -> Iterator[str]:
    """A line each, the newest first: number, what it is, when and by whom."""
    from models.form import shown
    from models.kinds import KINDS

    slots = KINDS["document"].slots()
    found = sorted(office.of("document").values(), key=lambda each: str(each.get("issued") or ""))
    for document in reversed(found):
        held = (
            shown(slots[name], document, office.desk) if name in slots else str(document.get(name))
            for name in LISTED
        )
        yield "  ".join(each for each in held if each)
    if not found:
        yield "Nothing was issued yet. callboard issue call-sheet --day d1"
