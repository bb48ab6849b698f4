"""A parent's draft: which children are their own, and the yes that others gave for this one post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from magdit.areas.drafts.family_questions import agreed
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import FamilyQuestion
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.queries import bonds_on
from magdit.check.tables.consents import Consents, Record
from magdit.check.tables.shown import Shown
from magdit.words.roles import ROLES

OWN_CHILD, NO_BOND = "eigen_kind", "geen"


def own_children(row: Draft, on: date) -> Mapping[str, str]:
    """Of a parent who hands in: their own children, as the register has them; whoever else they named is not theirs."""
    if not is_parents(row):
        return {}
    others = {one: NO_BOND for one, said in row.shortlist.get("people", {}).items() if said == "ja"}
    children = bonds_on(on).filter(guardian=row.author_id).exclude(authority="nee").values_list("child", flat=True)
    return others | {str(child): OWN_CHILD for child in children}


def as_family_said(row: Draft, shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """Whom a family, or the school for them, names as being in it can be recognised: why else would it be asked?"""
    if not is_parents(row):
        return shown
    return tuple(replace(one, recognisable=True) if _is_named(one) else one for one in shown)


def with_one_time(answers: Consents, row: Draft, mark: str) -> Consents:
    """The answers with the yes that was given for exactly this post, when everyone who was asked gave it."""
    if not is_parents(row):
        return answers
    given = {child: tuple(_record(one, row.medium) for one in rows) for child, rows in agreed(row, mark).items()}
    if not given:
        return answers
    return Consents({**answers.by_person, **{child: (*answers.of(child), *more) for child, more in given.items()}})


def is_parents(row: Draft) -> bool:
    """Whether a parent hands it in, as a parent."""
    return row.role in ROLES.below("ouder")


def _is_named(one: Shown) -> bool:
    return one.person is not None and not one.hidden and one.recognisable is None


def _record(question: FamilyQuestion, medium: str) -> Record:
    day = (question.answered_at or question.made_at).astimezone(SCHOOL_CLOCK).date()
    return {
        "door": "ouder", "staat": "gegeven", "datum": day.isoformat(), "vorm": "digitaal_akkoord",
        "dekt": ["foto", "video", "geluid"], "kanalen": [medium] if medium else [],
        "gezag": "ja", "naam": str(question.asked_id),
    }  # fmt: skip
