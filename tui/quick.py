"""`list` and `add` as they are mostly typed, read without click: loading it is a third of a list.

Taken is only what is exactly such a command, each option by its whole name with its value behind
it. All else, help and what is mistyped, is left to `tui.cli`, which reads these the same way.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from models.errors import CallboardError
from models.kinds import Kind, kind_words
from models.named import NamedTuple
from tui.commands.opening import Opening
from tui.commands.speaking import refused, say
from tui.start import HERE, drop_what_is_unsaid


Run: TypeAlias = Callable[[Opening, Kind, tuple[str, ...], Mapping[str, Any]], int]

PRODUCTION = {"-p": "named", "--production": "named"}
DAY = {**PRODUCTION, "--day": "day"}
ANY_TIME = {**DAY, "--at": "at"}


class Quick(NamedTuple):
    """A command: what runs it, its flags and what each means, its options that have a value."""

    run: Run
    flags: Mapping[str, tuple[str, object]]
    valued: Mapping[str, str]


class Typed(NamedTuple):
    """A command line that was read: the command, the production, the kind, the words, the rest."""

    command: Quick
    opening: Opening
    of: Kind
    words: tuple[str, ...]
    options: Mapping[str, Any]


def quick(words: Sequence[str], environ: Mapping[str, str]) -> int | None:
    """Run the command that was typed; its exit code, None where it is left to click."""
    typed = read(words, environ)
    if typed is None:
        return None
    try:
        return _run(typed)
    except KeyboardInterrupt:
        say("\nAborted!")
        return 1
    except (CallboardError, OSError) as error:
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            drop_what_is_unsaid()
            return 1
        refusal = refused(error)
        refusal.show()
        return refusal.exit_code


def read(words: Sequence[str], environ: Mapping[str, str]) -> Typed | None:
    """What was typed, where it is exactly one of the commands here."""
    left, found = iter(words), {"named": environ.get(HERE) or None}
    for word in left:
        if word in QUICK:
            return _read_rest(QUICK[word], left, found)
        if word not in PRODUCTION or not _valued(found, PRODUCTION[word], left):
            return None
    return None


def _read_rest(command: Quick, left: Iterator[str], found: dict[str, Any]) -> Typed | None:
    line: list[str] = []
    for word in left:
        if word in command.flags:
            name, value = command.flags[word]
            found[name] = value
        elif word in command.valued:
            if not _valued(found, command.valued[word], left):
                return None
        elif word.startswith("--"):
            return None
        else:
            line.append(word)
    of = kind_words().get(line[0].lower()) if line else None
    if of is None or line[1:] == ["-"]:
        return None
    opening = Opening(*(found.pop(name, None) for name in ("named", "at", "day")))
    return Typed(command, opening, of, tuple(line[1:]), found)


def _valued(found: dict[str, Any], name: str, left: Iterator[str]) -> bool:
    """Take an option's value; whether it is there and cannot be an option itself."""
    found[name] = value = next(left, "")
    return value != "" and not value.startswith("-")


def _run(typed: Typed) -> int:
    later: list[Callable[[], None]] = []
    try:
        opening = typed.opening._replace(later=later.append)
        return typed.command.run(opening, typed.of, typed.words, typed.options)
    finally:
        for do in reversed(later):
            do()


def _list(opening: Opening, of: Kind, words: tuple[str, ...], options: Mapping[str, Any]) -> int:
    from tui.commands.lists import Wanted, show_list

    return show_list(opening, Wanted(of, words, **options))


def _add(opening: Opening, of: Kind, words: tuple[str, ...], options: Mapping[str, Any]) -> int:
    from tui.commands.adding import add_line

    as_is, dry_run = bool(options.get("as_is")), bool(options.get("dry_run"))
    add_line(opening, of, words, as_is=as_is, dry_run=dry_run)
    return 0


QUICK: Mapping[str, Quick] = {
    "list": Quick(
        _list,
        {f"--{form}": ("form", form) for form in ("json", "csv", "plain")},
        {**ANY_TIME, "--sort": "by"},
    ),
    "add": Quick(_add, {"--as-is": ("as_is", True), "--dry-run": ("dry_run", True)}, DAY),
}
