"""A parent asks other parents through the school. The school says which children are shown; silence is no.

Nobody sees an address, and who asks never learns who said what: only that all said yes, or not (yet).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from magdit.areas.drafts.actions import held, shortlist, touched
from magdit.areas.drafts.doubts import DOUBTS
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import FamilyQuestion, FamilyRequest
from magdit.areas.drafts.passing import held_waiting, noted_away
from magdit.areas.drafts.rules import OPEN
from magdit.areas.drafts.waiting import Ladder, answer_by, next_asked, still_open
from magdit.areas.drafts.words import ref
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.people.queries import bonds_on, members_on, pupils_of, visible_children
from magdit.areas.people.rights import acting_person, signed
from magdit.words.roles import ROLES

ASKED, NOT_ASKED = "gevraagd", "niet"
WAITS, ALL_YES, NOT_ALL = "wacht", "ja", "nee"


@transaction.atomic
def ask_school(
    doing: Doing, draft_id: UUID, *, version: int, children: Collection[UUID], digest: str, ladder: Ladder
) -> FamilyRequest:
    """Ask the school to ask the others. Only children of the class of one's own child can be named."""
    row = held(doing, draft_id, version=version)
    if row.author_id != acting_person(doing) or row.role not in ROLES.below("ouder"):
        raise Refused("not_yours")
    allowed = set(classmates(row.author, row.school, doing.today).values_list("pk", flat=True))
    if not set(children) <= allowed:
        raise Refused("not_in_class")
    waits = still_open(row.familyrequests.all()).last()
    if waits is not None and waits.digest == digest:
        return waits
    found = next_asked(row.school, ladder, doing.today, author=row.author_id)
    if found is None:
        raise Refused("nobody_to_ask")
    still_open(row.familyrequests.all()).update(withdrawn_at=doing.at)
    request = FamilyRequest.objects.create(
        draft=row, digest=digest, children=sorted(map(str, children)), asked=found.person, asked_role=found.role,
        rung=found.rung, ladder=[list(one) for one in ladder], via=noted_away(doing, found), made_at=doing.at,
        due=answer_by(row.school, doing.at),
    )  # fmt: skip
    record(doing, "andere ouders laten vragen", ref(row.pk), details={"aan": found.person.pk, "rol": found.role})
    touched(doing, row, told=row.told | {DOUBTS: {"value": True, **signed(doing)}})
    return request


@transaction.atomic
def confirm(doing: Doing, request_id: UUID, *, children: Iterable[UUID], digest: str) -> list[FamilyQuestion]:
    """Say which children are shown, and ask every guardian of theirs who has authority."""
    request, row = held_waiting(doing, FamilyRequest, request_id)
    chosen = set(children)
    if request.answered_at is not None:
        return list(row.family_questions.select_related("asked", "child"))
    if digest != request.digest:
        raise Refused("draft_changed")
    bonds = _to_ask(row, chosen, doing.today)
    until = answer_by(row.school, doing.at, family=True)
    row.family_questions.all().delete()
    asked = [
        FamilyQuestion(
            draft=row, child=one.child, asked=one.guardian, digest=digest, made_at=doing.at, until=until
        )
        for one in bonds
    ]  # fmt: skip
    FamilyQuestion.objects.bulk_create(asked)
    request.answered_at, request.answered_by_id, request.outcome = doing.at, acting_person(doing), ASKED
    request.save()
    _say_who_is_shown(doing, row, request, chosen)
    record(doing, "ouders gevraagd", ref(row.pk), details={"kinderen": len(chosen), "ouders": len(asked)})
    return asked


@transaction.atomic
def decline(doing: Doing, request_id: UUID) -> FamilyRequest:
    """The school does not put this before other parents."""
    request, row = held_waiting(doing, FamilyRequest, request_id)
    if request.answered_at is not None:
        raise Refused("answered_already")
    request.answered_at, request.answered_by_id, request.outcome = doing.at, acting_person(doing), NOT_ASKED
    request.save()
    record(doing, "ouders niet gevraagd", ref(row.pk))
    return request


