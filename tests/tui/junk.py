"""Values no version of ours ever wrote, in every field of every kind."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from models.kinds import KINDS
from store.change import Edit
from store.production import Production
from tests.tui.coordinator import TODAY


if TYPE_CHECKING:
    from pathlib import Path

    from store.change import JSON

JUNK: list[JSON] = [
    True, 0, -1, 99_999_999, 1.5, "", " ", "[x]", "[/x]", "\x1b[31mred", "25:99", "2026-02-31",
    "person/abc", ["a", 1, None], [], "\u202eabc", "日本語", "x" * 300, "p1", "a/b", '"',
]  # fmt: skip
ELEMENTS = ["q q", "[x]", "2026-13-01", "a/b"]


def fill_with_junk(folder: Path, dice: random.Random) -> None:
    production = Production.open(folder, as_user="mia")
    ids = [production.mint() for _ in range(20)]
    edits = []
    for kind in KINDS.values():
        for _ in range(10):
            sets: dict[str, JSON] = {}
            for name, slot in kind.slots().items():
                if slot.type.many and dice.random() < 0.7:
                    sets[f"{name}/{dice.choice([*ids, *ELEMENTS])}"] = dice.choice([True, "x", 5])
                else:
                    sets[name] = dice.choice([*JUNK, TODAY, TODAY, *ids])
            day = {each: TODAY for each in ("day", "date") if each in sets and dice.random() < 0.8}
            edits.append(Edit(kind.word, dice.choice([*ids, production.mint()]), sets | day))
    production.commit(edits, "junk [x]")
