"""Cutting a line into words that know where they stand."""

from __future__ import annotations

import pytest

from models.tokens import Token, join_routes, split, tokens, unquote


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("0540 van2", ["0540", "van2"]),
        ("  two   spaces ", ["two", "spaces"]),
        ('note:"two words" x', ['note:"two words"', "x"]),
        ('+"Anna Moser" -"a b"', ['+"Anna Moser"', '-"a b"']),
        ('"hotel krone">"old school"', ['"hotel krone">"old school"']),
        ('#"a b" @"c d"', ['#"a b"', '@"c d"']),
        ('"open to the end', ['"open to the end']),
        ('"a ""b"" c" d', ['"a ""b"" c"', "d"]),
        ("“typographic quotes” x", ["“typographic quotes”", "x"]),
        ("„deutsche Art“ «à la française»", ["„deutsche Art“", "«à la française»"]),
        ("O'Neill 5\" pipe", ["O'Neill", '5"', "pipe"]),
        ("a,b c", ["a,b", "c"]),
        ("李雷\u3000试装", ["李雷", "试装"]),
        ("", []),
    ],
)
def test_a_line_is_cut_into(line: str, words: list[str]) -> None:
    assert words == [each.raw for each in tokens(line)]


def test_commas_cut_and_count_where_a_kind_has_them() -> None:
    found = tokens('Anna Keller, gaffer,"a, b"', commas=True)

    expected = [("Anna", 0), ("Keller", 0), ("gaffer", 1), ('"a, b"', 2)]
    assert expected == [(each.raw, each.segment) for each in found]


@pytest.mark.parametrize(
    ("raw", "sign", "body", "named"),
    [
        ("+anna", "+", "anna", ("", "")),
        ("@anna", "+", "anna", ("", "")),
        ('-"a b"', "-", "a b", ("", "")),
        ("->", "", "->", ("", "")),
        ("+", "", "+", ("", "")),
        ("Due:1400", "", "Due:1400", ("due", "1400")),
        ("due:", "", "due:", ("due", "")),
        ("http://x", "", "http://x", ("", "")),
        ("6:30", "", "6:30", ("", "")),
        (":x", "", ":x", ("", "")),
        ('"a:b"', "", "a:b", ("", "")),
    ],
)
def test_a_word_has_a_sign_or_a_name(
    raw: str, sign: str, body: str, named: tuple[str, str]
) -> None:
    token = Token(0, len(raw), raw)

    assert (sign, body, named) == (token.sign, token.body, token.named)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('"a b"', "a b"),
        ('"a ""b"""', 'a "b"'),
        ('"open', "open"),
        ('""', ""),
        ('"', ""),
        ('"a" b', '"a" b'),
        ("„x“", "x"),
        ("plain", "plain"),
    ],
)
def test_quotes_come_off(raw: str, text: str) -> None:
    assert text == unquote(raw)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("hotel > base", ["hotel>base"]),
        ("hotel -> base", ["hotel>base"]),
        ("hotel→base", ["hotel>base"]),
        ('"hotel krone" > "old school"', ['"hotel krone">"old school"']),
        ("hotel>school >base mia", ["hotel>school>base", "mia"]),
        ("0600 > base", ["0600", ">base"]),
        ("+anna > base", ["+anna", ">base"]),
        ('note:"a -> b" x', ['note:"a -> b"', "x"]),
        ("note:a->b", ["note:a->b"]),
    ],
)
def test_arrows_join_places(line: str, words: list[str]) -> None:
    assert words == [each.raw for each in join_routes(tokens(line))]


@pytest.mark.parametrize(
    ("raw", "parts"),
    [("a>b", ["a", "b"]), ('"a>b">c', ['"a>b"', "c"]), (">", ["", ""]), ("", [""])],
)
def test_a_mark_in_quotes_does_not_part(raw: str, parts: list[str]) -> None:
    assert parts == split(raw, ">")
