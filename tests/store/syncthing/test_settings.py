"""What the user tells us of their Syncthing: for them alone, refused where it makes no sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.syncthing.settings import (
    ADDRESS,
    Settings,
    Unanswered,
    checked,
    read_settings,
    save_settings,
    settings_path,
)


if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "settings",
    [
        Settings("k3y"),
        Settings('a"b\\c', "https://unit-2.example.org:8384", "abcd-1234"),
        Settings("k", "http://[::1]:8384"),
    ],
)
def test_settings_come_back_as_they_were_kept(settings: Settings) -> None:
    save_settings(Settings("an older one", folder="gone"))
    path = save_settings(settings)

    assert settings == read_settings()
    assert [path] == list(path.parent.iterdir())
    assert 0o600 == path.stat().st_mode & 0o777


def test_nothing_is_known_where_nothing_was_said() -> None:
    assert None is read_settings()


def test_the_directory_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALLBOARD_CONFIG", str(tmp_path / "own"))

    assert tmp_path / "own/syncthing.toml" == save_settings(Settings("k3y"))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("",), "no key"),
        (("two words",), "no key"),
        (("line\nbreak",), "no key"),
        (("ké",), "no key"),
        (("k" * 201,), "no key"),
        (("k", "127.0.0.1:8384"), "no address"),
        (("k", "ftp://127.0.0.1"), "no address"),
        (("k", "http://me:secret@127.0.0.1"), "no address"),
        (("k", "http://127.0.0.1:port"), "no address"),
        (("k", "http://127.0.0.1/\r\nX: y"), "no address"),
        (("k", "http://" + "a" * 64), "no address"),
        (("k", "http://office.example.org:8384"), "another machine"),
        (("k", "HTTP://10.0.0.5:8384"), "another machine"),
        (("k", "http://127.0.0.1.example.org"), "another machine"),
        (("k", "http://localhost.example.org"), "another machine"),
    ],
)
def test_what_makes_no_sense_is_refused(given: tuple[str, ...], words: str) -> None:
    with pytest.raises(Unanswered, match=words):
        checked(*given)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("", ADDRESS),
        ("http://127.0.0.1:8384/", "http://127.0.0.1:8384"),
        ("http://127.8.8.8", "http://127.8.8.8"),
        ("http://localhost:80", "http://localhost:80"),
        ("http://[::1]:8384", "http://[::1]:8384"),
        ("https://office.example.org:8384", "https://office.example.org:8384"),
    ],
)
def test_addresses_of_this_machine_and_secure_ones_are_taken(address: str, kept: str) -> None:
    assert kept == checked("k", address).address


@pytest.mark.parametrize("written", [b"key = ", b"\xff", b'key = "a b"', b'address = "http://x"'])
def test_a_file_that_was_spoiled_is_a_sentence(written: bytes) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_bytes(written)

    with pytest.raises(Unanswered, match="key"):
        read_settings()
