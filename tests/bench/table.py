"""The table as text: ours, the peer, the bar, and how each cost grows with the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.season import MIX


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.bench.row import Row

HEAD = ("what", "records", "ours", "peer", "ours/peer", "bar", "met", "noise", "peer is")
MET = {True: "yes", False: "NO", None: "-"}


def table(rows: Sequence[Row]) -> str:
    """Every row, its notes below it."""
    cells = [HEAD, *(_cells(row) for row in rows)]
    notes = [f"{row.what}, {row.records:,}: {row.note}" for row in rows if row.note]
    return "\n".join([*_aligned(cells), *notes])


def growth(rows: Sequence[Row]) -> str:
    """What each figure is at more records, as a multiple of what it is at the fewest.

    Empty where there is one size only.
    """
    whats = dict.fromkeys(row.what for row in rows if row.records)
    sizes = sorted({row.records for row in rows if row.records})
    if len(sizes) < 2:
        return ""
    cells = [("how it grows", *(f"{size:,}" for size in sizes), "the peer's")]
    for what in whats:
        by_size = {row.records: row for row in rows if row.what == what}
        ours = [by_size[size].ours if size in by_size else None for size in sizes]
        peer = [by_size[size].peer if size in by_size else None for size in sizes]
        cells.append((what, *_multiples(ours), " : ".join(_multiples(peer))))
    return "\n".join(_aligned(cells))


def heading(machine: str) -> str:
    """What was measured on, and what with."""
    return (
        f"{machine}\n{MIX}.\n"
        "Medians; noise is the middle half of the rounds as a share of the median, ours/peer's."
    )


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        f"{row.records:,}" if row.records else "",
        _figure(row.ours, row.unit),
        _figure(row.peer, row.unit),
        "-" if row.ratio is None else f"{row.ratio:.3g}",
        f"{row.bar} {row.unit}" if row.bar and row.bar.alone else str(row.bar or "-"),
        MET[row.met],
        "/".join(f"{each:.0%}" for each in row.spread) if any(row.spread) else "-",
        row.peer_name,
    )


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f} {unit}" if value >= 100 or value == int(value) else f"{value:.3g} {unit}"


def _multiples(values: Iterable[float | None]) -> list[str]:
    known = [value for value in values if value]
    return [f"{value / known[0]:.3g}" if value else "-" for value in values]


def _aligned(cells: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    last = len(widths) - 1
    return [
        "  ".join(
            text.ljust(width) if column in (0, last) else text.rjust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    ]
