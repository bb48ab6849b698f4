"""Putting back what was taken down by mistake: within a term, and only when it may stand there now."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db import transaction

from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publications import locked, save
from magdit.areas.drafts.rules_out import GONE, WAITING
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.rights import require
from magdit.areas.registers.actions import SHOWERS
from magdit.areas.registers.channels_queries import accounts_for
from magdit.areas.registers.models import Appearance
from magdit.journeys.publish.allowed import is_by_hand, judged_still
from magdit.journeys.publish.people_in import people_in


@transaction.atomic
def restore(doing: Doing, publication: UUID) -> Publication:
    """Place it anew, under a new key: the other side must not think that it is the one that was removed."""
    row = locked(doing, publication)
    require(doing, SHOWERS, school=row.school)
    if row.state != GONE:
        raise Refused("publication_not_now")
    if row.back_until is None or row.back_until < doing.at or row.pictures.exclude(gone_at=None).exists():
        raise Refused("too_late_to_restore")
    if row.account is not None and not accounts_for(row.school).filter(pk=row.account.pk).exists():
        raise Refused("account_not_in_use")
    judging = judged_still(doing, row)
    shown = Appearance.objects.filter(publication=row.pk, person__in=list(people_in(judging)))
    shown.update(down_at=None, shown_at=doing.at)
    save(
        doing, row, "teruggezet", state=WAITING, key=uuid4().hex, remote={}, url="", tries=0, trouble="",
        next_try=None if is_by_hand(row.account) else doing.at, down_at=None, down_because="", proof="",
        proof_kept=False, back_until=None, must_go_by=None, judged_at=doing.at,
    )  # fmt: skip
    return row
