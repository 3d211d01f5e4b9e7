"""Every paper is made of whatever a production holds, also where ids lead nowhere."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from models.desk import desk_of
from models.edits import Aimed
from models.errors import CallboardError
from models.kinds import KINDS
from models.papers.making import made
from models.papers.papers import PAPERS
from models.papers.source import Source
from models.record import Slot
from models.shape import shaped
from store.papers.text import paper_lines
from tests.examples import few
from tests.models.documents import documents
from tests.models.nightfall import MONDAY, SATURDAY


DAYS = st.sampled_from([MONDAY.isoformat(), SATURDAY.isoformat(), None])
IDS = [f"r{number}" for number in range(3)]
NOW = dt.datetime(2026, 11, 23, 18, 40, tzinfo=ZoneInfo("Europe/Zurich"))


@st.composite
def productions(draw: st.DrawFn) -> dict[str, dict[str, dict[str, Any]]]:
    """A few records of every kind, on few days, pointing to one another or to nothing."""
    return {
        word: {
            each: _near(draw, word, each, draw(documents(kind)))
            for each in (["production"] if word == "production" else draw(st.lists(
                st.sampled_from(IDS), max_size=3, unique=True)))
        }
        for word, kind in KINDS.items()
    }  # fmt: skip


def _as_many(slot: Slot, id: str) -> Any:
    return [id] if slot.type.many or slot.type.ordered else id


def _near(draw: st.DrawFn, word: str, id: str, document: dict[str, Any]) -> dict[str, Any]:
    """The record brought near the others: its days are few, and its ids are those there are."""
    made = dict(document, id=id)
    for name, slot in KINDS[word].slots().items():
        if name not in made:
            continue
        if name in ("day", "date"):
            made[name] = draw(DAYS)
        elif getattr(slot.type.element, "kind", ""):
            found = draw(st.sampled_from([*IDS, "nobody"]))
            made[name] = (
                {found: True} if slot.type.many else [found] if slot.type.ordered else found
            )
    return dict(shaped(word, {name: value for name, value in made.items() if value is not None}))


@given(records=productions(), about=st.sampled_from([None, *IDS]))
@few(8, suppress_health_check=list(HealthCheck))
def test_every_paper_is_made_or_refused_in_words(
    records: dict[str, dict[str, dict[str, Any]]], about: str | None
) -> None:
    source = Source(records, desk_of(records, SATURDAY, MONDAY), NOW)
    for kind in PAPERS.values():
        aimed = Aimed(kind.about[0], about) if about and kind.about else None
        with suppress(CallboardError):
            assert list(paper_lines(made(kind, source, aimed), 60))
            appointments = kind.appointments(source, aimed) if kind.appointments else ()
            assert all(each.title for each in appointments)
