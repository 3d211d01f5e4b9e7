"""Running the system's rsync over ssh, and what it refuses as a sentence of ours.

ssh is asked as the user has set it up: keys, ports and jump hosts come from their configuration.
CALLBOARD_RSH, or rsync's own RSYNC_RSH, names another command than `ssh`.
"""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from typing import IO, TYPE_CHECKING, NamedTuple

from models.errors import NotSynced
from models.text import clean


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from store.exchange.other import Remote

SILENCE = 60
"""Seconds without a byte after which a link counts as cut."""

PARTLY = {23, 24}
"""Exit codes of rsync for: some files could not be read or written, some went away."""

_OF_NO_USE = re.compile(
    r"^$|^rsync error: |^\(see the rsync manpage|^Warning: Permanently added|^Killed by signal"
    r"|^Connection to .* closed|^rsync: .*(unexpectedly closed|safe_(read|write)|Broken pipe)"
)
"""What rsync and ssh say beside the reason, or because of it, in any order."""

_NO_RSYNC = re.compile(r"\brsync: (command )?not found|not found: rsync$")
_SAFE = re.compile(r"[\w@%+=:,./~-]*", re.ASCII)


class Ran(NamedTuple):
    """How rsync ended: its exit code, the lines it said on stdout, and those on stderr."""

    code: int
    out: tuple[str, ...]
    err: tuple[str, ...]

    @property
    def reason(self) -> str:
        """The last line that says why."""
        lines = [line for line in self.err if not _OF_NO_USE.search(line)]
        return clean(lines[-1].strip(" ."))[:200] if lines else _ended(self.code)


def _ended(code: int) -> str:
    if code < 0:
        return f"rsync was ended by signal {-code}"
    return "the link was cut" if code in (12, 30, 255) else f"rsync ended with code {code}"


class Rsync:
    """The system's rsync, towards one host, over one ssh connection for as long as it is used."""

    def __init__(self, host: str, link: Sequence[str]) -> None:
        """Take the host and the command that gives a shell on it."""
        self.host = host
        self._link = shlex.join(link)

    def run(
        self, options: Sequence[str], places: Sequence[str | Remote], line: Callable[[str], None]
    ) -> Ran:
        """Run once, between places here and there; `line` is called with each line on stdout.

        Raises NotSynced when it ended with an error that is not about single files.
        """
        ran = self._run([*self._command(options, places)], line)
        if ran.code != 0 and ran.code not in PARTLY:
            raise NotSynced(self._sentence(ran))
        return ran

    def _command(self, options: Sequence[str], places: Sequence[str | Remote]) -> list[str]:
        """A path a shell there could misread goes inside the protocol; rrsync refuses that."""
        remote = [place for place in places if not isinstance(place, str)]
        protect = [] if all(_SAFE.fullmatch(each.path) for each in remote) else ["--protect-args"]
        named = [place if isinstance(place, str) else place.name for place in places]
        silence = f"--timeout={SILENCE}"
        return ["rsync", *options, *protect, silence, "-e", self._link, "--", *named]

    def _run(self, command: list[str], line: Callable[[str], None]) -> Ran:
        import subprocess

        # ssh's shared connection outlives rsync and keeps its stderr: a pipe would never end.
        with tempfile.TemporaryFile() as errors:
            try:
                process = subprocess.Popen(  # noqa: S603 - the host and path were looked at
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    env={**os.environ, "LC_ALL": "C"},
                )
            except FileNotFoundError:
                raise NotSynced("rsync is not installed on this machine. Install it.") from None
            with process:
                out = tuple(_each(process.stdout, line)) if process.stdout else ()
            errors.seek(0)
            err = errors.read(1 << 16).decode("utf-8", "replace").splitlines()
        return Ran(process.returncode, out, tuple(err))

    def _sentence(self, ran: Ran) -> str:
        if ran.code == 127 or any(_NO_RSYNC.search(line) for line in ran.err):
            return f"There is no rsync on {self.host}. Install it there."
        return f"Not synced with {self.host}: {ran.reason}."


def _each(lines: IO[bytes], line: Callable[[str], None]) -> list[str]:
    found = []
    for each in lines:
        text = each.decode("ascii", "replace").rstrip("\n")
        line(text)
        found.append(text)
    return found
