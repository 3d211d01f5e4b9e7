"""The grid keeps to its records, whatever happens to the rows around them."""

from __future__ import annotations

import pytest
from textual.geometry import Offset

from tests.tui.widgets.stage import Stage, screen_text, sent_by
from tui.widgets.columns import Column
from tui.widgets.grid import Grid
from tui.widgets.rows import Row


COLUMNS = (
    Column("no", "No", 4),
    Column("title", "What", 10, flex=1),
    Column("note", "Note", 8, priority=1),
)
EMPTY = "Nothing here yet. a adds a run: 0540 van2 hotel>base anna"


def rows(keys: str, note: str = "") -> list[Row]:
    return [Row(key, (key.upper(), f"run {key}", note)) for key in keys]


def many(count: int) -> list[Row]:
    return [Row(str(n), (str(n), f"run {n}", "")) for n in range(count)]


def grid(given: list[Row], **options: str) -> Grid:
    made = Grid(COLUMNS, **options)
    made.set_rows(given)
    return made


async def test_rows_stand_under_their_headings() -> None:
    async with (app := Stage(grid(rows("ab"), empty=EMPTY))).run_test(size=(40, 5)):
        assert [
            "   No   What                    Note",
            "   A    run a",
            "   B    run b",
            "",
            "",
        ] == screen_text(app)


async def test_an_empty_grid_says_how_to_begin() -> None:
    async with (app := Stage(grid([], empty=EMPTY))).run_test(size=(40, 5)):
        text = " ".join(screen_text(app)[1:]).split()

        assert EMPTY.split() == text


async def test_data_is_never_read_as_markup() -> None:
    nasty = "[/tmp] [bold] \\[x] $HOME @click=app.quit() [red"
    async with (app := Stage(grid([Row("k", ("1", nasty, ""))]))).run_test(size=(80, 4)):
        assert nasty in screen_text(app)[1]


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        (["down"], "1"),
        (["down", "down", "up"], "1"),
        (["up"], "0"),
        (["end"], "99"),
        (["end", "home"], "0"),
        (["pagedown"], "8"),
        (["pagedown", "pageup"], "0"),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], key: str) -> None:
    async with Stage(board := grid(many(100))).run_test(size=(40, 10)) as pilot:
        await pilot.press(*keys)

        assert key == board.key


async def test_the_cursor_stays_on_its_record_when_rows_change_around_it() -> None:
    async with Stage(board := grid(rows("abcde"))).run_test() as pilot:
        await pilot.press("down", "down")
        board.set_rows(rows("xaybcde"))

        assert "c" == board.key
        assert (5, 7) == board.place


@pytest.mark.parametrize(
    ("now", "key"), [("abde", "d"), ("ab", "b"), ("xyz", "x"), ("abe", "e"), ("", "")]
)
async def test_where_its_record_is_gone_the_cursor_goes_to_the_next_one_left(
    now: str, key: str
) -> None:
    async with Stage(board := grid(rows("abcde"))).run_test() as pilot:
        await pilot.press("down", "down")
        board.set_rows(rows(now))

        assert key == board.key


async def test_what_others_add_above_does_not_move_what_is_on_screen() -> None:
    async with (app := Stage(board := grid(many(100)))).run_test(size=(40, 10)) as pilot:
        await pilot.press("end")
        before = screen_text(app)
        board.set_rows([*rows("abc"), *many(100)])
        await pilot.pause()

        assert before == screen_text(app)


async def test_a_move_sends_two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Stage(board := grid(many(100))).run_test(size=(40, 10)) as pilot:
        regions = sent_by(board, monkeypatch)
        await pilot.press("down")

        assert [1, 2] == sorted(region.y for region in regions)


async def test_only_cells_that_differ_are_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    given = rows("abcd")
    async with Stage(board := grid(given)).run_test(size=(40, 10)):
        regions = sent_by(board, monkeypatch)
        board.set_rows([*given[:2], Row("c", ("C", "run z", "")), *given[3:]])

        assert [(3, len("   C    run z"))] == [(region.y, region.width) for region in regions]


async def test_the_same_rows_send_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Stage(board := grid(rows("abcd"))).run_test(size=(40, 10)):
        regions = sent_by(board, monkeypatch)
        board.set_rows(rows("abcd"))

        assert [] == regions


