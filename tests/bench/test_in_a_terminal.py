"""The benchmarks in a terminal run, at a size and for a time that cost little."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

import pytest

from tests.bench import board, link, programs, ten
from tests.bench.ground import fresh_ground
from tests.bench.processes import cpu_ms, family, pss_mb, state
from tests.bench.programs import (
    CHARACTER,
    ENTER,
    FILTER,
    HELD,
    LINE,
    PAGE,
    PANE,
    ROW,
    STATUS,
    Program,
)
from tests.bench.reaction import Effort, Reaction, middle
from tests.bench.session import Session
from tests.bench.slow_line import Rate, slow_line
from tests.store.exchange.host import needs_sshd


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.row import Row

FEW = 60
TO_BE_SEEN = (PANE, LINE, CHARACTER, ENTER, STATUS, FILTER)
LITTLE = Effort(keys=1, held=2, idle=0.05, quiet=0.04, warm=False)


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to measure in, on a machine where no peer is installed."""
    monkeypatch.setattr(programs, "installed", lambda *_: [])
    with fresh_ground(tmp_path) as made:
        yield made


def silent(rows: list[Row], *steps: str) -> list[str]:
    """The steps at which our board sent nothing."""
    sent = {row.what.split(": ")[1]: row.ours for row in rows if row.what.endswith(": sent")}
    return [step for step in (*TO_BE_SEEN, *steps) if not sent[step]]


def test_every_step_on_the_board_stands_beside_the_empty_app(ground: Path) -> None:
    rows = list(board.rows(ground, FEW, 1, LITTLE))

    beside = {row.what.split(": ")[1] for row in rows if row.peer is not None}
    assert {PAGE, HELD, ROW, *TO_BE_SEEN} <= beside
    assert {"start", "memory (PSS)", "idle for 10 s", "hang-up until it has ended"} <= beside
    assert [] == silent(rows, board.FOREIGN)


@pytest.mark.slow
def test_of_several_boards_one_is_typed_on(ground: Path) -> None:
    rows = list(ten.rows(ground, FEW, 1, LITTLE, count=2))

    memory = next(row for row in rows if row.what == f"ten: {ten.MEMORY}")
    assert (memory.ours or 0) > (memory.peer or 0) > 0
    assert [] == silent([row for row in rows if row.what.startswith("ten, one")])
    assert any(row.ours for row in rows if row.what.startswith("ten, the others"))


@pytest.mark.slow
@needs_sshd
def test_the_board_is_used_through_a_real_ssh(ground: Path) -> None:
    rows = list(link.rows(ground, FEW, 1, LITTLE, Rate(round_trip=2, kbit=0)))

    assert [] == silent(rows, "start")


def test_without_an_sshd_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "NEEDED", ["ssh", "sshd"])

    (row,) = link.rows(tmp_path, FEW, 1)

    assert ("not measured: needs ssh, sshd", None) == (row.note, row.ours)


def test_a_peer_that_is_not_installed_is_left_out() -> None:
    here = Program("here", (sys.executable,), {}, (), ())

    assert [here] == programs.installed(here._replace(argv=("no-such-program",)), here)


def test_keys_that_drew_nothing_are_counted_and_in_no_time() -> None:
    silent = Reaction(0, 0, 0, 1, silent=1)

    assert Reaction(4, 4, 300, 5, silent=2) == middle([silent, Reaction(4, 4, 300, 5), silent])


def test_a_program_that_ends_before_it_can_be_used_shows_what_it_said(tmp_path: Path) -> None:
    ends = (sys.executable, "-c", "print('no such production')")
    session = Session(Program("broken", ends, {}, ("ready",), ()), LITTLE)
    with pytest.raises(AssertionError, match="no such production"):
        session.start()
    session.end()


def test_what_goes_through_a_slow_line_arrives_whole_and_in_order() -> None:
    sent = bytes(range(256)) * 40
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        slow_line(server.getsockname()[1], Rate(round_trip=4, kbit=8_000)) as line,
        socket.create_connection(("127.0.0.1", line.port)) as client,
    ):
        far, _ = server.accept()
        with far:
            client.sendall(sent)
            client.shutdown(socket.SHUT_WR)
            found = b"".join(iter(lambda: far.recv(1 << 16), b""))

    assert sent == found


def test_a_packet_takes_its_headers_time_too() -> None:
    assert pytest.approx(0.1815) == Rate(round_trip=150, kbit=64).seconds(1400)
    assert 0 == Rate(round_trip=150, kbit=0).seconds(1400)


@pytest.mark.parametrize("name", ["python3", "a (strange) name"])
def test_a_process_states_letter_comes_after_its_name(name: str) -> None:
    assert "R" == state(f"4711 ({name}) R 1 2 3")


def test_a_process_that_has_ended_costs_nothing() -> None:
    never = 2**22 + 1  # above the largest pid there can be

    assert ([], 0, 0) == (family(never), cpu_ms(never), pss_mb(never))
