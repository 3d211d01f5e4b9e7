"""On a shared server a writer's folder is its user's own: with real users of this machine."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.unix_users import Ground, can_make_users, owner, users


pytestmark = pytest.mark.skipif(
    not can_make_users(), reason="needs root and useradd, to make users for a while"
)

UNKNOWN = 123456
OPENED = "from store.production import Production; board = Production.open(P); "


@pytest.fixture(scope="module")
def town() -> Iterator[Ground]:
    """Mia and reto in the group of the production, ida outside it."""
    with users("mia", "reto", outside=("ida",)) as ground:
        yield ground


@pytest.fixture
def shared(town: Ground) -> Iterator[Ground]:
    """A production mia made for the group, one issue of hers in it."""
    made = town.callboard("mia", "new", str(town.production), "--group", town.group, "--zone=UTC")
    assert 0 == made[0], made
    assert (0, "Added issue M1 Rain.\n") == board(town, "mia", "add", "issue", "Rain")
    yield town
    shutil.rmtree(town.production)
    for who in (*town.users, "root"):
        shutil.rmtree(town.home(who) / ".local", ignore_errors=True)


def board(town: Ground, who: str, *words: str, umask: int = 0o022) -> tuple[int, str]:
    return town.callboard(who, "-p", str(town.production), *words, umask=umask)


def issues(town: Ground, who: str) -> list[str]:
    return town.said(
        who, f"{OPENED} print(*sorted(i['title'] for i in board.table('issue').all()))"
    ).split()


def faults(town: Ground, who: str) -> list[str]:
    said = town.said(
        who, f"{OPENED} import json; print(json.dumps([f.words for f in board.faults()]))"
    )
    return list(json.loads(said))


@pytest.mark.parametrize("umask", [0o077, 0o022, 0o002])
def test_members_read_one_another_whatever_their_umask(town: Ground, umask: int) -> None:
    new = ("new", str(town.production), "--group", town.group, "--zone", "UTC")
    assert 0 == town.callboard("mia", *new, umask=umask)[0]
    try:
        assert 0 == board(town, "mia", "add", "issue", "Rain", umask=umask)[0]
        assert 0 == board(town, "reto", "add", "issue", "Snow", umask=umask)[0]
        assert ["Rain", "Snow"] == issues(town, "mia") == issues(town, "reto")
        assert [] == faults(town, "mia") == faults(town, "reto")
        mia, reto = town.users["mia"], town.users["reto"]
        assert {
            (".", "drwxr-s---", mia, town.group),
            ("production.json", "-rw-r-----", mia, town.group),
            ("writers", "drwxrws--T", mia, town.group),
            (f"writers/{town.writer('mia').name}", "drwxr-s---", mia, town.group),
            (f"writers/{town.writer('mia').name}/0001.json", "-rw-r-----", mia, town.group),
            (f"writers/{town.writer('reto').name}", "drwxr-s---", reto, town.group),
            (f"writers/{town.writer('reto').name}/0001.json", "-rw-r-----", reto, town.group),
        } <= {
            (str(path.relative_to(town.production)), *owner(path))
            for path in (town.production, *town.production.rglob("*"))
        }
    finally:
        shutil.rmtree(town.production)


def test_an_unwritable_note_is_no_members_business(shared: Ground) -> None:
    assert 0 == board(shared, "reto", "add", "issue", "Snow")[0]
    note = next((shared.home("reto") / ".local/state/callboard/writers").iterdir())
    assert ("-rw-------", shared.users["reto"]) == owner(note)[:2]


ATTACKS = (
    "open(path, 'a')",
    "open(folder / '0002.json', 'w')",
    "open(top / 'production.json', 'a')",
    "os.chmod(path, 0o660)",
    "os.rename(path, folder / '0002.json')",
    "os.rename(folder, folder.parent / 'aside')",
    "os.rename(folder.parent, top / 'aside')",
    "os.unlink(path)",
    "shutil.rmtree(folder)",
)


def test_nobody_touches_anothers_changes(shared: Ground) -> None:
    folder = shared.writer("mia")
    before = (folder / "0001.json").read_bytes()
    program = f"""
import os, pathlib, shutil
folder = pathlib.Path({str(folder)!r})
path, top = folder / "0001.json", pathlib.Path(P)
for attack in {ATTACKS!r}:
    try:
        exec(attack)
    except PermissionError:
        print("refused:", attack)
