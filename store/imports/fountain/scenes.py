"""The scenes of a script: a heading and everything up to the next one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from models.text import tidy
from store.imports.fountain.headings import Heading, read_heading
from store.imports.fountain.scanner import Element, Part


@dataclass(slots=True)
class Scene:
    """One scene as it is being read."""

    heading: Heading
    line: int
    elements: list[Element] = field(default_factory=list)
    synopsis: list[str] = field(default_factory=list)


def split_scenes(parts: Iterable[Element]) -> tuple[list[Scene], list[Element]]:
    """The scenes in order, and what stands before the first heading."""
    scenes: list[Scene] = []
    before: list[Element] = []
    in_section = False
    for element in parts:
        if element.part is Part.HEADING:
            scenes.append(Scene(read_heading(element.text), element.line))
            in_section = False
        in_section = in_section or element.part is Part.SECTION
        if element.part is Part.SYNOPSIS and scenes and not in_section:
            scenes[-1].synopsis.append(tidy(element.text.lstrip("=")))
        (scenes[-1].elements if scenes else before).append(element)
    return scenes, before
