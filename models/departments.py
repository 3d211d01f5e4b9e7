"""The departments of a unit, in the order a unit list prints them, with what people call them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from models.text import squeeze


DEPARTMENTS: Mapping[str, tuple[str, ...]] = {
    "Producers": (
        "producer",
        "production company",
        "executive producers",
        "produzenten",
        "producteurs",
    ),
    "Director": ("directing", "direction", "regie", "mise en scène", "réalisation"),
    "Writers": ("writing", "screenplay", "drehbuch", "scénario"),
    "Production": (
        "production office",
        "prod",
        "produktion",
        "produktionsbüro",
        "bureau de production",
    ),
    "Accounts": ("accounting", "finance", "buchhaltung", "filmgeschäftsführung", "comptabilité"),
    "Assistant directors": (
        "ad",
        "ads",
        "ad department",
        "regieassistenz",
        "assistants réalisateur",
    ),
    "Script": ("script supervisor", "continuity", "scripte"),
    "Casting": (),
    "Locations": (
        "location",
        "motiv",
        "aufnahmeleitung",
        "motivaufnahmeleitung",
        "repérages",
        "régie",
    ),
    "Camera": ("kamera", "image", "caméra", "cinematography"),
    "Grip": ("grips", "bühne", "machinerie"),
    "Electric": (
        "electrics",
        "electrical",
        "lighting",
        "light",
        "licht",
        "beleuchtung",
        "électriciens",
        "lumière",
        "set lighting",
    ),
    "Sound": ("ton", "son", "audio"),
    "Art": (
        "art department",
        "production design",
        "szenenbild",
        "ausstattung",
        "décoration",
        "déco",
    ),
    "Set decoration": ("set dec", "set dressing", "ensembliers"),
    "Props": ("property", "requisite", "accessoires"),
    "Construction": ("bau", "bühnenbau", "baubühne"),
    "Greens": ("greenery",),
    "Special effects": ("sfx", "effects", "spezialeffekte", "effets spéciaux"),
    "Visual effects": ("vfx", "visuelle effekte", "effets visuels"),
    "Costume": ("wardrobe", "costumes", "kostüm", "kostüme", "garderobe", "habillage"),
    "Make-up and hair": (
        "make-up",
        "makeup",
        "hmu",
        "h/mu",
        "hair",
        "hair and make-up",
        "hair & make-up",
        "maske",
        "maquillage",
        "coiffure",
        "maquillage et coiffure",
    ),
    "Stunts": ("stunt", "cascades"),
    "Armoury": ("armourer", "weapons", "waffen"),
    "Animals": ("animal", "tiere", "animaux", "wranglers"),
    "Marine": ("boats", "boote"),
    "Drone": ("aerial", "drohne"),
    "Medical": ("health and safety", "h&s", "medic", "sanität", "sécurité et santé", "unit nurse"),
    "Catering": ("caterers", "verpflegung", "cantine"),
    "Craft": ("craft service", "crafty", "craft services"),
    "Security": ("sicherheit", "sécurité", "bewachung"),
    "Transport": ("transportation", "drivers", "facilities", "fahrer", "fuhrpark", "transports"),
    "Publicity": ("epk", "stills", "press", "presse"),
    "Post": ("post-production", "editing", "edit", "schnitt", "montage", "postproduktion"),
    "Cast": ("darsteller", "schauspieler", "comédiens", "distribution", "artists"),
    "Background": (
        "extras",
        "supporting artists",
        "sas",
        "komparsen",
        "komparserie",
        "figurants",
        "figuration",
    ),
    "all": ("unit", "everybody", "everyone", "alle", "tous"),
}

_PLACES = {name: place for place, name in enumerate(DEPARTMENTS)}


def department(text: str) -> str | None:
    """The department a word of the trade means, in any of our languages; None where unknown.

    Accents may be left out, and count where they are there: German `Regie` directs, French
    `régie` is the locations department.
    """
    accented, means = _words()
    return accented.get(text.casefold()) or means.get(squeeze(text))


@cache
def _words() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What the words with accents mean as they are written, and all of them squeezed."""
    words = [(word, name) for name, others in DEPARTMENTS.items() for word in (name, *others)]
    accented = {word.casefold(): name for word, name in words if not word.isascii()}
    return accented, {squeeze(word): name for word, name in reversed(words)}


def department_order(name: str) -> int:
    """Where a unit list prints a department; those not known come last."""
    return _PLACES.get(name, len(_PLACES))
