"""What goes wrong, what might, what was decided and what has to be done."""

from typing import Annotated

from models.fields import AnyRecord, Date, PersonId, PriorityLevel, RunningNotes, Time, Words
from models.fields.base import Choice
from models.record import Need, Record, slot


class Issue(Record):
    """An issue, a risk, a decision or an action, with one owner and a time it is due."""

    word, plural, pane = "issue", "issues", "issues"
    aliases = ("risk", "decision", "action", "problem")
    needs = (Need(("title",), "an issue needs to say what is wrong"),)
    lists = (
        "issue list, issue log, open points, offene punkte, pendenzen, to do, "
        "tasks, aufgaben, problems"
    )
    example = "generator 2 tripping p1 +reto due 1400 #power"

    priority: PriorityLevel | None = slot(
        "prio",
        bare=True,
        label="priority",
        column=1,
        headers="priority, prio, severity, priorität, priorité",
    )
    title: Words | None = slot(
        title=True,
        column=1,
        headers=(
            "issue, title, what, problem, subject, task, description, thema, titel, "
            "was, problème, sujet, titre"
        ),
    )
    status: (
        Annotated[
            str,
            Choice(
                open=(), waiting=("wait", "blocked"), done=("closed", "solved"), dropped=("void",)
            ),
        ]
        | None
    ) = slot(column=1, headers="status, state, état")
    owner: PersonId | None = slot(
        "who",
        plus=True,
        column=2,
        headers=(
            "owner, who, responsible, assigned to, assignee, verantwortlich, "
            "zuständig, wer, responsable"
        ),
    )
    escalated: PersonId | None = slot("esc", label="escalated to", column=4)
    due_day: Date | None = slot(
        label="due day",
        day_of="due",
        column=2,
        headers="due date, deadline, fällig, fällig am, bis, échéance",
    )
    due: Time | None = slot(moves=True, column=2, headers="due time")
    type: (
        Annotated[str, Choice(issue=("problem",), risk=(), decision=(), action=("todo",))] | None
    ) = slot(hint=True, column=4, headers="type, art")
    about: AnyRecord | None = slot("re", column=4)
    outcome: Words | None = slot(
        "did",
        label="what was done",
        column=5,
        headers="solution, result, lösung, ergebnis, résolution",
    )
    notes: RunningNotes = slot(
        "note", label="noted", headers="notes, comments, kommentar, bemerkungen, remarques"
    )
