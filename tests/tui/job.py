"""A shell with one job: `python -m tests.tui.job WAIT PROGRAM...` runs it in the foreground.

A job that stops gives the terminal back. With WAIT `enter` it goes on when Enter is pressed, as
`fg` would have it, and with `none` at once.
"""

from __future__ import annotations

import os
import signal
import sys
import termios


KEPT_OUT = (signal.SIGTTOU, signal.SIGTSTP, signal.SIGINT, signal.SIGQUIT)
STOPPED = "[1]+ Stopped"


def foreground(group: int) -> None:
    """Give the terminal to a group of processes."""
    os.tcsetpgrp(0, group)


def child(argv: list[str]) -> None:
    """Become the job."""
    os.setpgid(0, 0)
    foreground(os.getpid())
    for each in KEPT_OUT:
        signal.signal(each, signal.SIG_DFL)
    os.execvp(argv[0], argv)  # noqa: S606 - a job is a program


def main(wait: str, argv: list[str]) -> int:
    """Run the job to its end; its exit code."""
    for each in KEPT_OUT:
        signal.signal(each, signal.SIG_IGN)
    attributes = termios.tcgetattr(0)
    pid = os.fork()
    if pid == 0:
        child(argv)
    while os.WIFSTOPPED(status := os.waitpid(pid, os.WUNTRACED)[1]):
        foreground(os.getpid())
        left = termios.tcgetattr(0)
        raw = "" if left[3] == attributes[3] else ", in raw mode"
        termios.tcsetattr(0, termios.TCSADRAIN, attributes)
        os.write(1, f"\r\n{STOPPED}{raw}\r\n".encode())
        if wait == "enter":
            os.read(0, 100)
        foreground(pid)
        os.killpg(pid, signal.SIGCONT)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
