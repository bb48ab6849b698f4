"""`magdit beheerder LOGIN`: the account of who keeps magdit running: make it, a new password, no second step."""

from __future__ import annotations

import argparse
import getpass
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from magdit.cli.forget_school import forget_school
from magdit.cli.outcome import Exit, Stop
from magdit.cli.with_register import open_register

if TYPE_CHECKING:
    from magdit.areas.people.models import Account


def add(commands: Any) -> None:
    """Put `beheerder` among the commands."""
    parser = commands.add_parser("beheerder", help="maak een account voor het beheer (/beheer/)")
    parser.add_argument("login", metavar="LOGIN", help="de aanmeldnaam")
    parser.add_argument("--nieuw-wachtwoord", action="store_true", help="geef een account een ander wachtwoord")
    parser.add_argument(
        "--wis-tweede-stap", action="store_true", help="wis de tweede stap van een account, als de telefoon weg is"
    )
    parser.add_argument(
        "--vergeet-school", action="store_true", help="vergeet welk account van de school bij iemand hoort"
    )
    parser.set_defaults(run=beheerder)


def beheerder(options: argparse.Namespace) -> int:
    """Make the account, or give it another password."""
    open_register()
    from magdit.areas.people.models import Account

    login = options.login.strip()
    if not login or len(login) > 200:
        raise Stop("Geef een aanmeldnaam van 1 tot en met 200 tekens.")
    account = Account.objects.filter(login=login).first()
    if options.wis_tweede_stap:
        return _reset(account, login)
    if options.vergeet_school:
        return forget_school(account, login)
    if account is None and options.nieuw_wachtwoord:
        raise Stop(f"Er is geen account '{login}'. Laat --nieuw-wachtwoord weg om het te maken.")
    if account is not None and not options.nieuw_wachtwoord:
        raise Stop(f"Er is al een account '{login}'. Een ander wachtwoord? Zet er --nieuw-wachtwoord achter.")
    if account is not None and not account.is_superuser:
        raise Stop(f"'{login}' is geen beheerder van magdit. Er is niets veranderd.")
    kept = _keep(account or Account(login=login, is_staff=True, is_superuser=True))
    print(f"Beheerder '{kept.login}' kan zich aanmelden op /beheer/. Daar stelt u eerst een tweede stap in.")
    return Exit.AS_ASKED


def _reset(account: Account | None, login: str) -> int:
    """Forget the second step of any account: who keeps the computer is asked when nobody at the school can."""
    from allauth.mfa.models import Authenticator
    from django.db import transaction

    from magdit.areas.journal.actions import record
    from magdit.areas.journal.doing import Ref
    from magdit.areas.people.actions.accounts import reset_second_step
    from magdit.cli.with_register import doing_as_system
    from magdit.journeys.nightly import doings

    if account is None or not Authenticator.objects.filter(user=account).exists():
        raise Stop(f"Er is geen account '{login}' met een tweede stap. Er is niets veranderd.")
    if account.person is not None:
        reset_second_step(doing_as_system("beheerder", account.person.board_id), account.person.pk)
    else:
        with transaction.atomic():
            Authenticator.objects.filter(user=account).delete()
            for doing in doings(datetime.now(UTC)):
                record(doing, "tweede stap gewist", Ref("account", str(account.pk)))
    print(f"De tweede stap van '{login}' is gewist. Bij de volgende keer inloggen stelt die persoon een nieuwe in.")
    return Exit.AS_ASKED


def _keep(account: Account) -> Account:
    """Ask the password and keep both in one go, with a line in the journal of every board: all are in sight."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.db import transaction

    from magdit.areas.journal.actions import record
    from magdit.areas.journal.doing import Ref
    from magdit.journeys.nightly import doings

    password = _asked()
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise Stop("Dit wachtwoord is te zwak. " + " ".join(error.messages)) from None
    verb = "beheerder gemaakt" if account.pk is None else "wachtwoord vernieuwd"
    account.set_password(password)
    with transaction.atomic():
        account.save()
        for doing in doings(datetime.now(UTC)):
            record(doing, verb, Ref("account", str(account.pk)))
    return account


def _asked() -> str:
    """The password, typed twice; from a pipe it is the first line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Wachtwoord (u ziet niet wat u typt): ")
    if first != getpass.getpass("Nog een keer: "):
        raise Stop("Dat was niet twee keer hetzelfde. Er is niets veranderd.")
    return first
