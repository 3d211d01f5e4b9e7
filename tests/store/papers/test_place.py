"""Where the board puts papers and what it calls them."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.errors import NotSaved
from store.directories import config_directory
from store.papers.formats import offered, write_paper
from store.papers.place import file_name, papers_folder
from tests.store.papers.papers import order, sheet


if TYPE_CHECKING:
    from store.papers.order import Order


def to_write(title: str = "Nightfall") -> Order:
    return order(sheet("Anna"), settings={"title": title})


def test_papers_go_into_the_users_own_folder_which_only_they_read() -> None:
    folder = papers_folder("Nightfall")

    assert Path.home() / "callboard" / "Nightfall" == folder
    assert 0o700 == stat.S_IMODE(folder.stat().st_mode)


def test_the_user_may_name_another_folder(tmp_path: Path) -> None:
    named = tmp_path / "papers"
    (config_directory() / "config.toml").write_text(f'papers = "{named}"\n', encoding="utf-8")

    assert named / "Nightfall" == papers_folder("Nightfall")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Low Water", "Low Water"),
        ("../../etc", "-..-etc"),
        ("A/B: the *film*?", "A-B- the -film-"),
        ("..", "production"),
        ("李雷", "李雷"),
        ("x" * 300, "x" * 120),
    ],
)
def test_no_title_leads_out_of_the_folder(title: str, name: str) -> None:
    assert Path.home() / "callboard" / name == papers_folder(title)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    text = f'papers = "{tmp_path}/file"\n'
    (config_directory() / "config.toml").write_text(text, encoding="utf-8")

    with pytest.raises(NotSaved, match=r"NOT saved: .*file/Nightfall: "):
        papers_folder("Nightfall")


def test_a_file_says_of_which_day_it_is() -> None:
    assert "2026-11-25 Call sheet.pdf" == file_name(to_write(), ".pdf")


def test_a_paper_is_written_in_each_format_it_is_offered_in(tmp_path: Path) -> None:
    begins = {".pdf": b"%PDF-", ".txt": b"Lake Pictures", ".xlsx": b"PK"}
    wanted = to_write()

    assert begins.keys() == set(offered(wanted.kind))
    for suffix, first in begins.items():
        write_paper(wanted, tmp_path / f"x{suffix}")
        assert (tmp_path / f"x{suffix}").read_bytes().startswith(first)
