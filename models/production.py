"""The production's own settings: one record, merged like any other."""

from typing import Annotated

from models.fields import ColumnMeanings, Date, DepartmentName, Logo, Words, ZoneName
from models.fields.base import Choice
from models.fields.sets import Several
from models.record import Need, Record, slot


class ProductionSettings(Record):
    """What holds for the whole production; its id is `production` and there is one."""

    word, plural, pane = "production", "productions", ""
    needs = (Need(("title",), "a production needs a title"),)
    example = "Nightfall zone:Europe/Zurich paper:a4"

    title: Words | None = slot(title=True, column=1)
    zone: ZoneName | None = slot(column=1)
    company: Words | None = slot()
    office: Words | None = slot(label="production office")
    phone: Words | None = slot()
    paper: Annotated[str, Choice(a4=(), letter=("us",))] | None = slot()
    dates: Annotated[str, Choice(eu=("uk",), us=())] | None = slot(label="dates are written")
    habits: Annotated[str, Choice(uk=("eu",), us=())] | None = slot(label="papers follow")
    notice: Words | None = slot(label="notice on call sheets")
    walkies: Words | None = slot(label="walkie channels")
    script_colour: Words | None = slot("script_color", label="script colour")
    script_date: Date | None = slot(label="script date")
    schedule_colour: Words | None = slot("schedule_color", label="schedule colour")
    schedule_date: Date | None = slot(label="schedule date")
    colours: Words | None = slot("colors", label="order of colours")
    logo: Logo | None = slot()
    columns: ColumnMeanings = slot(label="columns of imports")
    departments: Annotated[tuple[str, ...], Several(DepartmentName.__metadata__[0])] = slot()
