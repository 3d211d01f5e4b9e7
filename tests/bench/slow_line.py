"""A slow line in front of a port of this machine: so many bits a second each way, and a delay.

Each way is one queue. A packet leaves when those before it have left, takes its size at the line's
rate, and arrives half a round trip later; a full queue makes the sender wait.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import threading
import time
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from collections.abc import Iterator

PACKET = 1400  # bytes that go together
HEADERS = 52  # of IP and TCP, which every packet carries too
WAITING = 64 * 1024 // PACKET  # packets a modem keeps


class Rate(NamedTuple):
    """How slow: the round trip in milliseconds, and kilobits a second each way; 0 is no limit."""

    round_trip: float
    kbit: float

    def seconds(self, size: int) -> float:
        """How long a packet takes to leave."""
        return (size + HEADERS) * 8 / (self.kbit * 1e3) if self.kbit else 0.0

    def __str__(self) -> str:
        """The line as a table names it."""
        return f"{self.round_trip:g} ms, {self.kbit:g} kbit/s"


class Direction:
    """What goes one way between two sockets, by a thread that takes and one that delivers."""

    def __init__(self, source: socket.socket, target: socket.socket, rate: Rate) -> None:
        self._source, self._target, self._rate = source, target, rate
        self._packets: queue.Queue[tuple[float, bytes]] = queue.Queue(WAITING)
        self.bytes = 0
        for run in (self._take, self._deliver):
            threading.Thread(target=run, daemon=True).start()

    @property
    def busy(self) -> bool:
        """Whether anything is still on its way."""
        return self._packets.unfinished_tasks > 0

    def _take(self) -> None:
        free = 0.0
        found = b"first"
        while found:
            found = _received(self._source)
            free = max(free, time.perf_counter()) + self._rate.seconds(len(found))
            self.bytes += len(found)
            self._packets.put((free + self._rate.round_trip / 2e3, found))

    def _deliver(self) -> None:
        found = b"first"
        while found:
            due, found = self._packets.get()
            time.sleep(max(0.0, due - time.perf_counter()))
            with contextlib.suppress(OSError):
                self._target.sendall(found) if found else self._target.shutdown(socket.SHUT_WR)
            self._packets.task_done()


class SlowLine:
    """The line's own port, and whether anything is on its way over it."""

    def __init__(self, port: int, rate: Rate) -> None:
        self._to, self._rate = port, rate
        self._ways: list[Direction] = []
        self._ends = [socket.create_server(("127.0.0.1", 0))]
        self.port: int = self._ends[0].getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def busy(self) -> bool:
        """Whether anything is still on its way."""
        return any(way.busy for way in self._ways)

    def close(self) -> None:
        """Take no one any more, and drop who is there."""
        for end in self._ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        listener = self._ends[0]
        with contextlib.suppress(OSError):  # the listener is closed: the line is taken down
            while True:
                client, _ = listener.accept()
                server = socket.create_connection(("127.0.0.1", self._to))
                for end in (client, server):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._ends += [client, server]
                self._ways += [
                    Direction(client, server, self._rate),
                    Direction(server, client, self._rate),
                ]


def _received(source: socket.socket) -> bytes:
    """What came; empty where the other end is gone."""
    try:
        return source.recv(PACKET)
    except OSError:
        return b""


@contextlib.contextmanager
def slow_line(port: int, rate: Rate) -> Iterator[SlowLine]:
    """The line for as long as the block runs."""
    line = SlowLine(port, rate)
    try:
        yield line
    finally:
        line.close()
