"""What every page of this room needs: the school, the account that is meant, and what this visitor may do with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from magdit.areas.people.models import School
from magdit.areas.people.rights import with_narrower
from magdit.areas.registers.channels_queries import at_school
from magdit.areas.registers.models import ChannelAccount
from magdit.areas.registers.rules_channels import APPROVERS, BOARD_KEEPERS, DECIDERS, KEEPERS, READERS
from magdit.web.visit import Visit


@dataclass(frozen=True, slots=True)
class May:
    """What this visitor may do with one account."""

    keep: bool
    approve: bool
    decide: bool


def school_here(visit: Visit, code: str, *, for_roles: Iterable[str] = READERS) -> School:
    """The school of this address, for who has to do with its accounts."""
    return visit.school(code, for_roles=for_roles)


def one_of(visit: Visit, school: School, account: UUID) -> ChannelAccount:
    """The account of this address; one of another school or board is not there."""
    return visit.one(at_school(school), pk=account)


def kept(visit: Visit, school: School, account: UUID) -> ChannelAccount:
    """The account of this address for who keeps it; to others its form is not there."""
    row = one_of(visit, school, account)
    if not may(visit, school, row).keep:
        raise Http404
    return row


def may(visit: Visit, school: School, account: ChannelAccount) -> May:
    """An account of the whole board is for who has the role for the whole board."""
    if account.school_id is None:
        return May(*(of_the_board(visit, roles) for roles in (BOARD_KEEPERS, APPROVERS, DECIDERS)))
    return May(*(visit.is_one_of(roles, at=school) for roles in (KEEPERS, APPROVERS, DECIDERS)))


def of_the_board(visit: Visit, roles: Iterable[str]) -> bool:
    """Whether this visitor has one of these roles for the board as a whole."""
    wanted = with_narrower(roles)
    return any(role.school_id is None and role.role in wanted for role in visit.roles)


def to(school: School, account: ChannelAccount) -> HttpResponse:
    """Back to the page of an account."""
    return HttpResponseRedirect(reverse("accounts:account", args=[school.code, account.pk]))
