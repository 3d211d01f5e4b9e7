"""A board under random keys in a real terminal, beside somebody else who edits the same folder.

    python -m tests.tui.random_keys --minutes 60 --seed 1 --seed 2

After every burst the board must still answer. What it ended with, what was shown and what is in
the folder is looked at, too. The same seed presses the same keys.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import select
import signal
import sys
import tempfile
import termios
import time
from collections import Counter, deque
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from models.edits import Aimed
from models.errors import CallboardError
from models.kinds import KINDS
from store.demo.build import build
from store.production import Production
from tests.tui.job import STOPPED as STOPPED_WORDS
from tests.tui.random_strokes import PASTED, WORDS, Stroke, a_stroke
from tests.tui.terminal_of import PATIENCE, Terminal
from tui.office import Office


if TYPE_CHECKING:
    from collections.abc import Callable

ESC = b"\x1b\x1b[I"  # with a report behind it, so that it is no beginning of a sequence
STOPPED = STOPPED_WORDS.encode()
ALTERNATE_SCREEN = b"\x1b[?1049h"
BURST = 25
WIDE = 120  # characters of a stroke that are shown
LONG = 4 * PATIENCE  # seconds: this machine may be busy with other tests
WRONG = ("Traceback", "went wrong", "Error: ")


class Somebody:
    """Another writer in the same folder, with an office of their own."""

    def __init__(self, path: Path, state: Path) -> None:
        before, os.environ["CALLBOARD_STATE"] = os.environ.get("CALLBOARD_STATE"), str(state)
        try:
            self.production = Production.open(path, as_user="reto")
        finally:
            os.environ.pop("CALLBOARD_STATE")
            if before is not None:
                os.environ["CALLBOARD_STATE"] = before
        self.office = Office(self.production, now=lambda: dt.datetime.now().astimezone())
        self.saved: dict[str, int] = {}

    def does(self, dice: random.Random) -> None:
        """Add, change or remove a record, or set what others may be setting now."""
        self.production.refresh()
        word = dice.choice(["run", "call", "issue", "event", "person"])
        ids = sorted(self.office.of(word))
        with suppress(CallboardError):
            if not ids or dice.random() < 0.3:
                text = " ".join(dice.choices(WORDS, k=4))
                self.office.save([self.office.adding(text, KINDS[word])])
            elif dice.random() < 0.1:
                self.office.remove([Aimed(word, dice.choice(ids))])
            else:
                sets = {"tags/others": True, "note": dice.choice(WORDS)}
                self.office.set({Aimed(word, dice.choice(ids)): sets}, "noted")
        for writer, number in self.production.view.known().items():
            assert number >= self.saved.get(writer, 0), f"{writer} went back to {number}"
            self.saved[writer] = number


class RandomKeys:
    """One run: the board is started again whenever a key has ended it."""

    def __init__(self, path: Path, ground: Path, seed: int) -> None:
        self.path, self.ground, self.seed = path, ground, seed
        self.dice = random.Random(seed)
        self.somebody = Somebody(path, ground / "elsewhere")
        self.strokes = self.answered = self.starts = 0
        self.last: deque[Stroke] = deque(maxlen=3 * BURST)
        self.done: Counter[str] = Counter()
        self.terminal = self.begun()

    def begun(self) -> Terminal:
        argv = [sys.executable, "-m", "tests.tui.job", "none"]
        self.starts += 1
        self.terminal = Terminal(
            [*argv, sys.executable, "-m", "tui", str(self.path)], (80, 24), self.ground
        )
        self.until(lambda: "? keys" in self.terminal.text or "Esc" in self.terminal.text)
        return self.terminal

    def fail(self, why: str) -> None:
        strokes = "\n".join(f"{each.deed} {str(each.parts)[:WIDE]}" for each in self.last)
        raise AssertionError(
            f"{why}\nseed {self.seed}, stroke {self.strokes}, the last of them:\n{strokes}\n"
            f"{self.terminal.text}\n{self.where()}\n{self.reported()}"
        )

    def reported(self) -> str:
        """What the board wrote of mistakes of its own."""
        return "\n".join(each.read_text() for each in self.ground.rglob("mistakes/*"))

    def where(self) -> str:
        """What the board is doing, thread by thread; this ends it."""
        shown = len(self.terminal.sent)
        self.signals(signal.SIGABRT)
        while self.terminal.reads(1):
            pass
        return self.terminal.sent[shown:].decode(errors="replace").replace("\r\n", "\n")

    def until(self, condition: Callable[[], bool], why: str = "the board does not answer") -> None:
        ends = time.monotonic() + LONG
        while not condition():
            if time.monotonic() > ends:
                self.fail(why)
            self.terminal.reads(0.05)

    @property
    def over(self) -> bool:
        return not self.terminal.child.isalive()

    def types(self, typed: bytes) -> None:
        """Type bytes while reading what comes, as terminals do; nothing where the board ended."""
        fd, ends = self.terminal.child.fd, time.monotonic() + LONG
        while typed and not self.over:
            if time.monotonic() > ends:
                self.fail("the board takes no keys")
            if select.select([], [fd], [], 0.05)[1]:
                with suppress(BlockingIOError, OSError):
                    typed = typed[os.write(fd, typed[:1000]) :]
            self.terminal.reads()

    def signals(self, number: signal.Signals) -> None:
        with suppress(OSError):
            group = os.tcgetpgrp(self.terminal.child.fd)
            if group not in (0, self.terminal.child.pid):
                os.killpg(group, number)

    def happens(self, stroke: Stroke) -> None:
        self.last.append(stroke)
        self.strokes += 1
        self.done[stroke.deed] += 1
        if stroke.deed == "resize":
            width, height = map(int, stroke.parts)
            self.terminal.resizes(width, height)
        elif stroke.deed == "others":
            self.somebody.does(self.dice)
        elif stroke.deed in ("stop", "suspend"):
            self.stops_and_goes_on(stroke)
        elif stroke.deed == "hang up":
            self.signals(signal.SIGHUP)
            self.until(lambda: self.over, "a hang-up does not end the board")
        else:
            for part in stroke.parts:
                self.types(part)

    def stops_and_goes_on(self, stroke: Stroke) -> None:
        """Stop it by its key or from outside; what is typed next is for the board again."""
        before = self.terminal.sent.count(STOPPED)
        if stroke.parts:
            self.types(stroke.parts[0])
        else:
            self.signals(signal.SIGSTOP)

        def is_back() -> bool:
            parts = self.terminal.sent.split(STOPPED)
            back = len(parts) > before + 1 and ALTERNATE_SCREEN in parts[-1]
            return self.over or (back and self.takes_keys())

        self.until(is_back, "it does not go on")

    def takes_keys(self) -> bool:
        """Whether a key goes to the board as it is, and not to the line of a shell."""
        with suppress(termios.error):
            return not termios.tcgetattr(self.terminal.child.fd)[3] & termios.ICANON
        return True

    def burst(self) -> None:
        """Some strokes, and then the board must answer."""
        for _ in range(BURST):
            self.happens(a_stroke(self.dice))
            if self.over:
                self.ended()
        self.answers()

    def ended(self) -> None:
        """A key, or a signal, has ended the board: as it should?"""
        while self.terminal.reads(0.05):
            pass
        self.looked_at()
        status = self.terminal.child.exitstatus
        if status and not (status == os.EX_IOERR and self.last[-1].deed == "hang up"):
            self.fail(f"the board ended with {status}")
        self.terminal.child.fileobj.close()
        self.begun()

    def looked_at(self) -> None:
        """Neither on the screen nor in what was sent lately stands what should not."""
        lately = self.terminal.sent[-200_000:].decode(errors="replace")
        for each in WRONG:
            if each in lately:
                self.fail(f"it says {each!r}")
        self.terminal.sent = b""

    def answers(self) -> None:
        """Out of all lines and boxes, a word typed must stand on the screen."""
        word = f"zq{self.answered}"
        self.terminal.resizes(80, 24)
        self.types(PASTED + 5 * ESC + b"4")
        self.types(b"a" + word.encode())
        self.until(lambda: self.over or f"add: {word}" in self.terminal.text)
        if self.over:  # the q of the burst was still under way
            return self.ended()
        self.types(ESC)
        self.answered += 1
        self.looked_at()
        return None

    def quits(self) -> None:
        """Leave the board by its key, and look at the folder."""
        for _ in range(12):
            self.types(ESC + b"q")
        self.until(lambda: self.over, "q does not end it")
        if self.terminal.child.exitstatus:
            self.fail(f"the board ended with {self.terminal.child.exitstatus}")
        self.looked_at()
        self.terminal.child.fileobj.close()
        self.sound()

    def sound(self) -> None:
        """The folder, read afresh, has no faults and all that anybody ever saw saved."""
        self.somebody.does(self.dice)
        afresh = Production.open(self.path, as_user="nobody", afresh=True)
        assert () == afresh.faults(), (self.seed, afresh.faults())
        assert afresh.view.known().items() >= self.somebody.saved.items(), self.seed
        flaws = [
            (kind.word, key, flaw)
            for kind in KINDS.values()
            for key, document in afresh.view.records(kind.word).items()
            for flaw in kind.flaws(document)
        ]
        assert [] == flaws, (self.seed, flaws)

    def close(self) -> None:
        if not self.over:
            self.terminal.child.kill(signal.SIGKILL)
            self.terminal.child.wait()
        with suppress(OSError):
            self.terminal.child.fileobj.close()

    def runs(self, seconds: float, strokes: int = sys.maxsize) -> RandomKeys:
        """Burst after burst for so long, or so many strokes; then quit and look."""
        ends = time.monotonic() + seconds
        try:
            while time.monotonic() < ends and self.strokes < strokes:
                self.burst()
            self.quits()
        finally:
            self.close()
        return self


def homed(stack: ExitStack) -> Path:
    """A home for the board of its own, for the time of a run."""
    ground = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="random-keys.")))
    for name in ("CALLBOARD_STATE", "CALLBOARD_CACHE", "CALLBOARD_CONFIG", "HOME"):
        os.environ[name] = str(ground / name)
        Path(os.environ[name]).mkdir()
    os.environ |= {"CALLBOARD_RSH": "false", "PYTHONFAULTHANDLER": "1"}
    return ground


def main() -> None:
    """Run for some minutes, shared by the seeds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, action="append")
    given = parser.parse_args()
    for seed in given.seed or [1]:
        with ExitStack() as stack:
            ground = homed(stack)
            build(ground / "demo")
            seconds = 60 * given.minutes / len(given.seed or [1])
            done = RandomKeys(ground / "demo", ground, seed).runs(seconds)
            print(f"seed {seed}: {done.strokes} strokes, {done.starts} starts, {done.done}")  # noqa: T201


if __name__ == "__main__":
    main()
