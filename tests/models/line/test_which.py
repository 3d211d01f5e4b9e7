"""Which kind a line is of, in a pane that shows several."""

from __future__ import annotations

import pytest

from models.kinds import KINDS
from models.line import kind_of
from models.record import Record


SCHEDULE = [KINDS[each] for each in ("event", "day", "scene")]
CREW = [KINDS[each] for each in ("person", "call")]
TRANSPORT = [KINDS[each] for each in ("run", "vehicle", "place", "leg")]
ISSUES = [KINDS["issue"]]


@pytest.mark.parametrize(
    ("kinds", "line", "kind", "rest"),
    [
        (SCHEDULE, "fri 1400 recce", "event", "fri 1400 recce"),
        (SCHEDULE, "12A INT BARN D", "scene", "12A INT BARN D"),
        (SCHEDULE, "EXT. FARM - DAY", "scene", "EXT. FARM - DAY"),
        (SCHEDULE, "fri 12A INT BARN", "scene", "fri 12A INT BARN"),
        (SCHEDULE, "day fri 0700", "day", "fri 0700"),
        (SCHEDULE, "days fri 0700", "day", "fri 0700"),
        (SCHEDULE, "strip 12A INT BARN", "scene", "12A INT BARN"),
        (SCHEDULE, "meeting 1630 HODs", "event", "meeting 1630 HODs"),
        (SCHEDULE, "Lunch 1300", "event", "Lunch 1300"),
        (SCHEDULE, "day: fri", "event", "day: fri"),
        (CREW, "anna 0630", "call", "anna 0630"),
        (CREW, "all +30", "call", "all +30"),
        (CREW, "call anna 0630", "call", "anna 0630"),
        (CREW, "Joe Park, gaffer", "person", "Joe Park, gaffer"),
        (CREW, "joe@example.org", "person", "joe@example.org"),
        (CREW, "crew Joe Park, gaffer", "person", "Joe Park, gaffer"),
        (CREW, "cast 8, Lena Vogt", "person", "cast 8, Lena Vogt"),
        (CREW, "Joe Park, 0630", "person", "Joe Park, 0630"),
        (TRANSPORT, "0540 van2 hotel>base", "run", "0540 van2 hotel>base"),
        (TRANSPORT, "van 2 hotel>base 0540", "run", "van 2 hotel>base 0540"),
        (TRANSPORT, "van 2 0540 base anna", "run", "van 2 0540 base anna"),
        (TRANSPORT, "van 3 seats:8", "vehicle", "van 3 seats:8"),
        (TRANSPORT, "vehicle Van 3 seats:8", "vehicle", "Van 3 seats:8"),
        (TRANSPORT, "place Mill", "place", "Mill"),
        (TRANSPORT, "location Mill", "place", "Mill"),
        (TRANSPORT, "leg hotel>base 35m", "leg", "hotel>base 35m"),
        (TRANSPORT, "hotel>base 35m", "leg", "hotel>base 35m"),
        (TRANSPORT, "pickup 0600 hotel>base", "run", "0600 hotel>base"),
        (TRANSPORT, "runs", "run", ""),
        (TRANSPORT, "", "run", ""),
        (ISSUES, "risk: rain", "issue", "risk: rain"),
        (ISSUES, "risk rain", "issue", "risk rain"),
        (ISSUES, "issue genny", "issue", "genny"),
    ],
)
def test_a_line_is_of_a_kind(kinds: list[type[Record]], line: str, kind: str, rest: str) -> None:
    found = kind_of(line, kinds)

    assert (kind, rest) == (found.kind.word, line[found.start :].strip())
