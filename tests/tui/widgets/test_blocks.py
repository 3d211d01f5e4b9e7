"""Blocks under one another, and the cursor that goes from block to block."""

from __future__ import annotations

import pytest
from textual.geometry import Offset

from tests.tui.widgets.stage import Stage, screen_text
from tui.widgets.blocks import Block, Blocks, Item


ITEMS = (Item("1", "05:40 (shown)", "by reto 05:41"), Item("2", "06:00", "by ana 05:43, not 1"))
KEYS = tuple(f"b{number}" for number in range(30))


def block(key: str) -> Block:
    return Block(f"run {key}", ITEMS)


def test_the_sentence_stands_where_there_is_no_block() -> None:
    assert ["Nothing", "here."] == [
        line.text.strip() for line in Blocks("Nothing here.").drawn(8, 3)
    ]


async def test_values_stand_under_one_another_and_what_is_said_beside_them() -> None:
    async with (app := Stage(blocks := Blocks("none"))).run_test(size=(60, 5)) as pilot:
        blocks.set_blocks(KEYS[:1], block)
        await pilot.pause()

        assert [
            "run b0",
            "  1  05:40 (shown)  by reto 05:41",
            "  2  06:00          by ana 05:43, not 1",
            "",
            "",
        ] == screen_text(app)


async def test_where_it_is_narrow_what_is_said_stands_below() -> None:
    async with (app := Stage(blocks := Blocks("none"))).run_test(size=(24, 6)) as pilot:
        blocks.set_blocks(KEYS[:1], block)
        await pilot.pause()

        assert [
            "run b0",
            "  1  05:40 (shown)",
            "     by reto 05:41",
            "  2  06:00",
            "     by ana 05:43, not 1",
            "",
        ] == screen_text(app)


@pytest.mark.parametrize(
    ("keys", "key", "line"),
    [
        ([], "b0", 0),
        (["j"], "b1", 4),
        (["down", "down", "k"], "b1", 4),
        (["j", "j", "j"], "b3", 0),
        (["pagedown"], "b2", 8),
        (["G"], "b29", 8),
        (["end", "up", "up", "up"], "b26", 8),
        (["G", "home"], "b0", 0),
        (["k"], "b0", 0),
    ],
)
async def test_the_block_under_the_cursor_is_seen_whole(
    keys: list[str], key: str, line: int
) -> None:
    async with (app := Stage(blocks := Blocks("none"))).run_test(size=(60, 12)) as pilot:
        blocks.set_blocks(KEYS, block)
        blocks.focus()
        await pilot.press(*keys)
        await pilot.pause()

        assert (key, Offset(0, line)) == (blocks.key, app.cursor_position)
        assert f"run {key}" == screen_text(app)[line]
        assert "2  06:00" in screen_text(app)[line + 2]


async def test_only_blocks_near_the_screen_are_worked_out() -> None:
    asked = set()

    def counted(key: str) -> Block:
        asked.add(key)
        return block(key)

    async with Stage(blocks := Blocks("none")).run_test(size=(60, 12)) as pilot:
        blocks.set_blocks([f"b{number}" for number in range(1000)], counted)
        await pilot.pause()

        assert len(asked) < 12


async def test_the_cursor_stays_on_its_block_or_the_one_after_it() -> None:
    async with Stage(blocks := Blocks("none")).run_test(size=(60, 12)) as pilot:
        blocks.set_blocks(KEYS[:4], block)
        blocks.point_at("b2")
        blocks.set_blocks(("b1", "b2", "b3"), block)
        assert "b2" == blocks.key
        blocks.set_blocks(("b1", "b3"), block)
        assert "b3" == blocks.key
        blocks.set_blocks((), block)
        assert "" == blocks.key
        await pilot.press("j", "pagedown", "G", "k", "g")
