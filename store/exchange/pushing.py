"""Pushing: what a host's folder lacks, brought there by rsync."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.errors import NotSynced
from store.exchange.rsync import Rsync
from store.exchange.tree import File, file_of
from store.folder import DESCRIPTION, WRITERS


if TYPE_CHECKING:
    from store.exchange.options import Progress
    from store.exchange.other import Remote
    from store.exchange.outcome import Outcome
    from store.exchange.staging import StagedTree

MODES = ("--no-perms", "--omit-dir-times", "--chmod=D750,F640")
"""New folders and files there may be read by the group; those there already stay as they are."""

_NO_PARENT = re.compile(r"mkdir .* failed: .*\(2\)")
_WRITER = re.compile(rf"{WRITERS}/([a-z0-9-]+@[a-z0-9-]+)[/\" ]")


def push(
    rsync: Rsync, remote: Remote, far: StagedTree, outcome: Outcome, progress: Progress
) -> None:
    """Push what is staged, and count what arrived; what stopped it is in the outcome.

    rsync writes each file beside and renames it, and leaves a later one alone: see `stamp`.
    """
    staged = _staged(far)
    given, outcome.given = outcome.given, []
    try:
        if (far.staging / DESCRIPTION).exists():
            first = (*MODES, "-rt", "--ignore-existing", f"--include=/{DESCRIPTION}", "--exclude=*")
            rsync.run(first, (f"{far.staging}/", remote), lambda _: None)
            outcome.began = f"The production is in {remote.name} too now."
        arrived = _pushed(rsync, remote, far, outcome, progress) if staged else set()
    except NotSynced as error:
        outcome.failed = " ".join(filter(None, (outcome.failed, _plainer(str(error), remote))))
        return
    for file in staged:
        if f"{file.writer}/{file.name}" in arrived:
            far.took(file)
    outcome.given = [each for each in given if arrived & each.files]


def _plainer(words: str, remote: Remote) -> str:
    if _NO_PARENT.search(words):
        return f"There is no folder on {remote.host} that {remote.path} could be made in."
    return words


def _staged(far: StagedTree) -> list[File]:
    found = (far.staging / WRITERS).glob("*/*.json")
    files = (file_of(each.parent.name, each.name) for each in sorted(found))
    return [file for file in files if file is not None]


def _pushed(
    rsync: Rsync, remote: Remote, far: StagedTree, outcome: Outcome, progress: Progress
) -> set[str]:
    """Push; the files that arrived."""
    arrived: set[str] = set()
    total = len(_staged(far))

    def note(line: str) -> None:
        if line[:2] == "<f":
            arrived.add(line[12:].removeprefix(f"{WRITERS}/"))
            progress(len(arrived), total)

    options = ("-rt", "--update", *MODES, "--out-format=%i %n", f"--exclude=/{DESCRIPTION}")
    ran = rsync.run(options, (f"{far.staging}/", remote), note)
    if ran.code == 23:
        _say(ran.err, far, outcome, ran.reason)
    refused = {found[1] for line in ran.err if (found := _WRITER.search(line))}
    return {each for each in arrived if each.partition("/")[0] not in refused}


def _say(lines: tuple[str, ...], far: StagedTree, outcome: Outcome, reason: str) -> None:
    refused = sorted({found[1] for line in lines if (found := _WRITER.search(line))})
    for writer in refused:
        words = f"What is new of {writer} was not written to {far.name}: "
        outcome.note(f"{words}its folder there is not yours to write in.")
    if not refused:
        outcome.failed = f"{far.name} could not be written: {reason}."
