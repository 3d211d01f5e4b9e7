"""After a commit Syncthing is told, where a key was given; whatever it answers harms nothing."""

from __future__ import annotations

import socket
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from store.production import Production
from store.syncthing import rest
from store.syncthing.places import place_of
from store.syncthing.rescan import Rescans
from store.syncthing.rest import Refused, ask
from store.syncthing.settings import Settings, Unanswered, save_settings
from tests.store.syncthing.fake import KEY, Fake, running
from tests.store.writing import say


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def fake() -> Iterator[Fake]:
    with running() as found:
        yield found


@pytest.fixture
def settings(fake: Fake) -> Settings:
    found = Settings(KEY, fake.address)
    save_settings(found)
    return found


def scan(folder: str, sub: str) -> dict[str, str]:
    return {"folder": folder, "sub": sub}


def test_a_change_is_told_with_ones_own_folder(
    mia: Production, fake: Fake, settings: Settings
) -> None:
    fake.shares(mia.path)
    rescans = Rescans(mia)
    say(mia, "r1", leave="05:40")
    rescans.look()

    assert [scan("nightfall", f"writers/{mia.writer}")] == fake.until(1)


def test_nothing_is_told_where_nothing_of_ones_own_is_new(
    mia: Production, reto: Production, fake: Fake, settings: Settings
) -> None:
    fake.shares(mia.path)
    rescans = Rescans(mia)
    say(reto, "r1", leave="05:40")
    mia.refresh()
    rescans.finish()

    assert [] == fake.asked


def test_nothing_is_asked_where_no_key_was_given(mia: Production, fake: Fake) -> None:
    rescans = Rescans(mia)
    say(mia, "r1", leave="05:40")
    rescans.finish()

    assert ([], None) == (fake.asked, rescans._thread)


def test_several_changes_while_a_call_runs_become_one_more_call(
    mia: Production, fake: Fake, settings: Settings
) -> None:
    fake.shares(mia.path)
    fake.held.clear()
    rescans = Rescans(mia)
    for minute in range(5):
        say(mia, "r1", leave=f"05:4{minute}")
        rescans.look()
        fake.until(1)
    fake.held.set()
    fake.until(2)
    worker = rescans._thread
    if worker is not None:
        worker.join(20)

    assert 2 == len(fake.scans())
    assert 1 == len([each for each in fake.asked if each.path == "/rest/config/folders"])


def test_a_folder_is_looked_for_again_after_it_went_wrong(
    mia: Production, fake: Fake, settings: Settings
) -> None:
    fake.shares(mia.path)
    fake.statuses["/rest/db/scan"] = 500
    fake.answers["/rest/db/scan"] = b"no such folder\x1b[2J\n"
    rescans = Rescans(mia)
    say(mia, "r1", leave="05:40")
    rescans.look()
    fake.until(1)
    ended(rescans)
    assert "Syncthing cannot do it: no such folder?[2J." == rescans.trouble

    del fake.statuses["/rest/db/scan"]
    fake.answers["/rest/config/folders"][0]["id"] = "renamed"
    say(mia, "r1", leave="05:41")
    rescans.look()
    fake.until(2)
    ended(rescans)

    assert ("renamed", "") == (fake.scans()[-1]["folder"], rescans.trouble)


def ended(rescans: Rescans) -> None:
    worker = rescans._thread
    if worker is not None:
        worker.join(20)
        assert not worker.is_alive()


def wrong_key(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    save_settings(Settings("wrong", fake.address))
    return "refuses the key"


def not_running(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    save_settings(Settings(KEY, f"http://127.0.0.1:{port}"))
    return "is it running there"


def other_folder(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    fake.answers["/rest/config/folders"][0]["path"] = "/srv/elsewhere"
    return "in no folder of Syncthing's"


def unknown_folder(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    save_settings(Settings(KEY, fake.address, "mistyped"))
    return "has no folder 'mistyped'"


def busy(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(rest, "TIMEOUT", 0.05)
    fake.held.clear()
    return "does not answer within"


def spoiled_settings(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    save_settings(Settings("two words", fake.address))
    return "no key"


def older(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    fake.statuses["/rest/config/folders"] = 404
    return "older than 1.12"


def elsewhere(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    fake.statuses["/rest/config/folders"] = 307
    return "--address https://127.0.0.1"


def not_syncthing(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    fake.answers["/rest/config/folders"] = b"<html>hello</html>"
    return "is not Syncthing"


def other_json(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    fake.answers["/rest/config/folders"] = {"folders": []}
    return "is not Syncthing"


def strange_folders(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    fake.answers["/rest/config/folders"] = [7, {"id": ""}, {"id": "x", "path": "a\0b"}]
    return "its folders: none"


def no_http(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> str:
    server = socket.create_server(("127.0.0.1", 0))

    def speak() -> None:
        with server, server.accept()[0] as caller:
            caller.recv(4096)
            caller.sendall(b"220 mail here\r\n")

    threading.Thread(target=speak, daemon=True).start()
    save_settings(Settings(KEY, f"http://127.0.0.1:{server.getsockname()[1]}"))
    return "is not Syncthing"


WRONG: tuple[Callable[[Fake, pytest.MonkeyPatch], str], ...] = (
    wrong_key, not_running, other_folder, unknown_folder, busy, spoiled_settings, older,
    elsewhere, not_syncthing, other_json, strange_folders, no_http,
)  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.__name__)
def test_a_change_is_saved_whatever_syncthing_does(
    mia: Production,
    fake: Fake,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    wrong: Callable[[Fake, pytest.MonkeyPatch], str],
) -> None:
    fake.shares(mia.path)
    words = wrong(fake, monkeypatch)
    rescans = Rescans(mia)
    say(mia, "r1", leave="05:40")
    rescans.look()
    ended(rescans)

    assert words in rescans.trouble
    assert "05:40" == Production.open(mia.path).view.records("run")["r1"]["leave"]


@pytest.mark.parametrize(
    ("shared", "sub"),
    [((".",), ""), (("..",), "nightfall"), (("..", "../.."), "nightfall"), (("..", "."), "")],
)
def test_the_nearest_folder_that_holds_the_production_is_taken(
    mia: Production, fake: Fake, settings: Settings, shared: tuple[str, ...], sub: str
) -> None:
    for each in ("other", *shared):
        fake.shares(mia.path / each)
    found = place_of(settings, mia.path)

    assert sub == found.sub
    assert f"{sub}/writers/x".lstrip("/") == found.below("writers/x")


def test_a_folder_reached_through_a_link_is_found(
    mia: Production, fake: Fake, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(mia.path)
    fake.shares(tmp_path / "link")

    assert "link" == place_of(settings, mia.path).id


def test_a_folder_whose_name_only_begins_alike_is_not_taken(
    mia: Production, fake: Fake, settings: Settings
) -> None:
    fake.shares(mia.path.with_name("night"))

    with pytest.raises(Unanswered, match="in no folder"):
        place_of(settings, mia.path)


def test_a_wrong_key_is_told_from_other_trouble(fake: Fake) -> None:
    with pytest.raises(Refused):
        ask(Settings("wrong", fake.address), "/rest/system/version")


def test_telling_loads_nothing_until_there_is_something_to_tell(mia: Production) -> None:
    import subprocess

    program = "import sys, store.syncthing.rescan; print('http.client' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "False\n" == done.stdout
