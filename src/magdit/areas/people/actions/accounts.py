"""Giving someone a way to sign in, and closing it. What they see then follows from their roles, not from the account.

Only who keeps the computer gives accounts with a password; a school invites (`invitations`). It closes them itself.
"""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people import mails
from magdit.areas.people.actions import held
from magdit.areas.people.actions.links import replace
from magdit.areas.people.models import Account, Link
from magdit.areas.people.queries import schools_of
from magdit.areas.people.rights import require_any

_LOGIN = re.compile(r"\S{3,200}")
SHORTEST, KEEPER = 12, "beheerder"


@transaction.atomic
def give_account(
    doing: Doing, person_id: UUID | str, *, login: str, password: str | None = None, in_admin: bool = False
) -> Account:
    """Let someone sign in; without a password they cannot do so with one. `in_admin`: the admin opens for them."""
    _require_computer(doing)
    person = held.person(doing, person_id)
    if not _LOGIN.fullmatch(login):
        raise Refused("login_wrong")
    if Account.objects.filter(login=login).exists():
        raise Refused("login_taken")
    if password is not None:
        _strong(password)
    account = Account.objects.create_user(login, password, person=person, is_staff=in_admin)
    record(doing, "account gegeven", held.about(person), details={"account": account.pk, "beheer": in_admin})
    return account


@transaction.atomic
def close_account(doing: Doing, account_id: int) -> Account:
    """Let an account no longer sign in; it is not thrown away, since the journal may speak of it."""
    account = Account.objects.select_related("person").filter(pk=account_id, person__board=doing.board).first()
    if account is None or account.person is None:
        raise Refused("not_yours")
    held.kept_person(doing, account.person.pk)
    account.is_active = False
    account.save(update_fields=["is_active"])
    replace(Link.objects.filter(person=account.person), at=doing.at)
    record(doing, "account gesloten", held.about(account.person), details={"account": account.pk})
    return account


@transaction.atomic
def reset_second_step(doing: Doing, person_id: UUID | str) -> int:
    """Forget someone's second step, because a phone was lost; not one's own. They are told by mail."""
    person = held.kept_person(doing, person_id)
    require_any(doing, (KEEPER,), schools=list(schools_of(person, doing.today)))
    if doing.actor == held.about(person):
        raise Refused("own_step")
    accounts = list(Account.objects.filter(person=person, authenticator__isnull=False).distinct())
    if not accounts:
        raise Refused("no_step")
    Authenticator.objects.filter(user__in=accounts).delete()
    record(doing, "tweede stap gewist", held.about(person), details={"accounts": [one.pk for one in accounts]})
    notices = [mails.notice_mail("tweede_stap", person, to=one.address) for one in accounts if one.address]
    transaction.on_commit(lambda: mails.send(notices))
    return len(accounts)


@transaction.atomic
def choose_password(account: Account, password: str, *, at: datetime) -> None:
    """The password of their own choice, which the form found strong enough. A line, so that a stranger's stands out."""
    account.set_password(password)
    account.save(update_fields=["password"])
    if account.person is not None:
        doing = Doing(held.about(account.person), account.person.board_id, at)
        record(doing, "wachtwoord gekozen", Ref("account", str(account.pk)))


def _require_computer(doing: Doing) -> None:
    if doing.actor.kind != "systeem":
        raise Refused("no_right", roles="wie de computer beheert")


def _strong(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError:
        raise Refused("password_weak") from None
    if len(password) < SHORTEST:
        raise Refused("password_weak")
