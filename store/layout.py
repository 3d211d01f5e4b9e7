"""How a writer's file is laid out in bytes, so that stock TinyDB opens it and tails append.

    {"about":{"1":{"format":1,...}},
    "changes":{
    "412":{...,"sum":"51d0c2aa9e07"},
    "413":{...,"sum":"..."}
    }}

A change is one line, and counts when it is there up to the end of its sum: its line end belongs
to the closing brackets, which the next write goes over. Anything after the last such line that
is not the closing brackets is a torn tail, which is no change.
"""

from __future__ import annotations

import orjson

from models.named import NamedTuple
from models.pattern import pattern
from store.change import has_sum


FORMAT = 1
FULL = 64 * 1024
CLOSING = b"\n}}\n"
TORN_AFTER_ONE = b",}}"  # a write over the closing brackets that stopped after one byte
_ABOUT = b'{"about":{"1":'
_CHANGES = b'},\n"changes":{'
FILE_NAME = pattern(r"[0-9]{4,9}\.json")
KEPT_NAME = pattern(r"[0-9]{4,9}\.kept-[0-9a-f]{12}\.json")
TEMPORARY_NAME = pattern(r"\.[0-9]{4,9}(\.kept-[0-9a-f]{12})?\.json\.[0-9]+\.tmp")
COMPLETE = pattern(rb'\n"[0-9]+":\{[^\0\n]*,"sum":"[0-9a-f]{12}"\}(?=,?\n|$)')
WRITER_NAME = pattern(r"[a-z0-9-]{1,20}@[a-z0-9-]{1,25}")


class About(NamedTuple):
    """The head of a writer's file.

    `first` is the number of its first change and `prev` the sum of the change before that.
    """

    format: int
    production: str
    writer: str
    tag: str
    file: int
    first: int
    prev: str


class NotAFile(ValueError):
    """The bytes do not begin as a writer's file does; the text says why."""


class NewerFile(ValueError):
    """The file was written in a later format than this Callboard reads."""


def file_name(number: int) -> str:
    """The name of a writer's file by its number, from 1."""
    return f"{number:04d}.json"


def kept_name(number: int, sum: str) -> str:
    """The name of a kept copy: lines that have no place in a file of their writer's own.

    `number` is that of the file they were in, `sum` that of the last line in it: the same name
    always holds the same bytes.
    """
    return f"{number:04d}.kept-{sum}.json"


def header(about: About) -> bytes:
    """The bytes of a file up to where its first change begins."""
    return b"%b%b%b" % (_ABOUT, orjson.dumps(about._asdict()), _CHANGES)


def read_header(data: bytes) -> tuple[About, int] | None:
    """The head of a file and the offset where changes begin; None if not all of it is there.

    Raises NotAFile or NewerFile.
    """
    if not data.startswith(_ABOUT[: len(data)]):
        raise NotAFile("it does not begin as a Callboard file does")
    end = data.find(_CHANGES)
    if end < 0:
        if b"\n" not in data[: -len(_CHANGES)]:
            return None
        raise NotAFile("its first line does not end as a Callboard file's does")
    return _about(data[len(_ABOUT) : end]), end + len(_CHANGES)


def _about(raw: bytes) -> About:
    try:
        found = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise NotAFile("its first line is not JSON") from error
    match found:
        case {"format": int(made_in)} if made_in > FORMAT:
            raise NewerFile
        case {
            "format": int(made_in), "production": str(production), "writer": str(writer),
            "tag": str(tag), "file": int(file), "first": int(first), "prev": str(prev),
        }:  # fmt: skip
            return About(made_in, production, writer, tag, file, first, prev)
    raise NotAFile("its first line lacks a part every file has")


class Tail(NamedTuple):
    """What follows the last good line: the complete lines, where each ends, and how it stops.

    `torn` is true where bytes follow that are neither a complete line nor the closing brackets.
    Where complete lines come after such bytes it is no torn tail but damage: the bytes are then
    given as a line, which no sum proves.
    """

    lines: list[bytes]
    ends: list[int]
    torn: bool


def split(data: bytes) -> Tail:
    """Cut the bytes after the last good line, or after the head, into complete lines."""
    lines: list[bytes] = []
    ends: list[int] = []
    at = 0
    while True:
        start = at + (2 if data.startswith(b",\n", at) else 1)
        if data[start - 1 : start + 1] != b'\n"':
            break
        stop = data.find(b"\n", start)
        line = (data[start:stop] if stop >= 0 else data[start:]).removesuffix(b",")
        lines.append(line)
        at = start + len(line)
        ends.append(at)
    at = _drop_torn(lines, ends)
    torn = data[at:] not in (CLOSING, CLOSING[:-1])
    if torn and _lines_follow(data, at):
        stray = data[at:].lstrip(b",\n").partition(b"\n")[0].removesuffix(b",")
        return Tail([*lines, stray], [*ends, len(data)], torn=False)
    return Tail(lines, ends, torn)


def _drop_torn(lines: list[bytes], ends: list[int]) -> int:
    """Take lines off the end that are not all there; where the last one left ends.

    A power cut leaves zeros where a file had grown and its bytes were not written yet.
    """
    while lines and (not has_sum(lines[-1]) or b"\0" in lines[-1]):
        line, end = lines.pop(), ends.pop()
        whole = line.removesuffix(TORN_AFTER_ONE)
        if len(whole) < len(line) and has_sum(whole):
            lines.append(whole)
            ends.append(end - len(TORN_AFTER_ONE))
    return ends[-1] if ends else 0


def _lines_follow(data: bytes, at: int) -> bool:
    """Whether complete lines follow, which a write torn at this place could not have left.

    It leaves one, its own, where all of it is there but its first byte.
    """
    own = 1 if data.startswith(b'\n\n"', at) else 0
    return len(COMPLETE.findall(data, at)) > own
