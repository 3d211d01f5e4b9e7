"""A paper over the board: as text at once, as PDF where it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from models.errors import CallboardError
from models.measure import wrap
from store.papers.order import Order, ordered
from store.papers.text import paper_lines, paper_text
from tui.day_words import title
from tui.doing.saving import sentence
from tui.papers import Wanted, source_of
from tui.widgets.box import Box
from tui.widgets.names import DIGITS, Names
from tui.widgets.reader import Reader


if TYPE_CHECKING:
    import datetime as dt

    from textual.app import App
    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.office import Office


HINTS = (
    ("p", "write the PDF", True, ""),
    ("i", "issue", True, ""),
    ("c", "changes only", True, ""),
    ("n N", "other papers", True, ""),
    ("y", "copy", True, ""),
    ("u", "undo", True, ""),
    ("j k", "scroll", True, ""),
    ("q", "back", True, ""),
)
WENT_WRONG = "It could not be written: Callboard itself went wrong there."


class PaperSheet(Box[None]):
    """The papers of the day in view, one at a time; the same key again writes its PDF."""

    DEFAULT_CSS = """
    PaperSheet > Vertical { max-width: 124; height: 100%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "write", show=False, id="paper"),
        Binding("n,tab,right", "turn(1)", show=False, id="clash"),
        Binding("N,shift+tab,left", "turn(-1)", show=False, id="clash_back"),
        Binding("i", "issue", show=False),
        Binding("c", "changes", show=False),
        Binding("u", "undo", show=False, id="undo"),
        Binding("y", "copy", show=False, id="copy"),
        Binding("q", "close", show=False, id="quit"),
        *(Binding(str(n), f"choose({n})", show=False) for n in range(1, DIGITS + 1)),
    ]

    def __init__(self, office: Office, papers: Sequence[Wanted], day: dt.date | None) -> None:
        """Take the papers, the first to be shown first, and the day they are for."""
        super().__init__("Papers", HINTS)
        self.office = office
        self.papers = tuple(papers)
        self._day = day
        self._at = 0
        self._changes_only = False
        self.names = Names()
        self.reader = Reader(self._lines)

    def body(self) -> tuple[Widget, ...]:
        """The names over the text."""
        return (self.names, self.reader)

    def on_mount(self) -> None:
        """Show the first paper."""
        self.reader.focus()
        self._show()

    def _show(self) -> None:
        name = _name(self.office, self.papers[self._at])
        self.title_line.set_segments([(name, "head", 0)])
        self.names.tell([_name(self.office, each) for each in self.papers], self._at)
        self.reader.show(self._lines)

    def _order(self) -> Order:
        """The paper that is shown, made of the production as it is now."""
        kind, about = self.papers[self._at]
        source = source_of(self.office, self._day)
        if self._changes_only:
            from models.papers.issues import as_changes

            kind = as_changes(kind, source, about)
        return ordered(kind, source, about, folder=self.office.production.path)

    def _lines(self, width: int) -> Iterator[str]:
        try:
            yield from paper_lines(self._order().paper, width)
        except CallboardError as error:
            yield from wrap(_said(error), width)

    def look_again(self) -> None:
        """Take in what others saved; the text stays where one is reading."""
        self.reader.show(self._lines, again=True)

    def action_turn(self, steps: int) -> None:
        """Show the next paper, or the one before; after the last the first."""
        self._go_to((self._at + steps) % len(self.papers))

    def _go_to(self, at: int) -> None:
        self._at, self._changes_only = at, False
        self._show()

    def action_issue(self) -> None:
        """Issue the paper that is shown, in the stage that follows: prelim, final, revised."""
        from tui.issuing import issue, issue_words

        kind, about = self.papers[self._at]
        try:
            found = issue(self.office, kind, about, day=self._day)
        except CallboardError as error:
            self.say(_said(error), "doubt")
            return
        self._go_to(self._at)
        self.say(f"Issued {issue_words(found)}. u takes it back.", "good")

    def action_undo(self) -> None:
        """Take back one's own last change, such as an issue made too early."""
        try:
            change = self.office.production.undo()
        except CallboardError as error:
            self.say(_said(error), "doubt")
            return
        self._show()
        self.say(sentence(change.did), "good")

    def action_changes(self) -> None:
        """Show only what is different since the last issue, or the whole paper again."""
        self._changes_only = not self._changes_only
        self._show()

    def action_choose(self, number: int) -> None:
        """Show the paper with that number."""
        if number <= len(self.papers):
            self._go_to(number - 1)
        else:
            self.say(f"There is no paper {number} here.", "doubt")

    def action_copy(self) -> None:
        """Copy the text, as wide as mail is, to the terminal's clipboard (OSC 52)."""
        try:
            text = paper_text(self._order().paper)
        except CallboardError as error:
            self.say(_said(error), "doubt")
            return
        self.app.copy_to_clipboard(text)
        self.say(f"Copied {len(text.splitlines())} lines.")

    def action_write(self) -> None:
        """Write the PDF in a thread of its own: reading goes on meanwhile."""
        try:
            order = self._order()
        except CallboardError as error:
            self.say(_said(error), "doubt")
            return
        self.say("Writing the PDF ...")
        work = partial(_written, self.app, self, order, title(self.office))
        threading.Thread(target=work, name="paper", daemon=True).start()


def _said(error: CallboardError) -> str:
    words = str(error)
    return f"{words[:1].upper()}{words[1:]}"


def _name(office: Office, paper: Wanted) -> str:
    about = f" {office.desk.directory.show(*paper.about)}" if paper.about else ""
    return f"{paper.kind.title.lower()}{about}"


def _written(app: App[None], sheet: PaperSheet, order: Order, production: str) -> None:
    """Write, and say where it is: there, or on the board if the sheet is closed by then."""
    words, role = WENT_WRONG, "alarm"
    try:
        words, role = write(order, production), "good"
    except CallboardError as error:
        words = _said(error)
    finally:
        app.call_later(_tell, app, sheet, words, role)


def _tell(app: App[None], sheet: PaperSheet, words: str, role: str) -> None:
    from tui.board import Board

    stack = app.screen_stack
    over = sheet if sheet in stack else stack[0]
    if isinstance(over, PaperSheet | Board):
        over.say(words, role)


def write(order: Order, production: str) -> str:
    """Write a PDF into the user's own folder, and say where; raises NotSaved and NotSet."""
    from store.papers.formats import write_paper
    from store.papers.place import file_name, papers_folder

    path = papers_folder(production) / file_name(order, ".pdf")
    notes = write_paper(order, path)
    return " ".join((f"Written: {path}.", *notes))
