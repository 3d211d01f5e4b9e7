"""Who writes here: a name that belongs to one user on one machine and one copy of a folder.

The name is minted outside the synced folder, in the user's state directory, beside a note of
what was last written under it. When the folder is not as that note says (a copied home, a
restored backup, a clone), the name is given up and a new one begins: no number is used twice.
Several sessions of one user share the name; the note's file is also the lock between them.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import pwd
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from models.named import NamedTuple
from store.digest import blake2b
from store.directories import state_directory


if TYPE_CHECKING:
    from collections.abc import Iterator

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
CHANCE = os.urandom
SUFFIX_LENGTH = 4
LENGTH = 512  # bytes of a note, spaces at its end: written over, it need not be cut
MACHINE_ID = Path("/etc/machine-id")


class Mark(NamedTuple):
    """One line ever written under a name: its number, its sum, the file it is in."""

    n: int
    sum: str
    file: int


class Note(NamedTuple):
    """What this machine knows of its own writing in one folder.

    `last` is the newest change acknowledged, `begun` one that may have reached the disk when
    the process or the machine stopped. `spoiled` is a file a write failed in: never written
    again. `unsure` is the first number whose flush failed though it can be read; 0 if none.
    `tags` were used under names given up since: what they began is not begun again.
    """

    writer: str
    last: Mark
    begun: Mark | None = None
    spoiled: int = 0
    unsure: int = 0
    tags: tuple[str, ...] = ()

    def knows(self, newest: Mark) -> bool:
        """Whether the folder's newest line of ours is as it was left."""
        left = (self.last, self.begun)
        return any(mark is not None and mark[:2] == newest[:2] for mark in left)


def this_user() -> str:
    """The login name of who runs this process: the system's word goes before the environment's.

    A container may run under a number no user has; then the environment may name one.
    """
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        pass
    named = (os.environ.get(each, "") for each in ("LOGNAME", "USER"))
    return next(filter(None, named), f"user-{os.geteuid()}")


def name_part(text: str, otherwise: str) -> str:
    """A user or host name as part of a folder's name: a-z, 0-9 and hyphens, 20 at most."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    kept = "".join(letter if letter.isalnum() else "-" for letter in folded)
    return kept.strip("-")[:20].strip("-") or otherwise


def mint(length: int) -> str:
    """A random word of letters and digits that are not mistaken for one another."""
    return "".join(ALPHABET[each % len(ALPHABET)] for each in CHANCE(length))


def host_name() -> str:
    """What this machine calls itself."""
    return os.uname().nodename


def minted_name(user: str) -> str:
    """A new writer's name: `user@host-` and four characters."""
    host = name_part(host_name().partition(".")[0], "host")
    return f"{name_part(user, 'user')}@{host}-{mint(SUFFIX_LENGTH)}"


class Identity:
    """The note on one production folder, kept by this user on this machine, and its lock."""

    def __init__(self, folder: Path, production: str, user: str) -> None:
        """Find the place of the note; nothing is read or made yet."""
        where = os.fsencode(os.path.realpath(folder))
        spot = b"%b\n%b\n%b" % (production.encode(), _machine().encode(), where)
        place = blake2b(spot, digest_size=8).hexdigest()
        self.user = user
        self._refused: OSError | None = None
        try:
            self.path = state_directory() / "writers" / f"{name_part(user, 'user')}-{place}.json"
        except OSError as refused:
            self._refused = refused

    @contextlib.contextmanager
    def locked(self) -> Iterator[LockedNote]:
        """Hold the lock against other sessions of this user. Raises OSError."""
        if self._refused is not None:
            raise self._refused
        descriptor = self._opened()
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield LockedNote(descriptor, self.path)
        finally:
            os.close(descriptor)

    def _opened(self) -> int:
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        try:
            return os.open(self.path, flags, 0o600)
        except FileNotFoundError:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return os.open(self.path, flags, 0o600)


class LockedNote:
    """The note while its lock is held.

    It is not synced to the disk: after a power cut an older note is there, the folder is ahead
    of it, and a new name begins. That costs a name, never a change.
    """

    def __init__(self, descriptor: int, path: Path) -> None:
        """Work on the open and locked file."""
        self._descriptor = descriptor
        self._path = path
        self._length = 0

    def read(self) -> Note | None:
        """What was noted; None when there is nothing, or nothing that can be read."""
        try:
            data = os.pread(self._descriptor, 1 << 16, 0)
            self._length = len(data)
            raw = orjson.loads(data)
            begun = raw["begun"]
            return Note(
                writer=str(raw["writer"]),
                last=Mark(*raw["last"]),
                begun=None if begun is None else Mark(*begun),
                spoiled=int(raw["spoiled"]),
                unsure=int(raw["unsure"]),
                tags=tuple(map(str, raw["tags"])),
            )
        except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
            return None

    def write(self, note: Note) -> None:
        """Replace what is noted. Raises OSError; then what was noted before may be gone."""
        begun = None if note.begun is None else list(note.begun)
        data = orjson.dumps({**note._asdict(), "last": list(note.last), "begun": begun})
        data = data.ljust(LENGTH)
        try:
            written = os.pwrite(self._descriptor, data, 0)
            if len(data) > LENGTH or self._length > LENGTH:
                os.ftruncate(self._descriptor, written)
        except OSError as error:
            error.filename = str(self._path)
            raise
        if written < len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))


def _machine() -> str:
    """What tells this machine from one with a copy of this home."""
    try:
        found = MACHINE_ID.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        found = ""
    return host_name() if found in ("", "uninitialized") else found
