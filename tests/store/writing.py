"""Short ways to say what the tests of the store say often."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from store.change import JSON, Change, Edit


if TYPE_CHECKING:
    from pathlib import Path

    from store.production import Production


def say(production: Production, record: str, **fields: JSON) -> Change:
    """Change one run's fields."""
    return production.commit([Edit("run", record, fields)], f"changed {record}")


def put(production: Production, record: str, fields: dict[str, JSON]) -> Change:
    """Change one run's fields, elements of sets among them."""
    return production.commit([Edit("run", record, fields)], f"changed {record}")


def value(production: Production, record: str, field: str) -> JSON:
    """What is shown in one field of a run; None when the run is gone or the field is empty."""
    return production.view.records("run").get(record, {}).get(field)


def files_of(production: Production) -> list[Path]:
    """A writer's own files in order."""
    return sorted((production.path / "writers" / production.writer).glob("*.json"))


def carry(source: Path, target: Path) -> None:
    """Copy what one folder has more of than another, as a sync engine does."""
    for file in [entry for entry in source.rglob("*") if entry.is_file()]:
        there = target / file.relative_to(source)
        if not there.exists() or there.stat().st_size < file.stat().st_size:
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, there)
