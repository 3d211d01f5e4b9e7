from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import ImportRefused
from models.kinds import KINDS
from store.imports.fdx.reader import read_fdx


RAW = (Path(__file__).parents[3] / "data" / "revised.fdx").read_text(encoding="utf-8")
PARTS = re.findall(r"<[^>]*>|[^<]+", RAW)
JUNK = st.one_of(
    st.text(max_size=12), st.sampled_from(["<Paragraph/>", "<Text>OMITTED</Text>", '"'])
)


def checked(raw: bytes) -> None:
    """Read it; what is read fits the kinds, and what is not is refused in words."""
    try:
        found = read_fdx(raw, "nightfall.fdx")
    except ImportRefused:
        return
    for row in found.rows:
        for field, value in row.values.items():
            slot = KINDS[row.kind].slots()[field]
            assert value is None or isinstance(value, list) == slot.type.many, (field, value)


@given(st.data())
@settings(max_examples=150)
def test_whatever_is_changed_in_a_script_it_is_read_or_refused_in_words(
    data: st.DataObject,
) -> None:
    parts = list(PARTS)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(parts) - 1))
        what = data.draw(st.sampled_from(["drop", "twice", "junk", "attribute"]))
        if what == "drop":
            parts[at] = ""
        elif what == "twice":
            parts[at] *= 2
        elif what == "junk":
            parts[at] = data.draw(JUNK)
        else:
            parts[at] = re.sub(
                r'"[^"]*"',
                lambda _: f'"{data.draw(st.text("0129/ .-", max_size=5))}"',
                parts[at],
                count=1,
            )
    checked("".join(parts).encode("utf-8", errors="replace"))


@given(st.integers(0, len(RAW)))
@settings(max_examples=50)
def test_a_script_that_was_cut_off_is_refused(at: int) -> None:
    raw = RAW[:at].rstrip().encode()
    if raw == RAW.rstrip().encode():
        return
    with pytest.raises(ImportRefused, match=r"cut off|is empty|damaged|not a Final Draft"):
        read_fdx(raw, "nightfall.fdx")


def test_omitted_scenes_within_one_another_end() -> None:
    deep = "<OmittedScene><Paragraph>" * 3000 + "</Paragraph></OmittedScene>" * 3000
    heading = f'<Paragraph Type="Scene Heading" Number="1"><Text>OMITTED</Text>{deep}</Paragraph>'

    checked(f"<FinalDraft><Content>{heading}</Content></FinalDraft>".encode())
