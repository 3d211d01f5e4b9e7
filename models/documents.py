"""Papers that were issued, each kept as it was."""

from typing import Annotated

from models.fields import AnyRecord, Count, Date, Packed, Words
from models.fields.base import Choice
from models.record import Need, Record, slot


class Document(Record):
    """One issue of a paper: which, in which stage and colour, when, by whom, made from what.

    `sheet` is the paper itself (`models.papers.kept`). `version` names what it was made from, and
    `numbers` is each writer's last change in it as JSON: together they can show it again.
    """

    word, plural, pane = "document", "documents", ""
    needs = (Need(("title",), "a document needs a title (Call sheet)"),)
    example = "Call sheet fri prelim"

    title: Words | None = slot(title=True, column=1)
    paper: Words | None = slot()
    day: Date | None = slot("on", bare=True, column=1)
    about: AnyRecord | None = slot(column=3)
    stage: Annotated[str, Choice(prelim=("preliminary",), final=(), revised=("rev",))] | None = (
        slot(bare=True, column=1)
    )
    colour: Words | None = slot("color", column=2)
    issue: Count | None = slot("no", label="issue no.", column=2)
    issued: Words | None = slot(column=2)
    by: Words | None = slot(label="issued by", column=3)
    version: Words | None = slot(label="made from", column=3)
    numbers: Packed | None = slot(label="each writer's last change in it")
    sheet: Packed | None = slot(label="the paper itself")
