"""The command line on a disk that is full: the sentence, the exit code, and on again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.production import Production
from tests.store.mounts import fill, small_disk
from tests.tui.commands.test_process import callboard


if TYPE_CHECKING:
    from pathlib import Path


def test_on_a_full_disk_the_command_says_what_to_do(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick") as disk:
        path = disk / "nightfall"
        Production.create(path, title="Nightfall", zone="UTC")
        ballast = fill(disk)
        refused = callboard("-p", str(path), "add", "issue", "x" * 5000)
        assert (1, b"") == (refused.returncode, refused.stdout)
        assert refused.stderr.startswith(b"NOT saved: ")
        assert b"the disk is full; free some space" in refused.stderr

        ballast.unlink()
        assert 0 == callboard("-p", str(path), "add", "issue", "no tea").returncode
        kept = Production.open(path).view.records("issue").values()
        assert ["no tea"] == [each["title"] for each in kept]
