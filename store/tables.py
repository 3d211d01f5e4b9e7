"""The view as TinyDB tables with string ids, through TinyDB's documented extension points.

Reading goes to the view in memory; what an operation changed is worked out and saved as one
change. An operation that fails changes nothing at all. Documents handed out are copies.

What TinyDB's documentation promises of tables and queries holds, but for what a production is:

- Ids are strings, never given twice. A document has its own under `id` as well, where nothing
  else may stand.
- None is absence: a field set to None is not there afterwards. So is an empty dict.
- A table's order is that in which its records came to this board; another's may differ.
- A dict is a set field, kept and merged element by element; its elements are named by text.
- A field is named by text without a slash, and not `gone`.
- Nothing is removed as a whole: `truncate`, `drop_table` and `drop_tables` refuse in words.
- A value that would not come back as it is (a NaN, a datetime) raises NotSaved.
- Nothing is cached, for others write too; a query's own test is given the live document and
  must leave it as it is.
"""

from __future__ import annotations

import json
from collections.abc import MutableMapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NoReturn

from tinydb.storages import Storage
from tinydb.table import Document, Table

from models.errors import NotSaved
from store.change import Edit
from store.fault import plain
from store.merge import GONE, same


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tinydb.queries import QueryLike

    from store.change import JSON
    from store.production import Production
    from store.view import View


class ViewStorage(Storage):
    """TinyDB's storage over a production's view: it reads, and never writes a whole database."""

    def __init__(self, production: Production) -> None:
        """Read from this production."""
        self.production = production

    def read(self) -> dict[str, dict[str, Any]]:
        """Every kind's live documents by id."""
        view = self.production.view
        return {kind: dict(view.records(kind)) for kind in view.kinds()}

    def write(self, data: dict[str, dict[str, Any]]) -> NoReturn:
        """Refuse: a production is saved change by change."""
        raise NotImplementedError("A production is saved change by change, never as a whole.")


class RecordDocument(Document):
    """A document as TinyDB hands it out: a copy, with its string id in `doc_id`."""

    def __init__(self, value: Mapping[str, Any], doc_id: str) -> None:
        """Copy the document, so that nobody changes the view by accident."""
        super().__init__(deepcopy(dict(value)), doc_id)  # type: ignore[arg-type]


