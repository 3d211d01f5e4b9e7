"""Where the values of a conflict come from, and what their writers had seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.change import Edit
from store.origin import origins
from store.production import Production


if TYPE_CHECKING:
    from store.change import JSON
    from store.document import Conflict
    from store.origin import Origin


def say(who: Production, **fields: JSON) -> None:
    who.commit([Edit("run", "r1", fields)], "said")


def only(production: Production) -> Conflict:
    production.refresh()
    (conflict,) = production.conflicts()
    return conflict


def found(production: Production) -> list[Origin]:
    return list(origins(only(production), production.chronicle()))


def test_a_value_comes_with_what_the_field_showed_its_writer(
    mia: Production, reto: Production
) -> None:
    say(mia, leave="05:40")
    reto.refresh()
    say(reto, leave="05:30")
    say(mia, leave="06:00")  # mia does not know of 05:30
    ana = Production.open(mia.path, as_user="ana")

    first, other = found(ana)

    assert {"05:30": "05:40", "06:00": "05:40"} == {
        each.head.value: each.saw.value for each in (first, other)
    }
    assert {mia.writer} == {each.saw.stamp.writer for each in (first, other)}
    assert [(other.head,), (first.head,)] == [first.unseen, other.unseen]


def test_a_value_for_a_field_nobody_had_set_saw_nothing(mia: Production, reto: Production) -> None:
    say(mia, leave="05:40")
    say(reto, leave="05:30")

    assert [None, None] == [each.saw for each in found(mia)]


def test_what_came_between_is_what_its_writer_saw(mia: Production, reto: Production) -> None:
    say(mia, leave="05:40")
    reto.refresh()
    say(reto, leave="05:50")
    say(reto, leave="05:55")
    say(mia, leave="06:00")

    assert {"05:55": "05:50", "06:00": "05:40"} == {
        each.head.value: each.saw.value for each in found(mia)
    }


def test_every_edit_that_keeps_a_removed_record_is_an_origin(
    mia: Production, reto: Production
) -> None:
    say(mia, leave="05:40")
    tom = Production.open(mia.path, as_user="tom")
    reto.refresh()
    say(mia, leave="05:50")
    say(mia, note="keys")
    say(tom, note="no keys")
    say(reto, gone=True)

    conflict = next(each for each in fresh(mia).conflicts() if each.field == "gone")
    seen = origins(conflict, fresh(mia).chronicle())

    assert [True] == [each.head.value for each in seen if each.head.value]
    kept = [(each.head.writer, each.entry.edit.set) for each in seen if not each.head.value]
    assert [{"leave": "05:50"}, {"note": "keys"}, {"note": "no keys"}] == sorted(
        (fields for _, fields in kept), key=str
    )
    assert {mia.writer, tom.writer} == {writer for writer, _ in kept}


def fresh(production: Production) -> Production:
    production.refresh()
    return production


def test_a_value_whose_change_cannot_be_read_any_more_has_nothing_to_tell(
    mia: Production, reto: Production
) -> None:
    say(mia, leave="05:40")
    say(reto, leave="05:30")
    conflict = only(mia)
    blank = type(mia.chronicle())()

    assert [None, None] == [each.entry for each in origins(conflict, blank)]
    assert ["05:30", "05:40"] == sorted(str(each.head.value) for each in origins(conflict, blank))
