"""What a script marks its text with: the colours of its revisions and the tags of a breakdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from models.text import squeeze, tidy
from store.imports.uss.categories import category_of


if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_REVISION_WORDS = re.compile(
    r"[\s.,:-]*\b(?:rev(?:ision|ised|isions|s)?|draft|pages)\b\.?", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]?")


class Revisions(NamedTuple):
    """The colours of a script's revisions by their ids, oldest first, and the one in progress."""

    colours: Mapping[str, str]
    active: str

    def latest(self, marks: Iterable[str]) -> str:
        """The colour of the latest of these marks; empty where none is known."""
        held = set(marks)
        return next((self.colours[own] for own in reversed([*self.colours]) if own in held), "")


class Tag(NamedTuple):
    """Something the breakdown marks in the text, and the category it is of."""

    name: str
    category: str


def read_revisions(root: Element) -> Revisions:
    """The revisions of a script, each by the colour its name says: `Blue Rev.` is Blue."""
    found = next(_every(root, "Revisions"), None)
    if found is None:
        return Revisions({}, "")
    colours = {
        tidy(each.get("ID") or ""): _colour(tidy(each.get("Name") or ""))
        for each in _every(found, "Revision")
    }
    return Revisions({own: name for own, name in colours.items() if own and name}, _active(found))


def read_tags(root: Element) -> dict[str, Tag]:
    """The tags of a breakdown by the number the text marks them with."""
    found = next(_every(root, "TagData"), None)
    if found is None:
        return {}
    categories = {
        each.get("Id") or "": category_of(_category(each)) for each in _every(found, "TagCategory")
    }
    defined = {
        each.get("Id") or "": Tag(name, categories.get(each.get("CatId") or "", "other"))
        for each in _every(found, "TagDefinition")
        if (name := tidy(each.get("Label") or "")[:200])
    }
    tags: dict[str, Tag] = {}
    for each in _every(found, "Tag"):
        means = next((tidy("".join(own.itertext())) for own in _every(each, "DefId")), "")
        if means in defined:
            tags[tidy(each.get("Number") or "")] = defined[means]
    # Defined, and marked nowhere: kept under a name no text has, so that it can be told.
    spare = [each for each in defined.values() if each not in tags.values()]
    return tags | {f"unmarked {at}": each for at, each in enumerate(spare)}


def _active(found: Element) -> str:
    return tidy(found.get("ActiveSet") or "")


def _colour(name: str) -> str:
    bare = tidy(_REVISION_WORDS.sub("", _BRACKETS.sub("", name)))
    return bare or name


def _category(each: Element) -> str:
    """`Cast Members` and `Synopsis` as they are named; a name in no list goes to other."""
    name = tidy(each.get("Name") or "")
    return "note" if squeeze(name) == "synopsis" else name


def _every(within: Element, name: str) -> Iterator[Element]:
    return (each for each in within.iter() if str(each.tag).rpartition("}")[2] == name)
