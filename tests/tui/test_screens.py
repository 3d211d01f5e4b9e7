"""The board at four sizes and in four themes, as it was when somebody looked at it last."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from tests.tui.screens import compared, looks_of, morning, text_of


if TYPE_CHECKING:
    from tests.tui.coordinator import Coordinator

KEPT = Path(__file__).parents[1] / "data" / "screens"
SIZES = ((60, 20), (80, 24), (120, 40), (200, 60))
SMALL = SIZES[:2]
WRONG = "0540 van2 hotel>base anna ben xqz "

# A name, the keys pressed, a line typed and Enter, the sizes it is looked at in.
SCENES = {
    "board": ((), "", SIZES),
    "entry": (("3", "space", "space", "j", "a"), WRONG, SIZES),
    "filter": (("2", "slash"), "el", SMALL),
    "details": (("3", "j", "o"), "", SMALL),
    "conflicts": (("C",), "", (*SMALL, (40, 12))),
}
NO_COLOUR = "NO_COLOR"
THEMES = {
    "ansi-dark": "ansi-dark",
    "ansi-light": "ansi-light",
    "high-contrast": "high-contrast",
    NO_COLOUR: "ansi-dark",
}


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew-screens"))


def afresh(made: Path, there: Path, name: str) -> Path:
    """A demo nobody has touched yet."""
    return shutil.copytree(made, there / name / "low-water")


async def plays(mia: Coordinator, scene: str) -> None:
    keys, line, _ = SCENES[scene]
    await mia.presses(*keys)
    if line:
        await mia.enters(line)
    await mia.pilot.pause()


@pytest.mark.parametrize("scene", SCENES)
async def test_the_board_stands_as_it_was_looked_at(
    scene: str, demo_made: Path, tmp_path: Path, *, renew: bool
) -> None:
    parts = {}
    for size in SCENES[scene][2]:
        title = f"{size[0]}x{size[1]}"
        path = afresh(demo_made, tmp_path, title)
        async with morning(path, size, "ansi-dark") as mia:
            await plays(mia, scene)
            parts[title] = text_of(mia)
            await mia.presses("escape")

    compared(KEPT / f"{scene}.txt", parts, renew=renew)


async def test_the_themes_look_as_they_were_looked_at(
    demo_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, renew: bool
) -> None:
    parts, texts = {}, set()
    for title, theme in THEMES.items():
        path = afresh(demo_made, tmp_path, title)
        if title == NO_COLOUR:
            monkeypatch.setenv("NO_COLOR", "1")
        async with morning(path, (80, 24), theme) as mia:
            await plays(mia, "entry")
            parts[title] = looks_of(mia)
            texts.add(text_of(mia))
            await mia.presses("escape")

    assert parts["ansi-light"] == parts["ansi-dark"]
    assert len(texts) == 1, "a theme changes no character"
    compared(KEPT / "themes.txt", parts, renew=renew)


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (20, 5), (300, 80)], ids=str)
async def test_no_size_ends_the_board(demo: Path, size: tuple[int, int]) -> None:
    async with morning(demo, size, "ansi-dark") as mia:
        for keys in (
            ("o", "q"),
            ("C", "q"),
            ("f", "escape"),
            ("question_mark", "escape"),
            ("0", "w"),
        ):
            await mia.presses(*keys)
        await mia.presses("3", "a")
        await mia.enters(WRONG)
        shown = mia.lines
        await mia.presses("escape")

        assert len(shown) == size[1]
        assert all(cell_len(line) <= size[0] for line in shown)
        assert size[0] < 20 or any("xqz" in line for line in shown)
