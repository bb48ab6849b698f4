"""Who may come in, and who still has no way in: questions about accounts. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from magdit.areas.people.links import INVITATION
from magdit.areas.people.models import Account, ExternalId, Guardianship, Link, Person, Role, School
from magdit.areas.people.queries import bonds_on, visible_children
from magdit.areas.people.rights import GOVERNORS, KEEPERS
from magdit.words.roles import ROLES

PUPILS = ("leerling", "oud_leerling")
# Who answers only from some age on, and who sees a whole school, comes in for the first time when someone invited them.
INVITED_FIRST = frozenset(PUPILS).union(*(ROLES.below(role) for role in (*KEEPERS, *GOVERNORS)))
MOST_AT_ONE_ADDRESS = 5  # more is no family but a stopgap of the office
SSO = "sso:"  # what the school's own system is called among the keys of a person (sso_accounts)


def may_come_in(person: Person, on: date) -> bool:
    """Whether there is something here for someone: a child, a role, or what they once said yes to and may take back.

    Who left keeps that as long as their file is kept; their roles ended, so they see nothing else.
    """
    if person.removed_on is not None or person.institution:
        return False
    roles = Role.objects.filter(_not_over(on) | Q(ends=F("person__left_on")), person=person)
    return roles.exists() or visible_children(person, on).exists()


def accounts_at(address: str, on: date) -> list[Account]:
    """The open accounts of whom this mailbox proved to be, one per person: parents may share one."""
    rows = Account.objects.filter(address__iexact=address, is_active=True, person__removed_on=None)
    accounts = {one.person_id: one for one in rows.select_related("person__board").order_by("-pk")}
    return [one for one in accounts.values() if one.person is not None and may_come_in(one.person, on)]


def never_came_in(address: str, on: date) -> list[Person]:
    """Of whom the office wrote down this mailbox, and who never had an account: to be let in once they can read it.

    Whoever has or had an account is none of them: their own mailbox proved to be theirs, or the office closed it.
    """
    rows = Person.objects.filter(email__iexact=address, accounts=None, removed_on=None, institution=False)
    found = list(rows.select_related("board").order_by("pk")[: MOST_AT_ONE_ADDRESS + 1])
    if len(found) > MOST_AT_ONE_ADDRESS:
        return []
    held = Role.objects.filter(_not_over(on), person__in=found, role__in=INVITED_FIRST)
    closed = set(held.values_list("person_id", flat=True))
    invited = Link.objects.filter(person__in=closed, kind=INVITATION, address__iexact=address)
    closed -= set(invited.values_list("person_id", flat=True))
    return [one for one in found if one.pk not in closed and may_come_in(one, on)]


def with_a_way_in(people: QuerySet[Person]) -> QuerySet[Account]:
    """The open accounts of these people with which they can come in: by mail, by password, by the school's system."""
    no_password = Q(password="") | Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    elsewhere = ExternalId.objects.filter(system__startswith=SSO, kind="persoon", object=OuterRef("person"))
    ways = ~Q(address="") | ~no_password | Q(Exists(elsewhere))
    return Account.objects.filter(ways, person__in=people, is_active=True)


def belonging_to(school: School, on: date) -> QuerySet[Person]:
    """Pupils, parents and staff of a school together, each once."""
    kinds = (pupils_to_come(school, on), parents_to_come(school, on), staff_to_come(school, on))
    belongs = Q()
    for kind in kinds:
        belongs |= Q(pk__in=kind.values("pk"))
    return Person.objects.filter(belongs)


def pupils_to_come(school: School, on: date) -> QuerySet[Person]:
    """The pupils of a school now, and who is enrolled."""
    roles = Role.objects.filter(_not_over(on), school=school, role="leerling")
    return Person.objects.filter(pk__in=roles.values("person"), removed_on=None)


def parents_to_come(school: School, on: date) -> QuerySet[Person]:
    """Who may say something about one of those pupils: known or unknown authority, not "nee"."""
    bonds: QuerySet[Guardianship] = bonds_on(on).filter(child__in=pupils_to_come(school, on).values("pk"))
    with_say = bonds.exclude(authority="nee").values("guardian")
    return Person.objects.filter(pk__in=with_say, removed_on=None, institution=False)


def staff_to_come(school: School, on: date) -> QuerySet[Person]:
    """Who works or helps at a school, now or soon, and who does so for the whole board."""
    here = Q(school=school) | Q(school=None, person__board=school.board_id)
    roles = Role.objects.filter(_not_over(on), here).exclude(role__in=PUPILS)
    return Person.objects.filter(pk__in=roles.values("person"), removed_on=None, institution=False)


def everyone_to_come(school: School, on: date, people: Iterable[UUID]) -> list[Person]:
    """Which of these people belong to a school in one of those ways."""
    wanted, found = list(people), dict[UUID, Person]()
    for start in range(0, len(wanted), 500):
        rows = belonging_to(school, on).select_related("board").filter(pk__in=wanted[start : start + 500])
        found.update({one.pk: one for one in rows})
    return list(found.values())


def _not_over(on: date) -> Q:
    return Q(ends=None) | Q(ends__gte=on)
