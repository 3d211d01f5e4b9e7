"""The peers that keep records on the disk: stock TinyDB, and SQLite as durable as ours."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import orjson
from tinydb import TinyDB


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from store.change import JSON, Edit

SQLITE = "SQLite (WAL, synchronous=FULL)"
TINYDB = "stock TinyDB (JSONStorage)"


def stock(path: Path, edits: Sequence[Edit]) -> TinyDB:
    """A TinyDB file with these records in one table; record k has the id k + 1."""
    database = TinyDB(path)
    database.insert_multiple({"kind": edit.kind, "id": edit.id, **edit.set} for edit in edits)
    return database


class Sqlite:
    """A SQLite file with the same records as JSON, and a log that undo can be read from."""

    def __init__(self, path: Path, edits: Sequence[Edit] = ()) -> None:
        """Open the file; make it where it is not there."""
        self._db = sqlite3.connect(path)
        self._db.execute("pragma journal_mode=wal")
        self._db.execute("pragma synchronous=full")
        with self._db:
            self._db.execute(
                "create table if not exists record"
                " (id text primary key, doc text, change integer) without rowid"
            )
            self._db.execute(
                "create table if not exists log (change integer primary key, id text, before text)"
            )
            self._db.execute("create index if not exists changed on record (change)")
            rows = [(edit.id, orjson.dumps(edit.set).decode()) for edit in edits]
            self._db.executemany("insert into record values (?, ?, 0)", rows)

    def put(self, id: str, fields: dict[str, JSON]) -> None:
        """Replace a record, nothing else: the least a durable commit can be."""
        with self._db:
            doc = orjson.dumps(fields).decode()
            self._db.execute("update record set doc = ? where id = ?", [doc, id])

    def set(self, id: str, fields: dict[str, JSON]) -> None:
        """Change a record's fields and keep what was there before; durable on return."""
        with self._db:
            (before,) = self._db.execute("select doc from record where id = ?", [id]).fetchone()
            (last,) = self._db.execute("select coalesce(max(change), 0) from log").fetchone()
            self._db.execute("insert into log values (?, ?, ?)", [last + 1, id, before])
            doc = orjson.dumps({**orjson.loads(before), **fields}).decode()
            self._db.execute(
                "update record set doc = ?, change = ? where id = ?", [doc, last + 1, id]
            )

    def undo(self) -> None:
        """Put back what the newest change of the log replaced."""
        with self._db:
            change, record, before = self._db.execute(
                "select change, id, before from log order by change desc limit 1"
            ).fetchone()
            self._db.execute("update record set doc = ? where id = ?", [before, record])
            self._db.execute("delete from log where change = ?", [change])

    def since(self, change: int) -> list[dict[str, Any]]:
        """The records changed after this one."""
        found = self._db.execute("select doc from record where change > ?", [change])
        return [orjson.loads(doc) for (doc,) in found]

    def newest(self) -> int:
        """The number of the newest change."""
        (last,) = self._db.execute("select coalesce(max(change), 0) from log").fetchone()
        return int(last)

    def close(self) -> None:
        """Close the file."""
        self._db.close()