class Touched(MutableMapping[str, Any]):
    """A kind's documents for one operation: each is copied when it is first asked for."""

    def __init__(self, kind: str, view: View) -> None:
        """Begin with the live documents, none copied yet."""
        self.live = view.records(kind)
        self._kind = kind
        self._view = view
        self.copies: dict[str, Any] = {}
        self.removed: set[str] = set()

    def __getitem__(self, id: str) -> Any:
        if id not in self.copies:
            if id in self.removed:
                raise KeyError(id)
            self.copies[id] = deepcopy(dict(self.live[id]))
        return self.copies[id]

    def __setitem__(self, id: str, document: Any) -> None:
        self.removed.discard(id)
        self.copies[id] = document

    def __delitem__(self, id: str) -> None:
        if id not in self:
            raise KeyError(id)
        self.copies.pop(id, None)
        self.removed.add(id)

    def __contains__(self, id: object) -> bool:
        return id in self.copies or (id in self.live and id not in self.removed)

    def __iter__(self) -> Iterator[str]:
        yield from (known for known in self.live if known not in self.removed)
        yield from (added for added in self.copies if added not in self.live)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def edits(self) -> list[Edit]:
        """What the operation changed, one edit a document. Raises ValueError and NotSaved."""
        removed = [key for key in self.live if key in self.removed]
        found = [Edit(self._kind, key, {GONE: True}) for key in removed]
        for key, document in self.copies.items():
            fields = self._fields(key, document)
            if fields or key not in self.live:
                found.append(Edit(self._kind, key, fields))
        return found

    def _fields(self, id: str, document: Mapping[str, JSON]) -> dict[str, JSON]:
        """One edit's fields; an id that was removed before comes back as a new document."""
        if document.get("id", id) != id:
            raise ValueError(f"A record's id stays: {id!r} cannot become {document['id']!r}.")
        before = dict(self._view.get(self._kind, id) or {})
        back: dict[str, JSON] = {GONE: None} if before.pop(GONE, None) else {}
        fields = changed_fields(before, document) | back
        try:
            json.dumps(fields, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise NotSaved(f"NOT saved: {plain(id)} holds what cannot be kept: {error}.") from error
        return fields


def changed_fields(before: Mapping[str, JSON], after: Mapping[Any, JSON]) -> dict[str, JSON]:
    """The fields of an edit that makes one document of another.

    A dict is a set field and is told element by element. Raises ValueError for a name that
    cannot be kept.
    """
    fields: dict[str, JSON] = {}
    for name in [*after, *(name for name in before if name not in after)]:
        if not isinstance(name, str) or "/" in name or name == GONE:
            raise ValueError(f"A field cannot be called {name!r}.")
        if name != "id":
            fields.update(_changed(name, before.get(name), after.get(name)))
    return fields


def _changed(name: str, old: JSON, new: JSON) -> dict[str, JSON]:
    if isinstance(old, dict) or isinstance(new, dict):
        was, now = _elements(name, old), _elements(name, new)
        return {field: now.get(field) for field in {**was, **now} if not _equal(was, now, field)}
    return {} if same(old, new) else {name: new}


def _elements(name: str, value: Any) -> dict[str, JSON]:
    if isinstance(value, dict):
        if odd := [element for element in value if not isinstance(element, str)]:
            raise ValueError(f"An element of {name!r} cannot be called {odd[0]!r}.")
        return {f"{name}/{element}": given for element, given in value.items()}
    return {} if value is None else {name: value}


def _equal(was: dict[str, JSON], now: dict[str, JSON], field: str) -> bool:
    return same(was.get(field), now.get(field))


class RecordTable(Table):
    """One kind's records as a TinyDB table; ids are strings, each operation is one change."""

    document_class = RecordDocument  # type: ignore[assignment]
    document_id_class = str  # type: ignore[assignment]
    default_query_cache_capacity = 0

    def __init__(self, storage: ViewStorage, name: str) -> None:
        """Show the records of the kind called `name`. Nothing is cached: others write too."""
        super().__init__(storage, name, cache_size=0)
        self._production = storage.production

    def insert(self, document: Mapping[str, Any]) -> str:  # type: ignore[override]
        """Add a record, saved as one change; gives its id."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[str]:  # type: ignore[override]
        """Add records, saved as one change; gives their ids."""
        return super().insert_multiple([_with_string_id(each) for each in documents])  # type: ignore[return-value]

    def update_multiple(  # type: ignore[override]
        self,
        updates: Iterable[
            tuple[Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None], QueryLike]
        ],
    ) -> list[str]:
        """As TinyDB's; an iterator of updates reaches every document, not only the first."""
        return super().update_multiple(list(updates))  # type: ignore[return-value]

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[str]:  # type: ignore[override]
        """As TinyDB's."""
        return super().upsert(_with_string_id(document), cond)  # type: ignore[return-value]

    def update(  # type: ignore[override]
        self,
        fields: Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[str] | None = None,
    ) -> list[str]:
        """As TinyDB's: the matching documents are found before any is copied."""
        chosen: Any = self._chosen(cond, doc_ids)
        return super().update(fields, None, chosen)  # type: ignore[return-value]

    def remove(  # type: ignore[override]
        self, cond: QueryLike | None = None, doc_ids: Iterable[str] | None = None
    ) -> list[str]:
        """As TinyDB's: the matching documents are found before any is copied."""
        if cond is None and doc_ids is None:
            raise RuntimeError("Say which records to remove.")
        chosen: Any = self._chosen(cond, doc_ids)
        return super().remove(None, chosen)  # type: ignore[return-value]

    def get(  # type: ignore[override]
        self,
        cond: QueryLike | None = None,
        doc_id: str | None = None,
        doc_ids: Iterable[str] | None = None,
    ) -> Any:
        """As TinyDB's: one document, or with `doc_ids` a list in the order of the table."""
        live = self._read_table()
        if doc_id is None and doc_ids is not None:
            wanted = set(doc_ids)
            return [RecordDocument(live[key], key) for key in live if key in wanted]
        if doc_id is not None:
            return RecordDocument(live[doc_id], doc_id) if doc_id in live else None
        return super().get(cond)  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[Document]:
        """All documents as they were when the walk began: it may change the table on its way."""
        for key, document in list(self._read_table().items()):
            yield RecordDocument(document, key)

    def truncate(self) -> NoReturn:
        """Refuse: a production keeps everything."""
        raise NotImplementedError("A production keeps everything. Remove the records you mean.")

    def _chosen(self, cond: QueryLike | None, doc_ids: Iterable[str] | None) -> list[str]:
        if doc_ids is not None:
            return list(doc_ids)
        live = self._read_table()
        return [key for key, document in live.items() if cond is None or cond(document)]

    def _get_next_id(self) -> str:
        return self._production.mint()

    def _read_table(self) -> Mapping[str, Mapping[str, Any]]:  # type: ignore[override]
        return self._production.view.records(self._name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        touched = Touched(self._name, self._production.view)
        updater(touched)
        edits = touched.edits()
        if edits:
            count = len(edits)
            noun = self._name if count == 1 else f"{self._name}s"
            self._production.commit(edits, f"changed {count} {noun}")


def _with_string_id(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """A document that names its own id, as this table's own kind of document."""
    if isinstance(document, Document):
        return RecordDocument(document, str(document.doc_id))
    return document


def table_of(production: Production, kind: str) -> RecordTable:
    """The records of a kind as a TinyDB table."""
    return RecordTable(ViewStorage(production), kind)
