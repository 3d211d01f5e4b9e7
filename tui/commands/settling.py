"""Which conflict and which of its values the words of `callboard settle` mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.kinds import kind
from models.text import fold
from tui.commands.line_words import one_value
from tui.commands.problems import refuse
from tui.commands.speaking import Refusal
from tui.conflict_words import field_words
from tui.settling import no_other, proposed, settle, settle_typed


if TYPE_CHECKING:
    from tui.conflicts import Choice, Dispute
    from tui.office import Office
    from tui.settling import Settled


def settled(office: Office, found: Sequence[Dispute], words: Sequence[str]) -> Settled:
    """Settle the conflict that is meant by what is meant. Raises Refusal."""
    base = office.production.base()
    asked, said = _meant(found, words)
    choice = _choice(asked, " ".join(said))
    if choice is not None:
        return settle(office, asked, choice, base)
    if no_other(asked) or not _names_field(asked, said[0]):
        raise Refusal(f"there is no {' '.join(said)} to choose here", *_offered(asked))
    text = " ".join(said)
    proposal = proposed(office, asked, one_value(text, kind(asked.aimed.kind)) or text)
    refuse(proposal, as_is=False)
    return settle_typed(office, asked, proposal, base)


def _meant(found: Sequence[Dispute], words: Sequence[str]) -> tuple[Dispute, Sequence[str]]:
    """The conflict the words are about, and those that say the value. Raises Refusal."""
    if len(words) > 1:
        for asked in found:
            if fold(words[0]) in field_words(asked.conflict, asked.field):
                return asked, words[1:]
    named = [each for each in found if _names_field(each, words[0])]
    if len(named or found) == 1:
        return (named or found)[0], words
    fields = ", ".join(each.field for each in found)
    raise Refusal(f"{found[0].record} has {len(found)} conflicts; say which: {fields}")


def _names_field(asked: Dispute, word: str) -> bool:
    """Whether a word is the beginning of `field:value`."""
    name, colon, _ = word.partition(":")
    return bool(colon) and fold(name) in field_words(asked.conflict, asked.field)


def _choice(asked: Dispute, said: str) -> Choice | None:
    if said.isdecimal():
        return asked.choice(int(said))
    return next((each for each in asked.choices if fold(each.words) == fold(said)), None)


def _offered(asked: Dispute) -> list[str]:
    lines = [f"  {each.number}  {each.words}" for each in asked.choices]
    return lines if no_other(asked) else [*lines, f"  {asked.conflict.field}:VALUE for another"]
