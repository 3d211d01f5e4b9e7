"""The paragraphs of a script in the order they are read, out of whatever they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from models.text import squeeze, tidy


if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

HEADING = "sceneheading"

_DEEPEST = 5
_LENGTH = re.compile(r"(?:(\d{1,3}) ?)?(?:(\d{1,4})/8)?")
_DECIMAL = re.compile(r"(\d{1,3})[.,](\d{1,3})")
_OMITTED = frozenset({"omitted", "omit", "sceneomitted", "scenesomitted", "entfallt", "entfallen"})


class Properties(NamedTuple):
    """What a heading knows of its scene beside its words; empty where it does not.

    Attributes:
        length: Eighths of a page.
        summary: What happens, as its card says.
        arcs: The characters its arc beats name.
    """

    page: str = ""
    length: int | None = None
    summary: str = ""
    arcs: tuple[str, ...] = ()


class Paragraph(NamedTuple):
    """One paragraph: its type squeezed (`sceneheading`), its scene number if it has one, its text.

    `revisions` and `tags` are the marks on any part of the text, by the numbers the file gives.
    """

    at: int
    type: str
    number: str
    text: str
    properties: Properties
    revisions: frozenset[str]
    tags: tuple[str, ...]
    omitted: bool


def read_paragraphs(content: Element) -> Iterator[Paragraph]:
    """Every paragraph of a script; what stands inside a dual dialogue or an omitted scene too."""
    for count, paragraph in enumerate(_flat(content, 0), 1):
        yield paragraph._replace(at=count)


def texts_of(paragraph: Element) -> str:
    """The text of a paragraph's own runs; that of a summary or a note inside it is not its own."""
    return tidy("".join("".join(run.itertext()) for run in _children(paragraph, "Text")))


def is_omitted(text: str) -> bool:
    """Whether a heading says nothing but that its scene is left out."""
    return squeeze(text) in _OMITTED


def eighths_of(length: str) -> int | None:
    """`1 3/8` pages as 11; None where it is no length."""
    said = tidy(length)
    if decimal := _DECIMAL.fullmatch(said):
        return max(1, round(float(f"{decimal[1]}.{decimal[2]}") * 8))
    match = _LENGTH.fullmatch(said)
    if match is None or not said:
        return None
    return int(match[1] or 0) * 8 + int(match[2] or 0) or None


def _flat(within: Element, depth: int, *, omitted: bool = False) -> Iterator[Paragraph]:
    """Paragraphs in reading order; those nested deeper than any program nests are passed over."""
    for each in within if depth < _DEEPEST else ():
        name = _name(each)
        if name == "DualDialogue":
            yield from _flat(each, depth + 1, omitted=omitted)
        elif name == "Paragraph":
            left_out = next(_children(each, "OmittedScene"), None)
            if left_out is not None:
                yield from _omitted_scene(each, left_out, depth)
                continue
            yield _paragraph(each, omitted=omitted)
            for dual in _children(each, "DualDialogue"):
                yield from _flat(dual, depth + 1, omitted=omitted)


def _omitted_scene(card: Element, left_out: Element, depth: int) -> Iterator[Paragraph]:
    """An omitted scene: the card has the number, the scene as it was stands inside."""
    head = _paragraph(card, omitted=True)._replace(type=HEADING)
    inside = list(_flat(left_out, depth + 1, omitted=True))
    if not inside or inside[0].type != HEADING:
        yield head
    elif not inside[0].number:
        inside[0] = inside[0]._replace(number=head.number)
    yield from inside


def _paragraph(each: Element, *, omitted: bool) -> Paragraph:
    kind = squeeze(each.get("Type") or "")
    text = texts_of(each)
    runs = list(_children(each, "Text"))
    marks = (re.findall(r"\d+", run.get("TagNumber") or "") for run in runs)
    return Paragraph(
        at=0,
        type=kind,
        number=tidy(each.get("Number") or "")[:20],
        text=text,
        properties=_properties(each),
        revisions=frozenset(run.get("RevisionID") or "0" for run in runs) - {"0"},
        tags=tuple(dict.fromkeys(mark for found in marks for mark in found)),
        omitted=omitted or (kind == HEADING and is_omitted(text)),
    )


def _properties(each: Element) -> Properties:
    found = next(_children(each, "SceneProperties"), None)
    if found is None:
        return Properties()
    arcs = (tidy(beat.get("Name") or "") for beat in found.iter() if _name(beat) == _ARC)
    summaries = _children(found, "Summary")
    summary = " ".join(tidy(" ".join(each.itertext())) for each in summaries)
    return Properties(
        page=tidy(found.get("Page") or ""),
        length=eighths_of(found.get("Length") or ""),
        summary=tidy(summary) or tidy(found.get("Title") or ""),
        arcs=tuple(dict.fromkeys(arc.upper() for arc in arcs if arc)),
    )


_ARC = "CharacterArcBeat"


def _children(of: Element, name: str) -> Iterator[Element]:
    return (each for each in of if _name(each) == name)


def _name(of: Element) -> str:
    return str(of.tag).rpartition("}")[2]
