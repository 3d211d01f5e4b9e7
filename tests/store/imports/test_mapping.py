from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.desk import desk_of
from models.errors import ImportRefused
from store.change import Edit
from store.imports.formats import read
from store.imports.mapping import asked_of
from store.imports.sources import family
from store.imports.taking import plan, take
from store.shaped import ShapedView


if TYPE_CHECKING:
    from collections.abc import Callable

    from store.change import Change
    from store.imports.plan import Plan
    from store.production import Production

    Bring = Callable[..., tuple[Plan, Change | None]]

MONDAY = dt.date(2026, 11, 23)
ROWS = "0540,Anna Keller,Hotel,Farm,Van 2\n0610,Tom Berg,Hotel,Farm,Van 2\n"
LIST = f"Zeit X,Wer,Von,Nach,Wagen\n{ROWS}"
RUNS = f"Pickup,Who,From,To,Vehicle\n{ROWS}"
BOTH = "Pickup,Zeit X,Who,From,To\n0540,0530,Anna Keller,Hotel,Farm\n"


def bringing(production: Production, folder: Path) -> Bring:
    """Write a list of this name and content, and take it in with what is said of it."""

    def bring(
        name: str, content: str, kind: str = "", **columns: str
    ) -> tuple[Plan, Change | None]:
        (folder / name).write_text(content, encoding="utf-8")
        view = ShapedView(production.view)
        records = {each: view.records(each) for each in production.view.kinds()}
        said = [(header.replace("_", " "), field) for header, field in columns.items()]
        asked = asked_of(name, desk_of(records, MONDAY), kind=kind, columns=said)
        planned = plan(production, read(folder / name, asked))
        return planned, take(production, planned)

    return bring


@pytest.fixture
def bring(mia: Production, tmp_path: Path) -> Bring:
    """Take a list in as mia, in a production with two people, two places and a van."""
    mia.commit(
        [
            Edit("person", "anna", {"number": "", "name": "Anna Keller"}),
            Edit("person", "tom", {"number": "", "name": "Tom Berg"}),
            Edit("place", "hotel", {"number": "", "name": "Hotel"}),
            Edit("place", "farm", {"number": "", "name": "Farm"}),
            Edit("vehicle", "van2", {"number": "", "name": "Van 2"}),
        ],
        "added what runs need",
    )
    return bringing(mia, tmp_path)


def times(production: Production) -> list[str]:
    return sorted(str(each.get("leave")) for each in production.view.records("run").values())


def test_a_mapping_is_kept_and_used_for_the_next_version_by_a_colleague(
    mia: Production, reto: Production, bring: Bring, tmp_path: Path
) -> None:
    bring("Transport 2026-11-23 v1.csv", LIST, "run", Zeit_X="leave")
    reto.refresh()
    (tmp_path / "later").mkdir()
    planned, _ = bringing(reto, tmp_path / "later")(
        "Transport 2026-11-24 v2 BLUE.csv", LIST.replace("0540", "0550")
    )

    assert "columns of runs: Zeit X as leave (remembered)" in planned.words()[0]
    assert ["05:50", "06:10"] == times(reto)


def test_a_mapping_holds_for_its_own_source_only(bring: Bring) -> None:
    bring("Transport.csv", LIST, "run", Zeit_X="leave")

    with pytest.raises(ImportRefused, match="looks like a list of runs"):
        bring("Shuttle.csv", LIST)


def test_a_mapping_can_be_forgotten(mia: Production, bring: Bring) -> None:
    bring("Transport.csv", LIST, "run", Zeit_X="leave", Wer="-")
    bring("Transport.csv", LIST, Wer="")
    planned, _ = bring("Transport.csv", LIST)
    settings = mia.view.records("production")["production"]

    assert "Wer as passengers" in planned.words()[0]
    assert {"transport||zeitx": "run.leave", "transport||": "run."} == settings["columns"]


def test_the_same_mapping_again_writes_nothing(bring: Bring) -> None:
    bring("Transport.csv", LIST, "run", Zeit_X="leave")
    planned, change = bring("Transport.csv", LIST, "run", Zeit_X="leave")

    assert (None, ()) == (change, planned.edits)


def test_what_only_a_mapping_changes_is_said(bring: Bring) -> None:
    bring("Transport.csv", RUNS)
    _, change = bring("Transport.csv", RUNS, Who="passengers")

    assert change is not None
    assert "remembered what the columns of Transport.csv mean" == change.did


def test_one_undo_takes_the_mapping_back_with_the_list(mia: Production, bring: Bring) -> None:
    bring("Transport.csv", LIST, "run", Zeit_X="leave")
    mia.undo()

    assert ([], None) == (
        times(mia),
        mia.view.records("production")["production"].get("columns"),
    )


