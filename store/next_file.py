"""Whether a writer's next file follows on what was read, and where its changes begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.fault import plain, span
from store.layout import FILE_NAME, About, NewerFile, NotAFile, file_name, read_header
from store.looking import bytes_from, names_in


if TYPE_CHECKING:
    from pathlib import Path

    from store.chain import Chain


class DoesNotFollow(ValueError):
    """The file cannot be gone on to; the text says why, for a fault's sentence."""


def opened(data: bytes, production: str, chain: Chain) -> tuple[About, int] | None:
    """The head of the next file and where its changes begin; None where the head is not all there.

    Raises DoesNotFollow.
    """
    try:
        found = read_header(data)
    except NewerFile as error:
        words = "was written by a later Callboard than this one; update to read it."
        raise DoesNotFollow(words) from error
    except NotAFile as reason:
        raise DoesNotFollow(f"cannot be read: {reason}.") from reason
    if found is not None:
        _check(found[0], production, chain)
    return found


def _check(about: About, production: str, chain: Chain) -> None:
    if about.production != production:
        raise DoesNotFollow("belongs to another production and is left out.")
    if about.writer != chain.writer:
        raise DoesNotFollow(f"was written by {plain(about.writer)}, not by {chain.writer}.")
    if about.first > chain.n + 1:
        waiting = span(chain.n + 1, about.first - 1)
        raise DoesNotFollow(f"waits for {waiting}, which are not here yet.")
    if about.first < 1 or about.prev != chain.sum_of(about.first - 1):
        raise DoesNotFollow("does not follow on the file before: one of the two is a copy.")


def later_files(folder: Path, file: int) -> list[int]:
    """The numbers of the files in a writer's folder that come after this one, in order."""
    names = [name for name in names_in(folder) if FILE_NAME.fullmatch(name)]
    return sorted(number for name in names if (number := int(name[:-5])) > file)


def missing_up_to(folder: Path, file: int, n: int) -> int:
    """The last number after `n` missing before a later file that is here; 0 if none is."""
    for number in later_files(folder, file):
        first = _first_of(f"{folder}/{file_name(number)}")
        return first - 1 if first is not None and first > n + 1 else 0
    return 0


def _first_of(path: str) -> int | None:
    try:
        found = read_header(bytes_from(path, 0))
    except (OSError, NotAFile, NewerFile):
        return None
    return None if found is None else found[0].first
