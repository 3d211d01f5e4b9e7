"""One JSON file that stock TinyDB opens: a table a kind, a document a record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.exports.documents import listed
from store.exports.writing import refuse_strangers, write_beside


if TYPE_CHECKING:
    from store.production import Production


def write_json(
    production: Production, path: Path, *, kind: str | None = None, force: bool = False
) -> int:
    """Write all records, or those of one kind, and return how many; NotSaved if it cannot be.

    TinyDB's document numbers count from 1 in each table; our `id` and `number` are in the
    documents. An earlier export of the same production is replaced, any other file is not.
    """
    import orjson  # here because reading an import has no need of it

    refuse_strangers(path, lambda raw: _is_ours(raw, production), force=force)
    kinds = [kind] if kind else sorted(production.view.kinds())
    tables = {
        of: {
            str(count): listed(document)
            for count, document in enumerate(production.view.records(of).values(), 1)
        }
        for of in kinds
    }
    write_beside(path, orjson.dumps(tables, option=orjson.OPT_INDENT_2) + b"\n")
    return sum(map(len, tables.values()))


def _is_ours(raw: bytes, production: Production) -> bool:
    """Whether a file reads like an export: tables of documents, some of them this production's."""
    import orjson

    try:
        tables = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return False
    if not isinstance(tables, dict):
        return False
    found = [
        production.view.get(kind, str(document.get("id"))) is not None
        for kind, table in tables.items()
        if isinstance(table, dict)
        for document in table.values()
        if isinstance(document, dict)
    ]
    return any(found)
