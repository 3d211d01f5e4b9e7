"""The types a kind's fields are declared with.

Each name is a Python type for rules and papers, annotated with the field type that reads,
shows, writes and checks its kept values.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from models.fields.base import Code, Department, Email, Flag, Phone, Tag, Text, Zone
from models.fields.kept import ForeignId, Meanings, PackedText, Picture, Rank
from models.fields.numbers import Eighths, Number, Priority, Real
from models.fields.references import CastNumber, Link, Reference, Stops
from models.fields.sets import Notes, Several
from models.fields.shooting import Owed, Roll, SceneOf, ScreenTime, Setups
from models.fields.times import Clock, Day, Span


Words = Annotated[str, Text()]
SceneNumber = Annotated[str, Code()]
DepartmentName = Annotated[str, Department()]
ZoneName = Annotated[str, Zone()]
Yes = Annotated[bool, Flag()]

Time = Annotated[int, Clock()]
Minutes = Annotated[int, Span()]
Date = Annotated[dt.date, Day()]

Order = Annotated[str, Rank()]
Uid = Annotated[str, ForeignId()]
Packed = Annotated[str, PackedText()]
Logo = Annotated[str, Picture()]
ColumnMeanings = Annotated[tuple[tuple[str, str], ...], Meanings()]

Count = Annotated[int, Number()]
Pages = Annotated[int, Eighths()]
PriorityLevel = Annotated[int, Priority()]
SetupCount = Annotated[int, Setups()]
OwedPages = Annotated[int, Owed()]
Seconds = Annotated[int, ScreenTime()]
Degrees = Annotated[float, Real(-180, 180)]
Kilometres = Annotated[float, Real(0, 50_000)]

PersonId = Annotated[str, Reference("person")]
SceneId = Annotated[str, SceneOf()]
PlaceId = Annotated[str, Reference("place")]
VehicleId = Annotated[str, Reference("vehicle")]
Elements = Annotated[tuple[str, ...], Several(Reference("element"))]
PlaceIds = Annotated[tuple[str, ...], Stops()]
AnyRecord = Annotated[str, Link()]

People = Annotated[tuple[str, ...], Several(Reference("person"))]
Cast = Annotated[tuple[str, ...], Several(CastNumber())]
Phones = Annotated[tuple[str, ...], Several(Phone())]
Emails = Annotated[tuple[str, ...], Several(Email())]
Languages = Annotated[tuple[str, ...], Several(Text())]
Dates = Annotated[tuple[dt.date, ...], Several(Day())]
Rolls = Annotated[tuple[str, ...], Several(Roll())]
Tags = Annotated[tuple[str, ...], Several(Tag())]
RunningNotes = Annotated[tuple[tuple[str, str], ...], Notes()]
