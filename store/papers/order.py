"""A paper to be set, with all that setting it needs."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from models.edits import Aimed
from models.papers.making import made
from models.papers.paper import Paper
from models.papers.source import PaperKind, Source


A4, LETTER = "a4", "letter"


class Order(NamedTuple):
    """A paper to be set.

    Attributes:
        kind: Which paper.
        paper: What it says.
        source: What it was made from.
        about: The one record it is about; None for all.
        size: `a4` or `letter`.
        folder: The production's folder, where templates of its own may be; None without one.
    """

    kind: PaperKind
    paper: Paper
    source: Source
    about: Aimed | None = None
    size: str = A4
    folder: Path | None = None


def ordered(
    kind: PaperKind,
    source: Source,
    about: Aimed | None = None,
    *,
    size: str = "",
    folder: Path | None = None,
) -> Order:
    """A paper made of a source, on the production's own size of paper where none is named.

    Raises NoSuch where nothing is planned on the day it is for.
    """
    own = LETTER if source.settings.get("paper") == LETTER else A4
    return Order(kind, made(kind, source, about), source, about, size or own, folder)
