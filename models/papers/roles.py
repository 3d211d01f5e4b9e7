"""Who holds which post, read from the words of their role: producers, director, first AD."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from models.calling import is_crew
from models.papers.source import Source


Document = Mapping[str, Any]


class Post(NamedTuple):
    """A post of the unit: what a paper calls it in the UK and in the US, and the roles meant."""

    uk: str
    us: str
    roles: str
    """A pattern for the whole role, lower case."""


def _role(*words: str) -> str:
    return "|".join(words)


EXECUTIVE = Post(
    "Executive producers", "Executive producers", r"(co-)?executive producers?|exec\.? producer"
)
PRODUCERS = Post("Producers", "Producers", r"producer|produzentin|produzent|produc(teur|trice)")
DIRECTOR = Post("Director", "Director", _role("director", "regisseurin?", "réalisa(teur|trice)"))
LINE = Post("Line producer", "Line producer", r"line producer|herstellungsleit(er|ung|erin)")
MANAGER = Post(
    "Production manager",
    "Unit production manager",
    r"(unit )?production manager|upm|produktionsleit(er|erin|ung)",
)
COORDINATOR = Post(
    "Production coordinator",
    "Production coordinator",
    r"production co-?ordinator|poc|produktionskoordinat(or|orin)",
)
FIRST_AD = Post("1st AD", "1st AD", r"(1st|first) (ad|assistant director)|1\. regieassist.*")
SECOND_AD = Post("2nd AD", "2nd AD", r"(key )?(2nd|second) (ad|assistant director)")
LOCATIONS = Post("Location manager", "Location manager", r"location manager|aufnahmeleit(er|ung)")
NURSE = Post("Medical", "Set medic", r".*\b(nurse|medic|paramedic|sanitäter(in)?)\b.*")
TRANSPORT = Post(
    "Transport captain", "Transportation captain", r"transport(ation)? (captain|co-?ordinator)"
)

STAND_IN = re.compile(r"\b(stand-?in|photo double|double)\b", re.IGNORECASE)


_SECOND, _THIRD = r"(2nd|second) (ad|assistant d.*)", r"(3rd|third) (ad|assistant d.*)"
STANDINGS = (
    _role(
        *(
            r"^(executive )?producer",
            r"^director$",
            r"director of photography",
            r"cinematographer",
            r"\bkey\b",
        ),
        *(r"^(unit )?production manager", r"^upm", r"production accountant", r"captain", r"mixer"),
        *(r"production designer", r"(1st|first) (ad|assistant director)", r"gaffer", r"master"),
        *(r"head of", r"\bchief\b"),
    ),
    _role(
        *(r"designer", r"co-?ordinator", r"manager", r"supervisor", r"art director", r"decorator"),
        *(r"producer", r"operator", r"best boy", r"wrangler", r"armourer", _SECOND),
    ),
    _role(r"(1st|first) assistant", r"focus puller", r"buyer", r"\bdit\b", _THIRD),
    _role(
        *(r"assistant", r"clapper", r"loader", r"boom", r"standby", r"artist", r"stylist"),
        *(r"electrician", r"grip"),
    ),
    r"",
    _role(r"driver", r"runner", r"trainee", r"\bpa\b", r"intern", r"chaperone", r"tutor"),
)
"""Who stands before whom in a department: the first pattern counts, the last before all others."""


def standing(role: str) -> int:
    """Where a role stands within its department, the heads at 0."""
    words = role.casefold()
    low = len(STANDINGS) - 1
    if re.search(STANDINGS[low], words):
        return low
    if words.startswith(("assistant", "junior")):
        return low - 2
    return next(at for at, each in enumerate(STANDINGS) if re.search(each, words))


def holders(post: Post, source: Source) -> tuple[Document, ...]:
    """The crew who hold a post, in the order they came; nobody parked."""
    meant = re.compile(post.roles)
    return tuple(
        each
        for each in source.of("person").values()
        if is_crew(each)
        and not each.get("parked")
        and isinstance(each.get("role"), str)
        and meant.fullmatch(str(each["role"]).casefold())
    )


def name_of(person: Document) -> str:
    """Somebody's name as a paper prints it: the name they go by too, where it is no part of it."""
    name, short = str(person.get("name") or ""), str(person.get("short") or "")
    if not name:
        return short
    return f"{name} ({short})" if short and short.casefold() not in name.casefold() else name


def phones_of(document: Document) -> tuple[str, ...]:
    """The phone numbers of a person or a place, in their order."""
    held = document.get("phones")
    return tuple(map(str, held)) if isinstance(held, dict) else ()


def with_phone(person: Document) -> str:
    """`Henrik Lindqvist +46 70 555 01 11`."""
    return " ".join((name_of(person), *phones_of(person)[:1])).strip()
