"""Taking a file in: `read` says what is in it, `plan` what that would do, `take` does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.imports.plan import Plan
from store.imports.planning import Planning


if TYPE_CHECKING:
    from store.change import Change
    from store.imports.intake import Intake
    from store.production import Production


def plan(production: Production, intake: Intake) -> Plan:
    """Compare a file with the production as it stands; nothing is written."""
    return Planning(production, intake).plan()


def take(production: Production, plan: Plan) -> Change | None:
    """Take a planned import in as one change, which one undo takes back; None if it brings nothing.

    What others changed since the plan was made stands beside it as a conflict. Raises NotSaved.
    """
    if not plan.edits:
        return None
    via = f"import {plan.source}"
    return production.commit(plan.edits, plan.did, base=plan.base, via=via)
