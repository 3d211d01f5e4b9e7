"""When a value was given is known of every field, from the change that gave it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from store.change import Edit
from store.production import Production


if TYPE_CHECKING:
    from pathlib import Path

LOGGED = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
CLOSED = dt.datetime(2026, 11, 24, 23, 45, tzinfo=dt.UTC)


@pytest.mark.parametrize("again", [False, True], ids=["in memory", "from a checkpoint"])
@pytest.mark.parametrize(
    ("field", "at"),
    [("title", LOGGED), ("status", CLOSED), ("tags/power", CLOSED), ("owner", None)],
)
def test_a_value_was_given_when_the_change_that_gave_it_was_made(
    isolated: Path, tmp_path: Path, field: str, at: dt.datetime | None, *, again: bool
) -> None:
    path = tmp_path / "film"
    clock = [LOGGED]
    production = Production.create(
        path, title="Film", zone="UTC", as_user="mia", clock=lambda: clock[0]
    )
    production.commit([Edit("issue", "genny", {"title": "tripping", "status": "open"})], "logged")
    clock[0] = CLOSED
    production.commit([Edit("issue", "genny", {"status": "done", "tags/power": True})], "closed")
    if again:
        production.checkpoint()
        production = Production.open(path, as_user="mia")

    found = production.view.given_at("issue", "genny", field)

    assert at == (dt.datetime.fromisoformat(found) if found else None)


def test_of_a_record_nobody_heard_of_nothing_is_known(isolated: Path, tmp_path: Path) -> None:
    production = Production.create(tmp_path / "film", title="Film", zone="UTC", as_user="mia")

    assert "" == production.view.given_at("issue", "nobody", "status")
