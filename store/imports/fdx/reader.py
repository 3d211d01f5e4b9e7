"""A Final Draft script to rows: the production's title, the cast, what scenes need, the scenes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from models.errors import ImportRefused
from store.imports.fdx.marks import Revisions, Tag, read_revisions, read_tags
from store.imports.fdx.paragraphs import HEADING, Paragraph, read_paragraphs, texts_of
from store.imports.fdx.scenes import Scene, speakers_of, split_scenes, with_headings
from store.imports.fountain.numbering import number_scenes
from store.imports.fountain.pages import eighths
from store.imports.fountain.speaking import Cue, cast_of, cues
from store.imports.identity import (
    element_record_key,
    place_key,
    record_keys,
)
from store.imports.intake import Intake, Row
from store.imports.safe_xml import read_xml
from store.imports.script_rows import cast_rows, each_number_once, few, numbering_notes, title_row
from store.imports.uss.categories import CAST, LOCATION, OF_THE_SCENE, SCRIPT_DAY


if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from store.change import JSON

_WHAT = "a Final Draft script"


def read_fdx(raw: bytes, source: str) -> Intake:
    """Read a script; ImportRefused where it is none, or has neither title, scene nor speaker."""
    root, notes = read_xml(raw, source, "FinalDraft", _WHAT)
    paragraphs = _paragraphs(root, source, notes)
    scenes, before = split_scenes(paragraphs)
    revisions, tags = read_revisions(root), read_tags(root)
    spoken = [*cues(before), *(cue for scene in scenes for cue in _all_of(scene, tags))]
    title = _title(root)
    if not (scenes or spoken or title):
        raise ImportRefused(f"{source} has no scenes in it: no paragraph of it is a scene heading.")
    known = frozenset(cue.name for cue in spoken)
    casts = [cast_of(_all_of(scene, tags), known) for scene in scenes]
    numbers = number_scenes([scene.number for scene in scenes])
    made = [
        _scene_row(scene, number, cast, tags, revisions)
        for scene, number, cast in zip(scenes, numbers, casts, strict=True)
    ]
    shown, twice = each_number_once(made)
    where = _wheres(scenes)
    rows = (
        *title_row(title, script_colour=_colour(scenes, revisions)),
        *cast_rows(spoken, casts, lambda at: where.get(at, f"paragraph {at}")),
        *_need_rows(tags, scenes),
        *shown,
    )
    notes += numbering_notes([scene.number for scene in scenes], numbers)
    notes += [*_odd(scenes, numbers), *_unmarked(tags, scenes)]
    if scenes and cues(before):
        notes.append("What is spoken before the first scene heading belongs to no scene.")
    return Intake(source, rows, tuple(twice), tuple(notes))


def _paragraphs(root: Element, source: str, notes: list[str]) -> list[Paragraph]:
    content = next((each for each in root if str(each.tag).rpartition("}")[2] == "Content"), None)
    if content is None:
        raise ImportRefused(f"{source} has no text in it: `Content` is missing. Export it again.")
    found = list(read_paragraphs(content))
    if not any(each.type == HEADING for each in found) and (made := with_headings(found)):
        notes.append("No paragraph is a scene heading by its type; they were told by their words.")
        return made
    return found


def _all_of(scene: Scene, tags: Mapping[str, Tag]) -> list[Cue]:
    """Who is in a scene: by its arc beats, who speaks, and whom the breakdown marks as cast."""
    marked = (tags[mark] for mark in scene.tags if mark in tags)
    cast = [Cue(tag.name.upper(), scene.count) for tag in marked if tag.category == CAST]
    return [*speakers_of(scene), *cast]


def _title(root: Element) -> str:
    """The first line of the title page that is centred, else the first."""
    pages = (each for each in root if str(each.tag).rpartition("}")[2] == "TitlePage")
    paragraphs = [
        each
        for page in pages
        for content in page
        if str(content.tag).rpartition("}")[2] == "Content"
        for each in content
    ]
    centred = [texts_of(each) for each in paragraphs if each.get("Alignment") == "Center"]
    return next(filter(None, [*centred, *map(texts_of, paragraphs)]), "")[:200]


def _wheres(scenes: Sequence[Scene]) -> dict[int, str]:
    """The page of each paragraph, as far as scenes say theirs."""
    return {
        count: _where(scene)
        for scene in scenes
        for count in (scene.count, *(element.line for element in scene.elements))
    }


def _where(scene: Scene) -> str:
    page = scene.properties.page
    return f"page {page}" if page else f"paragraph {scene.count}"


def _scene_row(
    scene: Scene,
    number: str,
    cast: tuple[str, ...],
    tags: Mapping[str, Tag],
    revisions: Revisions,
) -> Row:
    heading, told = scene.heading, scene.properties
    marked = [tags[mark] for mark in scene.tags if mark in tags]
    values: dict[str, JSON] = {
        "scene": number,
        "ie": heading.ie,
        "set": heading.set,
        "tod": heading.tod,
        "script_day": next(_of(marked, SCRIPT_DAY), heading.script_day),
        "script_page": told.page,
        "pages": told.length or eighths(scene.elements),
        "cast": list(cast),
        "elements": [_need(tag) for tag in marked if _is_record(tag)],
        "place": next(map(place_key, _of(marked, LOCATION)), ""),
        "synopsis": told.summary,
        "note": heading.note,
        "revision": revisions.latest(scene.revisions),
        "state": "omitted" if scene.omitted else "",
    }
    said = {field: value for field, value in values.items() if value not in ("", [])}
    said["estimated"] = None if told.length else True
    return Row(_where(scene), "scene", record_keys("scene", said), said)


def _need_rows(tags: Mapping[str, Tag], scenes: Sequence[Scene]) -> Iterator[Row]:
    """What the breakdown marks in scenes, each once; cast are people and the set is no record."""
    used = dict.fromkeys(mark for scene in scenes for mark in scene.tags)
    for tag in dict.fromkeys(tags[mark] for mark in used if mark in tags):
        if tag.category == LOCATION:
            yield Row("the breakdown", "place", (place_key(tag.name),), {"name": tag.name})
        elif _is_record(tag):
            values: dict[str, JSON] = {"name": tag.name, "category": tag.category}
            yield Row("the breakdown", "element", (_need(tag),), values)


def _unmarked(tags: Mapping[str, Tag], scenes: Sequence[Scene]) -> Iterator[str]:
    used = {tags[mark] for scene in scenes for mark in scene.tags if mark in tags}
    left = [tag.name for tag in dict.fromkeys(tags.values()) if tag not in used]
    if left:
        yield f"In the breakdown but in no scene, so left out: {few(left)}."


def _need(tag: Tag) -> str:
    return element_record_key(tag.name, tag.category)


def _is_record(tag: Tag) -> bool:
    return tag.category not in (OF_THE_SCENE | {CAST, LOCATION})


def _of(tags: Sequence[Tag], category: str) -> Iterator[str]:
    return (tag.name for tag in tags if tag.category == category)


def _colour(scenes: Sequence[Scene], revisions: Revisions) -> str:
    """The colour the script is being revised in, if anything in it is marked with it."""
    marked = {mark for scene in scenes for mark in scene.revisions}
    return revisions.colours.get(revisions.active, "") if revisions.active in marked else ""


def _odd(scenes: Sequence[Scene], numbers: Sequence[str]) -> Iterator[str]:
    pairs = list(zip(scenes, numbers, strict=True))
    there = [(scene, number) for scene, number in pairs if not scene.omitted]
    if nowhere := [number for scene, number in there if not scene.heading.ie]:
        yield f"Neither INT nor EXT in the heading of scene {few(nowhere)}."
    if estimated := [number for scene, number in there if not scene.properties.length]:
        yield f"Pages estimated, for want of a length: {len(estimated)} of {len(there)} scenes."
    if omitted := [number for scene, number in pairs if scene.omitted]:
        yield f"Omitted in the script: scene {few(omitted)}."
