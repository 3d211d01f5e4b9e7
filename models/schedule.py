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
    lists = "shooting days, production days, drehtage, jours de tournage"
    example = "fri shoot:4 call 0700 wrap 1800 base farm"

    date: Date | None = slot(bare=True, column=1, view_day=True, headers="date, datum, jour")
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
    ) = slot(column=1, headers="type, day type, art")
    shoot: Count | None = slot(
        label="shoot day",
        column=1,
        headers=("day, shoot day, shooting day, day no, drehtag, dt, tag, jour de tournage"),
    )
    call: Time | None = slot(
        "unit",
        label="unit call",
        bare=True,
        moves=True,
        column=1,
        headers="crew call, general call, drehbeginn, convocation",
    )
    shooting: Time | None = slot(label="shooting call", column=4)
    wrap: Time | None = slot(
        label="est. wrap", column=2, headers="wrap, drehschluss, fin de tournage"
    )
    base: PlaceId | None = slot(bare=True, label="unit base", column=2, headers="base camp, basis")
    hospital: PlaceId | None = slot(label="nearest hospital")
    weather: Words | None = slot("forecast", column=5)
    parked: Words | None = slot(label="parked")
    uid: Uid | None = slot(label="id in the schedule file")


class Scene(Record):
    """A scene of the script, which is a strip of the schedule."""

    word, plural, pane = "scene", "scenes", "schedule"
    aliases = ("strip", "sc")
    needs = (Need(("scene", "set"), "a scene needs its number (12A) or its set"),)
    same = ("scene",)
    lists = (
        "breakdown, scene breakdown, one liner, stripboard, shooting schedule, "
        "szenenauszug, auszug, drehplan, szenenliste, dépouillement, plan de "
        "travail, séquencier"
    )
    example = "12A INT BARN D 2 3/8 1,4,7"

    scene: SceneNumber | None = slot(
        "sc",
        bare=True,
        column=1,
        headers=(
            "scene, szene, bild, séquence, seq, scene no, scene number, sc no, "
            "szene nr, bild nr, no, nr"
        ),
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
    ) = slot(bare=True, label="INT/EXT", column=2, headers="int/ext, i/e, i/a, innen/aussen")
    set: Words | None = slot(
        title=True,
        column=1,
        headers=(
            "set, motiv, décor, set & description, set name, slugline, scene "
            "heading, heading, spielort, schauplatz"
        ),
    )
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
        headers=(
            "d/n, t/n, day/night, tag/nacht, j/n, day night, tageszeit, stimmung, jour/nuit, effet"
        ),
    )
    pages: Pages | None = slot(
        "pgs",
        bare=True,
        column=2,
        headers="pages, pgs, seiten, page count, eighths, achtel, length pages, pg",
    )
    estimated: Yes | None = slot(label="pages estimated")
    cast: Cast = slot(
        bare=True,
        plus=True,
        column=3,
        headers=(
            "cast, darsteller, rôles, cast ids, cast no, cast nos, characters, "
            "rollen, figuren, besetzung, personnages, comédiens"
        ),
    )
    day: Date | None = slot(
        "on",
        bare=True,
        column=3,
        headers=("shoot day, shooting day, day, date, drehtag, datum, jour de tournage, dt"),
    )
    start: Time | None = slot(
        "at", label="time", moves=True, column=4, headers="time, start, zeit, uhrzeit"
    )
    length: Minutes | None = slot(
        "len",
        "est",
        bare=True,
        label="est. time",
        column=4,
        headers="est time, estimated time, timing, dauer, drehzeit, durée",
    )
    state: (
        Annotated[
            str,
            Choice(
                planned=(), shooting=(), shot=("done",), part=("owed",), omitted=("omit", "cut")
            ),
        ]
        | None
    ) = slot(column=5, headers="status")
    script_day: Annotated[str, Text()] | None = slot(
        "sd", label="script day", headers="story day, spieltag, jour"
    )
    synopsis: Words | None = slot(
        "syn",
        column=6,
        headers=("synopsis, inhalt, description, action, summary, handlung, kurzinhalt, résumé"),
    )
    elements: Elements = slot("needs", label="elements")
    place: PlaceId | None = slot(
        "location", "loc", label="location", headers="shooting location, drehort, lieu de tournage"
    )
    script_page: Annotated[str, Text()] | None = slot(
        label="script page", headers="script page, page, drehbuchseite, seite"
    )
    revision: Words | None = slot(
        label="revision colour", headers="revision, colour, color, farbe, couleur"
    )
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
    lists = "calendar, meetings, kalender, termine, terminliste, calendrier, agenda, milestones"
    example = 'fri 1400 45m "Tech recce" farm +eva +reto'

    day: Date | None = slot(
        "on", bare=True, view_day=True, column=3, headers="date, datum, jour, day, tag, start date"
    )
    start: Time | None = slot(
        "at",
        bare=True,
        label="time",
        moves=True,
        column=1,
        headers=("time, zeit, heure, start, start time, begin, beginn, from, von, uhrzeit, début"),
    )
    length: Minutes | None = slot(
        "for", "len", bare=True, column=3, headers="duration, dauer, durée"
    )
    title: Words | None = slot(
        title=True,
        column=1,
        headers=(
            "title, event, what, subject, activity, titel, termin, betreff, was, titre, objet"
        ),
    )
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
    ) = slot(hint=True, column=4, headers="type, art, category, kategorie")
    place: PlaceId | None = slot(
        bare=True, column=2, headers="location, where, room, ort, wo, raum, lieu"
    )
    people: People = slot(
        "with",
        plus=True,
        column=3,
        headers="attendees, who, participants, teilnehmer, wer, personnes",
    )
    department: DepartmentName | None = slot("dept", column=5)
    elements: Elements = slot("for_element", label="elements")
    done: Yes | None = slot(headers="erledigt, fait")
    parked: Words | None = slot(label="parked")
    order: Order | None = slot(label="place on the board")
    uid: Uid | None = slot(label="id in the schedule file")
