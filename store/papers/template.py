"""The templates papers are set by: ours, and those of a production that has its own.

A production's own stand in its folder `templates`, so that they are for everybody who has the
folder: `call-sheet.typ` for one paper, `any.typ` for all that have none of their own, `paper.typ`
for the parts all are made of, and the pictures these use. They may come from anybody the folder is
shared with, so they are copied: a template can read what was copied, and nothing else.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from models.errors import NotSet
from models.text import tidy


FOLDER = "templates"
SHARED, ANY = "paper.typ", "any.typ"
SUFFIXES = (".typ", ".png", ".jpg", ".jpeg", ".svg", ".json", ".csv", ".toml")
MOST = 2_000_000
"""Bytes a file beside a template may have; a picture for print has less."""
_FOREIGN = re.compile(r'\b(eval|std|(?:import|include)(?!\s*"[\w. -]+\.typ"\s*(?![\s.+*/])))\b')
"""What brings in anything but a file beside: typst would fetch a package from the internet.

Not so a file's name alone; one that something is made of (`"a.typ".replace(...)`) may be any. All
there is stands in `std`, also `eval` under a name put together from parts.
"""


def gather(name: str, into: Path, production: Path | None) -> str:
    """Copy the templates into a folder, and say which file sets the paper of that name.

    Raises NotSet for a template that cannot be read, or that would fetch a package.
    """
    for each in files("store.papers").joinpath(FOLDER).iterdir():
        if each.name.endswith(".typ"):
            into.joinpath(each.name).write_bytes(each.read_bytes())
    ours = into.joinpath(f"{name}.typ").is_file()
    own = tuple(_copied(production / FOLDER, into)) if production else ()
    wanted = f"{name}.typ"
    return wanted if ours or wanted in own else ANY


def _copied(folder: Path, into: Path) -> list[str]:
    """The names of the files copied from a production's folder."""
    try:
        there = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise NotSet(f"{tidy(str(folder))} cannot be read: {error.strerror}") from error
    return [_copy(each, into) for each in there if _is_meant(each)]


def _is_meant(path: Path) -> bool:
    plain = not path.is_symlink() and path.is_file() and not path.name.startswith(".")
    return plain and path.suffix.lower() in SUFFIXES


def _copy(path: Path, into: Path) -> str:
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST else None
    except OSError as error:
        raise NotSet(f"{tidy(str(path))} cannot be read: {error.strerror}") from error
    if content is None:
        raise NotSet(f"{tidy(str(path))} is too large: a file beside a template has 2 MB at most")
    if path.suffix.lower() == ".typ":
        _refuse_foreign(path, content.decode(errors="replace"))
    into.joinpath(path.name).write_bytes(content)
    return path.name


def _refuse_foreign(path: Path, text: str) -> None:
    found = _FOREIGN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise NotSet(
            f"{tidy(str(path))}, line {line}: '{found[1]}' may bring in what is not in the folder "
            f'{FOLDER}; a template may #import "name.typ": * and nothing else'
        )
