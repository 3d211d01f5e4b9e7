"""The scenes of a script as its paragraphs tell them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.imports.fdx.paragraphs import HEADING, Paragraph, Properties, is_omitted
from store.imports.fountain.headings import Heading, is_heading, read_heading
from store.imports.fountain.scanner import Element, Part
from store.imports.fountain.speaking import Cue, cues


_PARTS = {
    HEADING: Part.HEADING,
    "character": Part.CUE,
    "parenthetical": Part.PARENTHETICAL,
    "dialogue": Part.DIALOGUE,
    "lyrics": Part.DIALOGUE,
    "singing": Part.DIALOGUE,
    "transition": Part.TRANSITION,
}
_CAST_LISTS = frozenset({"castlist", "scenecharacters"})


@dataclass(slots=True)
class Scene:
    """One scene as it is being read."""

    heading: Heading
    number: str
    count: int
    properties: Properties
    omitted: bool
    elements: list[Element] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    revisions: set[str] = field(default_factory=set)
    tags: list[str] = field(default_factory=list)


def split_scenes(paragraphs: Iterable[Paragraph]) -> tuple[list[Scene], list[Element]]:
    """The scenes in order, and what stands before the first heading."""
    scenes: list[Scene] = []
    before: list[Element] = []
    for each in paragraphs:
        if each.type == HEADING and each.text:
            scenes.append(_scene(each))
        if scenes:
            _add(scenes[-1], each)
        else:
            before.append(_element(each))
    return scenes, before


def with_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph] | None:
    """The paragraphs, those that read like a heading made one; None where none does.

    For files whose program knows no types.
    """
    found = [each._replace(type=HEADING) if is_heading(each.text) else each for each in paragraphs]
    return found if any(each.type == HEADING for each in found) else None


def speakers_of(scene: Scene) -> list[Cue]:
    """Who is in a scene: those its arc beats and cast list name, then those who speak."""
    named = (*scene.properties.arcs, *scene.named)
    return [*(Cue(name, scene.count) for name in named), *cues(scene.elements)]


def _scene(each: Paragraph) -> Scene:
    heading = read_heading("" if is_omitted(each.text) else each.text)
    return Scene(heading, each.number or heading.scene, each.at, each.properties, each.omitted)


def _add(scene: Scene, each: Paragraph) -> None:
    if each.type in _CAST_LISTS:
        names = each.text.strip("()").replace(";", ",").replace("/", ",").split(",")
        scene.named += [name for part in names if (name := part.strip(" ().").upper())]
    else:
        scene.elements.append(_element(each))
    scene.revisions |= each.revisions
    scene.tags += [tag for tag in each.tags if tag not in scene.tags]


def _element(each: Paragraph) -> Element:
    """A paragraph as the part of a script it is; cues are capitals on paper, however typed."""
    part = _PARTS.get(each.type, Part.ACTION)
    text = each.text.upper() if part is Part.CUE else each.text
    return Element(part, each.at, text, opens=part in (Part.ACTION, Part.TRANSITION))
