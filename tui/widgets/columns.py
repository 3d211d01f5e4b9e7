"""The columns of a grid, and how they share its width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from models.named import NamedTuple


if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 1


class Column(NamedTuple):
    """A column: what it shows is each row's cell at the same place in `cells`.

    Attributes:
        key: its name for sorting.
        label: its heading.
        width: its cells; the least it takes where it is flexible.
        flex: its share of the width that is left over, 0 for a column of fixed width.
        priority: 0 stays always; of the others the greatest number goes first when it gets narrow.
        align: the side its text stands on.
    """

    key: str
    label: str
    width: int
    flex: int = 0
    priority: int = 0
    align: Literal["left", "right"] = "left"


class Place(NamedTuple):
    """A column on screen: the number of its cell in a row, the column, and its width now."""

    cell: int
    column: Column
    width: int


def laid_out(columns: Sequence[Column], width: int) -> tuple[Place, ...]:
    """Choose the columns that fit into `width` cells and share out what they leave over."""
    kept = list(range(len(columns)))
    while len(kept) > 1 and _needed(columns, kept) > width:
        least = max(kept, key=lambda each: (columns[each].priority, each))
        if columns[least].priority == 0:
            break
        kept.remove(least)
    extra = _shares([columns[each].flex for each in kept], width - _needed(columns, kept))
    widths = [columns[each].width + more for each, more in zip(kept, extra, strict=True)]
    return _cropped(
        [Place(each, columns[each], w) for each, w in zip(kept, widths, strict=True)], width
    )


def _needed(columns: Sequence[Column], kept: Sequence[int]) -> int:
    return sum(columns[each].width for each in kept) + GAP * (len(kept) - 1)


def _shares(weights: Sequence[int], extra: int) -> list[int]:
    """Split `extra` cells by weight; the cells that do not divide go to the first ones."""
    total = sum(weights)
    if extra <= 0 or not total:
        return [0] * len(weights)
    shares = [extra * weight // total for weight in weights]
    heaviest = [at for at, weight in enumerate(weights) if weight]
    for at in heaviest[: extra - sum(shares)]:
        shares[at] += 1
    return shares


def _cropped(places: Sequence[Place], width: int) -> tuple[Place, ...]:
    """Cut the places that stay whatever happens, where even they are too wide."""
    shown, left = [], width
    for place in places:
        if left <= 0:
            break
        shown.append(place._replace(width=min(place.width, left)))
        left -= place.width + GAP
    return tuple(shown)
