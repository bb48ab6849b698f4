"""What `magdit doctor` looks at for signing in through the school's own system: file, boards, certificates."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from django.conf import settings

from magdit.cli.diagnosis import Finding, bad, good, heed

SOON = timedelta(days=30)
OTHERS = stat.S_IRGRP | stat.S_IROTH


def sign_in_of_schools() -> Iterator[Finding]:
    """The file that MAGDIT_SSO names can be read, and what it says fits the register."""
    for fault in settings.SSO_FAULTS:
        yield bad("inloggen met het account van de school staat uit", fault)
    for given in settings.SOCIALACCOUNT_PROVIDERS.values():
        for app in given["APPS"]:
            yield from _one(app["provider_id"], app["settings"])
    if settings.SOCIALACCOUNT_PROVIDERS and _is_open(settings.SSO_FILE):
        yield heed("anderen op deze computer kunnen de geheimen in MAGDIT_SSO lezen", f"chmod 600 {settings.SSO_FILE}")


def _one(name: str, given: Mapping[str, Any]) -> Iterator[Finding]:
    from magdit.areas.people.actions.sso_accounts import board_called

    if board_called(given["bestuur"]) is None:
        yield bad(
            f"inlogsysteem '{name}': het bestuur '{given['bestuur']}' kennen we niet, of er zijn er twee",
            "Zet bij 'bestuur' de naam of het nummer uit het beheer.",
        )
        return
    ends = [x509.load_pem_x509_certificate(one.encode()).not_valid_after_utc for one in given.get("certificaat", ())]
    if ends and max(ends) < datetime.now(UTC) + SOON:
        yield heed(
            f"inlogsysteem '{name}': het certificaat loopt af op {max(ends):%d-%m-%Y}",
            "Haal het nieuwe bij het inlogsysteem, en zet het achter het oude in hetzelfde bestand.",
        )
    yield good(f"inlogsysteem '{name}'")


def _is_open(path: str) -> bool:
    return bool(Path(path).expanduser().stat().st_mode & OTHERS)
