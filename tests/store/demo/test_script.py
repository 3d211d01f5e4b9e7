from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from store.imports.formats import read
from tests.store.demo.looking import Looking


if TYPE_CHECKING:
    from store.imports.intake import Intake, Row


@cache
def script() -> Intake:
    with as_file(files("store.demo").joinpath("script.fountain")) as path:
        return read(path)


def scenes() -> list[Row]:
    return [row for row in script().rows if row.kind == "scene"]


def test_every_scene_of_the_script_is_read_and_nothing_refused() -> None:
    assert ((), 49) == (script().refused, len(scenes()))


def test_scene_numbers_are_unique_and_some_were_inserted_later() -> None:
    numbers = [row.values["scene"] for row in scenes()]
    assert len(set(numbers)) == len(numbers)
    assert ["12A", "27A", "33A"] == [each for each in numbers if str(each).endswith("A")]


def test_every_scene_says_what_happens_where_and_when() -> None:
    wanted = ("ie", "set", "tod", "synopsis", "pages")
    assert [] == [row.where for row in scenes() for field in wanted if not row.values.get(field)]


def test_scenes_are_an_eighth_and_two_pages_long_and_all_between() -> None:
    pages = {row.values["pages"] for row in scenes()}
    assert 1 in pages
    assert max(int(str(each)) for each in pages) >= 16
    assert len(pages) >= 8


def test_fourteen_characters_speak_and_each_is_cast(looking: Looking) -> None:
    speaking = {row.values["character"] for row in script().rows if row.kind == "person"}
    cast = {each["character"] for each in looking.records("person") if "character" in each}
    assert 14 == len(speaking)
    assert speaking == cast
