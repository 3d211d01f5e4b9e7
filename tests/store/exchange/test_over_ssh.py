"""An exchange through a real sshd on loopback, with the system's ssh and rsync."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.errors import ForeignFolder, MissingFolder, NotSynced
from store.exchange.sync import Options, sync
from store.production import Production
from tests.store.exchange.host import Host, free_port, needs_sshd, running
from tests.store.writing import files_of, say, value


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = needs_sshd
ROOT = Path(__file__).parents[3]
THIRD = f"PYTHONPATH={ROOT} {sys.executable} -c"


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    yield from running(tmp_path_factory.mktemp("unit"))


@pytest.fixture
def host(unit: Host, monkeypatch: pytest.MonkeyPatch) -> Host:
    unit.forget()
    monkeypatch.setenv("CALLBOARD_RSH", unit.rsh())
    return unit


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """The folder as it is called on the host, which is this machine."""
    return tmp_path / "server" / "nightfall"


@pytest.fixture
def other(there: Path) -> str:
    there.parent.mkdir()
    return f"unit-2:{there}"


def test_both_hosts_hold_all_changes_of_both(
    mia: Production, host: Host, there: Path, other: str, on_machine: Callable[[str], None]
) -> None:
    first = sync(mia.path, other)
    on_machine("unit")
    reto = Production.open(there, as_user="reto")
    for number in range(4):
        say(reto, f"r{number}", leave="06:10")
    on_machine("office")
    for number in range(3):
        say(mia, f"m{number}", leave="05:40")
    second = sync(mia.path, other)
    mia.refresh()
    reto.refresh()

    assert f"The production is in {other} too now. 1 change to {other}." == first.words()
    assert f"4 changes from reto, 3 to {other}." == second.words()
    assert {*mia.view.records("run")} == {*reto.view.records("run")} != set()
    assert () == mia.faults() + reto.faults()


def test_one_connection_serves_a_whole_exchange(mia: Production, host: Host, other: str) -> None:
    sync(mia.path, other)

    assert 3 <= len(host.said("commands"))
    assert 1 == len(set(host.said("connections")))


def test_what_is_there_already_does_not_travel(mia: Production, host: Host, other: str) -> None:
    sync(mia.path, other)
    host.forget()

    assert "Nothing new." == sync(mia.path, other).words()
    assert 1 == len(host.said("commands"))


@pytest.mark.slow
def test_a_production_is_joined_from_a_host(
    mia: Production, host: Host, tmp_path: Path, other: str
) -> None:
    say(mia, "r1", leave="05:40")
    sync(mia.path, other)
    outcome = sync(tmp_path / "mine", other)

    assert f"The production is in {tmp_path / 'mine'} now. 2 changes from mia." == outcome.words()
    assert "05:40" == value(Production.open(tmp_path / "mine"), "r1", "leave")


@pytest.mark.slow
def test_new_folders_there_are_the_groups_and_what_is_there_stays_as_it_is(
    mia: Production, host: Host, there: Path, other: str
) -> None:
    sync(mia.path, other)
    (there / "writers").chmod(0o3770)
    Production.open(mia.path, as_user="eva").commit([], "looked")
    sync(mia.path, other)
    modes = {path.name[:3]: path.stat().st_mode & 0o7777 for path in there.rglob("*")}

    assert 0o3770 == modes["wri"]
    assert 0o2750 == modes["eva"]
    assert {0o640} == {path.stat().st_mode & 0o7777 for path in there.rglob("*.json")}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["night fall", "night'fall", "$(touch x)", "-night", "nächte"])
def test_a_folder_of_any_name(mia: Production, host: Host, there: Path, name: str) -> None:
    (there.parent).mkdir()
    folder = there.with_name(name)
    sync(mia.path, f"unit-2:{folder}")

    assert [name] == [path.name for path in there.parent.iterdir()]
    assert "Nothing new." == sync(mia.path, f"unit-2:{folder}").words()


@pytest.mark.slow
def test_what_went_away_there_is_pushed_again(
    mia: Production, host: Host, there: Path, other: str
) -> None:
    sync(mia.path, other)
    shutil.rmtree(there / "writers" / mia.writer)

    assert f"1 change to {other}." == sync(mia.path, other).words()


@pytest.mark.slow
def test_a_mirror_that_is_damaged_here_is_made_good(
    mia: Production, host: Host, other: str
) -> None:
    sync(mia.path, other)
    [mirrored] = Path(os.environ["CALLBOARD_CACHE"]).rglob("0001.json")
    time = mirrored.stat().st_mtime_ns
    mirrored.write_bytes(b"\0" * mirrored.stat().st_size)
    os.utime(mirrored, ns=(time, time))
    outcome = sync(mia.path, other)

    assert ("Nothing new.", {}) == (outcome.words(), outcome.notes)


@pytest.mark.slow
def test_a_third_who_pushed_a_longer_version_meanwhile_is_not_overwritten(
    mia: Production, host: Host, there: Path, tmp_path: Path, other: str
) -> None:
    """Three hold versions of one file: the host 1 change, we 3, the third 5, of the same moment."""
    sync(mia.path, other)
    ours = tmp_path / "ours"
    for number in range(2):
        say(mia, f"r{number}", leave="05:40")
    shutil.copytree(mia.path, ours)
    for number in range(2, 4):
        say(mia, f"r{number}", leave="05:40")
    [longest] = files_of(mia)
    file = there / longest.relative_to(mia.path)
    third = (
        "from pathlib import Path; from store.exchange.sync import sync; "
        f"print(sync(Path('{mia.path}'), '{there}').words())"
    )
    host.does("before", f'case "$1" in *--sender*) ;; *) {THIRD} "{third}" >&2;; esac')
    outcome = sync(ours, other)

    assert longest.read_bytes() == file.read_bytes()
    assert ("Nothing new.", "") == (outcome.words(), outcome.failed)
    host.forget()
    assert "2 changes from mia." == sync(ours, other).words()


@pytest.mark.slow
def test_what_may_not_be_written_there_is_said_and_the_rest_goes(
    mia: Production, host: Host, there: Path, other: str
) -> None:
    sync(mia.path, other)
    eva = Production.open(mia.path, as_user="eva")
    say(mia, "r1", leave="05:40")
    say(eva, "r2", leave="05:40")
    refuses = f"chmod a-w {there}/writers/{mia.writer}; "
    as_nobody = 'setpriv --reuid 65534 --clear-groups sh -c "$1"'
    if os.geteuid() == 0:
        (there / "writers").chmod(0o777)
        for path in (there, there / "writers" / mia.writer, there.parent):
            path.chmod(0o755)
        for path in there.rglob("*.json"):
            path.chmod(0o644)
        _let_all_pass(there)
        host.does("instead", as_nobody)
    else:
        host.does("before", refuses)
    outcome = sync(mia.path, other)

    assert f"1 change to {other}." == outcome.words()
    assert [
        (
            f"What is new of {mia.writer} was not written to {other}: "
            "its folder there is not yours to write in."
        )
    ] == list(outcome.notes)


def _let_all_pass(folder: Path) -> None:
    for parent in folder.parents:
        if parent.stat().st_uid == os.geteuid() and "pytest" in str(parent):
            parent.chmod(parent.stat().st_mode | 0o111)


def _wrong_key(host: Host, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("CALLBOARD_RSH", host.rsh(key="wrong"))


def _closed_port(host: Host, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("CALLBOARD_RSH", host.rsh(port=free_port()))


def _strange_host(host: Host, patch: pytest.MonkeyPatch) -> None:
    (host.ground / "known").rename(host.ground / "known.was")
    (host.ground / "known").write_text("")


def _no_rsync(host: Host, patch: pytest.MonkeyPatch) -> None:
    host.does("instead", 'PATH=/nowhere exec /bin/sh -c "$1"')


def _killed_there(host: Host, patch: pytest.MonkeyPatch) -> None:
    host.does("instead", "kill -9 $$")


def _noise(host: Host, patch: pytest.MonkeyPatch) -> None:
    host.does("instead", 'echo Welcome to unit-2; exec sh -c "$1"')


def _no_rsync_here(host: Host, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("PATH", "/nowhere")


@pytest.mark.parametrize(
    ("breaks", "words"),
    [
        (_wrong_key, "Not synced with unit-2: .*Permission denied"),
        (_closed_port, "Not synced with unit-2: .*Connection refused"),
        *(
            pytest.param(breaks, words, marks=pytest.mark.slow)
            for breaks, words in (
                (_strange_host, "Not synced with unit-2: Host key verification failed"),
                (_no_rsync, "There is no rsync on unit-2. Install it there."),
                (
                    _killed_there,
                    "Not synced with unit-2: the link was cut",
                ),
                (_noise, "Not synced with unit-2: .*shell"),
                (_no_rsync_here, "rsync is not installed on this machine"),
            )
        ),
    ],
)
def test_a_link_that_does_not_come_about_is_a_sentence(
    mia: Production,
    host: Host,
    other: str,
    monkeypatch: pytest.MonkeyPatch,
    breaks: Callable[[Host, pytest.MonkeyPatch], None],
    words: str,
) -> None:
    known = (host.ground / "known").read_text()
    with monkeypatch.context() as patch:
        breaks(host, patch)
        with pytest.raises(NotSynced, match=words):
            sync(mia.path, other)
    (host.ground / "known").write_text(known)
    host.forget()

    assert sync(mia.path, other).words().endswith(f"1 change to {other}.")


@pytest.mark.slow
def test_a_push_that_is_cut_off_keeps_what_came_and_is_done_again(
    mia: Production, host: Host, there: Path, other: str, on_machine: Callable[[str], None]
) -> None:
    sync(mia.path, other)
    on_machine("unit")
    say(Production.open(there, as_user="reto"), "r1", leave="06:10")
    on_machine("office")
    say(mia, "r2", leave="05:40")
    host.does("before", 'case "$1" in *--sender*) ;; *) kill -9 $PPID;; esac')
    outcome = sync(mia.path, other)
    mia.refresh()
    host.forget()

    assert "1 change from reto." == outcome.words()
    assert outcome.failed.startswith("Not synced with unit-2: ")
    assert "06:10" == value(mia, "r1", "leave")
    assert f"1 change to {other}." == sync(mia.path, other).words()


@pytest.mark.slow
def test_a_folder_there_that_is_something_else_is_refused(
    mia: Production, host: Host, there: Path, other: str
) -> None:
    there.mkdir()
    (there / "notes.txt").write_text("milk")
    with pytest.raises(ForeignFolder, match="holds something else"):
        sync(mia.path, other)
    Production.create(there.with_name("low-water"), title="L", zone="UTC", as_user="eva")
    with pytest.raises(ForeignFolder, match="is another production"):
        sync(mia.path, f"unit-2:{there.with_name('low-water')}")

    assert ["notes.txt"] == [path.name for path in there.iterdir()]


@pytest.mark.slow
def test_a_folder_there_in_no_folder_is_refused(mia: Production, host: Host, other: str) -> None:
    outcome = sync(mia.path, f"{other}/deeper")

    assert ("", {}) == (outcome.words(), outcome.notes)
    assert outcome.failed.startswith("There is no folder on unit-2 that ")
    with pytest.raises(MissingFolder, match="no longer there"):
        sync(mia.path, other, Options(known=True))
