"""Who may do what: asked by every action before it changes anything. A person outside has no row here, so no right."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Role, School
from magdit.words.roles import ROLES


def roles_on(person: UUID | str, day: date) -> QuerySet[Role]:
    """The roles that someone has on a day."""
    begun = Q(begins__isnull=True) | Q(begins__lte=day)
    lasting = Q(ends__isnull=True) | Q(ends__gte=day)
    return Role.objects.filter(begun, lasting, person_id=person)


def has_role(person: UUID | str, roles: Iterable[str], *, school: School, on: date) -> bool:
    """Whether someone has one of these roles, or a narrower one, at this school or board-wide."""
    wanted = {code for role in roles for code in ROLES.below(role)}
    here = Q(school=school) | Q(school__isnull=True, person__board=school.board_id)
    return roles_on(person, on).filter(here, role__in=wanted).exists()


def require(doing: Doing, roles: Iterable[str], *, school: School) -> None:
    """Refuse who has none of these roles at this school. A system (import, nightly, the command line) may pass."""
    if school.board_id != doing.board:
        raise Refused("not_yours")
    if doing.actor.kind == "systeem":
        return
    if not has_role(doing.actor.id, roles, school=school, on=doing.today):
        raise Refused("no_right", roles=", ".join(ROLES.dutch(role) for role in roles))
