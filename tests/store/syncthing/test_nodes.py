"""Three real Syncthing nodes: two of them are edited apart, and meet again with nothing lost."""

from __future__ import annotations

import random
import threading
from operator import itemgetter
from typing import TYPE_CHECKING

import pytest

from store.change import Edit
from store.production import Production
from tests.store.syncthing.nodes import PROGRAM, Node, running, until


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from store.change import JSON
    from store.document import Conflict

    Shown = Callable[[Production], dict[str, dict[str, JSON]]]
    Machine = Callable[[str], None]

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="needs syncthing")

EDITS = 60
RUNS = [f"r{n}" for n in range(8)]
PEOPLE = [f"p{n}" for n in range(5)]
LITTER = (".0001.json.4711.tmp", "0001.json~", ".0001.json.swp")


@pytest.fixture
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Node]]:
    with running(tmp_path_factory.mktemp("nodes"), ("office", "unit-2", "stage")) as found:
        yield found


def sit_down(on_machine: Machine, monkeypatch: pytest.MonkeyPatch, node: Node) -> None:
    """Go on at a node's machine, with the state and the cache it has of its own."""
    on_machine(node.name)
    monkeypatch.setenv("CALLBOARD_CACHE", str(node.home / "cache"))


def edit(production: Production, seed: int, after: Callable[[], None] = lambda: None) -> None:
    """Many small changes: times, notes, people on and off, runs removed and brought back.

    After each of them something else may be done.
    """
    dice = random.Random(seed)
    for n in range(EDITS):
        person = f"passengers/{dice.choice(PEOPLE)}"
        fields: dict[str, JSON] = dice.choice(
            [
                {"leave": f"{dice.randrange(24):02}:{n:02}"},
                {"leave": f"{dice.randrange(24):02}:{n:02}", "note": f"{seed} says {n}"},
                {person: {"seat": dice.randrange(9)}},
                {person: None},
                {"gone": dice.choice([True, None])},
            ]
        )
        production.commit([Edit("run", dice.choice(RUNS), fields)], f"change {n} of {seed}")
        after()


def conflicts(production: Production) -> list[Conflict]:
    """All conflicts, by record and field."""
    return sorted(production.conflicts(), key=itemgetter(0, 1, 2))


def alike(productions: list[Production], shown: Shown) -> bool:
    for each in productions:
        each.refresh()
    states = [(each.view.known(), shown(each), conflicts(each)) for each in productions]
    return all(state == states[0] for state in states)


def meet(
    nodes: list[Node], on_machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> list[Production]:
    """A production made by mia at the first node, and opened by reto and ana at the others."""
    office, *others = nodes
    sit_down(on_machine, monkeypatch, office)
    mia = Production.create(office.folder, title="Nightfall", zone="Europe/Zurich", as_user="mia")
    mia.commit([Edit("run", run, {"leave": "06:00"}) for run in RUNS], "planned the runs")
    for name in LITTER:
        (office.folder / "writers" / mia.writer / name).write_bytes(b"begun")
    office.scan()
    opened = [mia]
    for node, user in zip(others, ("reto", "ana"), strict=True):
        until((node.folder / "production.json").exists, f"{node.name} has the production")
        sit_down(on_machine, monkeypatch, node)
        opened.append(Production.open(node.folder, as_user=user))
    return opened


def assert_nothing_is_lost(
    nodes: list[Node], productions: list[Production], seeds: tuple[int, ...], shown: Shown
) -> None:
    """Every edit is everywhere, also for who opens anew; there are no conflict copies."""
    first = productions[0]
    for each in productions:
        each.refresh()  # what was read from a file half fetched is in its place by now
    assert [()] * len(productions) == [each.faults() for each in productions]
    for node in nodes:
        again = Production.open(node.folder, as_user="late")
        assert (shown(first), conflicts(first)) == (shown(again), conflicts(again))
        said = [change.did for change in again.chronicle().changes()]
        assert {f"change {n} of {seed}" for seed in seeds for n in range(EDITS)} <= set(said)
        assert len(said) == EDITS * len(seeds) + 2
    names = {path.name for node in nodes for path in node.folder.rglob("*")}
    assert set() == {name for name in names if "sync-conflict" in name}
    carried = {path.name for node in nodes[1:] for path in node.folder.rglob("*")}
    assert set() == carried & set(LITTER)


def test_two_sites_edited_apart_meet_again_with_nothing_lost(
    nodes: list[Node], on_machine: Machine, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, unit, _ = nodes
    mia, reto, ana = productions = meet(nodes, on_machine, monkeypatch)
    until(lambda: alike(productions, shown), "all see the planned runs")
    unit.tell("/rest/system/pause")
    until(lambda: unit.connected() == 0 and office.connected() == 1, "unit-2 is cut off")
    edit(mia, 1)
    edit(reto, 2)
    office.scan()
    unit.scan()
    until(lambda: alike([mia, ana], shown), "those still connected agree")
    assert not alike([mia, reto], shown)
    unit.tell("/rest/system/resume")
    until(lambda: alike(productions, shown), "all agree")
    until(lambda: all(node.settled() for node in nodes), "nothing is on its way")

    assert {mia.writer: EDITS + 2, reto.writer: EDITS} == dict(ana.view.known())
    assert mia.conflicts()
    assert_nothing_is_lost(nodes, productions, (1, 2), shown)


@pytest.mark.slow
def test_three_sites_edited_at_once_while_connected_agree_without_conflict_copies(
    nodes: list[Node], on_machine: Machine, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    productions = meet(nodes, on_machine, monkeypatch)
    sites = [
        threading.Thread(target=edit, args=(each, seed, node.scan))
        for seed, (each, node) in enumerate(zip(productions, nodes, strict=True))
    ]
    for site in sites:
        site.start()
    for site in sites:
        site.join()
    for node in nodes:
        node.scan()
    until(lambda: alike(productions, shown), "all agree")
    until(lambda: all(node.settled() for node in nodes), "nothing is on its way")

    assert_nothing_is_lost(nodes, productions, (0, 1, 2), shown)
