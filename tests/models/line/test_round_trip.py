"""What is written reads back the same, for every kind and whatever its texts hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.kinds import KINDS
from models.line import draft, read, write
from models.record import Record
from tests.models.documents import documents
from tests.models.nightfall import desk


DESK = desk()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(data=st.data())
@settings(max_examples=60)
def test_a_written_record_reads_back_the_same(kind: type[Record], data: st.DataObject) -> None:
    document = data.draw(documents(kind))

    line = write(kind, document, DESK)
    again = draft(read(line, kind, DESK), DESK)

    assert (document, ()) == (again.after, again.kind and read(line, kind, DESK).problems)
    assert line == write(kind, again.after, DESK)
