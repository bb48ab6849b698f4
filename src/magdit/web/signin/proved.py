"""How and when someone proved in this session that it is them. Reads what allauth wrote down in the session."""

from __future__ import annotations

import time

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.http import HttpRequest

from magdit.areas.people.models import Account

LATELY = 15 * 60
LINK = "link"


def proved_lately(request: HttpRequest, *, how: str | None = None) -> bool:
    """Whether they did so in the last quarter of an hour; `how`: in this way."""
    account = request.user if isinstance(request.user, Account) else None
    since = time.time() - LATELY
    records = get_authentication_records(request, account)
    return any(one["at"] > since and how in {None, one["method"]} for one in records)


def came_by_link(request: HttpRequest, account: Account) -> None:
    """Write down that a link in a mail proved it."""
    record_authentication(request, account, LINK)
