"""Every state of a disk a power cut may legally leave behind, at every point of a record.

Of what was not flushed: any subset, in any order, each write torn at any byte, or by sectors with
zeros where the file had grown but its data was not written.
"""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tests.store.crash.disk import Disk, Fate, Node, Owed, after, tree
from tests.store.crash.operations import Acknowledged, Wrote, written


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tests.store.crash.operations import Operation

Each = TypeVar("Each")

SECTOR = 512
TOGETHER = 4  # that many operations are combined in every way, more in ways drawn by lot
DRAWN = 8


class State(NamedTuple):
    """A disk after a power cut: path to content, None for a folder; and what had been said."""

    tree: Mapping[str, bytes | None]
    acknowledged: frozenset[Acknowledged]
    point: int


def crash_states(log: Sequence[Operation], step: int = 1) -> Iterator[State]:
    """All distinct states, those after the most acknowledged changes first.

    A write is torn at every `step`th byte, and always near its ends and at its sectors.
    """
    known: set[int] = set()
    for point in range(len(log), -1, -1):
        acknowledged = frozenset(each for each in log[:point] if isinstance(each, Acknowledged))
        for found in left_by(replayed(log[:point]), step):
            key = hash(tuple(found.items()))
            if key not in known:
                known.add(key)
                yield State(found, acknowledged, point)


def replayed(log: Iterable[Operation]) -> Disk:
    """The disk after these operations."""
    disk = Disk()
    for operation in log:
        disk.do(operation)
    return disk


def left_by(disk: Disk, step: int) -> Iterator[dict[str, bytes | None]]:
    """Every tree this disk may hold after a power cut now."""
    files = {node: list(contents(file, step)) for node, file in disk.files.items()}
    folders = {node: list(names(folder)) for node, folder in disk.folders.items()}
    for names_now in itertools.product(*folders.values()):
        entries = dict(zip(folders, names_now, strict=True))
        reached = reachable(entries)
        open_ones = {node: each for node, each in files.items() if node in reached}
        for contents_now in itertools.product(*open_ones.values()):
            yield tree(dict(zip(open_ones, contents_now, strict=True)), entries)


def reachable(folders: Mapping[int, Mapping[str, int]]) -> set[int]:
    """The files and folders that still have a name."""
    found, ahead = set(), [0]
    while ahead:
        node = ahead.pop()
        found.add(node)
        ahead += folders.get(node, {}).values()
    return found


def names(folder: Node) -> Iterator[dict[str, int]]:
    """Every list of names a folder may be left with."""
    found = {}
    for chosen in chosen_of(folder):
        entries = after(folder.settled, chosen)
        found[tuple(entries.items())] = entries
    yield from found.values()


def contents(file: Node, step: int) -> Iterator[bytes]:
    """Every content a file may be left with, the one a running process sees among them."""
    found: dict[bytes, None] = {}
    for chosen in chosen_of(file):
        free = len(chosen) <= 3 and all(each.fate is Fate.OPEN for each in chosen)
        for order in itertools.permutations(chosen) if free else [chosen]:
            found |= dict.fromkeys(torn(file.settled, order, step))
    yield from found


def chosen_of(node: Node) -> Iterator[tuple[Owed, ...]]:
    """Every choice of the operations owed, in order: with all that are sure, and some others."""
    uncertain = [place for place, each in enumerate(node.owed) if each.fate is not Fate.SURE]
    for chosen in subsets(uncertain):
        left_out = set(uncertain) - set(chosen)
        yield tuple(each for place, each in enumerate(node.owed) if place not in left_out)


def torn(settled: bytes, owed: Sequence[Owed], step: int) -> Iterator[bytes]:
    """The content with all of the operations, and with one that is not sure done in part."""
    yield after(settled, owed)
    for place, (operation, fate) in enumerate(owed):
        if isinstance(operation, Wrote) and fate is not Fate.SURE:
            before = after(settled, owed[:place])
            for part in parts(before, operation, step if fate is Fate.OPEN else 99):
                yield after(part, owed[place + 1 :])


def parts(before: bytes, write: Wrote, step: int) -> Iterator[bytes]:
    """A file after part of a write: up to a byte, with the size grown or not, or by sectors."""
    _, offset, data = write
    grown = before.ljust(offset + len(data), b"\0")
    for cut in cuts(write, step):
        begun = write._replace(data=data[:cut])
        yield written(before, begun)
        yield written(grown, begun)
    for chosen in subsets(sectors(write)):
        yield after(grown, map(Owed, chosen))


def cuts(write: Wrote, step: int) -> list[int]:
    """Where a write is torn: counted from its first byte."""
    length = len(write.data)
    edges = [*range(8), *range(length - 24, length)]
    bounds = range(-write.offset % SECTOR, length, SECTOR)
    return sorted({cut for cut in [*range(0, length, step), *edges, *bounds] if 0 <= cut < length})


def sectors(write: Wrote) -> tuple[Wrote, ...]:
    """The write as the sectors of the disk it falls on."""
    node, offset, data = write
    bounds = [0, *range(-offset % SECTOR or SECTOR, len(data), SECTOR), len(data)]
    return tuple(
        Wrote(node, offset + start, data[start:end]) for start, end in itertools.pairwise(bounds)
    )


def subsets(operations: Sequence[Each]) -> list[tuple[Each, ...]]:
    """Subsets in order: all of a few operations; of many none, all, each beginning, and some."""
    few = len(operations) <= TOGETHER
    if few:
        masks = list(itertools.product((True, False), repeat=len(operations)))
    else:
        dice = random.Random(len(operations))
        lot = [[dice.random() < 0.5 for _ in operations] for _ in range(DRAWN)]
        ahead = [[place < end for place in range(len(operations))] for end in (0, len(operations))]
        masks = [tuple(mask) for mask in (*ahead, *lot)]
    return [tuple(itertools.compress(operations, mask)) for mask in masks]
