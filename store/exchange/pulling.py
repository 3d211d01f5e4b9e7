"""Pulling: a host's folder brought into the mirror by rsync, and what is really there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.errors import DamagedFolder, ForeignFolder, NotSynced
from store.exchange.other import Remote
from store.exchange.rsync import Ran, Rsync
from store.folder import DESCRIPTION, WRITERS


if TYPE_CHECKING:
    from store.exchange.options import Progress
    from store.exchange.outcome import Outcome
    from store.exchange.staging import StagedTree

_DIGIT, _HEX = "[0-9]", "[0-9a-f]"
_NUMBERS = tuple(_DIGIT * length for length in range(4, 10))
NAMES = tuple(
    f"--include=/{WRITERS}/*@*/{number}{end}"
    for number in _NUMBERS
    for end in (".json", f".kept-{_HEX * 12}.json")
)
OURS = (
    f"--include=/{DESCRIPTION}",
    f"--include=/{WRITERS}/",
    f"--include=/{WRITERS}/*@*/",
    *NAMES,
    "--exclude=*",
)
"""rsync's filters for the names that travel; what they let through is looked at again."""

ITEMS = ("--itemize-changes", "--out-format=%i %n")
_NOT_THERE = re.compile(r"change_dir .* failed: .*\(2\)$")
_NO_FOLDER = re.compile(r"change_dir .* failed: (.*) \((\d+)\)$")
_WRITER = re.compile(rf"{WRITERS}/([a-z0-9-]+@[a-z0-9-]+)[/\" ]")


def pull(
    rsync: Rsync, remote: Remote, far: StagedTree, outcome: Outcome, progress: Progress
) -> bool:
    """Bring the mirror up to date; whether a production is there. Raises NotSynced, ForeignFolder.

    By contents (`--checksum`): a mirror that a power cut damaged, or a file of the same size and
    time, is seen. The second `--itemize-changes` names the files that were there already.
    """
    seen: set[str] = set()

    def note(line: str) -> None:
        if line[1:2] == "f":
            seen.add(line[12:])
            progress(len(seen), 0)

    options = ("-rt", "--checksum", "--omit-dir-times", "--prune-empty-dirs", "--max-size=64m")
    modes = ("--no-perms", "--chmod=D700,F600")
    ran = rsync.run(
        (*options, *modes, *ITEMS, ITEMS[0], *OURS), (_inside(remote), f"{far.path}/"), note
    )
    if any(_NOT_THERE.search(line) for line in ran.err):
        seen.clear()
    else:
        _look(ran, far, outcome)
    _forget(far, seen)
    if DESCRIPTION in seen:
        return True
    if not any(_NOT_THERE.search(line) for line in ran.err):
        _free(rsync, remote)
    return False


def _inside(remote: Remote) -> Remote:
    return Remote(remote.host, f"{remote.path.rstrip('/')}/")


def _look(ran: Ran, far: StagedTree, outcome: Outcome) -> None:
    """Say what could not be read there; a writer of whom we did not see all is not written to."""
    closed = set()
    for line in ran.err if ran.code == 23 else ():
        whole, writer = _NO_FOLDER.search(line), _WRITER.search(line)
        if whole and not writer:
            raise NotSynced(f"{far.name} cannot be read: {whole[1]}.")
        if writer:
            closed.add(writer[1])
    if ran.code == 23 and any(f'{DESCRIPTION}"' in line for line in ran.err):
        raise NotSynced(f"{far.name}/{DESCRIPTION} cannot be read by you.")
    if ran.code == 23 and not closed:
        raise NotSynced(f"{far.name} cannot be read whole: {ran.reason}.")
    for each in sorted(closed):
        outcome.note(f"What {each} has in {far.name} cannot be read by you.")
    far.closed = frozenset(closed)


def _forget(far: StagedTree, seen: set[str]) -> None:
    """Take out of the mirror what is no longer there, so that it is pushed again."""
    for file in far.files():
        if f"{WRITERS}/{file.writer}/{file.name}" not in seen:
            far.place(file.writer, file.name).unlink()
    if DESCRIPTION not in seen:
        (far.path / DESCRIPTION).unlink(missing_ok=True)


def _free(rsync: Rsync, remote: Remote) -> None:
    """Raise unless the folder has nothing in it, hidden names aside."""
    names: list[str] = []
    ran = rsync.run(("--list-only", "--dirs"), (_inside(remote), "./"), lambda _: None)
    for line in ran.out:
        name = re.sub(r"^\S{10}\s+[\d,.]+\w?\s+\S+\s+\S+ ", "", line)
        if not name.startswith("."):
            names.append(name)
    if WRITERS in names and DESCRIPTION not in names:
        raise DamagedFolder(
            f"{remote.name} has writers but no {DESCRIPTION}. It may still be on its way there: "
            f"wait for that, or copy {DESCRIPTION} from another machine."
        )
    if names:
        raise ForeignFolder(
            f"{remote.name} holds something else. Name a folder that is not there yet."
        )
