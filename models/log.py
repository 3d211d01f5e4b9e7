"""The day's log: what happened when, one short line each, which the day's papers are made of."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Any

from models.fields import (
    Count,
    Date,
    DepartmentName,
    Minutes,
    OwedPages,
    Pages,
    People,
    Rolls,
    SceneId,
    Seconds,
    SetupCount,
    Time,
    Words,
)
from models.fields.base import Choice
from models.record import Carry, Need, Record, slot


HAPPENED = ("delay", "accident", "illness", "loss")
"""What goes into the notes of a production report, and may happen many times a day."""
CAME_AND_WENT = ("in", "nd-meal", "on-set", "off-set", "out")
"""The times of one person or department; everybody has their own."""
OFTEN = frozenset((*HAPPENED, *CAME_AND_WENT))


def state_of(said: Sequence[Mapping[str, Any]]) -> str:
    """The state of a scene by all that was logged of it: the last word counts."""
    told = [each["outcome"] for each in sorted(said, key=when_said) if each.get("outcome")]
    if not told:
        return "planned"
    if told[-1] == "owed":
        return "part" if {"part", "done"} & set(told) else "planned"
    return "shot" if told[-1] == "done" else "part"


def when_said(log: Mapping[str, Any]) -> tuple[str, str, str]:
    """Sort key of log lines: by day and time, those without a time last on their day."""
    return (str(log.get("day") or ""), str(log.get("at") or "99"), str(log.get("number") or ""))


class Log(Record):
    """One line of a day's log: a key time, a scene, something that happened, or a note."""

    word, plural, pane = "log", "logs", "schedule"
    needs = (
        Need(
            ("what", "scene", "text", "rolls", "sound_rolls", "background", "meals"),
            "a log line needs what happened (first, lunch, wrap, sc 42 done, delay 20m rain)",
        ),
        Need(
            ("at", "scene", "text", "rolls", "sound_rolls", "background", "meals"),
            "when was that? it is not that day now: write the time too (lunch 1302)",
        ),
        Need(
            ("people", "department"),
            "who came or went? (out +anna 1820, in dept:electric 0615; in quotes it is a note)",
            ("what", frozenset(CAME_AND_WENT)),
        ),
    )
    same = ("day", "what", "scene")
    repeats = MappingProxyType({"what": OFTEN})
    carries = (Carry("scene", "scene", "state", state_of),)
    example = "sc 12 done su14"

    day: Date | None = slot(bare=True, view_day=True, column=5)
    at: Time | None = slot("time", label="time", bare=True, moves=True, now=True, column=1)
    what: (
        Annotated[
            str,
            Choice(
                **{
                    "call": ("crew call", "unit call", "called"),
                    "first_shot": ("first shot", "first", "1st shot", "1st"),
                    "lunch": ("lunch out", "lunch called", "first meal", "1st meal"),
                    "back": ("lunch in", "back from lunch", "lunch back"),
                    "after_lunch": (
                        "after lunch",
                        "first after lunch",
                        "first shot after lunch",
                    ),
                    "second_meal": (
                        "second meal",
                        "2nd meal",
                        "second meal out",
                        "2nd meal out",
                        "dinner",
                    ),
                    "second_back": (
                        "second back",
                        "second meal in",
                        "2nd meal in",
                        "2nd back",
                        "dinner in",
                    ),
                    "wrap": ("camera wrap", "that's a wrap"),
                    "crew_wrap": ("crew wrap", "unit wrap", "crew out"),
                    "last_out": ("last out", "last", "last man", "last person", "last person out"),
                    "grace": ("grace called",),
                    "delay": ("delayed",),
                    "accident": ("injury",),
                    "illness": ("ill", "sick"),
                    "loss": ("lost", "damage", "theft", "stolen"),
                    "in": ("reported", "arrived"),
                    "nd_meal": ("ndm", "ndb", "nd breakfast", "non-deductible meal"),
                    "on_set": ("on set",),
                    "off_set": ("off set", "dismissed"),
                    "out": ("signed out",),
                }
            ),
        ]
        | None
    ) = slot(bare=True, hint=True, leads=True, column=1)
    scene: SceneId | None = slot("sc", column=1)
    outcome: (
        Annotated[
            str,
            Choice(
                done=("complete", "completed", "shot"),
                part=("part owed", "partly", "part done"),
                owed=("not shot", "dropped", "lost"),
            ),
        ]
        | None
    ) = slot(bare=True, behind="scene", column=1)
    setups: SetupCount | None = slot("su", "setup", bare=True, behind="scene", column=2)
    owed: OwedPages | None = slot(bare=True, behind="scene", label="pages owed", column=3)
    pages: Pages | None = slot("pgs", bare=True, behind="scene", label="pages shot", column=3)
    screen: Seconds | None = slot("st", label="screen time", column=4)
    length: Minutes | None = slot("len", bare=True, label="lost time", column=3)
    people: People = slot("who", plus=True, column=4)
    department: DepartmentName | None = slot("dept", column=5)
    rolls: Rolls = slot("roll", "mag", label="camera rolls", column=5)
    sound_rolls: Rolls = slot("sound_roll", "sr", label="sound rolls", column=5)
    background: Count | None = slot("bg", "extras", column=6)
    meals: Count | None = slot(label="meals served", column=6)
    text: Words | None = slot(title=True, column=2)
