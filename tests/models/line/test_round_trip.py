"""What is written reads back the same, for every kind and whatever its texts hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kinds import KINDS
from models.line import draft, read, write
from models.record import Record
from tests.examples import few
from tests.models.documents import documents
from tests.models.nightfall import desk


DESK = desk()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(data=st.data())
@few(20)
def test_a_written_record_reads_back_the_same(kind: type[Record], data: st.DataObject) -> None:
    document = data.draw(documents(kind))

    line = write(kind, document, DESK)
    reading = read(line, kind, DESK)
    again = draft(reading, DESK)

    assert (document, ()) == (again.after, reading.problems)
    assert line == write(kind, again.after, DESK)
