"""Taking a file in: read and compared in a thread of its own, then shown item by item."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import CallboardError
from models.text import clean
from tui.lines.file import FileLine


if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from models.desk import Desk
    from store.imports.intake import Intake
    from store.imports.plan import Plan
    from tui.board import Board

WENT_WRONG = "It could not be read: Callboard itself went wrong there. Nothing was changed."


def take_in(board: Board) -> None:
    """Ask which file, the last one to begin with: a schedule comes again and again."""
    from store.imports.last import last_file

    line = FileLine(board.office, partial(_begin, board))
    board.type(line, last_file(board.office.production.id))


def _begin(board: Board, named: str) -> str:
    """Begin reading in a thread of its own."""
    asked = (board, named, board.office.desk)
    threading.Thread(target=_read, args=asked, name="import", daemon=True).start()
    return f"Reading {clean(named)} ..."


def _read(board: Board, named: str, desk: Desk) -> None:
    """Read the file and compare it with the production as it stands on the disk."""
    from store.imports.formats import read
    from store.imports.last import BOARD, keep_file
    from store.imports.mapping import asked_of

    then: tuple[Callable[..., None], *tuple[Any, ...]] = (board.say, WENT_WRONG, "alarm")
    try:
        name, _, wanted = named.partition(BOARD)
        file, wanted = Path(name.strip()).expanduser(), wanted.strip().strip("\"'")
        intake = read(file, asked_of(file.name, desk, board=wanted))
        keep_file(board.office.production.id, file, wanted)
        planned = _compared(board, intake)
    except (CallboardError, RuntimeError) as error:  # the last is Path's word for having no home
        then = (board.say, str(error), "alarm")
    else:
        then = (show, board, planned, intake)
    finally:
        board.call_later(*then)


def _compared(board: Board, intake: Intake) -> Plan:
    """What the file would do, with a reading of its own: the board's is for its thread alone."""
    from store.imports.taking import plan
    from store.production import Production

    return plan(Production.open(board.office.production.path, to_read=True), intake)


def _compare_again(board: Board, intake: Intake, then: Callable[[Plan | None], None]) -> None:
    """Compare what was read with what others saved since, in a thread of its own."""

    def compare() -> None:
        planned = None
        try:
            planned = _compared(board, intake)
        except CallboardError as error:
            board.call_later(board.say, str(error), "alarm")
        finally:
            board.call_later(then, planned)

    threading.Thread(target=compare, name="import", daemon=True).start()


def show(board: Board, planned: Plan, intake: Intake) -> None:
    """Show what the file would do; where that is nothing, say so."""
    board.say("")
    if not (planned.items or planned.refused):
        _agree(board, planned)
        return
    from tui.review_list import ReviewList

    again = partial(_compare_again, board, intake)
    board.app.push_screen(ReviewList(board.office, planned, again), partial(_left, board))


def _agree(board: Board, planned: Plan) -> None:
    """Say that all is here; what the file has come to agree with is its own from now on."""
    from store.imports.taking import take

    said, role = f"Everything in {planned.source} is here already.", "good"
    if planned.marks and not board.office.production.readonly:
        try:
            take(board.office.production, planned)
        except CallboardError as error:
            said, role = str(error), "alarm"
    board.say(said, role)


def _left(board: Board, said: str | None) -> None:
    if said is None:
        board.say("Nothing was taken in.")
        return
    board.refill()
    board.say(f"{said} {board.key('undo')} takes it all back.", "good")