"""
    refused = [f"refused: {attack}" for attack in ATTACKS]
    assert refused == shared.said("reto", program).splitlines()
    assert before == (folder / "0001.json").read_bytes()
    assert ["0001.json"] == [entry.name for entry in folder.iterdir()]


def test_a_folder_forged_in_anothers_name_is_said(shared: Ground) -> None:
    mia = shared.users["mia"]
    shared.said(
        "reto",
        "from store.production import Production; from store.change import Edit\n"
        f"board = Production.open(P, as_user={mia!r})\n"
        "board.commit([Edit('issue', 'forged00', {'title': 'Forged'})], 'added')",
    )
    assert any(
        f"belongs to {shared.users['reto']}, not to {mia}: its changes may not be {mia}'s." in words
        for words in faults(shared, "mia")
    )
    code, said = board(shared, "mia", "check")
    assert (1, True) == (code, f"belongs to {shared.users['reto']}, not to {mia}" in said)


def test_the_environment_gives_nobody_anothers_name(shared: Ground) -> None:
    program = f"{OPENED} print(board.writer.partition('@')[0])"
    said = shared.said("reto", program, LOGNAME=shared.users["mia"], USER=shared.users["mia"])
    assert shared.users["reto"] == said


@pytest.mark.parametrize(("mode", "who"), [(0o770, "the group {group}"), (0o757, "anybody")])
def test_a_folder_others_can_write_is_said_with_who_can_close_it(
    shared: Ground, mode: int, who: str
) -> None:
    shared.writer("mia").chmod(mode)
    (words,) = faults(shared, "reto")
    mia = shared.users["mia"]
    assert f"can be written by {who.format(group=shared.group)}" in words
    assert f"{mia} can close it: chmod 750 {shared.writer('mia')}" in words
    shared.said("mia", f"import os; os.system('{words.rpartition(': ')[2]}')")
    assert [] == faults(shared, "reto")


def test_a_lost_sticky_bit_is_said_with_what_puts_it_back(shared: Ground) -> None:
    (shared.production / "writers").chmod(0o2770)
    (words,) = faults(shared, "reto")
    assert f"Anybody in the group {shared.group} can rename or remove another's changes." in words
    assert words.endswith(f"chmod 3770 {shared.production}/writers")
    shared.said("mia", f"import os; os.system('{words.rpartition(': ')[2]}')")
    assert [] == faults(shared, "reto")


def test_who_is_not_in_the_group_is_told_so(shared: Ground) -> None:
    mia = shared.users["mia"]
    code, said = board(shared, "ida", "list", "issue")
    assert 1 == code
    assert (
        f"{shared.production}/production.json cannot be read: Permission denied. "
        f"{shared.production} is for the group {shared.group}, which you are not in. Ask {mia}, "
        f"or whoever looks after this machine, to put you in it; then log in again.\n" == said
    )


def test_who_was_put_in_the_group_after_logging_in_is_told_to_log_in_again(
    shared: Ground,
) -> None:
    task = shared.task("reto", "from tui.cli import cli; cli(['-p', P, 'list', 'issue'])")
    code, _, said = shared.ask({**task, "groups": []})
    assert 1 == code
    assert "You were put in it after you logged in: log out and in again." in said


def test_who_may_only_read_has_a_board_that_says_why(shared: Ground) -> None:
    shared.said("mia", "import os; os.system(f'chmod -R o+rX {P}')")
    assert ["Rain"] == issues(shared, "ida")
    assert [] == faults(shared, "ida")
    code, said = board(shared, "ida", "add", "issue", "Fog")
    assert 1 == code
    assert said.startswith(f"NOT saved: You may read {shared.production} but not write in it:")
    assert f"writers is for the group {shared.group}, which you are not in." in said
    assert ["Rain"] == issues(shared, "mia")


def test_a_member_of_a_group_that_only_reads_is_told_who_can_open_it(shared: Ground) -> None:
    (shared.production / "writers").chmod(0o3750)
    mia = shared.users["mia"]
    code, said = board(shared, "reto", "add", "issue", "Fog")
    assert 1 == code
    assert (
        f"writers belongs to {mia}, who has not opened it to others. "
        f"Ask {mia} to run: chmod g+w {shared.production}/writers" in said
    )


@pytest.mark.parametrize("part", ["0001.json", "."])
def test_what_a_sync_brought_unreadable_is_said_with_who_can_open_it(
    shared: Ground, part: str
) -> None:
    assert 0 == board(shared, "reto", "add", "issue", "Snow")[0]
    closed = shared.writer("mia") / part
    closed.chmod(0o600 if part == "0001.json" else 0o2700)
    mia = shared.users["mia"]
    found = faults(shared, "reto")
    assert f"Waiting for changes 1-2 of {shared.writer('mia').name}." in found
    assert any(
        "cannot be read: Permission denied. " in words
        and f"belongs to {mia}, who has not opened it to others. Ask {mia} to run: chmod g+"
        in words
        for words in found
    ), found
    (words,) = [each for each in found if "chmod" in each]
    shared.said("mia", f"import os; os.system('{words.rpartition(': ')[2]}')")
    assert ["Rain", "Snow"] == issues(shared, "reto")
    assert [] == faults(shared, "reto")


def test_only_a_member_makes_a_production_for_a_group(town: Ground) -> None:
    path = town.folder / "elsewhere"
    code, said = town.callboard("ida", "new", str(path), "--group", town.group, "--zone=UTC")
    assert 1 == code
    assert (
        f"The production was not made in {path}: you are not in the group {town.group}, "
        f"and only its members share a folder with it.\n" == said
    )
    assert not path.exists()


def test_what_a_sync_engine_made_has_nothing_false_said_of_it(town: Ground) -> None:
    """Its folders have no group of the production's, and all belong to who runs it."""
    assert 0 == town.callboard("mia", "new", str(town.production), "--zone=UTC")[0]
    try:
        host = town.writer("mia").name.partition("@")[2].rpartition("-")[0]
        came = f"{town.production}/writers/{town.users['reto']}@{host}-abcd"
        town.said("mia", f"import os; os.umask(0o002); os.mkdir({came!r})")
        assert [] == faults(town, "mia")
    finally:
        shutil.rmtree(town.production)


