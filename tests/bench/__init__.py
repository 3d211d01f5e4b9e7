"""Ours beside its peers, measured in one run: `python -m tests.bench` prints the table.

Nothing here asserts a time. Each entry names a module whose `rows` measures one thing: those in
AT_EVERY_SIZE and IN_A_TERMINAL are given a folder, the number of records and of rounds, the others
a folder alone. Those in a terminal run at 10,000 records where no other number is named.
"""

from __future__ import annotations


AT_EVERY_SIZE = {
    "commit": "tests.bench.commit",
    "open": "tests.bench.opening",
    "merge": "tests.bench.merging",
    "refresh": "tests.bench.refreshing",
    "undo": "tests.bench.undoing",
    "memory": "tests.bench.memory",
    "list": "tests.bench.listing",
    "keys": "tests.bench.keys",
}
IN_A_TERMINAL = {
    "board": "tests.bench.board",
    "ten": "tests.bench.ten",
    "link": "tests.bench.link",
}
BY_ITSELF = {
    "eight": "tests.bench.several:eight",
    "follow": "tests.bench.several:following",
}
SIZES = (1_000, 10_000, 100_000)
USUAL = (10_000,)
