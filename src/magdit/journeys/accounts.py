"""Setting up an account: how magdit reaches it, whether that works, and what still stands there when it closes."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from magdit.areas.consent.books import channels_of
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.models_out import OPEN
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import School
from magdit.areas.registers import channels
from magdit.areas.registers.channels_agreed import set_secret
from magdit.areas.registers.channels_secret import way_to
from magdit.areas.registers.models import ChannelAccount
from magdit.connectors.connector import Connector, Trouble, connectors
from magdit.journeys.publish.again import rejudge

LOG = logging.getLogger("magdit.accounts")
UNKNOWN = "unknown"


def add(doing: Doing, place: School | None, school: School, **told: Any) -> ChannelAccount:
    """A new account of a place; the packs of the school may know more media than we do."""
    return channels.add(doing, place, media=channels_of([school]), **told)


def change(doing: Doing, school: School, account: UUID, *, version: int, **told: Any) -> ChannelAccount:
    """Change an account of this school, or of its whole board."""
    return channels.change(doing, account, version=version, media=channels_of([school]), **told)


@transaction.atomic
def connect(
    doing: Doing,
    school: School,
    account: UUID,
    *,
    version: int,
    address: str,
    settings: Mapping[str, Any],
    secret: Mapping[str, str],
) -> ChannelAccount:
    """Keep how magdit reaches an account, and what it signs in with when that was typed."""
    row = change(doing, school, account, version=version, address=address, settings=dict(settings))
    return set_secret(doing, account, version=row.version, secret=secret) if any(secret.values()) else row


def connector_of(account: ChannelAccount) -> Connector | None:
    """What places posts on this account; None when it is not installed any more."""
    return connectors().get(account.connector)


def trouble_with(account: ChannelAccount) -> str:
    """Try whether the account can be used as it is set up: the code of what is wrong, or nothing."""
    connector = connector_of(account)
    if connector is None:
        return UNKNOWN
    way = way_to(account)
    try:
        connector.check(way)
    except Trouble as trouble:
        return trouble.code
    except Exception as error:  # a connector of others may do anything; the words of an error may hold a password
        LOG.error("connector %s failed: %s", account.connector, type(error).__name__)
        return UNKNOWN
    return ""


def standing(account: ChannelAccount) -> int:
    """How many posts may still be seen on an account and the pages that are kept with it."""
    return _on(account).count()


@transaction.atomic
def retire(doing: Doing, account: UUID, *, version: int) -> ChannelAccount:
    """Close an account with its pages: what still stands there must go, and gets its tasks at once."""
    row = channels.retire(doing, account, version=version)
    for publication in _on(row).values_list("pk", flat=True):
        rejudge(doing, publication)
    return row


def _on(account: ChannelAccount) -> QuerySet[Publication]:
    mine = [account.pk, *account.pages.values_list("pk", flat=True)]
    return Publication.objects.filter(account__in=mine, state__in=OPEN).order_by("made_at")
