"""Doing something that is saved at once, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.errors import CallboardError


if TYPE_CHECKING:
    from tui.board import Board


def save(board: Board, work: Callable[[], str]) -> bool:
    """Do the work and say its sentence; where it cannot be saved, why. Whether it was done."""
    try:
        said = work()
    except CallboardError as error:
        board.say(str(error), "alarm")
        return False
    board.refill()
    board.say(said, "good")
    return True


def sentence(did: str) -> str:
    """What a change says of itself, as a sentence."""
    return f"{did[:1].upper()}{did[1:]}."
