"""Real Syncthing nodes on loopback: homes of their own, nobody announced to, nothing outside."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import time
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from store.syncthing.rest import ask, tell
from store.syncthing.settings import Settings, Unanswered


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FOLDER = "nightfall"
PROGRAM = shutil.which("syncthing")
PATIENCE = 60  # seconds a condition may take
OFF = {
    "globalAnnounceEnabled": "false",
    "localAnnounceEnabled": "false",
    "relaysEnabled": "false",
    "natEnabled": "false",
    "urAccepted": "-1",
    "autoUpgradeIntervalH": "0",
    "crashReportingEnabled": "false",
    "startBrowser": "false",
    "setLowPriority": "false",
    "reconnectionIntervalS": "1",
}


class Node(NamedTuple):
    """One machine's Syncthing: its home, the folder it shares, how it is reached."""

    name: str
    home: Path
    folder: Path
    settings: Settings
    device: str
    port: int

    def ask(self, path: str, **wanted: str) -> Any:
        return ask(self.settings, path, **wanted)

    def tell(self, path: str, **wanted: str) -> None:
        tell(self.settings, path, **wanted)

    def scan(self) -> None:
        self.tell("/rest/db/scan", folder=FOLDER)

    def connected(self) -> int:
        """With how many others it is connected."""
        found = self.ask("/rest/system/connections")["connections"]
        return sum(each["connected"] for each in found.values())

    def settled(self) -> bool:
        """Whether it has all that anybody announced, and nothing failed."""
        found = self.ask("/rest/db/status", folder=FOLDER)
        return found["state"] == "idle" and not found["needTotalItems"] and not found["errors"]


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for a condition; an answer that does not come counts as not yet."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(Unanswered):
            if condition():
                return
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {PATIENCE} s")


def free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [each.getsockname()[1] for each in sockets]


@contextlib.contextmanager
def running(ground: Path, names: Sequence[str], *, delay: int = 1) -> Iterator[list[Node]]:
    """Nodes that share one folder, each with each; `delay` is how long changes are collected."""
    ports = free_ports(2 * len(names))
    nodes = [
        _generated(ground / name, rest, port)
        for name, rest, port in zip(names, ports[::2], ports[1::2], strict=True)
    ]
    with contextlib.ExitStack() as started:
        for node in nodes:
            _configure(node, nodes, delay)
            started.enter_context(_process(node))
        for node in nodes:
            until(lambda node=node: bool(node.ask("/rest/system/version")), f"{node.name} answers")
        yield nodes


def _generated(home: Path, rest: int, port: int) -> Node:
    assert PROGRAM is not None
    words = [f"--home={home / 'syncthing'}", "--no-default-folder", "--skip-port-probing"]
    (home / FOLDER / ".stfolder").mkdir(parents=True)
    subprocess.run([PROGRAM, "generate", *words], check=True, capture_output=True)
    config = ET.parse(home / "syncthing/config.xml").getroot()  # noqa: S314 - just made
    device = config.find("device")
    assert device is not None
    settings = Settings(secrets.token_hex(16), f"http://127.0.0.1:{rest}")
    return Node(home.name, home, home / FOLDER, settings, device.attrib["id"], port)


def _configure(node: Node, nodes: Sequence[Node], delay: int) -> None:
    path = node.home / "syncthing/config.xml"
    tree = ET.parse(path)  # noqa: S314 - just made
    config = tree.getroot()
    gui, options = config.find("gui"), config.find("options")
    assert gui is not None
    assert options is not None
    _set(gui, {"address": node.settings.address.partition("//")[2], "apikey": node.settings.key})
    _set(options, {**OFF, "listenAddress": f"tcp://127.0.0.1:{node.port}"})
    for each in config.findall("device"):
        config.remove(each)
    folder = ET.SubElement(
        config,
        "folder",
        {
            "id": FOLDER,
            "label": FOLDER,
            "path": str(node.folder),
            "type": "sendreceive",
            "fsWatcherEnabled": "true",
            "fsWatcherDelayS": str(delay),
            "rescanIntervalS": "3600",
        },
    )
    for each in nodes:
        device = ET.SubElement(config, "device", {"id": each.device, "name": each.name})
        ET.SubElement(device, "address").text = f"tcp://127.0.0.1:{each.port}"
        ET.SubElement(folder, "device", {"id": each.device})
    tree.write(path)


def _set(parent: ET.Element, values: dict[str, str]) -> None:
    for name, value in values.items():
        for each in parent.findall(name):
            parent.remove(each)
        ET.SubElement(parent, name).text = value


@contextlib.contextmanager
def _process(node: Node) -> Iterator[None]:
    assert PROGRAM is not None
    words = ["serve", f"--home={node.home / 'syncthing'}", "--no-browser", "--no-restart"]
    with (node.home / "log").open("wb") as log:
        process = subprocess.Popen(
            [PROGRAM, *words],
            env={
                **os.environ,
                "STNOUPGRADE": "1",
                "STNODEFAULTFOLDER": "1",
                "HOME": str(node.home),
            },
            stdout=log,
            stderr=log,
        )
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
