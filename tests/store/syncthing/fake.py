"""A Syncthing of our own making: its REST answers as a table, and what it was asked."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = "abcdefABCDEF0123456789"
ME, OTHER = "AAAAAAA-ME", "BBBBBBB-OTHER"


class Asked(NamedTuple):
    """One call: its method, its path, what was wanted."""

    method: str
    path: str
    wanted: dict[str, str]


class Fake:
    """What it answers can be changed while it runs; `held` keeps every POST waiting until set."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.came = threading.Condition()
        self.held = threading.Event()
        self.held.set()
        self.let_go = 0
        self.statuses: dict[str, int] = {}
        self.address = ""
        self.answers: dict[str, Any] = {
            "/rest/system/version": {"version": "v1.19.2"},
            "/rest/system/status": {"myID": ME},
            "/rest/system/connections": {"connections": {OTHER: {"connected": True}}},
            "/rest/config/devices": [{"deviceID": OTHER, "name": "unit-2"}],
            "/rest/config/folders": [],
            "/rest/db/status": {"state": "idle", "needFiles": 0},
            "/rest/db/completion": {"needItems": 0},
        }

    def shares(self, path: Path, **more: Any) -> None:
        """Have a folder; without more, one that is as it should be."""
        folder = {
            "id": path.name,
            "label": f"The {path.name}",
            "path": str(path),
            "type": "sendreceive",
            "fsWatcherEnabled": True,
            "fsWatcherDelayS": 1,
            "devices": [{"deviceID": ME}, {"deviceID": OTHER}],
            **more,
        }
        self.answers["/rest/config/folders"].append(folder)

    def scans(self) -> list[dict[str, str]]:
        """What it was told to look at."""
        return [each.wanted for each in self.asked if each.method == "POST"]

    def until(self, calls: int) -> list[dict[str, str]]:
        """What it was told, once that many calls have come."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.scans()) >= calls, timeout=20)
        return self.scans()

    def take(self, asked: Asked) -> None:
        """Note a call; hold it if it is to be held."""
        with self.came:
            self.asked.append(asked)
            self.came.notify_all()
        if asked.method == "POST":
            self.held.wait(20)
            self.let_go += 1


class Rest(BaseHTTPRequestHandler):
    """How the table is spoken."""

    fake: Fake

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def _answer(self, method: str) -> None:
        parts = urlsplit(self.path)
        if self.headers["X-API-Key"] != KEY:
            self._send(403, b"CSRF Error\n")
            return
        self.fake.take(Asked(method, parts.path, dict(parse_qsl(parts.query))))
        status = self.fake.statuses.get(parts.path, 200)
        answer = self.fake.answers.get(parts.path, "")
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self._send(status, body)

    def _send(self, status: int, body: bytes) -> None:
        with suppress(ConnectionError):  # who asked may have gone
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running() -> Iterator[Fake]:
    """A fake that answers on a port of its own."""
    fake = Fake()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Spoken", (Rest,), {"fake": fake}))
    server.daemon_threads = True
    server.block_on_close = False
    fake.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=lambda: server.serve_forever(0.01), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.held.set()
        server.shutdown()
        server.server_close()
        thread.join()
