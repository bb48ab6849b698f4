"""A draft checked against the register: who is at the school on the day of the post, and what was answered about them.

Gives what a check otherwise reads from two lists of the school. Tells the journal, once, that they were looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import groupby

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from magdit.areas.consent.for_check import consents_for_check, purposes_of
from magdit.areas.journal.actions import seen
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Membership, Person, Role, School
from magdit.areas.people.queries import members_on, roles_at
from magdit.areas.registers.channels_queries import facts_without_account
from magdit.check.tables.consents import Consents
from magdit.check.tables.roster import Person as Listed
from magdit.check.tables.roster import Roster
from magdit.check.text.allow import AllowList
from magdit.words.vocabulary import UnknownWord

PUPIL = "leerling"
LATELY = timedelta(days=92)  # a photo that goes out now may be of before they left, also before the summer


@dataclass(frozen=True, slots=True)
class FromRegister:
    """What the register gives a check."""

    roster: Roster
    consents: Consents
    own_data: AllowList
    school: School
    on: date

    def settles(self, medium: str) -> Mapping[str, object]:
        """What it knows of a post on this medium, whatever its author says."""
        return facts_without_account(self.school, medium, self.on)


@transaction.atomic
def from_register(doing: Doing, school: School, on: date, *, purpose: str = "") -> FromRegister:
    """The people of a school on a day with their answers; one line in the journal says that they were seen.

    `purpose`: what the post is for, so that only the answers about that count. Raises UnknownWord for one that nobody
    was ever asked about. Not for people who sign in: a page shows them no more than their role does; this is everyone.
    """
    if doing.actor.kind != "systeem" or school.board_id != doing.board:
        raise Refused("not_yours")
    if purpose and purpose not in purposes_of(school):
        raise UnknownWord("doel", purpose, tuple(get_close_matches(purpose, purposes_of(school))))
    roster, consents = roster_of(school, on), consents_for_check(school, on, purposes=(purpose,) if purpose else ())
    seen(doing, Ref("school", str(school.pk)), "toestemmingen", details={"mensen": len(roster), "dag": on})
    return FromRegister(roster, consents, AllowList.written(school.own_data), school, on)


def roster_of(school: School, on: date) -> Roster:
    """Everyone with a role at the school on a day, as a check knows them; asked in one question."""
    rows = roles_at(school, on).filter(person__removed_on=None).select_related("person").order_by("person")
    held = rows.annotate(group=Subquery(_class_on(school, on)))
    each = (list(of_one) for _, of_one in groupby(held, key=lambda row: row.person_id))
    return Roster(tuple(_listed(rows[0].person, {row.role for row in rows}, rows[0].group or "") for rows in each))


def left_lately(school: School, on: date) -> tuple[Listed, ...]:
    """The pupils who left this school shortly before this day, as they were then: they may be in a photo of before."""
    still = roles_at(school, on).filter(role=PUPIL).values("person")
    left = Role.objects.filter(school=school, role=PUPIL, ends__lt=on, ends__gte=on - LATELY).exclude(person__in=still)
    people = Person.objects.filter(pk__in=left.values("person"), removed_on=None).order_by("pk")
    return tuple(_listed(person, {PUPIL}, "") for person in people)


def _class_on(school: School, on: date) -> QuerySet[Membership, str]:
    """The class of the pupil of a role; of who is in two, the first by name."""
    members = members_on(on).filter(group__school=school, group__kind="klas", role=PUPIL, person=OuterRef("person"))
    return members.order_by("group__name").values_list("group__name", flat=True)[:1]


def _listed(person: Person, roles: set[str], group: str) -> Listed:
    """With every role, as the register judges them; a pupil is called that, of anyone else the alphabet decides."""
    called_by = PUPIL if PUPIL in roles else min(roles)
    return Listed(
        id=str(person.pk),
        # Who has one name only goes by that name.
        first=person.first or (person.last if not person.called else ""),
        infix=person.infix,
        last=person.last,
        called=person.called,
        role=called_by,
        more=tuple(sorted(roles - {called_by})),
        born=person.born,
        group=group,
    )
