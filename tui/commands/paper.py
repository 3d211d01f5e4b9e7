"""`callboard paper`: the papers of a production, as text or in a file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.line_command import LineCommand
from tui.commands.opening import Opening, at_option, day_option, production_option
from tui.commands.paper_word import PaperWord
from tui.commands.speaking import Misread, say, tell


if TYPE_CHECKING:
    from models.edits import Aimed
    from models.papers.source import PaperKind
    from store.papers.order import Order
    from tui.office import Office

WIDTH, LEAST, WIDEST = 80, 40, 120
"""Columns of a paper as text: where nobody knows, at least, and at most."""


@click.command(cls=LineCommand)
@click.argument("kind", metavar="[PAPER]", type=PaperWord(), required=False)
@click.argument("about", metavar="[ABOUT]", nargs=-1)
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Where to.")
@click.option("--letter", "size", flag_value="letter", help="On US Letter.")
@click.option("--a4", "size", flag_value="a4", help="On A4.")
@click.option("--changes", is_flag=True, help="Only what is different since it was issued.")
@day_option
@at_option
@production_option()
@click.pass_obj
def paper(
    opening: Opening,
    kind: PaperKind | None,
    about: tuple[str, ...],
    output: Path | None,
    size: str | None,
    *,
    changes: bool,
) -> None:
    """Make PAPER, of the day in view and about one driver, vehicle or person where it says so.

    Without PAPER it lists them all. With -o it is written in the format the name ends with
    (.pdf, .txt, .xlsx, .ics); without, it is said as text.
    """
    if kind is None:
        tell(_listed())
        return
    office = opening.office()
    aimed = aimed_by(office, kind, " ".join(about))
    if changes:
        from models.papers.issues import as_changes
        from tui.papers import source_of

        kind = as_changes(kind, source_of(office), aimed)
    put_out(office, kind, aimed, output, size)


def put_out(
    office: Office,
    kind: PaperKind,
    aimed: Aimed | None,
    output: Path | None,
    size: str | None = None,
) -> None:
    """Say a paper as text, or write it to a file and say so."""
    from store.papers.formats import form_of, write_paper
    from store.papers.order import ordered
    from tui.papers import source_of

    if output is not None:
        form_of(kind, output)
    folder = office.production.path
    order = ordered(kind, source_of(office), aimed, size=size or "", folder=folder)
    if output is None:
        _tell_text(order)
        return
    for each in write_paper(order, output):
        say(each)
    say(f"Wrote the {kind.title.lower()} to {output}.")


def _listed() -> Iterator[str]:
    """Each paper with what it is and the formats it is set in."""
    from models.papers.papers import PAPERS
    from store.papers.formats import offered

    wide = max(map(len, PAPERS))
    for word, kind in PAPERS.items():
        suffixes = " ".join(each.removeprefix(".") for each in offered(kind))
        yield f"{word:{wide}}  {kind.words} ({suffixes})"


def aimed_by(office: Office, kind: PaperKind, words: str) -> Aimed | None:
    """The record the paper is to be about; None for everything. Raises Misread and NoSuch."""
    if not words:
        return None
    if not kind.about:
        raise Misread(f"The {kind.word} is about everything: leave '{words}' out.")
    from models.errors import NoSuch
    from models.kinds import kind as kind_of
    from tui.commands.reference import meant

    refusals = []
    for word in kind.about:
        try:
            return meant(office, kind_of(word), words)
        except NoSuch as error:
            refusals.append(error)
    raise next((each for each in refusals if "?" in str(each)), refusals[0])


def _tell_text(order: Order) -> None:
    from store.papers.text import paper_lines

    width = min(WIDEST, max(LEAST, shutil.get_terminal_size((WIDTH, 24)).columns))
    tell(paper_lines(order.paper, width))
