"""Every benchmark runs, at a size that takes no time, and compares with its peer."""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING

import pytest

from tests.bench import AT_EVERY_SIZE
from tests.bench.__main__ import main, measured
from tests.bench.rounds import Times, in_turns
from tests.bench.row import Bar, Row
from tests.bench.season import season
from tests.bench.table import growth, table


if TYPE_CHECKING:
    from pathlib import Path

FEW = 50
NOT_THERE_YET = "not there yet"


@pytest.mark.parametrize("name", AT_EVERY_SIZE)
def test_a_benchmark_has_ours_the_peer_and_their_ratio(name: str, tmp_path: Path) -> None:
    if name == "merge" and importlib.util.find_spec("pycrdt") is None:
        pytest.skip("needs pycrdt, of the extra 'bench'")
    rows = [row for row in measured([name], [FEW], 1, tmp_path) if NOT_THERE_YET not in row.note]

    assert rows
    assert [row.what for row in rows if row.ours and row.peer and row.ratio] == [
        row.what for row in rows
    ]


def test_the_production_measured_on_is_whole(tmp_path: Path) -> None:
    from store.production import Production

    found = season(tmp_path, 1_000)
    production = Production.open(found.folder)
    view = production.view

    assert () == production.faults()
    assert {(edit.kind, edit.id) for edit in found.edits} == {
        (kind, record)
        for kind in view.kinds()
        for record in view.records(kind)
        if kind != "production"
    }


def test_every_concurrent_field_is_counted_as_shown(tmp_path: Path) -> None:
    rows = {row.what: row for row in measured(["merge"], [FEW], 1, tmp_path)}
    shown = rows["merge: concurrent fields shown"]

    assert shown.peer
    assert shown.met


def test_both_sides_take_turns_and_neither_is_always_first() -> None:
    turns: list[str] = []

    def side(name: str, took: float) -> float:
        turns.append(name)
        return took

    ours, peer = in_turns(2, lambda _: side("ours", 1.0), lambda _: side("peer", 3.0))

    assert ["ours", "peer", "peer", "ours"] == turns
    assert (1.0, 3.0) == (ours.median, peer.median)


def test_a_few_slow_rounds_move_the_95th_and_not_the_median() -> None:
    times = Times([1.0] * 90 + [9.0] * 10)

    assert (1.0, 9.0) == (times.median, times.p95)


@pytest.mark.parametrize(
    ("ours", "peer", "bar", "met"),
    [
        (2.0, 1.0, Bar(2), True),
        (2.1, 1.0, Bar(2), False),
        (9.0, 10.0, Bar(1, 1), False),
        (9.0, 10.0, None, None),
        (9.0, 1.0, Bar(9, alone=True), True),
        (9.1, None, Bar(9, alone=True), False),
        (None, 1.0, Bar(9, alone=True), None),
        (None, 10.0, Bar(2), None),
        (9.0, None, Bar(2), None),
    ],
)
def test_a_bar_is_met_or_not_and_open_where_nothing_was_compared(
    ours: float | None, peer: float | None, bar: Bar | None, *, met: bool | None
) -> None:
    assert Row("open", 50, "ms", ours, "orjson", peer, bar).met is met


def test_the_table_says_what_missed_its_bar_and_how_costs_grow() -> None:
    rows = [
        Row("open", size, "ms", ours, "orjson", 1.0, Bar(5), note=note)
        for size, ours, note in [(1_000, 4.0, ""), (10_000, 44.0, "slow")]
    ]
    lines = table(rows).splitlines()

    assert "yes" in lines[1].split()
    assert "NO" in lines[2].split()
    assert "open, 10,000: slow" == lines[3]
    assert ["open", "1", "11", "1", ":", "1"] == growth(rows).splitlines()[1].split()


def test_only_what_is_named_is_run_and_the_figures_go_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.json"
    main(
        ["refresh", "--records", "50", "--rounds", "1", "--in", str(tmp_path), "--json", str(file)]
    )

    (row,) = json.loads(file.read_text())["rows"]
    assert ("refresh: one foreign change", 50) == (row["what"], row["records"])
    assert row["ratio"] == pytest.approx(row["ours"] / row["peer"])
    assert "refresh: one foreign change" in capsys.readouterr().out
