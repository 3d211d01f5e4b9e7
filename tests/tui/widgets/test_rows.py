"""How a row is drawn and sorted."""

from __future__ import annotations

import pytest

from tui.widgets.columns import Column, laid_out
from tui.widgets.ink import SIGNS
from tui.widgets.rows import Row, head_line, in_order, row_line


COLUMNS = (Column("no", "No", 4), Column("title", "What", 10, flex=1))
PLACES = laid_out(COLUMNS, 21)


@pytest.mark.parametrize(
    ("row", "marks", "expected"),
    [
        (Row("k", ("M1", "Van 2 [ext]")), "", "   M1   Van 2 [ext]"),
        (Row("k", ("M1", "Van 2"), "!"), "", " ! M1   Van 2"),
        (Row("k", ("M1", "Van 2"), "≠"), "k", "*≠ M1   Van 2"),
        (Row("k", ("M12345", "A very long title of a run")), "", "   M12… A very long tit…"),
        (Row("k", ("M1", "two\nlines\x1b[2J")), "", "   M1   two·lines·[2J"),
    ],
)
def test_a_row_is_its_mark_its_sign_and_its_cells(row: Row, marks: str, expected: str) -> None:
    assert expected == row_line(row, PLACES, 24, marked=row.key in marks.split()).text.rstrip()


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_is_a_character_not_only_a_colour(sign: str) -> None:
    assert sign == row_line(Row("k", ("M1", "x"), sign), PLACES, 24).text[1]


def test_the_cursor_row_is_one_run_of_one_ink() -> None:
    row = Row("k", ("M1", "Van 2"), "!", "faint", ("", "alarm"))

    assert ["cursor"] == [role for _, role in row_line(row, PLACES, 24, cursor="cursor").runs]


def test_a_cell_may_have_an_ink_of_its_own() -> None:
    line = row_line(Row("k", ("M1", "aboard"), "", "", ("", "good")), PLACES, 24)

    assert [("   M1   ", ""), ("aboard          ", "good")] == list(line.runs)


def test_the_heading_shows_which_way_the_rows_are_sorted() -> None:
    assert "   No   What↑" == head_line(PLACES, 24, "title", falling=False).text.rstrip()
    assert "   No↓  What" == head_line(PLACES, 24, "no", falling=True).text.rstrip()


def test_rows_sort_as_people_count_and_keep_their_order_among_equals() -> None:
    rows = [
        Row(key, (no, ""))
        for key, no in zip("abcdef", ["12A", "2", "", "12", "2", "1"], strict=True)
    ]

    assert "fbedac" == "".join(row.key for row in in_order(rows, 0))
    assert "adbefc" == "".join(row.key for row in in_order(rows, 0, falling=True))
