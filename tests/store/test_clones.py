"""A cloned machine writes under a living name: both sides are kept, and found at the next commit.

Two machines here have the same machine-id, the same path and a copy of one state directory. One
stands in its place at a time, as a disk does that is put in; the other is put aside.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from store.change import JSON
from store.production import Production
from tests.store.writing import carry, say


CONFLICT = "{}.sync-conflict-20261121-060000-ABCDEFG.json"


class Machines:
    """Machines that are copies of one another: each has a production and a state directory."""

    def __init__(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.place = place
        self.running = "one"
        monkeypatch.setattr("store.identity._machine", lambda: "the same machine-id")
        monkeypatch.setenv("CALLBOARD_STATE", str(place / "state"))
        monkeypatch.setenv("CALLBOARD_CACHE", str(place / "cache"))

    @property
    def folder(self) -> Path:
        return self.place / "nightfall"

    def aside(self, name: str) -> Path:
        return self.place.with_name(f"{self.place.name}-{name}")

    def clone(self, name: str) -> None:
        shutil.copytree(self.place, self.aside(name))

    def go_to(self, name: str) -> None:
        if name != self.running:
            self.place.rename(self.aside(self.running))
            self.aside(name).rename(self.place)
            self.running = name

    def board(self, name: str, user: str = "mia") -> Production:
        self.go_to(name)
        return Production.open(self.folder, as_user=user)

    def writers(self, name: str) -> Path:
        home = self.place if name == self.running else self.aside(name)
        return home / "nightfall/writers"

    def meet(self, engine: Callable[[Path, Path], None]) -> None:
        """Exchange all files both ways."""
        engine(self.writers("one"), self.writers("two"))
        engine(self.writers("two"), self.writers("one"))


def as_syncthing(source: Path, target: Path) -> None:
    """A file that differs on both sides stays, and the other's comes beside it."""
    for file in source.glob("*/*"):
        there = target / file.parent.name / file.name
        there.parent.mkdir(exist_ok=True)
        if "sync-conflict" in file.name:
            continue
        if there.exists() and there.read_bytes() != file.read_bytes():
            there = there.with_name(CONFLICT.format(file.stem))
        shutil.copy2(file, there)


@pytest.fixture
def machines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machines:
    """Machine one with mia's production, and machine two: its copy."""
    (tmp_path / "machine").mkdir()
    found = Machines(tmp_path / "machine", monkeypatch)
    mia = Production.create(found.folder, title="N", zone="UTC", as_user="mia")
    say(mia, "r1", leave="05:00")
    found.clone("two")
    return found


def apart(machines: Machines, one: int, two: int, note: str = "") -> str:
    """Save so many changes on each machine, apart; the name both wrote under."""
    names = set()
    for name, count in (("one", one), ("two", two)):
        board = machines.board(name)
        for number in range(count):
            last = say(board, f"{name}{number}", leave="07:00", note=note)
            names.add(last.writer)
        last = say(board, "r1", leave=f"by {name}")
        names.add(last.writer)
    (name,) = names
    return name


def shown_values(board: Production) -> set[JSON]:
    (conflict,) = board.conflicts()
    return {head.value for head in conflict.heads}


def runs(board: Production) -> set[str]:
    return {*board.view.records("run")}


APART = [
    pytest.param(0, 0, "", id="one change each"),
    pytest.param(4, 0, "", id="five and one"),
    pytest.param(2, 2, "", id="three each"),
    pytest.param(4, 4, "x" * 30_000, id="in several files"),
]


@pytest.mark.parametrize(("one", "two", "note"), APART)
def test_both_sides_are_kept_and_shown_alike_everywhere(
    machines: Machines, one: int, two: int, note: str
) -> None:
    was = apart(machines, one, two, note)
    machines.meet(as_syncthing)
    everybody = {f"one{n}" for n in range(one)} | {f"two{n}" for n in range(two)} | {"r1"}
    for name in ("one", "two"):
        for user in ("mia", "reto"):
            board = machines.board(name, user)
            assert {"by one", "by two"} == shown_values(board)
            assert everybody == runs(board)
            branches = [seen.name for seen in board.writers() if seen.name.startswith(f"{was}~")]
            assert 2 == len(branches)


@pytest.mark.parametrize(("one", "two", "note"), APART)
def test_each_goes_on_under_a_name_of_its_own(
    machines: Machines, one: int, two: int, note: str
) -> None:
    was = apart(machines, one, two, note)
    machines.meet(as_syncthing)
    names = [say(machines.board(name), "r2", **{name: "here"}).writer for name in ("one", "two")]
    assert 3 == len({was, *names})
    machines.meet(as_syncthing)
    views = []
    for name in ("one", "two"):
        board = machines.board(name, "reto")
        views.append({**board.view.records("run")})
        assert {"one": "here", "two": "here"}.items() <= views[-1]["r2"].items()
        assert {"by one", "by two"} == shown_values(board)
    assert views[0] == views[1]


def test_a_board_that_is_open_finds_its_clone_at_the_next_commit(machines: Machines) -> None:
    apart(machines, 0, 0)
    board = machines.board("one")
    was = board.writer
    machines.meet(as_syncthing)
    machines.go_to("one")
    now = say(board, "r2", leave="08:00").writer
    assert was != now
    board.refresh()
    assert {"by one", "by two"} == shown_values(board)


def test_a_clone_whose_file_was_written_over_finds_it_and_keeps_what_it_saw(
    machines: Machines,
) -> None:
    """Rsync knows no conflict: the longer or newer file is there, the other gone."""
    apart(machines, 3, 0)
    board = machines.board("two")
    was = board.writer
    carry(machines.writers("one"), machines.writers("two"))
    board.refresh()
    assert {"by one", "by two"} == shown_values(board)
    assert was != say(board, "r2", leave="08:00").writer
    assert {"by one", "by two"} == shown_values(board)


def test_a_clone_that_wrote_nothing_takes_the_others_changes_and_a_new_name(
    machines: Machines,
) -> None:
    was = say(machines.board("one"), "r1", leave="by one").writer
    carry(machines.writers("one"), machines.writers("two"))
    board = machines.board("two")
    assert was != say(board, "r1", leave="by two").writer
    assert "by two" == board.view.records("run")["r1"]["leave"]
    assert () == board.conflicts() == board.faults()


def test_a_machine_put_back_in_time_goes_on_under_a_new_name(machines: Machines) -> None:
    """A snapshot restored after others had seen more of it."""
    mia = machines.board("one")
    was = [say(mia, "r1", leave=f"0{hour}:00").writer for hour in range(3)][-1]
    carry(machines.writers("one"), machines.writers("two"))
    reto = machines.board("two", "reto")
    say(reto, "r1", note="seen")
    machines.clone("snapshot")
    shutil.rmtree(machines.aside("one"))
    again = machines.board("snapshot")
    assert was != say(again, "r2", leave="08:00").writer
    assert {"r1", "r2"} == runs(again)


def test_a_fork_is_said_with_what_to_do(machines: Machines) -> None:
    was = apart(machines, 0, 0)
    machines.meet(as_syncthing)
    for user in ("mia", "reto"):
        said = " ".join(fault.words for fault in machines.board("one", user).faults())
        assert was in said
        assert "cop" in said
