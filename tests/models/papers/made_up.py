"""A small paper to try things on, and papers of any texts."""

from __future__ import annotations

from hypothesis import strategies as st

from models.papers.paper import Break, Column, Fact, Facts, Issue, Paper, Row, Table, Words


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
COLUMNS = (Column("Who", 1), Column("Call", kind="time"))


def sheet(*rows: Row, call: str = "07:00", notes: tuple[str, ...] = ("Closed set.",)) -> Paper:
    """A call sheet with a crew call, a table of people, and notes."""
    facts = Facts("times", (Fact("Crew call", call, strong=True), Fact("Lunch", "13:00")))
    table = Table("cast", COLUMNS, rows, title="Cast")
    blocks = (facts, table, Break(), Words("notes", notes, title="Notes"))
    about = "Day 4 of 12"
    return Paper(
        "call-sheet", "CALL SHEET", "Lake Pictures", "Nightfall", about, blocks, day="2026-11-24"
    )


def person(key: str, name: str, call: str) -> Row:
    """A row about somebody."""
    return Row((name, call), key=f"person/{key}")


FACTS = st.builds(Fact, TEXTS, TEXTS, st.booleans())
ROWS = st.builds(Row, st.tuples(TEXTS, TEXTS), role=TEXTS, key=TEXTS, changed=st.booleans())
PAPERS = st.builds(
    Paper,
    **dict.fromkeys(("name", "title", "company", "production", "about", "day", "foot"), TEXTS),
    blocks=st.lists(
        st.one_of(
            st.builds(Facts, TEXTS, st.lists(FACTS).map(tuple)),
            st.builds(Table, TEXTS, st.just(COLUMNS), st.lists(ROWS).map(tuple), title=TEXTS),
            st.builds(Words, TEXTS, st.lists(TEXTS).map(tuple), title=TEXTS),
            st.just(Break()),
        ),
        max_size=5,
    ).map(tuple),
    issue=st.builds(Issue, number=st.integers(0, 99), colour=TEXTS),
    wide=st.booleans(),
    changes=st.lists(TEXTS, max_size=3).map(tuple),
)  # fmt: skip
