"""Real Unix users for a while, and programs run as them.

The interpreter may be closed to other users (root's own), so a process of root's loads all that
is needed, and each program runs in a child of it that has become the user for good.
"""

from __future__ import annotations

import grp
import json
import os
import pwd
import secrets
import shutil
import stat
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SERVE = "from tests.store.run_as import serve; serve()"


class Said(NamedTuple):
    """What a program ended with."""

    code: int
    out: str
    err: str


class Ground(NamedTuple):
    """A folder every user can enter, a group, and users by the name the tests call them."""

    folder: Path
    group: str
    users: dict[str, str]
    server: subprocess.Popen[str]

    def task(
        self, who: str, program: str, *, umask: int = 0o022, **environment: str
    ) -> dict[str, object]:
        """A Python program to run as a user; `P` in it is the production's folder."""
        name = self.users.get(who, who)
        entry = pwd.getpwnam(name)
        return {
            "program": f"P = {str(self.production)!r}\n{program}",
            "uid": entry.pw_uid,
            "gid": entry.pw_gid,
            "groups": os.getgrouplist(name, entry.pw_gid),
            "umask": umask,
            "environment": {"HOME": str(self.home(who)), "LOGNAME": name, **environment},
        }

    def ask(self, task: dict[str, object]) -> Said:
        """Have the server run one task in a process of its own."""
        assert self.server.stdin is not None
        assert self.server.stdout is not None
        self.server.stdin.write(json.dumps(task) + "\n")
        self.server.stdin.flush()
        return Said(*json.loads(self.server.stdout.readline()))

    def said(self, who: str, program: str, *, umask: int = 0o022, **environment: str) -> str:
        """What a program that goes well prints."""
        done = self.ask(self.task(who, program, umask=umask, **environment))
        assert (0, "") == (done.code, done.err), done
        return done.out.strip()

    def callboard(self, who: str, *words: str, umask: int = 0o022) -> tuple[int, str]:
        """The exit code of a command, and all it said."""
        program = f"from tui.cli import cli; cli({list(words)!r}, prog_name='callboard')"
        done = self.ask(self.task(who, program, umask=umask))
        return done.code, done.out + done.err

    def home(self, who: str) -> Path:
        """The user's home."""
        return self.folder / f"home-{who}"

    @property
    def production(self) -> Path:
        """Where the tests make their production."""
        return self.folder / "nightfall"

    def writer(self, who: str) -> Path:
        """The one folder in the user's name."""
        (found,) = (self.production / "writers").glob(f"{self.users.get(who, who)}@*")
        return found


@contextmanager
def users(*names: str, outside: tuple[str, ...] = ()) -> Iterator[Ground]:
    """Users in one group, and others outside it; all are gone afterwards."""
    mark = secrets.token_hex(3)
    group = f"crew-{mark}"
    with ExitStack() as leaving:
        folder = Path(tempfile.mkdtemp(prefix="callboard-"))
        leaving.callback(shutil.rmtree, folder)
        folder.chmod(0o1777)
        _made("groupadd", group)
        leaving.callback(_unmade, "groupdel", group)
        made = {}
        for name in (*names, *outside):
            made[name] = f"{name}-{mark}"
            crew = ["--groups", group] if name in names else []
            _made("useradd", "--no-create-home", "--user-group", *crew, made[name])
            leaving.callback(_unmade, "userdel", made[name])
            entry = pwd.getpwnam(made[name])
            (folder / f"home-{name}").mkdir(mode=0o700)
            os.chown(folder / f"home-{name}", entry.pw_uid, entry.pw_gid)
        (folder / "home-root").mkdir(mode=0o700)
        server = leaving.enter_context(_server())
        yield Ground(folder, group, made, server)


@contextmanager
def _server() -> Iterator[subprocess.Popen[str]]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", SERVE], cwd=ROOT, **pipes) as server:
        try:
            yield server
        finally:
            server.kill()


def _made(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _unmade(*command: str) -> None:
    subprocess.run(command, check=False, capture_output=True)


def can_make_users() -> bool:
    """Whether this process may make users for a while."""
    tools = ("useradd", "userdel", "groupadd", "groupdel")
    return os.geteuid() == 0 and all(shutil.which(tool) for tool in tools)


def owner(path: Path) -> tuple[str, str, str]:
    """A file's mode as ls shows it, its user and its group."""
    found = path.stat()
    name = pwd.getpwuid(found.st_uid).pw_name
    return stat.filemode(found.st_mode), name, grp.getgrgid(found.st_gid).gr_name
