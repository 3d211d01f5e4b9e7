"""A filter that goes on in steps finds what one look through everything finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.production import Production
from tests.tui.conftest import SMALL_ONE
from tests.tui.coordinator import NOW, at_board, changed, saved
from tui.office import Office
from tui.panes import PANES
from tui.panes.search import Search


if TYPE_CHECKING:
    from pathlib import Path

    from tui.panes import PaneKind

WORDS = sorted({word for line in SMALL_ONE.split() for word in (line, line[:3], f"-{line}")})
TYPED = st.lists(st.sampled_from([*WORDS, "-", "+", "+an", "p1-p3", "status:", "#po"]), max_size=3)


def found(search: Search) -> list[str]:
    return [row.key for row in search.rows]


def anew(text: str, pane: PaneKind, office: Office) -> list[str]:
    search = Search(text, pane.kinds, office)
    search.begin(pane.sections(office, wide=True))
    search.go_on(60)
    return found(search)


@pytest.mark.parametrize("pane", PANES, ids=lambda pane: pane.name)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=TYPED, steps=st.integers(0, 3))
def test_typing_a_filter_finds_what_filtering_anew_finds(
    folder: Path, pane: PaneKind, words: list[str], steps: int
) -> None:
    office = Office(Production.open(folder, as_user="mia"), now=lambda: NOW)
    text, search = " ".join(words), None
    for end in range(1, len(text) + 1):
        search = Search(text[:end], pane.kinds, office, search)
        search.begin(pane.sections(office, wide=True))
        for _ in range(steps):
            search.go_on(0)
    if search:
        search.go_on(60)
        assert search.done
        assert anew(text, pane, office) == found(search)


@pytest.mark.parametrize("text", ["van", "anna", "van2 ann", "-van", "+anna", "05", "hotel"])
def test_a_filter_that_stays_finds_what_others_change(folder: Path, text: str) -> None:
    production = Production.open(folder, as_user="mia")
    office = Office(production, now=lambda: NOW)
    pane = next(each for each in PANES if each.name == "transport")
    before = Search(text, pane.kinds, office)
    before.begin(pane.sections(office, wide=True))
    before.go_on(60)
    run = saved(folder, "run", "0500 van2 hotel>base anna", as_user="reto")
    person = next(key for key, each in office.of("person").items() if each["name"] == "Ben Okafor")
    for line, each in (
        ("0515", run),
        ('name:"Annabel Voss"', run._replace(kind="person", id=person)),
    ):
        changed(folder, each, line)
        production.refresh()
        after = Search(text, pane.kinds, office, before)
        after.begin(pane.sections(office, wide=True))
        after.go_on(60)
        assert anew(text, pane, office) == found(after)
        before = after


async def test_enter_waits_for_all_that_a_filter_finds(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AT_ONCE", "A_STEP"):
        monkeypatch.setattr(f"tui.pane.{name}", 0)
    async with at_board(folder) as mia:
        await mia.presses("3", "w", "/")
        await mia.types("hotel")
        await mia.presses("enter")
        assert mia.sees("4 shown")
        assert {"hotel"} <= {word for row in mia.pane.rows for word in row.cells[2].split(">")}


async def test_the_rest_of_what_a_filter_finds_follows_by_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AT_ONCE", "A_STEP"):
        monkeypatch.setattr(f"tui.pane.{name}", 0)
    async with at_board(folder) as mia:
        await mia.presses("3", "w", "/")
        await mia.types("a")
        everything = anew("a", mia.pane.what, mia.office)
        await mia.until(lambda: [row.key for row in mia.pane.rows] == everything)
        await mia.until(lambda: mia.sees(f"/{len(everything)} "))
