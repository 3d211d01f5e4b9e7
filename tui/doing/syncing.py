"""Exchanging with another folder, in a thread of its own: the board never waits for a link."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from models.errors import CallboardError
from models.text import clean
from tui.lines.other import OtherLine


if TYPE_CHECKING:
    from store.exchange.outcome import Outcome
    from tui.board import Board


def sync(board: Board) -> None:
    """Ask which folder, the last one to begin with."""
    from store.exchange.last import last_other

    line = OtherLine(board.office, lambda other: _begin(board, other))
    board.type(line, last_other(board.office.production.id))


def _begin(board: Board, other: str) -> str:
    """Begin the exchange in its thread. Raises NotSynced where no folder is named."""
    from store.exchange.last import keep_other
    from store.exchange.other import read_other

    read_other(other)
    keep_other(board.office.production.id, other)
    threading.Thread(target=_run, args=(board, other), name="sync", daemon=True).start()
    return f"Syncing with {clean(other)} ..."


def _run(board: Board, other: str) -> None:
    """Exchange, and have the board say what came of it; what came in is followed as always."""
    from store.exchange.sync import sync as exchange

    try:
        words, role = _said(exchange(board.office.production.path, other))
    except CallboardError as error:
        words, role = str(error), "alarm"
    board.call_later(board.say, words, role)


def _said(outcome: Outcome) -> tuple[str, str]:
    role = "alarm" if outcome.failed else "doubt" if outcome.notes else "good"
    return " ".join(outcome.lines()), role
