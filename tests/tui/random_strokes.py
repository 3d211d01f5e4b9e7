"""What a person, a cat and a bad link may send to the board, drawn by lot."""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from typing import NamedTuple

from tui.actions import ACTIONS


class Stroke(NamedTuple):
    """One thing that happens: bytes that arrive one part after the other, or a deed by name."""

    deed: str
    parts: tuple[bytes, ...] = ()


NAMED = {
    "space": b" ", "tab": b"\t", "shift+tab": b"\x1b[Z", "enter": b"\r", "left": b"\x1b[D",
    "right": b"\x1b[C", "up": b"\x1b[A", "down": b"\x1b[B", "home": b"\x1b[H", "end": b"\x1b[F",
    "pageup": b"\x1b[5~", "pagedown": b"\x1b[6~", "slash": b"/", "exclamation_mark": b"!",
    "minus": b"-", "plus": b"+", "asterisk": b"*", "full_stop": b".", "colon": b":",
    "question_mark": b"?", "equals_sign": b"=",
}  # fmt: skip
KEYS = [NAMED.get(key) or key.encode() for action in ACTIONS for key in action.keys]
SEQUENCES = [
    *NAMED.values(), b"\x1bOP", b"\x1bOQ", b"\x1b[15~", b"\x1b[24~", b"\x1b[3~", b"\x1b[1;5C",
    b"\x1b[1;2A", b"\x1b[[A", b"\x1bOA", b"\x1b[2~", b"\x1bx", b"\x1b\x1b[A", b"\x1b\x1b\x1b",
]  # fmt: skip
REPORTS = [
    b"\x1b[<35;24;9M", b"\x1b[<0;3;4m", b"\x1b[M !!", b"\x1b[I", b"\x1b[O", b"\x1b[?1;2c",
    b"\x1b[?2026;2$y", b"\x1b[?2048;0$y", b"\x1b[12;40R", b"\x1b[100;5u", b"\x1b[27;5;13~",
    b"\x1b[>0;276;0c", b"\x1b]11;rgb:0000/0000/0000\x1b\\", b"\x1bP>|term 1\x1b\\",
    b"\x1b[8;24;80t",
]  # fmt: skip
LETTERS = "äöüéñßŁ≠→…日本語ليلىשלוםʼe\u0301👩\u200d🚒\u202e\u00a0\u2028"
WORDS = [
    "0540", "van2", "hotel>base", "anna", "ben", "fri", "+30", "-15", "p1", "due", "1400", "#tag",
    "+eva", "-reto", '"Tech recce"', "12A", "INT", "BARN", "D", "seats:8", "leave:0610", "zz:zz",
    "[bold]x[/]", "[/]", "[@click=quit]", "25:30", "99:99", "d12", "12/3", "x" * 90, "日本語", "'",
    "\\", "{}", "%s", "run", "person", "note:a,b", "call", "electric", "all", ":", "conflict",
]  # fmt: skip
SIZES = [(80, 24), (120, 40), (200, 60), (60, 20), (40, 12), (10, 3), (1, 1), (3, 50), (132, 43)]
PASTE, PASTED = b"\x1b[200~", b"\x1b[201~"


def a_key(dice: random.Random) -> Stroke:
    key = dice.choice(KEYS)
    return Stroke("sync", (b"Sstick",)) if key == b"S" else Stroke("key", (key,))


def a_character(dice: random.Random) -> Stroke:
    return Stroke("character", (dice.choice(string.printable[:94].replace("S", "")).encode(),))


def a_sequence(dice: random.Random) -> Stroke:
    return Stroke("sequence", (dice.choice(SEQUENCES),))


def a_report(dice: random.Random) -> Stroke:
    return Stroke("report", (dice.choice(REPORTS),))


def a_control(dice: random.Random) -> Stroke:
    """Without the one that kills whatever runs in a terminal that was given back."""
    return Stroke("control", (bytes([dice.choice([*range(26), *range(29, 32), 127])]),))


def torn(dice: random.Random) -> Stroke:
    """A sequence or a letter of which one part comes late."""
    whole = dice.choice([*SEQUENCES, *REPORTS, PASTE + b"x" + PASTED, *map(str.encode, LETTERS)])
    at = dice.randrange(1, len(whole)) if len(whole) > 1 else 0
    return Stroke("torn", (whole[:at], whole[at:]))


def no_text(dice: random.Random) -> Stroke:
    return Stroke("no text", (dice.choice([b"\xff", b"\xc3", b"\xe2\x89", b"\xf0\x9f", b"\x80a"]),))


def line(dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randrange(1, 7)))


def a_line(dice: random.Random) -> Stroke:
    """A line typed in one of the places where lines are typed."""
    opens = dice.choice(["a", "c", "e", "!", "/", ":", "?", "1a", "2a", "3a", "4a", " c", "Ce"])
    ends = dice.choice([b"\r", b"\r\r", b"\x1b\x1b[I", b"\t", b""])
    return Stroke("line", (opens.encode(), f" {line(dice)}".encode(), ends))


def a_paste(dice: random.Random) -> Stroke:
    """Lines, junk, control characters, markup; sometimes long, sometimes never ended."""
    count = dice.choice([1, 1, 2, 5, 30])
    junk = "".join(dice.choices("\x00\x07\x1b[31m\x9b\r\t" + LETTERS + string.printable, k=20))
    text = dice.choice(["\n", "\r", "\r\n"]).join(
        dice.choice([line(dice), junk]) for _ in range(count)
    )
    if dice.random() < 0.05:
        text = (line(dice) + " ") * 500
    opens = dice.choice([b"", b"3a", b"4a", b"/"])
    ends = dice.choice([PASTED, PASTED, PASTED + b"\r", b""])
    return Stroke("paste", (opens, PASTE + text.encode(), ends))


def a_size(dice: random.Random) -> Stroke:
    return Stroke("resize", tuple(str(each).encode() for each in dice.choice(SIZES)))


LOTS: tuple[tuple[int, Callable[[random.Random], Stroke]], ...] = (
    (40, a_key),
    (10, a_character),
    (12, a_sequence),
    (4, a_report),
    (4, a_control),
    (4, torn),
    (2, no_text),
    (16, a_line),
    (3, a_paste),
    (4, a_size),
    (4, lambda _: Stroke("others")),
    (1, lambda _: Stroke("suspend", (PASTED + b"\x1a",))),
    (1, lambda _: Stroke("stop")),
    (0.3, lambda _: Stroke("hang up")),
)


def a_stroke(dice: random.Random) -> Stroke:
    """Whatever comes next."""
    [draw] = dice.choices([each for _, each in LOTS], [weight for weight, _ in LOTS])
    return draw(dice)
