"""The view in its shape: what is kept between two looks is what a fresh look would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import store.touched
from store.change import Edit
from store.production import Production
from store.shaped import ShapedView
from store.view import View
from tests.examples import few
from tests.store.histories import STEPS, told


if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.histories import Step


@few(20)
@given(steps=STEPS, looks=st.integers(1, 4), most=st.integers(0, 3), kept=st.integers(1, 3))
def test_what_is_kept_is_what_a_fresh_look_gives(
    steps: list[Step], looks: int, most: int, kept: int
) -> None:
    view = View()
    shaped = ShapedView(view)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store.touched, "MOST", most)
        patch.setattr(store.touched, "STEPS", kept)
        for number, change in enumerate(told(steps)):
            view.take([change])
            if number % looks == 0:
                assert ShapedView(view).records("run") == shaped.records("run")
    assert ShapedView(view).records("run") == shaped.records("run")


def test_a_change_of_a_run_leaves_the_people_as_they_are(isolated: Path, tmp_path: Path) -> None:
    production = Production.create(tmp_path / "nightfall", title="Nightfall", zone="UTC")
    production.commit([Edit("person", "p1", {"name": "Anna"}), Edit("run", "r1", {})], "began")
    shaped = ShapedView(production.view)
    people, runs = shaped.records("person"), shaped.records("run")
    production.commit([Edit("run", "r1", {"status": "out"})], "told")
    assert shaped.records("person") is people
    assert "out" == shaped.records("run")["r1"]["status"]
    assert shaped.records("run") is not runs


def test_a_view_that_began_anew_is_looked_at_anew(isolated: Path, tmp_path: Path) -> None:
    production = Production.create(tmp_path / "nightfall", title="Nightfall", zone="UTC")
    production.commit([Edit("run", "r1", {})], "began")
    shaped = ShapedView(production.view)
    assert ["r1"] == list(shaped.records("run"))
    production.view.forget_all()
    assert {} == shaped.records("run")
