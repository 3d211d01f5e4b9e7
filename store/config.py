"""What the user set for every board of theirs: `config.toml` in their configuration directory.

    theme = "high-contrast"
    papers = "~/Desktop/papers"

The file is never made or changed by us. What is wrong with it is said, and the rest still counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.named import NamedTuple
from store.directories import config_directory
from store.fault import plain


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "config.toml"


class Config(NamedTuple):
    """The settings, empty where nothing is set, and sentences about what is wrong with the file."""

    theme: str = ""
    papers: str = ""
    wrong: tuple[str, ...] = ()


SETTINGS = tuple(name for name in Config._fields if name != "wrong")


def read_config() -> Config:
    """What the file says; nothing where there is none, or where it cannot be read."""
    try:
        path = config_directory() / NAME
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Config()
    except OSError as error:
        return Config(wrong=(f"{error.filename} cannot be read: {error.strerror}.",))
    except UnicodeDecodeError:
        return Config(wrong=(f"{path} is not read: it is no UTF-8 text.",))
    return _parsed(text, path)


def _parsed(text: str, path: Path) -> Config:
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Config(wrong=(f"{path} is not read: {plain(str(error))}.",))
    good = {name: value for name, value in found.items() if _fits(name, value)}
    return Config(**good, wrong=tuple(_wrong(found, path)))


def _fits(name: str, value: Any) -> bool:
    return name in SETTINGS and isinstance(value, str)


def _wrong(found: dict[str, Any], path: Path) -> Iterator[str]:
    for name, value in found.items():
        if name not in SETTINGS:
            yield f"{path}: '{plain(name)}' is no setting. Settings: {', '.join(SETTINGS)}."
        elif not _fits(name, value):
            yield f'{path}: {name} takes words in quotes: {name} = "..."'
