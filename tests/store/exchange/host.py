"""A real sshd on loopback: its own port, its own keys, its own configuration, one shell script.

Every command that comes in runs through the script, which writes down the connection it came by
and, where a test has put one there, first runs a program of the test's.
"""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from collections.abc import Iterator

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
MISSING = [name for name in ("rsync", "ssh", "ssh-keygen") if not shutil.which(name)]
needs_sshd = pytest.mark.skipif(
    bool(MISSING) or SSHD is None,
    reason=f"needs {', '.join([*MISSING, *(() if SSHD else ('sshd',))])}",
)
PATIENCE = 10  # seconds

SCRIPT = """#!/bin/sh
echo "$SSH_CONNECTION" >> {ground}/connections
echo "$SSH_ORIGINAL_COMMAND" >> {ground}/commands
test -x {ground}/before && {ground}/before "$SSH_ORIGINAL_COMMAND"
test -x {ground}/instead && exec {ground}/instead "$SSH_ORIGINAL_COMMAND"
exec /bin/sh -c "$SSH_ORIGINAL_COMMAND"
"""
SERVER = """
Port {port}
ListenAddress 127.0.0.1
HostKey {ground}/host
AuthorizedKeysFile {ground}/key.pub
ForceCommand {ground}/script
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
"""
CLIENT = """
Host unit-2
  HostName 127.0.0.1
  Port {port}
  User {user}
  IdentityFile {ground}/{key}
  IdentitiesOnly yes
  IdentityAgent none
  UserKnownHostsFile {ground}/known
  GlobalKnownHostsFile none
  StrictHostKeyChecking yes
"""


class Host:
    """The host `unit-2` as the ssh configuration of the test has it."""

    def __init__(self, ground: Path) -> None:
        self.ground, self.port = ground, free_port()
        for name in ("host", "key", "wrong"):
            keygen = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(ground / name)]
            subprocess.run(keygen, check=True)
        script = ground / "script"
        script.write_text(SCRIPT.format(ground=ground))
        script.chmod(0o755)
        (ground / "sshd.conf").write_text(SERVER.format(port=self.port, ground=ground))
        public = (ground / "host.pub").read_text().split()[:2]
        (ground / "known").write_text(f"[127.0.0.1]:{self.port} {' '.join(public)}\n")

    def rsh(self, *, key: str = "key", port: int = 0) -> str:
        """The ssh command that knows the host, by this key and at this port."""
        config = self.ground / f"{key}-{port}.conf"
        user = getpass.getuser()
        known = {"port": port or self.port, "user": user, "key": key, "ground": self.ground}
        config.write_text(CLIENT.format(**known))
        return f"ssh -F {config}"

    def does(self, when: str, program: str) -> None:
        """Have a shell script run `before` each command, or `instead` of it."""
        path = self.ground / when
        path.write_text(f"#!/bin/sh\n{program}\n")
        path.chmod(0o755)

    def forget(self) -> None:
        """Do nothing special any more, and forget who came."""
        for name in ("before", "instead", "connections", "commands"):
            (self.ground / name).unlink(missing_ok=True)

    def said(self, name: str) -> list[str]:
        path = self.ground / name
        return path.read_text().splitlines() if path.exists() else []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def running(ground: Path) -> Iterator[Host]:
    """The host, for as long as the block runs."""
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where Debian's sshd, as root, locks itself in
    host = Host(ground)
    command = [str(SSHD), "-D", "-e", "-f", str(ground / "sshd.conf")]
    with (
        (ground / "log").open("wb") as log,
        subprocess.Popen(command, stderr=log) as server,
    ):
        try:
            _answers(host)
            yield host
        finally:
            server.terminate()


def _answers(host: Host) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", host.port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail((host.ground / "log").read_text())
