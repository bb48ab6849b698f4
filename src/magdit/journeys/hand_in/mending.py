"""One button for each thing that would make a draft allowed; and one for all of them. What is not ours to do is told.

Steps come from the routes of the answer; the text changes are those of `magdit check --herstel` (check/draft/plan).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Literal
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.actions import change, held, remove_picture
from magdit.areas.drafts.models import HIDDEN, Draft, Picture
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing
from magdit.areas.journal.refused import Refused
from magdit.check.draft.plan import EVERYTHING, Plan, is_doable, plan_of, planned
from magdit.journeys.hand_in.cleaning import NO_SOUND
from magdit.journeys.hand_in.judging import Judging, judge_draft
from magdit.journeys.hand_in.remembered import named
from magdit.journeys.hand_in.saying import say_of_faces
from magdit.norms.answer import Step
from magdit.wording.sentences import sentences_of

# How a step is done: here, by a person who looks whether what was hidden is hidden enough, by waiting, by choosing
# something else on the page, by asking someone, or not by magdit.
How = Literal["mend", "look", "wait", "channel", "ask", "told"]
ASKING = frozenset({"toestemming_vragen", "akkoord_vragen", "beoordeling_vragen", "overleggen"})
CHANNEL = frozenset({"ander_medium", "schoolaccount_gebruiken", "schoolsysteem_gebruiken"})
MOST_WAYS = 3


@dataclass(frozen=True, slots=True)
class Remedy:
    """One step with the name that a form gives it, and how it is done."""

    key: str
    step: Step
    how: How


def ways_out(judging: Judging) -> tuple[tuple[Remedy, ...], ...]:
    """The best ways to yes, each as steps; the first in one's own hands comes first."""
    routes = sorted(judging.judged.answer.routes, key=lambda route: not route.own)[:MOST_WAYS]
    return tuple(tuple(Remedy(key_of(step), step, _how(step, judging)) for step in route.steps) for route in routes)


def key_of(step: Step) -> str:
    """A short name for a step, the same as long as the draft is."""
    told = "|".join((step.remedy, step.fact, step.group or "", str(step.index), step.label))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


@transaction.atomic
def mend(doing: Doing, draft_id: UUID, keys: Collection[str], *, version: int) -> Draft:
    """Carry out these steps. Refused when one of them is no longer a way out."""
    row = held(doing, draft_id, version=version)
    judging = judge_draft(row, doing.at)
    offered = {remedy.key: remedy for way in ways_out(judging) for remedy in way}
    if not keys or not set(keys) <= set(offered):
        raise Refused("step_gone")
    chosen = [offered[key] for key in dict.fromkeys(keys)]
    mended = tuple(one.step for one in chosen if one.how == "mend")
    row = _carried_out(doing, row, judging, plan_of(mended, judging.judged, judging.post, sentences_of(judging.book)))
    first = max((one.step.until for one in chosen if one.how == "wait" and one.step.until), default=None)
    if first is not None:
        moment = first if isinstance(first, datetime) else datetime.combine(first, time())
        row = change(doing, row.pk, version=row.version, planned=_on_the_school_clock(moment))
    return row


@transaction.atomic
def mend_like(doing: Doing, draft_id: UUID, remedy: str, *, version: int) -> Draft:
    """Carry out every step of the cheapest way that does the same: all faces hidden, all names left out."""
    judging = judge_draft(held(doing, draft_id, version=version), doing.at)
    cheapest = next(iter(ways_out(judging)), ())
    return mend(doing, draft_id, [one.key for one in cheapest if one.step.remedy == remedy], version=version)


@transaction.atomic
def mend_all(doing: Doing, draft_id: UUID, *, version: int) -> Draft:
    """Everything of the cheapest way that can be done here."""
    row = held(doing, draft_id, version=version)
    judging = judge_draft(row, doing.at)
    plan = planned(judging.judged, judging.post, [EVERYTHING], sentences_of(judging.book))
    return _carried_out(doing, row, judging, plan)


def _carried_out(doing: Doing, row: Draft, judging: Judging, plan: Plan) -> Draft:
    if plan.text is not None:
        row = change(doing, row.pk, version=row.version, words=replace(judging.words, text=plan.text))
    if plan.without_sound and NO_SOUND not in row.mends:
        row = change(doing, row.pk, version=row.version, mends=[*row.mends, NO_SOUND])
    if plan.without_pictures:
        for picture in judging.pictures:
            row = remove_picture(doing, row.pk, picture.pk, version=row.version)
        return row
    for picture, faces in _hidden(judging.pictures, plan):
        row = say_of_faces(doing, picture, faces, fate=HIDDEN, version=row.version)
    return row


def _hidden(pictures: Iterable[Picture], plan: Plan) -> Iterable[tuple[Picture, list[str]]]:
    for picture in pictures:
        whole = named(picture) in plan.hidden_films
        places = {at for name, at in plan.hidden if name == named(picture)}
        faces = [face["id"] for at, face in enumerate(picture.faces) if whole or at in places]
        if faces:
            yield picture, faces


def _how(step: Step, judging: Judging) -> How:
    if is_doable(step, judging.judged, judging.post):
        return "look" if _is_hidden(step, judging) else "mend"
    if step.until is not None:
        return "wait"
    if step.remedy in CHANNEL:
        return "channel"
    return "ask" if step.remedy in ASKING else "told"


def _is_hidden(step: Step, judging: Judging) -> bool:
    """Whether all that this step would hide is hidden already."""
    plan = plan_of((step,), judging.judged, judging.post, sentences_of(judging.book))
    faces = [
        (face["id"] in chosen, face["fate"] == HIDDEN)
        for picture, chosen in _hidden(judging.pictures, plan)
        for face in picture.faces
    ]
    return any(is_meant for is_meant, _ in faces) and all(is_done for is_meant, is_done in faces if is_meant)


def _on_the_school_clock(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=SCHOOL_CLOCK)
