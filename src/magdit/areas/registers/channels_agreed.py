"""What was decided with a platform about an account, and what the account signs in with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.people.rights import acting_person
from magdit.areas.registers.channels import held, saved
from magdit.areas.registers.channels_queries import decided_at
from magdit.areas.registers.channels_secret import sealed_secret
from magdit.areas.registers.models_channels import AGREEMENTS, ChannelAccount
from magdit.areas.registers.rules_channels import DECIDERS, NO_AGREEMENT


@transaction.atomic
def decide_agreement(
    doing: Doing, account: UUID, *, version: int, agreement: str, until: date | None = None
) -> ChannelAccount:
    """Write down whether there are agreements with the platform, until when, and who decided it today."""
    row = held(doing, account, version=version, roles=DECIDERS, board_wide=DECIDERS)
    if decided_at(row) != row:
        raise Refused("agreement_elsewhere")
    known = [code for code, _ in AGREEMENTS]
    if agreement not in known:
        raise Refused("choice_wrong", field="afspraken", accepted=", ".join(known))
    if until is not None and until < doing.today:
        raise Refused("agreement_past")
    was = row.agreement
    row.agreement, row.agreed_on = agreement, doing.today
    row.agreed_until = None if agreement == NO_AGREEMENT else until
    row.agreed_by = Person.objects.get(pk=acting_person(doing)) if doing.actor.kind == "persoon" else None
    details = {"kanaal": row.medium, "was": was, "is": agreement, "tot": row.agreed_until}
    return saved(doing, row, verb="platformafspraken besloten", details=details)


@transaction.atomic
def set_secret(doing: Doing, account: UUID, *, version: int, secret: Mapping[str, str]) -> ChannelAccount:
    """Keep what an account signs in with, instead of what was kept before."""
    row = held(doing, account, version=version)
    row.sealed = sealed_secret(doing, row, secret)
    return saved(doing, row, verb="inlog van kanaal bewaard", details={"kanaal": row.medium, "velden": sorted(secret)})


@transaction.atomic
def remove_secret(doing: Doing, account: UUID, *, version: int) -> ChannelAccount:
    """Forget what an account signs in with."""
    row = held(doing, account, version=version)
    if row.sealed is None:
        raise Refused("already_so")
    row.sealed = None
    return saved(doing, row, verb="inlog van kanaal vergeten", details={"kanaal": row.medium})
