from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.errors import ImportRefused
from store.imports.formats import FORMATS, read
from tests.store.imports.spreadsheets import damaged, open_document, workbook


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 4
REFUSED = {
    ("script.fountain", b""): "script.fountain is empty.",
    ("script.fountain", b"\x00\x01\x02" * 50): "script.fountain is not text",
    ("script.fountain", b"%PDF-1.7 ..."): "script.fountain is not text",
    ("crew.csv", b"PK\x03\x04rest"): "crew.csv is not text, whatever its name says",
    ("crew.csv", b"a,b\n1,2\n"): "No header row was found in crew.csv",
    ("crew.csv", b"Name,Phone\n"): "crew.csv has a header row but nobody under it",
    ("crew.xlsx", LOCKED): "crew.xlsx is locked with a password",
    ("crew.xlsx", b"PK\x03\x04 and then nothing"): "crew.xlsx is damaged",
    ("crew.xls", b"\xd0\xcf\x11\xe0 nothing"): "crew.xls cannot be read as a spreadsheet",
    ("crew.xlsx", damaged(workbook({"S": [["Name"]]}))): "crew.xlsx cannot be read as a spread",
    ("crew.xls", b"<html><table>"): "crew.xls is a web page or XML",
    ("film.fdx", b"<x/>"): "film.fdx is XML, but not a Final Draft script: it holds `x`.",
    ("list.pdf", b"%PDF"): "A PDF has no rows to read",
    ("list.docx", b"PK"): "A Word file cannot be read",
    ("list.qqq", b"x"): "Scripts are read from .fountain",
}


@pytest.mark.parametrize(("name", "content"), REFUSED, ids=lambda each: str(each)[:24])
def test_a_file_that_cannot_be_read_gets_a_sentence(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(ImportRefused) as refused:
        read(path)
    assert REFUSED[name, content] in str(refused.value)


def test_a_missing_file_gets_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "crew.csv").write_text("Name\nAnna\n")

    with pytest.raises(ImportRefused, match=r"There is no file .*crw\.csv\. Is it crew\.csv\?"):
        read(tmp_path / "crw.csv")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="is a folder; name one file in it"):
        read(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    with pytest.raises(ImportRefused, match="is not a file"):
        read(tmp_path / "pipe.csv")


@pytest.mark.parametrize("suffix", [form.suffixes[0] for form in FORMATS])
def test_a_gigantic_file_is_refused_unread(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"huge{suffix}"
    with path.open("wb") as file:
        file.truncate(60_000_000)

    with pytest.raises(ImportRefused, match="has 60 MB"):
        read(path)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("s.txt", b"INT. BARN - DAY\n", "scene"),
        ("l.txt", b"Name\tPhone\nAnna\t12345\n", "person"),
        ("l.TSV", b"Name\tPhone\nAnna\t12345\n", "person"),
        ("s.FOUNTAIN", b"INT. BARN - DAY\n", "scene"),
        ("l.xls", b"Name;Phone\nAnna;12345\n", "person"),
        ("l.ods", open_document([["Name", "Phone"], ["Anna", "12345"]]), "person"),
        ("l.xlsx", workbook({"Crew": [["Name", "Phone"], ["Anna", "12345"]]}), "person"),
    ],
)
def test_a_file_is_read_by_its_name_and_what_is_in_it(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    (tmp_path / name).write_bytes(content)

    assert [kind] == [row.kind for row in read(tmp_path / name).rows]
