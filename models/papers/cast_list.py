"""The cast list: artists, characters and agents; and for the office, with their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from models.cast_numbers import by_number, cast_number, is_cast
from models.dood import worked_dates
from models.edits import Aimed
from models.papers.head import Head, of_production
from models.papers.held import held, text
from models.papers.paper import Block, Column, Paper, Row, Table, Words
from models.papers.roles import name_of, phones_of
from models.papers.source import PaperKind, Source
from models.text import fold
from models.when import show_short_day


Document = Mapping[str, Any]

HEAD = Head("cast-list", "CAST LIST")
CONTACTS = Head("cast-contacts", "CAST CONTACTS")
NUMBER, ARTIST = "No.", "Artist"
COLUMNS = (
    Column(NUMBER, right=True, kind="number"),
    Column("Character", 3),
    Column(ARTIST, 3),
    Column("Agent", 3),
    Column("Scenes", right=True, kind="number"),
    Column("Days", right=True, kind="number"),
    Column("First"),
    Column("Last"),
)
OWN = (
    Column(NUMBER, right=True, kind="number"),
    Column("Character", 2),
    Column(ARTIST, 3),
    Column("Phone", 3),
    Column("E-mail", 3),
    Column("Agent", 3),
    Column("Remarks", 3),
)
OFFICE_ONLY = "For the production office and the assistant directors only. Not for general issue."


def cast_list(source: Source, about: Aimed | None = None) -> Paper:
    """The cast by number, with how many scenes and days each works; no numbers of their own."""
    scenes, days = _work(source)
    rows = []
    for person, document in artists(source):
        on = sorted(days.get(person, ()))
        ends = (show_short_day(on[0]), show_short_day(on[-1])) if on else ("", "")
        cells = (
            *(cast_number(document), text(document, "character"), _artist(document)),
            text(document, "agent"),
            *(str(each or "") for each in (scenes[person], len(on))),
            *ends,
        )
        rows.append(Row(cells, key=f"person/{person}"))
    table = Table("cast", COLUMNS, tuple(rows), empty="No cast yet.", always=(NUMBER, ARTIST))
    return of_production(HEAD, source, (table,))


def cast_contacts(source: Source, about: Aimed | None = None) -> Paper:
    """The cast with their own numbers and what has to be minded of each."""
    rows = tuple(
        Row(
            (
                *(cast_number(document), text(document, "character"), _artist(document)),
                "\n".join(phones_of(document)),
                "\n".join(held(document, "emails")),
                text(document, "agent"),
                ". ".join(filter(None, (text(document, "diet"), text(document, "note")))),
            ),
            key=f"person/{person}",
        )
        for person, document in artists(source)
    )
    table = Table("cast", OWN, rows, empty="No cast yet.", always=(NUMBER, ARTIST))
    blocks: tuple[Block, ...] = (Words("for", (OFFICE_ONLY,)), table)
    return of_production(CONTACTS, source, blocks)


def artists(source: Source) -> list[tuple[str, Document]]:
    """The cast by number, those without one last; nobody parked."""
    found = [
        (person, document)
        for person, document in source.of("person").items()
        if is_cast(document) and not document.get("parked")
    ]
    return sorted(found, key=lambda pair: _place(pair[1]))


def _place(person: Document) -> tuple[object, ...]:
    return (*by_number(person), fold(name_of(person)))


def _work(source: Source) -> tuple[Counter[str], Mapping[str, frozenset[str]]]:
    """By person: how many scenes they are in, and the days of those that have one."""
    scenes = [each for each in source.of("scene").values() if _is_played(each)]
    counts = Counter(person for scene in scenes for person in held(scene, "cast"))
    return counts, worked_dates(scenes, "cast")


def _is_played(scene: Document) -> bool:
    return scene.get("state") != "omitted" and not scene.get("parked")


def _artist(person: Document) -> str:
    return f"{name_of(person)}{' (K)' if person.get('minor') else ''}"


CAST_LIST = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="artists, characters and agents, with the days each works",
    make=cast_list,
    daily=False,
    sheets=True,
)
CAST_CONTACTS = PaperKind(
    word=CONTACTS.name,
    title=CONTACTS.title,
    words="the cast with their own numbers, for the office and the ADs only",
    make=cast_contacts,
    daily=False,
    sheets=True,
)
