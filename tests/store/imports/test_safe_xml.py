from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ImportRefused
from store.imports.encoding import MOST
from store.imports.safe_xml import read_xml


LAUGHS = b'<!ENTITY a0 "ha">' + b"".join(
    b'<!ENTITY a%d "%s">' % (at, b"&a%d;" % (at - 1) * 10) for at in range(1, 12)
)
SENTENCES = {
    "a bomb": (b"<!DOCTYPE x [" + LAUGHS + b"]><x>&a11;</x>", "defines entities, as files made"),
    "one entity": (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "defines entities, as files made"),
    "a file as entity": (
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        "defines entities, as files made",
    ),
    "a parameter entity": (
        b'<!DOCTYPE x [<!ENTITY % a SYSTEM "http://example.org/a.dtd"> %a;]><x/>',
        "defines entities, as files made",
    ),
    "empty": (b"", "is empty."),
    "blank": (b" \n\t", "is empty."),
    "only a declaration": (b'<?xml version="1.0"?>\n', "is empty."),
    "cut off in a tag": (b"<x>\n<y", "ends in the middle, in line 2: it was cut off."),
    "cut off in an element": (b"<x>\n<y>hello", "ends in the middle, in line 2: it was cut off."),
    "cut off in a comment": (b"<x>\n<!-- y", "ends in the middle, in line 2: it was cut off."),
    "tags that cross": (b"<x>\n<y></x></y>", "is damaged in line 2. Export it again."),
    "two roots": (b"<x/><x/>", "is damaged in line 1. Export it again."),
    "another root": (b"<y/>", "is XML, but not a script: it holds `y`."),
    "a web page": (b"<html><body>x</body></html>", "is XML, but not a script: it holds `html`."),
    "words": (b"INT. BARN - DAY", "is not a script, whatever its name says."),
    "zeros": (b"\x00\x01\x02" * 50, "is not text, whatever its name says."),
}


@pytest.mark.parametrize("case", SENTENCES)
def test_what_cannot_be_read_safely_gets_a_sentence(case: str) -> None:
    raw, sentence = SENTENCES[case]
    with pytest.raises(ImportRefused) as refused:
        read_xml(raw, "a.fdx", "x", "a script")

    assert sentence in str(refused.value)


def test_a_gigantic_file_is_refused_unread() -> None:
    with pytest.raises(ImportRefused, match=r"a\.fdx has 40 MB\. Is it the right file\?"):
        read_xml(b" " * (MOST + 1), "a.fdx", "x", "a script")


READ = {
    "utf-8": ("é".encode(), ""),
    "with a mark": (b"\xef\xbb\xbf<x>\xc3\xa9</x>", ""),
    "utf-16": ("<x>é</x>".encode("utf-16"), ""),
    "utf-16 that says utf-8": (
        '<?xml version="1.0" encoding="UTF-8"?><x>é</x>'.encode("utf-16"),
        "",
    ),
    "latin-1 that says so": (b'<?xml version="1.0" encoding="ISO-8859-1"?><x>\xe9</x>', ""),
    "latin-1 that says utf-8": (
        b'<?xml version="1.0" encoding="UTF-8"?><x>\xe9</x>',
        "The file is not UTF-8; it was read as Windows-1252. Look at the accents.",
    ),
    "an encoding nobody knows": (b'<?xml version="1.0" encoding="klingon"?><x>\xc3\xa9</x>', ""),
    "a name of web pages": (
        b"<x>&eacute;</x>",
        "Ampersands that XML does not allow were read as they stand.",
    ),
    "a document type without entities": (b'<!DOCTYPE x SYSTEM "x.dtd"><x>\xc3\xa9</x>', ""),
    "a control character": (b"<x>&#x1b;\xc3\xa9&#1;\x08</x>", ""),
    "a name space": (b'<f:x xmlns:f="http://example.org">\xc3\xa9</f:x>', ""),
}


@pytest.mark.parametrize("case", READ)
def test_whatever_the_program_made_of_the_encoding_the_text_is_read(case: str) -> None:
    raw, note = READ[case]
    root, notes = read_xml(raw if b"<" in raw else b"<x>" + raw + b"</x>", "a.fdx", "x", "a script")

    assert "é" == root.text
    assert [each for each in (note,) if each] == notes


def test_a_bare_ampersand_is_read_as_it_stands() -> None:
    root, notes = read_xml(b'<x y="Q&A">Tom & Jerry &amp; co &foo;</x>', "a.fdx", "x", "a script")

    assert ("Q&A", "Tom & Jerry & co &foo;") == (root.get("y"), root.text)
    assert ["Ampersands that XML does not allow were read as they stand."] == notes


@given(st.binary(max_size=80).map(lambda tail: b"<x>" + tail))
def test_any_bytes_are_read_or_refused_in_words(raw: bytes) -> None:
    try:
        root, _ = read_xml(raw, "a.fdx", "x", "a script")
    except ImportRefused:
        return
    assert "x" == root.tag


def test_a_tree_of_any_depth_does_no_harm() -> None:
    root, _ = read_xml(b"<x>" * 100_000 + b"</x>" * 100_000, "a.fdx", "x", "a script")

    assert "x" == root.tag
