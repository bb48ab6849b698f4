"""'Ik twijfel': an author asks one question about a draft, and who is asked answers. About that version alone."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.actions import held, touched
from magdit.areas.drafts.asked_words import said_in, seal, written
from magdit.areas.drafts.clause_codes import clause_code
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Doubt
from magdit.areas.drafts.passing import held_waiting, noted_away
from magdit.areas.drafts.rules import OPEN
from magdit.areas.drafts.waiting import Ladder, answer_by, next_asked, speaks_as
from magdit.areas.drafts.words import ref
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.rights import acting_person, signed

DOUBTS = "twijfel"
MAY, MAY_NOT, OTHERWISE = OUTCOMES = ("mag", "mag_niet", "anders")


@transaction.atomic
def ask(
    doing: Doing, draft_id: UUID, *, version: int, question: str, ladder: Ladder, digest: str,
    about: list[list[str]], start: int = 0,
) -> Doubt:  # fmt: skip
    """Put the draft before the first on the ladder, from rung `start` up. The same question twice is one question."""
    row, question = _own(doing, draft_id, version), written(question)
    before = last_doubt(row)
    if before is not None and before.answered_at is None:
        if before.digest == digest and said_in(before).get("question") == question:
            return before
        raise Refused("asked_already")
    if before is not None and before.digest == digest and before.outcome == MAY_NOT:
        raise Refused("answered_no")
    found = next_asked(row.school, ladder, doing.today, author=row.author_id, start=start)
    if found is None:
        raise Refused("nobody_to_ask")
    doubt = Doubt(
        draft=row, digest=digest, asked=found.person, asked_role=found.role, clause=found.clause, rung=found.rung,
        ladder=[list(one) for one in ladder], about=about, via=noted_away(doing, found), made_at=doing.at,
        due=answer_by(row.school, doing.at),
    )  # fmt: skip
    doubt.sealed = seal(doing, doubt, row, {"question": question})
    doubt.save(force_insert=True)
    details = {"rol": found.role, "artikel": clause_code(found.clause), "aan": found.person.pk}
    record(doing, "twijfel voorgelegd", ref(row.pk), details=details)
    touched(doing, row, told=row.told | {DOUBTS: {"value": True, **signed(doing)}})
    return doubt


@transaction.atomic
def answer(
    doing: Doing, doubt_id: UUID, *, outcome: str, words: str, digest: str, facts: Mapping[str, bool] | None = None
) -> Doubt:
    """Say what may be done. `facts`: what the protocol leaves to the judgement of who is asked here.

    `digest` is of the draft as they saw it: a draft that was changed meanwhile is looked at again first.
    """
    doubt, row = held_waiting(doing, Doubt, doubt_id)
    if outcome not in OUTCOMES:
        raise Refused("no_such_answer")
    if doubt.answered_at is not None:
        if doubt.outcome == outcome and doubt.answered_by_id == acting_person(doing):
            return doubt
        raise Refused("answered_already")
    if row.state not in OPEN:
        raise Refused("draft_ended", state=row.state)
    if digest != doubt.digest:
        raise Refused("draft_changed")
    words = written(words, needed=outcome != MAY)
    person = acting_person(doing)
    doubt.outcome, doubt.answered_at, doubt.answered_by_id = outcome, doing.at, person
    doubt.sealed = seal(doing, doubt, row, {**said_in(doubt), "answer": words})
    doubt.save()
    record(doing, "twijfel beantwoord", ref(row.pk), details={"antwoord": outcome, "rol": doubt.asked_role})
    _keep_facts(doing, row, doubt, facts or {})
    return doubt


@transaction.atomic
def withdraw(doing: Doing, draft_id: UUID, *, version: int) -> Draft:
    """The author doubts no more. Who got a no, or was asked to change it, cannot take that away by this."""
    row = _own(doing, draft_id, version)
    last = last_doubt(row)
    if last is not None and last.outcome in (MAY_NOT, OTHERWISE):
        raise Refused("answered_no")
    if last is not None and last.answered_at is None:
        Doubt.objects.filter(pk=last.pk).update(withdrawn_at=doing.at)
    if DOUBTS not in row.told and (last is None or last.answered_at is not None):
        return row
    record(doing, "twijfel ingetrokken", ref(row.pk))
    return touched(doing, row, told={name: one for name, one in row.told.items() if name != DOUBTS})


@transaction.atomic
def keep_precedent(doing: Doing, doubt_id: UUID, text: str) -> Doubt:
    """Keep an answer as an example for others, in the words of who answered; empty takes it back.

    Call it through the journey: that has the finders look, and refuses words which point at someone.
    """
    doubt, row = held_waiting(doing, Doubt, doubt_id)
    if doubt.answered_by_id != acting_person(doing):
        raise Refused("not_yours")
    text = written(text, needed=False)
    if doubt.precedent == text:
        return doubt
    doubt.precedent, doubt.precedent_at = text, doing.at if text else None
    doubt.save(update_fields=["precedent", "precedent_at"])
    verb = "voorbeeld bewaard" if text else "voorbeeld weg"
    record(doing, verb, ref(row.pk), details={"artikel": clause_code(doubt.clause)})
    return doubt


def last_doubt(row: Draft) -> Doubt | None:
    """The latest question that was not taken back."""
    return row.doubts.filter(withdrawn_at=None).order_by("made_at").select_related("draft", "asked").last()


def _own(doing: Doing, draft_id: UUID, version: int) -> Draft:
    row = held(doing, draft_id, version=version)
    if row.author_id != acting_person(doing):
        raise Refused("not_yours")
    return row


def _keep_facts(doing: Doing, row: Draft, doubt: Doubt, facts: Mapping[str, bool]) -> None:
    """What they judged stands in the draft with their id, and holds for what they saw; only if the role is theirs."""
    asked = {fact for kind, fact in doubt.about if kind == "oordeel"}
    if not set(facts) <= asked:
        raise Refused("no_such_answer")
    if not facts or not speaks_as(acting_person(doing), row.school, doubt.asked_role, doing.today):
        return
    told = row.told | {
        fact: {"value": bool(value), **signed(doing), "of": doubt.digest} for fact, value in facts.items()
    }
    Draft.objects.filter(pk=row.pk).update(told=told, version=row.version + 1)
    for fact, value in facts.items():
        record(doing, "bevestigd", ref(row.pk), details={"feit": fact, "waarde": bool(value)})
