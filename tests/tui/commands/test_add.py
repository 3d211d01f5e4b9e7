"""Adding by a typed line, by many words, and by many lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from tests.tui.commands.conftest import Run


def listed(run: Run, kind: str, *words: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads("\n".join(run("list", kind, "--json", *words).out))
    return found


LINES = {
    "one quoted line": ("event", ('2026-11-27 1400 "Tech recce" +anna',), "Tech recce"),
    "many words": ("event", ("2026-11-27", "1400", "Tech recce", "+anna"), "Tech recce"),
    "a name in quotes": ("event", ("2026-11-27", "1400", "Fitting", "+Anna Keller"), "Fitting"),
    "options among them": ("event", ("--day", "2026-11-27", "1400", "Recce", "+anna"), "Recce"),
    "options behind": ("event", ("1400", "Recce", "+anna", "--day", "2026-11-27"), "Recce"),
}


@pytest.mark.parametrize(("kind", "words", "title"), LINES.values(), ids=LINES)
def test_a_line_may_be_one_word_or_many(
    office: Run, kind: str, words: tuple[str, ...], title: str
) -> None:
    said = office("add", kind, *words)

    [record] = listed(office, kind)
    [anna] = listed(office, "person", "anna")
    assert (0, []) == said[:2]
    assert (title, "2026-11-27", "14:00", [anna["id"]]) == tuple(
        record[field] for field in ("title", "day", "start", "people")
    )


def test_what_was_saved_is_said_with_its_number_and_its_day(office: Run) -> None:
    said = office("add", "run", "2026-11-23 0540 van2 hotel>base anna")

    [record] = listed(office, "run")
    assert [f"Added run {record['number']} 05:40 hotel>base, Mon 23 Nov."] == said.err


def test_a_line_about_a_record_that_is_there_changes_it(office: Run) -> None:
    office("add", "call", "2026-11-23 anna 0600")

    said = office("add", "call", "2026-11-23 anna 0630")

    [record] = listed(office, "call")
    assert "06:30" == record["call"]
    assert ["Changed call", "call 06:00 → 06:30."] == [said.err[0][:12], said.err[0][-19:]]


def test_saying_the_same_again_saves_nothing(office: Run) -> None:
    office("add", "call", "2026-11-23 anna 0600")
    before = len(office("log").out)

    said = office("add", "call", "2026-11-23 anna 0600")

    assert (0, before) == (said.code, len(office("log").out))
    assert said.err[0].endswith("is so already; nothing to save.")


def test_what_a_record_clashes_with_is_said_when_it_is_saved(office: Run) -> None:
    office("add", "run", "2026-11-23 0540 van2 hotel>base anna")

    said = office("add", "run", "2026-11-23 0550 van2 hotel>base")

    assert any(line.startswith("Mind: Van 2 is on two runs at once") for line in said.err)


def test_what_is_wrong_stands_under_the_word_it_is_about(office: Run) -> None:
    said = office("add", "run", "0540 van2 hotel>base zorro")

    assert (1, []) == said[:2]
    assert ["NOT saved.", "  0540 van2 hotel>base zorro", "                       ^^^^^"] == (
        said.err[:3]
    )
    assert "zorro" in said.err[3]
    assert [] == office("list", "run").out


def test_marks_stand_under_wide_letters_too(office: Run) -> None:
    said = office("add", "run", "0540 van2 李雷李雷 hotel>base")

    assert ["            ^^^^^^^^"] == [line for line in said.err if "^" in line]


def test_a_doubt_is_refused_until_it_is_insisted_on(office: Run) -> None:
    doubtful = office("add", "issue", "rain ownr:reto")
    insisted = office("add", "issue", "rain ownr:reto", "--as-is")

    assert "Mend it, or add --as-is to keep it as it stands." == doubtful.err[-1]
    assert (1, 0) == (doubtful.code, insisted.code)
    assert not any("Enter" in line for line in doubtful.err)
    assert ["rain ownr:reto"] == [each["title"] for each in listed(office, "issue")]


def test_many_lines_are_one_change(office: Run) -> None:
    given = b"2026-11-23 0700 van2 hotel>base anna\n\n2026-11-23 0800 van2 base>hotel\n"

    said = office("add", "run", "-", given=given)

    assert (0, 2) == (said.code, len(listed(office, "run")))
    office("undo")
    assert [] == office("list", "run").out


def test_of_many_lines_with_one_wrong_none_is_saved(office: Run) -> None:
    said = office("add", "run", "-", given=b"0700 van2 hotel>base\n0800 xyz hotel>base\n")

    assert "NOT saved, none of them: 1 of 2 lines must be mended." == said.err[0]
    assert ["line 2:", "  0800 xyz hotel>base"] == said.err[1:3]
    assert [] == office("list", "run").out


def test_two_lines_about_one_record_are_refused(office: Run) -> None:
    said = office("add", "call", "-", given=b"anna 0600\nanna 0700\n")

    assert (1, "  is the same call as line 1") == (said.code, said.err[-1])


def test_lines_in_another_encoding_are_read(office: Run) -> None:
    office("add", "person", "-", given="Reto Bär, driver\n".encode("cp1252"))

    assert ["Reto Bär"] == [each["name"] for each in listed(office, "person", "reto")]


def test_there_is_one_record_of_settings(run: Run) -> None:
    assert (1, ["A production has its settings already: callboard change production LINE."]) == (
        run("add", "production", "Other")[::2]
    )


def test_nothing_on_stdin_is_nothing_saved(run: Run) -> None:
    assert ["There are no lines on stdin; nothing was saved."] == run("add", "run", "-").err