@transaction.atomic
def answer(doing: Doing, question_id: UUID, *, yes: bool) -> FamilyQuestion:
    """Yes or no, of one parent for one child. A no can always be said; a yes only in time, and by who has authority."""
    rows = FamilyQuestion.objects.select_for_update(of=("self",)).select_related("draft")
    row = rows.filter(pk=question_id, asked=acting_person(doing), draft__board=doing.board).first()
    if row is None or not may_decide(row, doing.today):
        raise Refused("not_yours")
    if row.yes is yes:
        return row
    if yes and doing.at > row.until:
        raise Refused("too_late")
    row.yes, row.answered_at = yes, doing.at
    row.save(update_fields=["yes", "answered_at"])
    # Under the one who answered: who asked never reads it.
    record(doing, "vraag over beeld beantwoord", Ref("persoon", str(row.asked_id)), details={"vraag": row.pk})
    return row


def result_of(draft: Draft, digest: str, at: datetime) -> str:
    """What the one who asked may know: all said yes, or it waits, or it did not become a yes. Empty: nothing asked.

    Until the term has passed a no looks like silence.
    """
    rows = [row for row in draft.family_questions.all() if row.digest == digest]
    if not rows:
        return ""
    if all(row.yes for row in rows):
        return ALL_YES
    return WAITS if at <= max(row.until for row in rows) else NOT_ALL


def agreed(draft: Draft, digest: str) -> dict[str, list[FamilyQuestion]]:
    """The yes of every parent, by child; nothing as long as one of all who were asked did not say yes."""
    rows = [row for row in draft.family_questions.all() if row.digest == digest]
    if not rows or not all(row.yes for row in rows):
        return {}
    found: dict[str, list[FamilyQuestion]] = {}
    for row in rows:
        found.setdefault(str(row.child_id), []).append(row)
    return found


def questions_to(person: Person, at: datetime) -> QuerySet[FamilyQuestion]:
    """What waits for a parent."""
    drafts = Draft.objects.filter(board=person.board_id, state__in=OPEN)
    rows = FamilyQuestion.objects.filter(asked=person, until__gte=at, answered_at=None, draft__in=drafts)
    return rows.select_related("child", "draft__school").order_by("until")


def classmates(parent: Person, school: School, on: date) -> QuerySet[Person]:
    """The pupils in the classes of someone's children at a school; not those children themselves."""
    own = visible_children(parent, on).values("pk")
    classes = members_on(on).filter(person__in=own, role="leerling", group__school=school, group__kind="klas")
    there = members_on(on).filter(group__in=classes.values("group"), role="leerling")
    return pupils_of(school, on).filter(pk__in=there.values("person")).exclude(pk__in=own).order_by("called", "last")


def _say_who_is_shown(doing: Doing, row: Draft, request: FamilyRequest, chosen: Collection[UUID]) -> None:
    """Whom the school named is in it, and whom only the parent named is not."""
    people = row.shortlist.get("people", {}) | dict.fromkeys(request.children, "nee")
    people |= {str(one): "ja" for one in chosen}
    Draft.objects.filter(pk=row.pk).update(shortlist=shortlist(doing, row, people), version=row.version + 1)


def _to_ask(row: Draft, chosen: Collection[UUID], on: date) -> list[Guardianship]:
    """Who decides about these pupils of the school; refused when there is a child of which nobody does."""
    if row.state not in OPEN:
        raise Refused("draft_ended", state=row.state)
    if not chosen:
        raise Refused("nobody_chosen")
    if not set(chosen) <= set(pupils_of(row.school, on).filter(pk__in=chosen).values_list("pk", flat=True)):
        raise Refused("not_yours")
    bonds = _who_decide(chosen, row, on)
    if {bond.child_id for bond in bonds} != chosen:
        raise Refused("no_parent_to_ask")
    return bonds


def _who_decide(children: Collection[UUID], row: Draft, on: date) -> list[Guardianship]:
    bonds = bonds_on(on).filter(child__in=children, authority="ja", guardian__removed_on=None)
    return list(bonds.exclude(guardian=row.author_id).select_related("child", "guardian"))


def may_decide(row: FamilyQuestion, on: date) -> bool:
    """Whether the parent who was asked still has authority over this child."""
    return bonds_on(on).filter(Q(child=row.child_id), guardian=row.asked_id, authority="ja").exists()
