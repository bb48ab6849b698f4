"""Making and closing keys for other programs. The key itself is handed over once; only its hash is kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import held
from magdit.areas.people.api_keys import SCOPES, SHOWN, mark_of, new_token
from magdit.areas.people.models import ApiKey
from magdit.areas.people.rights import GOVERNORS, require, require_board

LONGEST_DAYS = 2 * 366  # a key that nobody thinks of any more ends by itself
KEY = "sleutel"


@transaction.atomic
def make_key(
    doing: Doing,
    *,
    name: str,
    scopes: Collection[str],
    until: date,
    school_id: UUID | str | None = None,
    token: str = "",
) -> tuple[ApiKey, str]:
    """Make a key for one school, or for the whole board; gives the row, and the key to hand over now or never.

    `token`: the key itself, from who must be able to ask twice for the same one; the second time is Refused.
    """
    _require_maker(doing, school_id)
    told = "".join(" " if sign.isspace() else sign for sign in name if sign.isspace() or _is_seen(sign)).strip()
    if not told or len(told) > 80:
        raise Refused("key_name")
    unknown = sorted(set(scopes) - {word.code for word in SCOPES})
    if unknown or not scopes:
        raise Refused("key_scopes")
    if not doing.today <= until <= doing.today + timedelta(days=LONGEST_DAYS):
        raise Refused("key_until", last=doing.today + timedelta(days=LONGEST_DAYS))
    token = token or new_token()
    row = ApiKey(
        board_id=doing.board, school_id=school_id, name=told, scopes=sorted(set(scopes)), until=until,
        mark=mark_of(token), hint=token[:SHOWN], made_at=doing.at, made_by=doing.actor.id,
    )  # fmt: skip
    made = _kept(row)
    details = {"mag": made.scopes, "school": str(school_id or ""), "tot": until.isoformat()}
    record(doing, "sleutel gemaakt", Ref(KEY, str(made.pk)), details=details)
    return made, token


@transaction.atomic
def close_key(doing: Doing, key_id: int) -> ApiKey:
    """Close a key at once and for good. Closing it twice is closing it once."""
    key = ApiKey.objects.select_for_update().filter(pk=key_id, board=doing.board).first()
    if key is None:
        raise Refused("not_yours")
    _require_maker(doing, key.school_id)
    if key.closed_at is None:
        key.closed_at = doing.at
        key.save(update_fields=["closed_at"])
        record(doing, "sleutel ingetrokken", Ref(KEY, str(key.pk)))
    return key


@transaction.atomic
def key_was_used(doing: Doing, key: ApiKey) -> None:
    """Write down that a key was used today: once a day, with one line in the journal."""
    first = ApiKey.objects.filter(pk=key.pk).exclude(used_on=doing.today).update(used_on=doing.today)
    if first:
        record(doing, "sleutel gebruikt", Ref(KEY, str(key.pk)))


def _require_maker(doing: Doing, school_id: UUID | str | None) -> None:
    """Who governs a school or the board; and never a key itself."""
    if doing.actor.id.startswith(f"{KEY}:"):
        raise Refused("not_yours")
    if school_id is None:
        require_board(doing, GOVERNORS, board=doing.board)
    else:
        require(doing, GOVERNORS, school=held.school(doing, school_id))


def _kept(row: ApiKey) -> ApiKey:
    """The database decides which of two at once was the first: a mark stands there once."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        if ApiKey.objects.filter(mark=row.mark).exists():
            raise Refused("key_made") from None
        raise
    return row


def _is_seen(sign: str) -> bool:
    return not unicodedata.category(sign).startswith("C")
