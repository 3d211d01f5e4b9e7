"""Saving what a line proposes: refused with what is wrong, or saved and said in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from models.edits import Aimed, value_at
from models.form import called, shown
from models.kinds import KINDS
from models.rules import findings
from models.words import words
from tui.commands.line_words import line_of, one_value
from tui.commands.problems import refuse
from tui.commands.speaking import say, sentence, tell
from tui.meaning import clashes, meaning


if TYPE_CHECKING:
    from models.record import Record
    from store.change import Change, Edit
    from tui.office import Office
    from tui.proposal import Proposal


Document = Mapping[str, Any]


def proposal_of(
    words: Sequence[str], of: type[Record], propose: Callable[[str], Proposal]
) -> Proposal:
    """What the words propose as a line.

    One word is a whole line; where that cannot be read and the word is nothing but
    `note:bring the keys`, it is that one field's value.
    """
    found = propose(line_of(words, of))
    value = one_value(words[0], of) if len(words) == 1 and found.problems else ""
    if not value or any(piece.field for piece in found.reading.pieces[1:]):
        return found
    alone = propose(value)
    return found if alone.problems else alone


def save(office: Office, proposal: Proposal, *, as_is: bool, dry_run: bool = False) -> None:
    """Save one line's proposal and say so on stderr; a refusal where the line is not right.

    With `dry_run` it is only said what would come of it.
    """
    refuse(proposal, as_is=as_is)
    if dry_run:
        foretell(office, [proposal])
    else:
        save_all(office, [proposal])


def foretell(office: Office, proposals: Sequence[Proposal]) -> None:
    """Say what saving the proposals would do, and what each would clash with."""
    for each in proposals:
        tell(f"{label}: {value}" for label, value in meaning(each, office))
        for clash in clashes(each, office):
            say(f"Mind: {sentence(clash)}")
    say("Nothing was saved: this was --dry-run.")


def save_all(office: Office, proposals: Sequence[Proposal]) -> None:
    """Save proposals that are right as one change. Raises NotSaved."""
    before = {
        part.aimed: part.draft.before
        for each in proposals
        for part in (*each.parts, *each.carried)
        if part.aimed.id
    }
    change = office.save(proposals)
    if change is None:
        for aimed in before:
            say(sentence(f"{office.called(aimed)} is so already; nothing to save"))
        return
    for edit in change.edits:
        say(sentence(_saved(office, edit, before.get(Aimed(edit.kind, edit.id)))))
    for each in ripples(office, change):
        say(f"Mind: {sentence(each)}")


def _saved(office: Office, edit: Edit, old: Document | None) -> str:
    if old is None:
        return _added(office, Aimed(edit.kind, edit.id))
    was = {key: value_at(old, key) for key in edit.set}
    did = ", ".join(words(edit.kind, was, edit.set, office.desk))
    return f"changed {called(edit.kind, old, office.desk)}: {did}"


def _added(office: Office, aimed: Aimed) -> str:
    """What was added, with its day where a line may leave that out."""
    document = office.document(aimed)
    slots = KINDS[aimed.kind].slots().values()
    days = [each for each in slots if each.view_day and each.column != 1]
    on = [f", {shown(each, document, office.desk)}" for each in days if document.get(each.name)]
    return f"added {office.called(aimed)}{''.join(on)}"


def ripples(office: Office, change: Change) -> Iterator[str]:
    """What the rules find about the records of a change, on the days they are on."""
    aimed = {Aimed(edit.kind, edit.id) for edit in change.edits}
    documents = [office.document(each) for each in aimed]
    for day in sorted({str(each["day"]) for each in documents if each.get("day")}):
        for finding in findings(office.desk, day):
            if aimed & set(finding.about):
                yield finding.words
