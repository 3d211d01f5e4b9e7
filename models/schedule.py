"""The schedule's kinds: production days, scenes (strips) and everything else with a time."""

from typing import Annotated

from models.fields import (
    Cast,
    Count,
    Date,
    DepartmentName,
    Elements,
    Minutes,
    Order,
    Pages,
    People,
    PlaceId,
    SceneNumber,
    Time,
    Uid,
    Words,
    Yes,
)
from models.fields.base import Choice, Text
from models.record import Need, Record, slot


class ProductionDay(Record):
    """One day of the production, shooting or not."""

    word, plural, pane = "day", "days", "schedule"
    needs = (Need(("date",), "a production day needs its date (fri, 12/3)"),)
    same = ("date",)
    example = "fri shoot:4 call 0700 wrap 1800 base farm"

    date: Date | None = slot(bare=True, column=1, view_day=True, headers=("date", "datum", "jour"))
    type: (
        Annotated[
            str,
            Choice(
                shoot=(),
                prep=("preparation",),
                travel=(),
                hold=(),
                off=("day off",),
                hiatus=(),
                holiday=(),
                wrap=(),
            ),
        ]
        | None
    ) = slot(column=1)
    shoot: Count | None = slot(label="shoot day", column=1)
    call: Time | None = slot("unit", label="unit call", bare=True, moves=True, column=1)
    shooting: Time | None = slot(label="shooting call", column=4)
    wrap: Time | None = slot(label="est. wrap", column=2)
    base: PlaceId | None = slot(bare=True, label="unit base", column=2)
    hospital: PlaceId | None = slot(label="nearest hospital")
    weather: Words | None = slot("forecast", column=5)
    parked: Words | None = slot(label="parked")


class Scene(Record):
    """A scene of the script, which is a strip of the schedule."""

    word, plural, pane = "scene", "scenes", "schedule"
    aliases = ("strip", "sc")
    needs = (Need(("scene", "set"), "a scene needs its number (12A) or its set"),)
    same = ("scene",)
    example = "12A INT BARN D 2 3/8 1,4,7"

    scene: SceneNumber | None = slot(
        "sc", bare=True, column=1, headers=("scene", "szene", "bild", "séquence", "seq")
    )
    ie: (
        Annotated[
            str,
            Choice(
                **{
                    "INT": ("i", "inside", "innen"),
                    "EXT": ("e", "outside", "aussen"),
                    "INT/EXT": ("i/e", "int./ext", "ext/int", "e/i"),
                }
            ),
        ]
        | None
    ) = slot(bare=True, label="INT/EXT", column=2, headers=("int/ext", "i/e"))
    set: Words | None = slot(title=True, column=1, headers=("set", "motiv", "décor"))
    tod: (
        Annotated[
            str,
            Choice(
                **{
                    "DAY": ("d", "tag", "jour"),
                    "NIGHT": ("n", "nacht", "nuit"),
                    "DAWN": (),
                    "DUSK": (),
                    "MORNING": (),
                    "AFTERNOON": (),
                    "EVENING": (),
                    "SUNRISE": (),
                    "SUNSET": (),
                    "LATER": (),
                    "CONTINUOUS": (),
                    "MOMENTS LATER": (),
                    "SAME": ("same time",),
                    "MAGIC HOUR": (),
                }
            ),
        ]
        | None
    ) = slot(
        bare=True,
        label="time of day",
        column=2,
        headers=("d/n", "t/n", "day/night", "tag/nacht", "j/n"),
    )
    pages: Pages | None = slot("pgs", bare=True, column=2, headers=("pages", "pgs", "seiten"))
    estimated: Yes | None = slot(label="pages estimated")
    cast: Cast = slot(bare=True, plus=True, column=3, headers=("cast", "darsteller", "rôles"))
    day: Date | None = slot("on", bare=True, column=3)
    start: Time | None = slot("at", label="time", moves=True, column=4)
    length: Minutes | None = slot("len", "est", bare=True, label="est. time", column=4)
    state: (
        Annotated[
            str,
            Choice(
                planned=(), shooting=(), shot=("done",), part=("owed",), omitted=("omit", "cut")
            ),
        ]
        | None
    ) = slot(column=5)
    script_day: Annotated[str, Text()] | None = slot("sd", label="script day")
    synopsis: Words | None = slot("syn", column=6, headers=("synopsis", "inhalt", "description"))
    elements: Elements = slot("needs", label="elements")
    place: PlaceId | None = slot("location", "loc", label="location")
    script_page: Annotated[str, Text()] | None = slot(label="script page")
    revision: Words | None = slot(label="revision colour")
    parked: Words | None = slot(label="parked")
    order: Order | None = slot(label="place on the board")
    uid: Uid | None = slot(label="id in the schedule file")


class Event(Record):
    """Anything with a time that is no scene, run or call: a meeting, a milestone, a meal.

    A requirement has none: it is what a department has to bring or to mind that day.
    """

    word, plural, pane = "event", "events", "schedule"
    aliases = (
        "meeting",
        "meet",
        "meal",
        "move",
        "milestone",
        "deadline",
        "recce",
        "rehearsal",
        "fitting",
    )
    needs = (Need(("title",), "an event needs a title"),)
    example = 'fri 1400 45m "Tech recce" farm +eva +reto'

    day: Date | None = slot(
        "on", bare=True, view_day=True, column=3, headers=("date", "datum", "jour")
    )
    start: Time | None = slot(
        "at", bare=True, label="time", moves=True, column=1, headers=("time", "zeit", "heure")
    )
    length: Minutes | None = slot("for", "len", bare=True, column=3)
    title: Words | None = slot(title=True, column=1)
    type: (
        Annotated[
            str,
            Choice(
                meeting=("meet", "mtg"),
                milestone=(),
                deadline=(),
                move=("company move",),
                meal=("lunch", "breakfast", "dinner"),
                recce=("scout",),
                rehearsal=(),
                fitting=(),
                travel=(),
                test=("camera test", "screen test"),
                school=("tutoring",),
                photo=("photography",),
                banner=(),
                requirement=("need", "needs"),
                other=(),
            ),
        ]
        | None
    ) = slot(hint=True, column=4)
    place: PlaceId | None = slot(bare=True, column=2)
    people: People = slot("with", plus=True, column=3)
    department: DepartmentName | None = slot("dept", column=5)
    elements: Elements = slot("for_element", label="elements")
    done: Yes | None = slot()
    parked: Words | None = slot(label="parked")
    order: Order | None = slot(label="place on the board")
    uid: Uid | None = slot(label="id in the schedule file")
