"""A paper as PDF, set by typst from a template that reads the paper as JSON.

It is set in a scratch folder that holds the templates and the logo and nothing else, so that
no template reads what it should not. What the paper says goes in beside the template as a value,
never as a part of it: `#` and `[x]` in a name are text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from models.errors import NotSaved, NotSet
from models.papers.paper import Paper
from models.text import clean, tidy
from store.papers.fonts import FACES, chosen, fonts, what_is_missing
from store.papers.laid import Page, laid
from store.papers.logo import Logo
from store.papers.template import gather


if TYPE_CHECKING:
    from typst import Compiler, TypstError


class Set(NamedTuple):
    """A paper that is set: the bytes of the PDF, and a sentence about letters that are missing."""

    content: bytes
    note: str = ""


def paper_pdf(
    paper: Paper, *, size: str, made: str = "", logo: Logo | None = None, folder: Path | None = None
) -> Set:
    """Set a paper on `a4` or `letter`; `folder` is the production's, for templates of its own.

    Raises NotSet where a template has a mistake, in which file and line; NotSaved where there is
    no room to set it in.
    """
    try:
        return _set_in_scratch(paper, size, made, logo, folder)
    except OSError as error:
        where = tidy(str(error.filename or "the folder for temporary files"))
        raise NotSaved(f"NOT saved: {where}: {error.strerror or error}") from error


def _set_in_scratch(
    paper: Paper, size: str, made: str, logo: Logo | None, folder: Path | None
) -> Set:
    with TemporaryDirectory(prefix="callboard-paper-") as scratch:
        root = Path(scratch)
        main = gather(paper.name, root, folder)
        font = chosen()
        page = Page(size, font, FACES[font], logo.put(root) if logo else "", made)
        values = laid(paper, page)
        content = _compiled(root, main, json.dumps(values), paper.name)
    return Set(content, what_is_missing(_texts(values)))


def _compiled(root: Path, main: str, values: str, name: str) -> bytes:
    from typst import TypstError

    try:
        found = _compiler().compile(
            str(root / main), format="pdf", root=str(root), sys_inputs={"paper": values}
        )
    except TypstError as error:
        raise _not_set(error, name, main) from error
    return cast("bytes", found)


@lru_cache(maxsize=1)
def _compiler() -> Compiler:
    """The typesetter, kept: what does not change from paper to paper is worked out once."""
    from typst import Compiler

    return Compiler(font_paths=fonts())


def _not_set(error: TypstError, name: str, main: str) -> NotSet:
    words = clean(str(error.message))
    return NotSet(f"the {name} cannot be set: {main}: {words}")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
