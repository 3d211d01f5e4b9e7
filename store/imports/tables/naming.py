"""People, places and vehicles in a cell, one or several, found as on the entry line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from models.desk import Desk
from models.errors import Unread
from models.fields.references import CastNumber, Reference
from models.kinds import KINDS
from models.text import tidy
from store.imports.identity import record_keys
from store.imports.tables.told import Told


_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]?\s*")
_SPLITS = (
    re.compile(r"[\n;|]+"),
    re.compile(r",+"),
    re.compile(r"\s*[/&+]\s*|\s+(?:und|and|et|u\.|mit|with|avec)\s+"),
)
_FIGURES = re.compile(r"#?\d{1,3}[a-z]?(?:[\s.,;/&+]+#?\d{1,3})*\.?", re.IGNORECASE)
_SPAN = re.compile(r"(\d{1,3}) ?[-–] ?(\d{1,3})")
_NUMBERED = re.compile(r"#?(\d{1,3})[.:)]? +(?=[^\W\d_])")
_PHONE = re.compile(r"\+?\d[\d ()./-]{6,}")
_REST = re.compile(r" [-–—] |,|/| @ |\n")
_MOST = 200
_LONGEST = 300
_SAID = 12
_CAST = CastNumber()


@dataclass(frozen=True, slots=True)
class Names:
    """Where names are looked up: the production's, then those of the rows of the file itself."""

    desk: Desk
    fellows: Desk
    known: dict[tuple[str, str], Told] = field(default_factory=dict, compare=False)

    def one(self, of: Reference, cell: str) -> Told:
        """The record a cell names: its id, or a key of the row it stands in."""
        text = tidy(cell[:_LONGEST])
        if (of.kind, text) not in self.known:
            self.known[of.kind, text] = self._found(of, text)
        return self.known[of.kind, text]

    def _found(self, of: Reference, text: str) -> Told:
        failed = ""
        for each in _ways(text, of):
            by_number = each.isdecimal() and of.kind == "person"
            try:
                value = (_CAST if by_number else of).read(each, self.desk)
            except Unread as error:
                failed = failed or str(error)
                if key := self._fellow(of, each):
                    return Told(key)
                continue
            sure = self.desk.directory.find(of.kind, each, loose=False)
            odd = (
                ""
                if sure or each.isdecimal()
                else f"`{text}` was read as {of.show(value, self.desk)}"
            )
            return Told(value, odd=odd)
        return Told(None, wrong=failed or f"`{text}` names nobody")

    def unknown(self) -> Iterator[str]:
        """What the cells name and nobody has added, a sentence for each kind."""
        missing: dict[str, list[str]] = {}
        for (kind, text), told in self.known.items():
            if told.value is None and told.wrong.startswith("no "):
                missing.setdefault(kind, []).append(text)
        for kind, texts in missing.items():
            some = ", ".join(texts[:_SAID]) + (" ..." if len(texts) > _SAID else "")
            yield (
                f"Not known yet, {KINDS[kind].plural}: {some}. Add each ({kind} {texts[0]}), or "
                f"import a list of {KINDS[kind].plural}, and import this file again."
            )

    def several(self, of: Reference, cell: str) -> Told:
        """Every record a cell names; those that are not found are said, the others kept."""
        found: list[str] = []
        wrong: list[str] = []
        odd: list[str] = []
        parts = self._parts(of, cell)
        all_figures = all(part.isdecimal() for part in parts)
        for part in parts:
            if part.isdecimal() and not all_figures:  # `Anna + 1` is no cast number
                wrong.append(f"`{part}` beside names names nobody")
                continue
            told = self.one(of, part)
            found += [str(told.value)] if told.value is not None else []
            wrong += [told.wrong] if told.wrong else []
            odd += [told.odd] if told.odd else []
        values = list(dict.fromkeys(found))
        return Told([*values] or None, "; ".join(dict.fromkeys(wrong)), "; ".join(odd))

    def _parts(self, of: Reference, cell: str) -> list[str]:
        text = "\n".join(filter(None, map(tidy, cell.split("\n"))))
        if of.kind == "person" and (figures := _figures(text)):
            return figures
        return list(self._split(of, text, 0))[:_MOST]

    def _split(self, of: Reference, text: str, level: int) -> Iterator[str]:
        """Cut at the strongest separator there is, unless what stands there is one name."""
        if level >= len(_SPLITS) or (level and self._is_one(of, text)):
            yield text
            return
        for part in _SPLITS[level].split(text):
            if part.strip():
                yield from self._split(of, part.strip(), level + 1)

    def _is_one(self, of: Reference, text: str) -> bool:
        """Whether a whole name stands there: `Keller, Anna` is one, `Anna, Ben` two."""
        wholes = (text, *_turned(text))
        return any(
            len(desk.directory.find(of.kind, each, loose=False)) == 1
            for desk in (self.desk, self.fellows)
            for each in wholes
        )

    def _fellow(self, of: Reference, text: str) -> str:
        """The key of the one row of the file that is called so."""
        if of.kind == "person" and text.isdecimal():
            try:
                found: tuple[str, ...] = (_CAST.read(text, self.fellows),)
            except Unread:
                return ""
        else:
            found = self.fellows.directory.find(of.kind, text, loose=False)
        if len(found) != 1:
            return ""
        keys = record_keys(of.kind, self.fellows.directory.document(of.kind, found[0]))
        own = ("id:", "number:", "uid:")
        return next((key for key in keys if not key.startswith(own)), "")


def _ways(text: str, of: Reference) -> Iterator[str]:
    """What a cell may mean, the likeliest first: with and without what is said beside the name."""
    if text.startswith("="):
        text = text.lstrip("= ")
    bare = tidy(_ASIDE.sub(" ", text))
    unphoned = tidy(_PHONE.sub(" ", bare)).strip(" ,;-")
    ways = [text, *_turned(text), bare, *_turned(bare)]
    if of.kind == "person":
        ways += [unphoned, _NUMBERED.sub("", unphoned)]
    first = _REST.split(bare)[0].strip()
    inside = [each.strip("()[] ") for each in _ASIDE.findall(text)]
    yield from dict.fromkeys(each for each in (*ways, first, *inside) if each)


def _turned(text: str) -> tuple[str, ...]:
    """`Keller, Anna` as `Anna Keller`."""
    last, comma, first = (part.strip() for part in text.partition(","))
    return (f"{first} {last}",) if comma and first and last and "," not in first else ()


def _figures(text: str) -> list[str]:
    """Cast numbers in a cell of figures: `1,4,7`, `1 4 7`, `1-3`; none where there are words."""
    spread = _SPAN.sub(lambda each: _counted(int(each[1]), int(each[2])), text)
    if not _FIGURES.fullmatch(spread.strip()):
        return []
    return list(dict.fromkeys(str(int(each)) for each in re.findall(r"\d{1,3}", spread)))


def _counted(first: int, last: int) -> str:
    return (
        ",".join(map(str, range(first, last + 1)))
        if first <= last <= first + 50
        else f"{first},{last}"
    )