async def test_the_terminals_cursor_is_on_the_selected_row() -> None:
    async with (app := Stage(grid(many(100)))).run_test(size=(40, 10)) as pilot:
        await pilot.press("down", "down")

        assert Offset(0, 3) == app.cursor_position


async def test_marks_are_on_records_and_what_is_chosen_is_on_screen() -> None:
    async with Stage(board := grid(rows("abcd"))).run_test() as pilot:
        board.toggle_mark()
        board.toggle_mark()
        await pilot.pause()
        board.set_rows(rows("dba"))

        assert frozenset("ab") == board.marked
        assert ("b", "a") == board.chosen
        board.set_rows(rows("bcd"))
        assert ("b",) == board.chosen
        board.set_rows(rows("cd"))
        assert (board.key,) == board.chosen


async def test_marking_all_twice_marks_none() -> None:
    async with (app := Stage(board := grid(rows("abc")))).run_test(size=(40, 6)) as pilot:
        board.mark_all()
        await pilot.pause()

        assert ["*", "*", "*"] == [line[0] for line in screen_text(app)[1:4]]
        board.mark_all()
        assert frozenset() == board.marked


async def test_sorting_keeps_the_record_and_turns_round_when_asked_again() -> None:
    given = [Row(key, (no, "", "")) for key, no in zip("abc", ["10", "9", "1"], strict=True)]
    async with (app := Stage(board := grid(given))).run_test(size=(40, 6)) as pilot:
        board.sort_by("no")
        await pilot.pause()

        assert ["1", "9", "10"] == [line.split()[0] for line in screen_text(app)[1:4]]
        assert "a" == board.key
        board.sort_by("no")
        await pilot.pause()
        assert ["10", "9", "1"] == [line.split()[0] for line in screen_text(app)[1:4]]
        board.sort_by("")
        assert (1, 3) == board.place


async def test_later_rows_are_sorted_as_the_ones_before() -> None:
    async with Stage(board := grid(rows("ab"))).run_test():
        board.sort_by("no")
        board.sort_by("no")
        board.set_rows(rows("abc"))
        board.action_top()

        assert "c" == board.key


async def test_a_grid_says_where_its_cursor_is_and_what_is_opened() -> None:
    async with (app := Stage(board := grid(rows("abc")))).run_test() as pilot:
        app.said.clear()
        await pilot.press("down", "enter")
        await pilot.pause()

        assert ["b"] == [said.key for said in app.heard(Grid.RowPointed)]
        assert ["b"] == [said.key for said in app.heard(Grid.RowOpened)]
        assert board.point_at("c")
        assert not board.point_at("z")
        board.set_rows(rows("ab"))
        await pilot.pause()
        assert "b" == app.heard(Grid.RowPointed)[-1].key


async def test_an_empty_grid_has_nothing_to_open_or_mark() -> None:
    async with (app := Stage(board := grid([]))).run_test() as pilot:
        app.said.clear()
        await pilot.press("enter", "down", "pagedown", "end")
        board.toggle_mark()
        board.mark_all()
        await pilot.pause()

        assert ([], (), "", (0, 0)) == (app.said, board.chosen, board.key, board.place)


async def test_only_rows_on_screen_are_worked_out() -> None:
    asked: list[str] = []

    class Costly(Row):
        @property
        def cells(self) -> tuple[str, ...]:
            asked.append(self.key)
            return (self.key, "", "")

    given = [Costly(str(n), ()) for n in range(1000)]
    async with Stage(board := grid(given)).run_test(size=(40, 10)) as pilot:
        await pilot.press("end")

        assert "999" == board.key
        assert len(set(asked)) <= 2 * 9


async def test_rows_may_come_with_other_columns() -> None:
    async with (app := Stage(board := grid(rows("abc")))).run_test(size=(40, 4)) as pilot:
        await pilot.press("down")
        board.set_rows([Row(key, (key,)) for key in "cba"], [Column("only", "Only", 6)])
        await pilot.pause()

        assert ["   Only", "   c", "   b", "   a"] == screen_text(app)
        assert "b" == board.key


async def test_a_narrow_grid_drops_columns_and_keeps_the_cursor() -> None:
    async with (app := Stage(board := grid(rows("abc", "late")))).run_test(size=(40, 5)) as pilot:
        await pilot.press("down")
        await pilot.resize_terminal(20, 5)
        await pilot.pause()

        assert ["   No   What", "   A    run a"] == screen_text(app)[:2]
        assert "b" == board.key
