"""What is done beside the answer is done at once here, and counts of tries begin at nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache

from magdit.areas.people.models import Account
from magdit.web.signin import views_links

KEY = "JBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views_links, "later", lambda work: work())


@pytest.fixture(autouse=True)
def _nothing_counted(db: None) -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def has_step(account: Account) -> Authenticator:
    """Someone with a second step set up."""
    found: Authenticator = TOTP.activate(account, KEY).instance
    return found


def code_now(key: str = KEY) -> str:
    """What the app shows now."""
    return format_hotp_value(hotp_value(key, int(time.time()) // 30))
