"""Cutting a line into tokens: words, quoted words, `name:value`, `+name`, `#tag`.

Every character of the line belongs to a token or is a space between two, and each token
remembers where it stands, so that colours, errors and completion point at the right columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from models.named import NamedTuple


QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}
_OPENS_AFTER = frozenset(":+-@#>,")


class Token(NamedTuple):
    """A word of the line as it stands there, from `start` up to `end`."""

    start: int
    end: int
    raw: str
    segment: int = 0
    """Which part of a line of commas it stands in."""

    @property
    def text(self) -> str:
        """The word without its quotes."""
        return unquote(self.raw)

    @property
    def quoted(self) -> bool:
        """Whether the whole word is in quotes, and so is only ever text."""
        return is_quoted(self.raw)

    @property
    def plain(self) -> bool:
        """Whether it is a bare word: no quotes, sign, tag, name before a colon or arrow."""
        return not (
            self.quoted or self.raw[0] in "+-#@" or ">" in self.raw or self.named[0]
        ) or self.raw in ("-", "+")

    @property
    def sign(self) -> str:
        """`+`, `-` or nothing; `@name` is another way to write `+name`."""
        if len(self.raw) < 2 or self.raw[0] not in "+-@" or self.raw[1] == ">":
            return ""
        return "+" if self.raw[0] == "@" else self.raw[0]

    @property
    def body(self) -> str:
        """What stands behind the sign, without its quotes."""
        return unquote(self.raw[1:]) if self.sign else self.text

    @property
    def named(self) -> tuple[str, str]:
        """The name before a colon in lower case, and the raw value behind it; else two blanks."""
        name, colon, value = self.raw.partition(":")
        if not colon or not name.replace("_", "").replace("-", "").isalnum() or name[0].isdigit():
            return "", ""
        return ("", "") if value.startswith("//") else (name.lower(), value)


def is_quoted(raw: str) -> bool:
    """Whether text is one quoted part from its first mark to its last, closed or not."""
    return raw[:1] in QUOTES and _closing(raw, 0) == len(raw)


def unquote(raw: str) -> str:
    """Text without the quotes around it; a quote doubled inside is one quote."""
    if not raw or not is_quoted(raw):
        return raw
    close = QUOTES[raw[0]]
    body = raw[1:]
    if body.endswith(close) and not _is_doubled(body, close):
        body = body[:-1]
    return body.replace(close * 2, close)


def _is_doubled(body: str, close: str) -> bool:
    run = len(body) - len(body.rstrip(close))
    return run % 2 == 0


def split(raw: str, mark: str) -> list[str]:
    """Parts of a word between marks that are not in quotes; the quotes stay on."""
    parts, start, place = [], 0, 0
    while place < len(raw):
        if raw[place] in QUOTES and (place == start or raw[place - 1] in _OPENS_AFTER):
            place = _closing(raw, place)
        elif raw.startswith(mark, place):
            parts.append(raw[start:place])
            start = place = place + len(mark)
        else:
            place += 1
    return [*parts, raw[start:]]


def _closing(raw: str, opening: int) -> int:
    """Where the text goes on behind a quoted part, the end of the line if it is never closed."""
    close, place = QUOTES[raw[opening]], opening + 1
    while place < len(raw):
        if raw[place] != close:
            place += 1
        elif raw.startswith(close, place + 1):
            place += 2
        else:
            return place + 1
    return len(raw)


def tokens(line: str, *, commas: bool = False) -> list[Token]:
    """The tokens of a line; with `commas` also cut, and counted in segments, at each comma."""
    return list(_cut(line, commas=commas))


def _cut(line: str, *, commas: bool) -> Iterator[Token]:
    place, segment = 0, 0
    while place < len(line):
        if line[place].isspace():
            place += 1
        elif commas and line[place] == ",":
            segment += 1
            place += 1
        else:
            end = _word_end(line, place, commas=commas)
            yield Token(place, end, line[place:end], segment)
            place = end


def _word_end(line: str, start: int, *, commas: bool) -> int:
    place = start
    while place < len(line) and not line[place].isspace():
        if commas and line[place] == ",":
            break
        if line[place] in QUOTES and (place == start or line[place - 1] in _OPENS_AFTER):
            place = _closing(line, place)
        else:
            place += 1
    return place


def join(found: Iterable[Token], glue: Callable[[Token, Token], str | None]) -> list[Token]:
    """Make one token of neighbours wherever `glue` gives the text to put between them."""
    joined: list[Token] = []
    for token in found:
        between = glue(joined[-1], token) if joined else None
        if between is None:
            joined.append(token)
        else:
            last = joined[-1]
            raw = f"{last.raw}{between}{token.raw}"
            joined[-1] = Token(last.start, token.end, raw, token.segment)
    return joined


def join_routes(found: Iterable[Token]) -> list[Token]:
    """Make `hotel > base` one token as `hotel>base` is; other arrows count as `>`."""
    return join((_with_plain_arrows(token) for token in found), _route_goes_on)


def _with_plain_arrows(token: Token) -> Token:
    if not ("->" in token.raw or "→" in token.raw) or _is_marked(token):
        return token
    return token._replace(raw=">".join(split(">".join(split(token.raw, "->")), "→")))


def _route_goes_on(last: Token, token: Token) -> str | None:
    leads, goes_on = token.raw[0] == ">", last.raw[-1] == ">"
    figures = last.raw.replace(":", "").replace(".", "").rstrip("+").isdecimal()
    if not (leads or goes_on) or _is_marked(last) or _is_marked(token) or (leads and figures):
        return None
    return ""


def _is_marked(token: Token) -> bool:
    return token.sign != "" or token.raw[0] == "#" or token.named[0] != ""
