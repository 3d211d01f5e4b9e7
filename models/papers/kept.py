"""A paper as it is kept in the production, exactly as it was issued: packed into one short text."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from models.errors import Unread
from models.papers.paper import Block, Break, Column, Fact, Facts, Issue, Paper, Row, Table, Words


MOST = 8 << 20
"""Bytes of a packed paper that are unpacked; the largest we make has some 200,000."""

_BLOCKS: Mapping[str, type[Block]] = {
    "facts": Facts,
    "table": Table,
    "words": Words,
    "break": Break,
}
_SORTS = {kind: sort for sort, kind in _BLOCKS.items()}


def pack(paper: Paper) -> str:
    """The paper as text of letters, digits and marks; 100 people on a call sheet take some 8 kB."""
    document = json.dumps(as_document(paper), ensure_ascii=False, separators=(",", ":"))
    return base64.b85encode(zlib.compress(document.encode(), 9)).decode("ascii")


def unpack(text: str) -> Paper:
    """The paper of a packed text. Raises Unread where it is damaged, or was made by another."""
    try:
        return _paper(json.loads(zlib.decompressobj().decompress(base64.b85decode(text), MOST)))
    except (ValueError, TypeError, KeyError, AttributeError, zlib.error, RecursionError) as error:
        raise Unread("this paper was kept in a way that cannot be read") from error


def as_document(paper: Paper) -> dict[str, Any]:
    """The paper as JSON objects and lists; of each block its sort is said under `sort`."""
    held = _plain(paper, ("blocks", "issue"))
    blocks = [{"sort": _SORTS[type(block)], **_plain(block)} for block in paper.blocks]
    return {**held, "issue": _plain(paper.issue), "blocks": blocks}


def _plain(value: Any, without: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        each.name: getattr(value, each.name) for each in fields(value) if each.name not in without
    }


def _paper(held: Mapping[str, Any]) -> Paper:
    blocks = tuple(_block(each) for each in held["blocks"])
    found: Paper = _made(Paper, {**held, "issue": _made(Issue, held["issue"]), "blocks": blocks})
    return found


def _block(held: Mapping[str, Any]) -> Block:
    kind = _BLOCKS[held["sort"]]
    given: dict[str, Any] = {name: value for name, value in held.items() if name != "sort"}
    for name, make in _PARTS.items():
        if name in given:
            given[name] = tuple(make(each) for each in given[name])
    found: Block = _made(kind, given)
    return found


def _row(cells: list[Any]) -> Row:
    texts, *rest = cells[: len(Row._fields)]
    return Row(tuple(map(str, texts)), *rest)


_PARTS: Mapping[str, Callable[[Any], Any]] = {
    "facts": lambda cells: Fact(*cells[: len(Fact._fields)]),
    "columns": lambda cells: Column(*cells[: len(Column._fields)]),
    "rows": _row,
    "lines": str,
}


def _made(kind: type[Any], given: Mapping[str, Any]) -> Any:
    """A value of a class; fields a later version added are left out, lists become tuples."""
    known = {each.name for each in fields(kind)}
    return kind(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in given.items()
            if name in known
        }
    )
