"""`callboard syncthing`, and what every other command tells Syncthing when it has saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from store.syncthing.settings import Settings, read_settings, save_settings
from tests.store.syncthing.fake import KEY, Fake, running


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tui.commands.conftest import Run


@pytest.fixture
def fake(folder: Path) -> Iterator[Fake]:
    with running() as found:
        found.shares(folder)
        yield found


@pytest.fixture
def known(fake: Fake) -> Settings:
    found = Settings(KEY, fake.address)
    save_settings(found)
    return found


def test_a_key_is_kept_and_tried(run: Run, fake: Fake) -> None:
    said = run("syncthing", "--key", KEY, "--address", fake.address)

    assert 0 == said.code
    assert [
        f"Syncthing v1.19.2 answers at {fake.address}.",
        "The production is in its folder “The nightfall”.",
        "unit-2 has everything.",
        "Everything it has heard of is here.",
    ] == said.out
    assert "for you alone" in said.err[0]
    assert "It is told of each change you save here, at once." == said.err[-1]
    assert Settings(KEY, fake.address) == read_settings()


def test_a_key_is_read_from_stdin(run: Run, fake: Fake) -> None:
    words = ("syncthing", "--key", "-", "--address", fake.address)

    assert 0 == run(*words, given=f"{KEY}\n".encode()).code
    assert Settings(KEY, fake.address) == read_settings()


def test_a_wrong_key_does_not_replace_a_good_one(run: Run, known: Settings) -> None:
    said = run("syncthing", "--key", "wrong", "--address", known.address)

    assert (1, "The key was not kept.") == (said.code, said.err[0][:21])
    assert known == read_settings()


def test_a_key_is_kept_though_syncthing_is_not_running(run: Run) -> None:
    said = run("syncthing", "--key", KEY, "--address", "http://127.0.0.1:1")

    assert (1, True) == (said.code, said.err[0].startswith("The key is kept in "))
    assert said.err[1].startswith("Syncthing does not answer at http://127.0.0.1:1: is it running")
    assert Settings(KEY, "http://127.0.0.1:1") == read_settings()


def test_the_key_stays_where_only_the_address_is_given(run: Run, fake: Fake) -> None:
    save_settings(Settings(KEY, "http://127.0.0.1:1"))

    assert 0 == run("syncthing", "--address", fake.address).code
    assert Settings(KEY, fake.address) == read_settings()


def test_the_key_is_never_sent_to_another_machine_unprotected(run: Run) -> None:
    said = run("syncthing", "--key", KEY, "--address", "http://10.0.0.5:8384")

    assert (1, True) == (said.code, "another machine" in said.err[0])
    assert None is read_settings()


@pytest.mark.parametrize("words", [(), ("--address", "http://127.0.0.1:8384")])
def test_without_a_key_it_says_what_to_do(run: Run, words: tuple[str, ...]) -> None:
    said = run("syncthing", *words)

    assert (1, True) == (said.code, "'callboard syncthing --key KEY'" in said.err[0])


def test_without_a_production_it_says_what_answers(anywhere: Run, known: Settings) -> None:
    said = anywhere("syncthing")

    assert (0, 1) == (said.code, len(said.out))
    assert said.err[0].startswith("Name a production")


STATES: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "paused": ({"paused": True}, {}, "The folder is paused"),
    "stopped": ({}, {"error": "folder marker missing"}, ".stfolder is missing"),
    "failed": ({}, {"error": "disk full"}, "The folder is stopped: disk full."),
    "one way": ({"type": "receiveonly"}, {}, "both send and receive"),
    "failing": ({}, {"pullErrors": 2}, "Some files could not be fetched"),
}


@pytest.mark.parametrize(("folder_is", "status", "words"), STATES.values(), ids=STATES)
def test_what_is_wrong_is_said(
    run: Run,
    fake: Fake,
    known: Settings,
    folder_is: dict[str, Any],
    status: dict[str, Any],
    words: str,
) -> None:
    fake.answers["/rest/config/folders"][0].update(folder_is)
    fake.answers["/rest/db/status"].update(status)
    said = run("syncthing")

    assert (1, True) == (said.code, words in said.err[0])


ADVICE: dict[str, tuple[dict[str, Any], str]] = {
    "unwatched": ({"fsWatcherEnabled": False}, "not watched"),
    "late": ({"fsWatcherDelayS": 10}, "after 10 s and more. For 1 s, set fsWatcherDelayS to 1"),
}


@pytest.mark.parametrize(("folder_is", "words"), ADVICE.values(), ids=ADVICE)
def test_what_would_be_better_is_said(
    run: Run, fake: Fake, known: Settings, folder_is: dict[str, Any], words: str
) -> None:
    fake.answers["/rest/config/folders"][0].update(folder_is)
    said = run("syncthing")

    assert (0, True) == (said.code, words in said.err[0])


FAR: dict[str, tuple[str, Any, str]] = {
    "files to come": ("/rest/db/status", {"state": "syncing", "needFiles": 3}, "3 of its files"),
    "scanning": ("/rest/db/status", {"state": "scanning"}, "It is looking through its files."),
    "behind": ("/rest/db/completion", {"needItems": 4}, "unit-2 lacks 4 files."),
    "away": ("/rest/system/connections", {"connections": {}}, "unit-2 is not connected."),
    "no name": ("/rest/config/devices", [], "BBBBBBB has everything."),
    "hostile": (
        "/rest/config/devices",
        [{"deviceID": "BBBBBBB-OTHER", "name": "u\x1b[2J"}],
        "u?[2J has everything.",
    ),
}


@pytest.mark.parametrize(("path", "answer", "words"), FAR.values(), ids=FAR)
def test_how_far_everybody_is_is_said(
    run: Run, fake: Fake, known: Settings, path: str, answer: Any, words: str
) -> None:
    fake.answers[path] = answer
    said = run("syncthing")

    assert words in " ".join(said.out)


SAVING = {
    "add": (("add", "person", "Anna Keller, gaffer"),),
    "change": (("add", "person", "Anna Keller, gaffer"), ("change", "person", "anna", "cast:1")),
    "undo": (("add", "person", "Anna Keller, gaffer"), ("undo",)),
    "import": (("import", "crew.csv"),),
}


@pytest.mark.parametrize("lines", SAVING.values(), ids=SAVING)
def test_every_command_that_saves_tells_syncthing(
    run: Run, folder: Path, fake: Fake, known: Settings, lines: tuple[tuple[str, ...], ...]
) -> None:
    (folder.parent / "crew.csv").write_text("Name,Function\nReto,driver\n")
    for each in lines:
        assert 0 == run(*each).code
    [writer] = [each.name for each in (folder / "writers").iterdir()]

    assert [{"folder": "nightfall", "sub": f"writers/{writer}"}] * len(lines) == fake.until(
        len(lines)
    )


def test_a_command_that_only_reads_asks_nothing(run: Run, fake: Fake, known: Settings) -> None:
    run("list", "person")
    run("log")

    assert [] == fake.asked


def test_a_command_does_not_wait_for_a_slow_syncthing(
    run: Run, fake: Fake, known: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.syncthing.rest.TIMEOUT", 60)
    fake.held.clear()
    said = run("add", "person", "Anna Keller, gaffer")

    assert (0, 1, 0) == (said.code, len(fake.until(1)), fake.let_go)
