"""Whether someone must first set up a second step of signing in. What the board asks stands at the board.

Who has set one up passes it when they sign in, by whichever way (allauth's stages). A sign-in by the school's own
system counts as a second step: there the school decides. In a demo nobody needs one.
"""

from __future__ import annotations

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Account, Person
from magdit.areas.people.rights import remember_roles
from magdit.areas.people.sight import Reach, sight_of
from magdit.web import clock
from magdit.words.roles import ROLES

SSO = "sso"  # in the session: the school's own system let them in (web/signin/sso_enter.py)
# Of the council (M)R also parents and pupils are members.
NO_STAFF = frozenset({"leerling", "oud_leerling", "mr", "gmr"}) | ROLES.below("ouder")


def step_needed(request: HttpRequest, person: Person) -> bool:
    """Whether this person has to prove with a second step that it is them, and has not set one up."""
    return not _is_enough(request) and _asked_of(person) and not _has_one(request)


def step_needed_in_admin(request: HttpRequest, account: Account) -> bool:
    """The same for the admin, where who keeps the computer belongs to no school and sees every one."""
    if account.is_superuser:
        return not _is_enough(request) and not _has_one(request)
    return account.person is not None and step_needed(request, account.person)


def _is_enough(request: HttpRequest) -> bool:
    if settings.DEMO or request.session.get(SSO):
        return True
    account = request.user if isinstance(request.user, Account) else None
    return any(one.get("method") == "mfa" for one in get_authentication_records(request, account))


def _asked_of(person: Person) -> bool:
    """What the board asks of the roles of today, in one question; the page that follows asks it no more."""
    today = clock.now().astimezone(SCHOOL_CLOCK).date()
    roles = remember_roles(person, today, anew=True)
    return any(_is_meant(role.role, role.person.board.second_step) for role in roles)


def _is_meant(role: str, wish: str) -> bool:
    if wish == "niemand":
        return False
    sight = sight_of(role)
    sees_a_school = Reach.SCHOOL in {sight.pupils, sight.guardians}
    return sees_a_school or (wish == "personeel" and role not in NO_STAFF)


def _has_one(request: HttpRequest) -> bool:
    found: bool = Authenticator.objects.filter(user_id=request.user.pk).exists()
    return found