def test_root_at_work_in_a_users_own_production_locks_nobody_out(town: Ground) -> None:
    assert 0 == town.callboard("mia", "new", str(town.production), "--zone=UTC")[0]
    try:
        assert 0 == board(town, "root", "add", "issue", "Fixed")[0]
        mia = town.users["mia"]
        assert {mia} == {owner(path)[1] for path in town.production.rglob("*")}
        assert ["Fixed"] == issues(town, "mia")
        assert 0 == board(town, "mia", "add", "issue", "Rain")[0]
        assert [] == faults(town, "mia")
        town.said("mia", "import shutil; shutil.rmtree(P)")
    finally:
        shutil.rmtree(town.production, ignore_errors=True)


def test_root_at_work_in_a_shared_production_signs_for_itself(shared: Ground) -> None:
    assert 0 == board(shared, "root", "add", "issue", "Fixed")[0]
    assert ("drwxr-s---", "root", shared.group) == owner(shared.writer("root"))
    assert ["Fixed", "Rain"] == issues(shared, "mia") == issues(shared, "reto")
    assert [] == faults(shared, "mia")


def test_a_home_root_wrote_in_is_said_with_whose_it_is(shared: Ground) -> None:
    state = shared.home("reto") / ".local"
    (state / "state/callboard").mkdir(parents=True)
    code, said = board(shared, "reto", "add", "issue", "Snow")
    assert 1 == code
    assert "Your own state directory cannot be used" in said
    assert f"{state}/state/callboard belongs to root." in said
    assert ["Rain"] == issues(shared, "reto")


def test_a_user_the_system_does_not_know_can_work(town: Ground) -> None:
    """Containers run under any number."""
    home = town.folder / "home-nobody"
    home.mkdir()
    os.chown(home, UNKNOWN, UNKNOWN)
    program = """
from store.production import Production
board = Production.create("n", title="N", zone="UTC")
print(board.writer.partition("@")[0], (board.readonly, board.faults()))
"""
    environment = {"HOME": str(home), "LOGNAME": "", "USER": ""}
    task = {"uid": UNKNOWN, "gid": UNKNOWN, "groups": [], "umask": 0o022}
    program = f"import os; os.chdir({str(home)!r}){program}"
    said = town.ask({**task, "program": program, "environment": environment})
    assert (0, f"user-{UNKNOWN} ('', ())\n", "") == said


def test_all_is_gone_afterwards() -> None:
    with users("zoe") as ground:
        name, group, folder = ground.users["zoe"], ground.group, ground.folder
    passwd = Path("/etc/passwd").read_text(encoding="utf-8")
    groups = Path("/etc/group").read_text(encoding="utf-8")
    assert (False, False, False) == (name in passwd, group in groups, folder.exists())
