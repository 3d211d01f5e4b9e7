"""On a shared server each writer's folder belongs to its user: authorship by ownership.

This holds where `writers` has the production's group and the sticky bit. Elsewhere files come
through a sync engine, belong to whoever runs it, and a name is a claim. What somebody may not
do is said with whose it is and who can change that.
"""

from __future__ import annotations

import contextlib
import grp
import os
import pwd
import stat
from pathlib import Path

from store.directories import state_directory
from store.fault import Fault
from store.identity import host_name, name_part


SHARED = stat.S_ISGID | stat.S_ISVTX
RIGHTS = {stat.S_IRGRP: "rX", stat.S_IWGRP: "w", stat.S_IXGRP: "x"}
GROUP_WRITES = stat.S_ISGID | stat.S_IWGRP


def foreign_owner(folder: Path) -> list[Fault]:
    """Faults where a folder of changes on a shared server is not its own user's alone."""
    if not is_shared(folder.parent):
        return []
    try:
        found = folder.stat()
    except OSError:
        return []
    return [
        Fault(folder.name, "", words)
        for words in (_foreign(folder.name, found.st_uid), _open_to_others(folder, found))
        if words
    ]


def _foreign(writer: str, uid: int) -> str:
    """A folder named for a user of this very machine may belong to nobody else."""
    user, _, rest = writer.partition("@")
    host = name_part(host_name().partition(".")[0], "host")
    if rest.rpartition("-")[0] != host or name_part(user_name(uid), "user") == user:
        return ""
    if not _is_known(uid) and not _is_user(user):
        return ""
    return f"{writer} belongs to {user_name(uid)}, not to {user}: its changes may not be {user}'s."


def _open_to_others(folder: Path, found: os.stat_result) -> str:
    if not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return ""
    who = "anybody" if found.st_mode & stat.S_IWOTH else f"the group {group_name(found.st_gid)}"
    return (
        f"{folder.name} can be written by {who}, so its changes may not be "
        f"{folder.name.partition('@')[0]}'s. {user_name(found.st_uid)} can close it: "
        f"chmod 750 {_shown(folder)}"
    )


def loosely_shared(writers: Path) -> list[Fault]:
    """A fault where a group shares `writers` and may take away one another's folders."""
    try:
        found = writers.stat()
    except OSError:
        return []
    if found.st_mode & (GROUP_WRITES | stat.S_ISVTX) != GROUP_WRITES:
        return []
    words = (
        f"Anybody in the group {group_name(found.st_gid)} can rename or remove another's changes. "
        f"{user_name(found.st_uid)} can stop that: chmod 3770 {_shown(writers)}"
    )
    return [Fault("", "", words)]


def why_unreadable(path: Path) -> str:
    """Why this user may not read a file or folder, and who can change it; empty if they may."""
    for place in (*reversed(path.parents), path):
        needed = os.R_OK if place == path else os.X_OK
        try:
            found = place.stat()
        except OSError:
            return ""
        if not os.access(place, needed, effective_ids=True):
            return _closed(place, found, stat.S_IRGRP if needed == os.R_OK else stat.S_IXGRP)
    return ""


def why_unwritable(folder: Path) -> str:
    """Why this user may not add a file to a folder, and who can change that. Raises OSError."""
    if os.statvfs(folder).f_flag & os.ST_RDONLY:
        return "the disk it is on can only be read now."
    return _closed(folder, folder.stat(), stat.S_IWGRP)


def why_not_shared(group: str) -> str:
    """Why a folder cannot be given to a group by this user; empty if there is no reason."""
    try:
        gid = grp.getgrnam(group).gr_gid
    except KeyError:
        return f"no group is called {group}"
    if os.geteuid() == 0 or gid in (os.getegid(), *os.getgroups()):
        return ""
    if user_name(os.geteuid()) in _members(gid):
        return f"you were put in the group {group}, but after you logged in: log out and in again"
    return f"you are not in the group {group}, and only its members share a folder with it"


def _closed(place: Path, found: os.stat_result, bit: int) -> str:
    """The words for a file or folder whose mode keeps this user out."""
    owner, group = user_name(found.st_uid), group_name(found.st_gid)
    if found.st_uid == os.geteuid():
        return f"{_shown(place)} is yours but closed to you: chmod u+rwX {_shown(place)}"
    if not found.st_mode & bit:
        whom = "g" if found.st_gid in (os.getegid(), *os.getgroups()) else "o"
        return (
            f"{_shown(place)} belongs to {owner}, who has not opened it to others. "
            f"Ask {owner} to run: chmod {whom}+{RIGHTS[bit]} {_shown(place)}"
        )
    if user_name(os.geteuid()) in _members(found.st_gid):
        return (
            f"{_shown(place)} is for the group {group}. "
            f"You were put in it after you logged in: log out and in again."
        )
    return (
        f"{_shown(place)} is for the group {group}, which you are not in. "
        f"Ask {owner}, or whoever looks after this machine, to put you in it; then log in again."
    )


def state_refused(error: OSError) -> str:
    """Why the user's own state directory cannot be used, whose it is, and what helps."""
    path = Path(error.filename or "the disk")
    if not _is_of_state(path):
        return f"{path}: {error.strerror}. Put that right"
    whose = next(filter(None, map(_anothers, (path, *path.parents))), "")
    return (
        f"Your own state directory cannot be used ({path}: {error.strerror}). {whose}"
        f"Put that right, or name another folder in CALLBOARD_STATE"
    )


def _is_of_state(path: Path) -> bool:
    try:
        return path.is_relative_to(state_directory())
    except OSError:
        return True


def _anothers(place: Path) -> str:
    """Whose a file or folder is when it is not one's own; empty if it is, or is not there."""
    try:
        uid = place.stat().st_uid
    except OSError:
        return ""
    return "" if uid == os.geteuid() else f"{_shown(place)} belongs to {user_name(uid)}. "


def left_to_the_keeper(made: Path) -> None:
    """As root, leave what was made to whose folder it is in, who would be locked out of it.

    A disk that knows no owners, or keeps them, changes nothing.
    """
    if os.geteuid() != 0:
        return
    with contextlib.suppress(OSError):
        keeper, now = made.parent.stat(), made.lstat()
        if (keeper.st_uid, keeper.st_gid) != (now.st_uid, now.st_gid):
            os.chown(made, keeper.st_uid, keeper.st_gid, follow_symlinks=False)


def is_shared(writers: Path) -> bool:
    """Whether each member of a group keeps their own folder in here."""
    try:
        return writers.stat().st_mode & SHARED == SHARED
    except OSError:
        return False


def user_name(uid: int) -> str:
    """The login name of a user by number, or the number in words."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"


def group_name(gid: int) -> str:
    """The name of a group by number, or the number in words."""
    try:
        return grp.getgrgid(gid).gr_name
    except KeyError:
        return str(gid)


def _members(gid: int) -> list[str]:
    with contextlib.suppress(KeyError):
        return grp.getgrgid(gid).gr_mem
    return []


def _is_known(uid: int) -> bool:
    with contextlib.suppress(KeyError):
        return bool(pwd.getpwuid(uid))
    return False


def _is_user(name: str) -> bool:
    with contextlib.suppress(KeyError):
        return bool(pwd.getpwnam(name))
    return False


def _shown(path: Path) -> str:
    """A path as it can be typed, without letters a terminal would take for orders."""
    import shlex

    return shlex.quote("".join(each if each.isprintable() else "?" for each in str(path)))
