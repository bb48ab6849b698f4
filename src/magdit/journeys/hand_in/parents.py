"""What a family hands in: begun for the school of a child, saved as one goes, and put before other parents."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from magdit.areas.drafts import actions, family_questions
from magdit.areas.drafts.actions import held, shortlist, touched
from magdit.areas.drafts.asking_rules import whole_ladder
from magdit.areas.drafts.family_questions import classmates
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import FamilyQuestion, FamilyRequest
from magdit.areas.drafts.words import Words, words_of
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.people.names import whole
from magdit.areas.people.queries import pupil_roles_on, visible_children
from magdit.areas.people.rights import acting_person
from magdit.check.tables.folded import folded
from magdit.journeys.hand_in.cleaning import clean_all
from magdit.journeys.hand_in.digest import digest_of
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.hand_in.leaves import mark_now
from magdit.journeys.hand_in.whom import whom_to_ask
from magdit.journeys.told_by_mail import mail_answered, mail_asked, mail_families

AUDIENCE = "publiek"
PARENT, PUPIL = "ouder", "leerling"


@dataclass(frozen=True, slots=True)
class Way:
    """As what someone may hand in, and at which school."""

    role: str
    school: School


def roles_in_family(person: Person, on: date) -> tuple[Way, ...]:
    """A parent at the schools of their children; a pupil at their own."""
    children = visible_children(person, on).values("pk")
    pupils = pupil_roles_on(on).filter(Q(person=person) | Q(person__in=children), school__board=person.board_id)
    pupils = pupils.select_related("school__board")
    ways = {Way(PUPIL if one.person_id == person.pk else PARENT, one.school) for one in pupils if one.school}
    return tuple(sorted(ways, key=lambda way: (way.school.name, way.role == PUPIL)))


def begin_as_family(doing: Doing, way: Way) -> Draft:
    """An empty draft, meant for one's own account until it is said otherwise."""
    author = Person.objects.get(pk=acting_person(doing))
    if way not in roles_in_family(author, doing.today):
        raise Refused("not_yours")
    return actions.begin(doing, way.school, author, role=way.role)


@transaction.atomic
def save_for_family(
    doing: Doing, draft_id: UUID, *, version: int, text: str, medium: str, for_school: bool, children: Collection[str],
    audience: str = "", names: str = "",
) -> Draft:  # fmt: skip
    """Keep what was typed and chosen. Besides one's own children only those of their class can be named, by typing."""
    row = held(doing, draft_id, version=version)
    own = {str(one) for one in visible_children(row.author, doing.today).values_list("pk", flat=True)}
    if not set(children) <= own:
        raise Refused("not_in_class")
    children = [*children, *_named(row, names, doing.today)]
    words = Words(text, words_of(row).alt)
    row = actions.change(
        doing, draft_id, version=version, words=words, medium=medium, for_school=for_school or None
    )  # fmt: skip
    row = actions.confirm(doing, draft_id, version=row.version, fact=AUDIENCE, value=audience or None)
    people = dict.fromkeys(sorted(children), "ja")
    if {one for one, said in row.shortlist.get("people", {}).items() if said == "ja"} == set(children):
        return row
    return touched(doing, row, shortlist=shortlist(doing, row, people))


@transaction.atomic
def let_school_ask(doing: Doing, draft_id: UUID, *, version: int) -> FamilyRequest:
    """Ask the school to ask the parents of the other children."""
    row = held(doing, draft_id, version=version)
    if not row.pictures.filter(gone_at=None).exists():
        raise Refused("nobody_chosen")
    judging = judge_draft(row, doing.at)
    own = {str(one) for one in visible_children(row.author, doing.today).values_list("pk", flat=True)}
    named = [UUID(one) for one, said in row.shortlist.get("people", {}).items() if said == "ja" and one not in own]
    ladder = whole_ladder(whom_to_ask(judging))
    request = family_questions.ask_school(
        doing, draft_id, version=version, children=named, digest=digest_of(judging), ladder=ladder
    )
    mail_asked(request)
    return request


def ask_parents(doing: Doing, request_id: UUID, *, children: Collection[str]) -> list[FamilyQuestion]:
    """The school says who is shown; their parents are asked, and see the copy that would go out."""
    request = FamilyRequest.objects.filter(pk=request_id, draft__board=doing.board).select_related("draft").first()
    if request is None:
        raise Refused("not_yours")
    chosen = [one for one in map(_id, children) if one is not None]
    if len(chosen) != len(children):
        raise Refused("not_yours")
    clean_all(doing, request.draft)
    with transaction.atomic():
        asked = family_questions.confirm(doing, request_id, children=chosen, digest=mark_now(request.draft))
        mail_families(asked)
    return asked


@transaction.atomic
def do_not_ask(doing: Doing, request_id: UUID) -> FamilyRequest:
    """The school does not ask other parents; the one who wanted it hears that."""
    request = family_questions.decline(doing, request_id)
    mail_answered(request)
    return request


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _named(row: Draft, names: str, on: date) -> list[str]:
    """The classmates of one's children who go by these names. No list of them is ever shown to a parent."""
    wanted = {folded(one) for one in names.replace(" en ", ",").split(",") if one.strip()}
    if not wanted:
        return []
    there = list(classmates(row.author, row.school, on)) if row.role != PUPIL else []
    calls = {str(one.pk): {folded(one.called), folded(one.first), folded(whole(one))} for one in there}
    if not wanted <= {name for known in calls.values() for name in known}:
        raise Refused("not_in_class")
    return [one for one, known in calls.items() if known & wanted]
