"""A filter on its way through the rows of a pane.

The season of a hundred thousand records is looked through in steps, the first rows first, so that
what is typed is on screen before all of it is known. A longer filter that surely finds no more
looks only at what was found; one that only looks for parts of words need not look again at
sections in which nothing changed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from models.query import Query
from models.record import Record
from tui.office import Office
from tui.panes.sections import Document, Held, Rows, Section


STEP = 512
"""Records between two looks at the clock."""


class Search:
    """The rows of some sections that a filter shows, as far as it has come."""

    def __init__(
        self,
        text: str,
        kinds: Sequence[type[Record]],
        office: Office,
        before: Search | None = None,
    ) -> None:
        """Read the filter; `before` is the last one in the same pane."""
        self.text = text
        self.rows = Rows()
        self.done = False
        self._office, self.desk = office, office.desk
        self.queries = {kind.word: Query(text, kind, self.desk) for kind in kinds}
        self.found: dict[Section, Section] = {}
        self._part: tuple[Section, Held] | None = None
        self._as_before = before.found if before and self._is_same(before) else {}
        self._within = before.found if before and self._narrows(before) else {}
        self._steps: Iterator[None] = iter(())

    def begin(self, sections: Sequence[Section]) -> None:
        """Look through these sections from now on."""
        self._steps = self._looking(sections)

    def go_on(self, seconds: float) -> None:
        """Look further, for so long at most."""
        ends = time.monotonic() + seconds
        for _ in self._steps:
            if time.monotonic() >= ends:
                break
        else:
            self.done = True
        part = [self._part[0].only(self._part[1])] if self._part else []
        self.rows = Rows([*self.found.values(), *part])

    def _looking(self, sections: Sequence[Section]) -> Iterator[None]:
        for section in sections:
            if section in self._as_before:
                self.found[section] = self._as_before[section]
                continue
            found: list[tuple[str, list[Document]]] = []
            for kind, documents in self._within.get(section, section).held:
                matching: list[Document] = []
                found.append((kind, matching))
                for start in range(0, len(documents), STEP):
                    matching += self._among(kind, documents[start : start + STEP])
                    self._part = (section, tuple(found))
                    yield
            self.found[section] = section.only(tuple(found))
            self._part = None

    def _among(self, kind: str, documents: Sequence[Document]) -> list[Document]:
        texts, desk = self._office.texts.kind(kind), self.desk
        return self.queries[kind].among(documents, lambda each: texts.of(each, desk))

    @property
    def _plain(self) -> bool:
        return all(each.plain for each in self.queries.values())

    def _is_same(self, before: Search) -> bool:
        """Whether it finds the same in a section that is the same as before."""
        in_year = self.desk.view.year == before.desk.view.year
        return self.text == before.text and in_year and self._plain

    def _narrows(self, before: Search) -> bool:
        """Whether it surely finds no more in a section that is the same as before."""
        return self.desk is before.desk and all(
            each.narrows(before.queries[kind]) for kind, each in self.queries.items()
        )
