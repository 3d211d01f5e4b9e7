"""Keeping with a record what a file says of the fields that stay as somebody typed them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from models.said import Said, all_said, said_as, unsaid
from store.imports.sources import same_source


if TYPE_CHECKING:
    from store.change import JSON
    from store.imports.differences import Difference


def marks(
    document: Mapping[str, JSON], spoken: Collection[str], kept: Sequence[Difference], source: str
) -> dict[str, JSON]:
    """The edit that has a record say where this file disagrees with it, and nowhere else.

    `spoken` are the fields the file speaks of. What it was kept to say of them before, and what
    another file says that is now the same, is of no use any more.
    """
    edit: dict[str, JSON] = {}
    now = [Said(found.field, found.now, source) for found in kept]
    before = all_said(document)
    for said in before:
        speaks = said.field.partition("/")[0] in spoken and same_source(said.source, source)
        if speaks and said not in now:
            edit |= unsaid(said)
    for said in now:
        edit |= {} if said in before else said_as(*said)
    return edit
