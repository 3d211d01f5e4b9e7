"""What the categories of a schedule hold: the scene's own facts, the cast, and everything else.

Names tell more than numbers: the published tables give 111 to Music in one version and to Grip in
the next. A number decides where the name is in no language we know.
"""

from __future__ import annotations

from typing import NamedTuple

from models.text import squeeze
from store.imports.uss.odd import Oddities
from store.imports.uss.values import Thing, ids, number, text, things


SET, INT_EXT, TIME, SCRIPT_DAY, LOCATION, CAST = (
    "set",
    "int/ext",
    "time",
    "script day",
    "location",
    "cast",
)
UNIT, SEQUENCE = "unit", "sequence"

OF_THE_SCENE = frozenset({SET, INT_EXT, TIME, SCRIPT_DAY})
"""Categories whose elements are fields of the scene and no records."""

_SCENE_FACTS = (SET, INT_EXT, TIME, SCRIPT_DAY, UNIT, SEQUENCE, LOCATION)
_NUMBERED = dict(enumerate(_SCENE_FACTS)) | {100: CAST}
_WORDS = {
    SET: "set, sets, motiv, décor",
    INT_EXT: "int/ext, i/e, interior/exterior, innen/aussen",
    TIME: "day/night, d/n, time of day, tag/nacht, jour/nuit",
    SCRIPT_DAY: "script day, script days, story day, spieltag",
    LOCATION: "location, locations, drehort, lieu",
    CAST: "cast, cast members, actors, talent, principals, darsteller, besetzung, comédiens",
    UNIT: "unit, units",
    SEQUENCE: "sequence, sequences",
    "background": "background, background actors, background performers, extras, bg, komparsen",
    "stunt": "stunts, stunt",
    "vehicle": "vehicles, vehicle, picture vehicles, picture cars, fahrzeuge",
    "prop": "props, prop, properties, requisiten, accessoires",
    "special-effect": "special effects, sfx, spfx, pyro",
    "costume": "wardrobe, costume, costumes, kostüm",
    "makeup": "makeup/hair, make-up/hair, hair/makeup, makeup, hair, maske",
    "animal": "animals, animal, livestock, tiere",
    "wrangler": "animal handler, animal handlers, animal wranglers, animal wrangler",
    "camera": "camera, kamera",
    "special-equipment": "special equipment, equipment, grip, electric, lighting, technik",
    "sound": "sound, ton",
    "music": "music, musik",
    "art": "art department, art, ausstattung",
    "set-dressing": "set dressing, set dec, set decoration",
    "greens": "greenery, greens",
    "security": "security",
    "labour": "additional labor, additional labour, labor, labour",
    "visual-effect": "visual effects, vfx, cgi",
    "mechanical-effect": "mechanical effects, mfx",
    "note": "notes, note, comments, script notes, bemerkungen",
    "other": "miscellaneous, misc, other, sonstiges",
}
_BY_WORD = {
    squeeze(word): category for category, words in _WORDS.items() for word in words.split(",")
}
_IN_ORDER = (
    "background",
    "stunt",
    "vehicle",
    "prop",
    "special-effect",
    "costume",
    "makeup",
    "animal",
    "wrangler",
    "camera",
    "special-equipment",
    "special-equipment",
    "sound",
    "music",
    "art",
    "set-dressing",
    "greens",
    "security",
    "special-equipment",
    "labour",
    "visual-effect",
    "mechanical-effect",
    "note",
    "note",
    "other",
    "other",
)
"""What 101 and those after it hold."""


class Categories(NamedTuple):
    """What each category of a file is, and that of the elements which do not say it themselves."""

    meaning: dict[str, str]
    of_element: dict[str, str]


def category_of(name: str, ucid: float | None = None) -> str:
    """What a category holds, by its name, else by its number; `other` where neither is known.

    The scene's own categories and the cast go by their numbers, whatever they are called.
    """
    if ucid in _NUMBERED:
        return _NUMBERED[int(ucid)]
    if known := _BY_WORD.get(squeeze(name)):
        return known
    place = int(ucid) - 101 if ucid is not None else -1
    return _IN_ORDER[place] if 0 <= place < len(_IN_ORDER) else "other"


def read_categories(body: Thing, odd: Oddities) -> Categories:
    """The categories of a file; an element belongs to the first that lists it."""
    found = Categories({}, {})
    for each in things(body, "categories", odd):
        own = text(each, "id")
        found.meaning[own] = category_of(text(each, "name"), number(each, "ucid", "catId"))
        for element in ids(each.get("elements")):
            found.of_element.setdefault(element, own)
    return found
