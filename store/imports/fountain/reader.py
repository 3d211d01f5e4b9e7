"""A Fountain script to rows: the production's title, the cast, the scenes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from models.errors import ImportRefused
from store.imports.encoding import decode
from store.imports.fountain.headings import LONGEST
from store.imports.fountain.lines import script_lines
from store.imports.fountain.numbering import number_scenes
from store.imports.fountain.pages import eighths
from store.imports.fountain.scanner import Element, Part, elements
from store.imports.fountain.scenes import Scene, split_scenes
from store.imports.fountain.speaking import cast_of, cues
from store.imports.fountain.title_page import title_page
from store.imports.identity import record_keys
from store.imports.intake import Intake, Refused, Row
from store.imports.script_rows import cast_rows, each_number_once, few, numbering_notes, title_row


if TYPE_CHECKING:
    from store.change import JSON


_A_HEADING = (
    "A scene heading is a line of its own with a blank line before and after it, "
    "such as INT. BARN - DAY."
)


def read_fountain(raw: bytes, source: str) -> Intake:
    """Read a script; `ImportRefused` where it has neither title, scene nor speaker."""
    text, note = decode(raw)
    lines, notes = script_lines(text)
    entries, used = title_page(lines)
    parts = list(elements(lines[used:]))
    scenes, before = split_scenes(parts)
    spoken = cues(parts)
    if not (scenes or spoken or entries.get("title")):
        raise ImportRefused(f"{source} has no scenes in it. {_A_HEADING}")
    known = frozenset(cue.name for cue in spoken)
    casts = [cast_of(cues(scene.elements), known) for scene in scenes]
    numbers = number_scenes([scene.heading.scene for scene in scenes])
    made = [_scene_row(*each) for each in zip(scenes, numbers, casts, strict=True)]
    shown, twice = each_number_once(made)
    cast = cast_rows(spoken, casts, "line {}".format)
    rows = (*title_row(entries.get("title", "")), *cast, *shown)
    notes += [words for words in (note, *_odd(scenes, numbers, before)) if words]
    return Intake(source, rows, (*_near_headings(parts), *twice), tuple(notes))


def _scene_row(scene: Scene, number: str, cast: tuple[str, ...]) -> Row:
    values: dict[str, JSON] = {
        "scene": number,
        "ie": scene.heading.ie,
        "set": scene.heading.set,
        "tod": scene.heading.tod,
        "script_day": scene.heading.script_day,
        "pages": eighths(scene.elements),
        "estimated": True,
        "cast": list(cast),
        "synopsis": " ".join(scene.synopsis),
        "note": scene.heading.note,
    }
    told = {field: value for field, value in values.items() if value not in ("", [])}
    return Row(f"line {scene.line}", "scene", record_keys("scene", told), told)


def _near_headings(parts: Sequence[Element]) -> Iterator[Refused]:
    for element in parts:
        if element.part is Part.NEAR_HEADING:
            why = "is far too long" if len(element.text) > LONGEST else "has no blank line after it"
            words = f"`{element.text[:60]}` reads like a scene heading but {why}; left as action"
            yield Refused(f"line {element.line}", words)


def _odd(
    scenes: Sequence[Scene], numbers: Sequence[str], before: Sequence[Element]
) -> Iterator[str]:
    """What a coordinator should know about the script before it goes in."""
    if not scenes:
        yield f"There is no scene in it. {_A_HEADING}"
    yield from numbering_notes([scene.heading.scene for scene in scenes], numbers)
    if scenes and cues(before):
        yield "What is spoken before the first scene heading belongs to no scene."
    pairs = zip(scenes, numbers, strict=True)
    if nowhere := [number for scene, number in pairs if not scene.heading.ie]:
        yield f"Neither INT nor EXT in the heading of scene {few(nowhere)}."