MISFITS = {
    (
        "Zeit_Y",
        "leave",
    ): "Transport.csv has no column Zeit Y. Is it Zeit X? Its columns: Pickup, Zeit X, ",
    ("Zeit_X", "seats"): "Zeit X cannot mean seats: the fields of a run are day, leave, by,",
}


@pytest.mark.parametrize(("header", "field"), MISFITS)
def test_a_mapping_that_fits_nothing_gets_a_sentence(bring: Bring, header: str, field: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        bring("Transport.csv", BOTH, "run", **{header: field})

    assert str(refused.value).startswith(MISFITS[header, field])


def test_a_crew_list_remembers_too(mia: Production, bring: Bring) -> None:
    crew = "Name,Wofür,Tel\nEva Lang,Motive,044 555 01 01\n"
    bring("Stab.csv", crew, Wofür="role")
    planned, _ = bring("Stab v2.csv", crew.replace("Motive", "Locations"))

    assert "Wofür as role (remembered)" in planned.words()[0]
    assert [("role", "Motive", "Locations")] == [each[2:] for each in planned.changed]


# runs have no name: what becomes of a list that comes again


def test_the_same_list_again_adds_nothing_twice(mia: Production, bring: Bring) -> None:
    bring("runs.csv", RUNS)
    planned, change = bring("runs.csv", RUNS)

    assert (None, 2) == (change, planned.same)


def test_a_run_that_leaves_earlier_is_the_same_run(mia: Production, bring: Bring) -> None:
    bring("runs.csv", RUNS)
    planned, _ = bring("runs.csv", RUNS.replace("0540", "0530"))

    assert [("leave", "05:40", "05:30")] == [each[2:] for each in planned.changed]
    assert ["05:30", "06:10"] == times(mia)


def test_a_run_typed_by_hand_is_not_added_again(mia: Production, bring: Bring) -> None:
    run = {"day": MONDAY.isoformat(), "leave": "05:40", "origin": "hotel", "to": "farm"}
    typed = {**run, "vehicle": "van2", "passengers/anna": True, "status": "told"}
    mia.commit([Edit("run", "r1", {"number": "", **typed})], "added a run")
    planned, _ = bring("runs.csv", RUNS)

    assert (1, 1) == (len(planned.new), planned.same)


def test_a_run_removed_by_hand_stays_away(mia: Production, bring: Bring) -> None:
    bring("runs.csv", RUNS)
    first = next(each for each, run in mia.view.records("run").items() if run["leave"] == "05:40")
    mia.commit([Edit("run", first, {"gone": True})], "removed a run")
    bring("runs.csv", RUNS)

    assert ["06:10"] == times(mia)


def test_what_was_typed_in_between_stays(mia: Production, bring: Bring) -> None:
    bring("runs.csv", RUNS)
    first = next(each for each, run in mia.view.records("run").items() if run["leave"] == "05:40")
    mia.commit([Edit("run", first, {"leave": "05:35", "note": "call first"})], "changed a run")
    planned, _ = bring("runs.csv", RUNS.replace("Van 2\n0610", "\n0610"))

    assert (["05:35", "06:10"], ()) == (times(mia), planned.new)


def test_tomorrows_list_leaves_todays_runs_alone(mia: Production, bring: Bring) -> None:
    dated = RUNS.replace("Pickup", "Date,Pickup").replace("\n0", "\n23.11.2026,0")
    bring("runs 23.csv", dated)
    planned, _ = bring("runs 24.csv", dated.replace("23.11.", "24.11."))

    assert (2, [], ()) == (len(planned.new), list(planned.notes), planned.changed)
    assert 4 == len(times(mia))


def test_undone_and_taken_in_again_the_runs_are_the_same_records(
    mia: Production, bring: Bring
) -> None:
    bring("runs.csv", RUNS)
    before = set(mia.view.records("run"))
    mia.undo()
    bring("runs.csv", RUNS)

    assert before == set(mia.view.records("run"))


FAMILIES = {
    "Transport_2026-11-23_v2 BLUE.xlsx": "transport",
    "transport day 5.csv": "transport",
    "Fahrdispo_DT04_23.11.2026.xlsx": "fahrdispo",
    "Crew List (2).xlsx": "crew list",
    "v2.xlsx": "v2.xlsx",
}


@pytest.mark.parametrize("name", FAMILIES)
def test_versions_days_and_colours_are_no_part_of_a_source(name: str) -> None:
    assert FAMILIES[name] == family(name)
