"""What the rules look at is declared, and nothing else is looked at."""

from __future__ import annotations

from models.rules import LOOKED_AT, findings
from tests.models.nightfall import desk, records


class Watched(dict[str, object]):
    """Documents by kind that note which kinds were asked for."""

    def __init__(self) -> None:
        super().__init__(records())
        self.asked: set[str] = set()

    def get(self, kind: str, default: object = None) -> object:
        self.asked.add(kind)
        return super().get(kind, default)


def test_the_rules_look_only_at_the_kinds_they_name() -> None:
    watched, here = Watched(), desk()
    here.directory.records = watched  # type: ignore[assignment]
    for day in ("2026-11-23", "2026-11-24", here.day):
        findings(here, day)
    assert {"run", "call"} <= watched.asked <= LOOKED_AT
