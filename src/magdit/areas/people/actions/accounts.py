"""Giving someone a way to sign in, and closing it. What they see then follows from their roles, not from the account.

For now only who keeps the computer gives accounts: signing in by the school's own system comes with the web rooms.
"""

from __future__ import annotations

import re
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import held
from magdit.areas.people.models import Account

_LOGIN = re.compile(r"\S{3,200}")
SHORTEST = 12


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
    _require_computer(doing)
    account = Account.objects.select_related("person").filter(pk=account_id, person__board=doing.board).first()
    if account is None or account.person is None:
        raise Refused("not_yours")
    account.is_active = False
    account.save(update_fields=["is_active"])
    record(doing, "account gesloten", held.about(account.person), details={"account": account.pk})
    return account


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
