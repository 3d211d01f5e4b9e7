"""What the user told us of their Syncthing: a small file in their own configuration directory.

    key = "the API key of Syncthing's page"
    address = "http://127.0.0.1:8384"
    folder = "abcde-fghij"

The last two may be left out. The key opens all of Syncthing, so the file is the user's alone.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from models.errors import CallboardError
from models.named import NamedTuple
from store.directories import config_directory
from store.fault import plain


ADDRESS = "http://127.0.0.1:8384"
_KEY = re.compile(r"[!-~]{1,200}")
_NAME = r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*"
_ADDRESS = re.compile(rf"https?://({_NAME}|\[[0-9a-f:]+\])(:[0-9]{{1,5}})?", re.IGNORECASE)
_LOOPBACK = re.compile(r"127(\.[0-9]{1,3}){3}|::1|localhost")


class Unanswered(CallboardError):
    """Syncthing cannot be asked, does not answer, or refuses."""


class Settings(NamedTuple):
    """How to reach Syncthing; `folder` is the id of one of its folders, found by path if empty."""

    key: str
    address: str = ADDRESS
    folder: str = ""

    @property
    def here(self) -> bool:
        """Whether it runs on this machine."""
        return is_loopback(self.address)


def settings_path() -> Path:
    """Where the settings are."""
    return config_directory() / "syncthing.toml"


def read_settings() -> Settings | None:
    """What the user told us; None where they did not. Raises Unanswered where it is unreadable."""
    import tomllib

    try:
        path = settings_path()
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unanswered(f"{error.filename} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise Unanswered(
            f"{path} is not as it should be ({error}). 'callboard syncthing --key KEY' writes it "
            "anew."
        ) from error
    return checked(*(str(found.get(name, "")) for name in Settings._fields))


def checked(key: str, address: str = "", folder: str = "") -> Settings:
    """Settings that make sense. Raises Unanswered, which says what does not."""
    if not _KEY.fullmatch(key):
        raise Unanswered(
            "That is no key of Syncthing's. Copy it from its page: Actions, Settings, API Key."
        )
    at = (address or ADDRESS).rstrip("/")
    if not _ADDRESS.fullmatch(at):
        raise Unanswered(f"'{plain(at)}' is no address. Syncthing's is usually {ADDRESS}")
    if at[:5].lower() == "http:" and not is_loopback(at):
        raise Unanswered(
            f"{at} is another machine: the key would go there unprotected. Callboard asks the "
            f"Syncthing of this machine, {ADDRESS}, or one that answers on https."
        )
    return Settings(key, at, folder)


def is_loopback(address: str) -> bool:
    """Whether an address is of this machine; judged by its text, no name is looked up."""
    from urllib.parse import urlsplit

    return _LOOPBACK.fullmatch(urlsplit(address).hostname or "") is not None


def save_settings(settings: Settings) -> Path:
    """Keep the settings, readable by this user alone; where. Raises OSError."""
    from store.durable import write_all

    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lines = [f"{name} = {_quoted(value)}\n" for name, value in settings._asdict().items() if value]
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        write_all(descriptor, "".join(lines).encode())
    finally:
        os.close(descriptor)
    beside.replace(path)
    return path


def _quoted(value: str) -> str:
    return '"{}"'.format(value.replace("\\", "\\\\").replace('"', '\\"'))
