"""A Fountain script to rows: the production's title, the cast, the scenes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from models.errors import ImportRefused
from store.imports.encoding import decode
from store.imports.fountain.cues import person_name
from store.imports.fountain.headings import LONGEST
from store.imports.fountain.lines import script_lines
from store.imports.fountain.numbering import number_scenes
from store.imports.fountain.pages import eighths
from store.imports.fountain.scanner import Element, Part, elements
from store.imports.fountain.scenes import Scene, split_scenes
from store.imports.fountain.speaking import Cue, cast_of, cues, numbered_cast
from store.imports.fountain.title_page import title_page
from store.imports.identity import record_keys
from store.imports.intake import Intake, Refused, Row


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
    shown, twice = _scene_rows(scenes, numbers, casts)
    rows = (*_title_row(entries), *_cast_rows(spoken, casts), *shown)
    notes += [words for words in (note, *_odd(scenes, numbers, before)) if words]
    return Intake(source, rows, (*_near_headings(parts), *twice), tuple(notes))


def _title_row(entries: Mapping[str, str]) -> Iterator[Row]:
    if title := entries.get("title", ""):
        yield Row("the title page", "production", record_keys("production", {}), {"title": title})


def _cast_rows(spoken: Sequence[Cue], casts: Sequence[tuple[str, ...]]) -> Iterator[Row]:
    for speaker in numbered_cast(spoken, casts):
        values: dict[str, JSON] = {
            "category": "cast",
            "character": speaker.name.upper(),
            "name": person_name(speaker.name),
            "cast": speaker.number,
        }
        made_up = frozenset({"name", "cast", "character"})
        yield Row(f"line {speaker.line}", "person", (speaker.key,), values, made_up)


def _scene_rows(
    scenes: Sequence[Scene], numbers: Sequence[str], casts: Sequence[tuple[str, ...]]
) -> tuple[list[Row], list[Refused]]:
    rows: list[Row] = []
    twice: list[Refused] = []
    seen: dict[str, int] = {}
    for scene, number, cast in zip(scenes, numbers, casts, strict=True):
        if (line := seen.setdefault(number, scene.line)) == scene.line:
            rows.append(_scene_row(scene, number, cast))
        else:
            why = f"scene {number} is already in line {line}; give one of them another number"
            twice.append(Refused(f"line {scene.line}", why))
    return rows, twice


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
    pairs = list(zip(scenes, numbers, strict=True))
    made = [number for scene, number in pairs if not scene.heading.scene]
    if not scenes:
        yield f"There is no scene in it. {_A_HEADING}"
    elif len(made) == len(scenes):
        yield f"No scene has a number in the script; they are counted from 1 to {len(scenes)}."
    elif made:
        yield f"{len(made)} of {len(scenes)} scenes had no number and got one: {_few(made)}."
    if scenes and cues(before):
        yield "What is spoken before the first scene heading belongs to no scene."
    if nowhere := [number for scene, number in pairs if not scene.heading.ie]:
        yield f"Neither INT nor EXT in the heading of scene {_few(nowhere)}."


def _few(words: Sequence[str]) -> str:
    return ", ".join(words[:8]) + (f" and {len(words) - 8} more" if len(words) > 8 else "")
