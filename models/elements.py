"""What scenes need beside their cast: background, stunts, vehicles, props, animals and the rest."""

from typing import Annotated

from models.fields import Count, Dates, Uid, Words, Yes
from models.fields.base import Choice
from models.record import Need, Record, slot


class Element(Record):
    """Something a scene needs that is no member of the cast.

    The categories are those breakdown sheets print, as schedule files number them (101 background,
    102 stunts, ... 126); the codes a day-out-of-days gives it follow from its own settings.
    """

    word, plural, pane = "element", "elements", "schedule"
    aside = True
    needs = (Need(("name",), "an element needs its name (Hero car)"),)
    same = ("name", "category")
    lists = "breakdown elements, props list, requisiten, requisitenliste, éléments"
    example = '"Hero car" category:vehicle'

    name: Words | None = slot(
        title=True,
        column=1,
        headers="name, element, item, description, bezeichnung, requisit, prop, élément",
    )
    category: (
        Annotated[
            str,
            Choice(
                background=("extras", "background actors"),
                stunt=("stunts",),
                vehicle=("vehicles", "picture vehicles"),
                prop=("props",),
                camera=(),
                special_effect=("special effects", "sfx"),
                costume=("wardrobe",),
                makeup=("makeup/hair", "make-up", "hair"),
                animal=("animals", "livestock"),
                wrangler=("animal handler", "animal wrangler"),
                music=(),
                sound=(),
                set_dressing=("set dressing", "set dec"),
                greens=("greenery",),
                special_equipment=("special equipment", "equipment"),
                security=(),
                labour=("additional labor", "labor"),
                visual_effect=("visual effects", "vfx"),
                mechanical_effect=("mechanical effects",),
                art=("art department",),
                location=("locations",),
                unit=(),
                sequence=(),
                note=("notes", "comments"),
                other=("miscellaneous", "misc"),
            ),
        ]
        | None
    ) = slot(column=1, headers="category, kategorie, type, art, catégorie")
    count: Count | None = slot("qty", label="how many", column=1, headers="qty, quantity")
    board: Words | None = slot(
        "board_id", label="board no.", column=2, headers="board id, board no"
    )
    held: Yes | None = slot(label="held between work days")
    drop_after: Count | None = slot(label="dropped over (days)")
    off: Dates = slot(label="days off")
    uid: Uid | None = slot(label="id in the schedule file")
    parked: Words | None = slot(label="parked")
