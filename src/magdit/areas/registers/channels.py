"""Keeping the accounts and pages of a school: added, approved, changed, closed and opened again.

No private account is ever listed. What was decided with a platform and what an account signs in with have actions of
their own (`channels_agreed`). A version keeps two editors from overwriting each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.people.rights import board_of, require, require_board
from magdit.areas.registers.channels_entry import channel_fields
from magdit.areas.registers.channels_queries import ASKED_FOR, CLOSED, IN_USE
from magdit.areas.registers.channels_secret import ref_of
from magdit.areas.registers.models_channels import ChannelAccount
from magdit.areas.registers.rules_channels import APPROVERS, BOARD_KEEPERS, KEEPERS, leads_elsewhere
from magdit.words.media import MEDIA
from magdit.words.vocabulary import Vocabulary

LEADS = ("address", "connector", "settings")  # where what it signs in with goes to


@transaction.atomic
def add(doing: Doing, school: School | None, *, media: Vocabulary = MEDIA, **told: Any) -> ChannelAccount:
    """A new account of a school, or of the whole board. In use at once when who adds it may approve it."""
    board = board_of(doing)
    _require(doing, school, KEEPERS, board_wide=BOARD_KEEPERS)
    fields = channel_fields(doing, school, told, media=media)
    if _same(doing, school, fields).exists():
        raise Refused("channel_exists")
    row = ChannelAccount(board=board, school=school, **fields)
    row.state = IN_USE if _may(doing, school, APPROVERS) else ASKED_FOR
    row.opened_on = doing.today if row.state == IN_USE else None
    row.save()
    record(doing, "kanaal toegevoegd", ref_of(row), details=_open(row) | {"staat": row.state}, personal=_named(row))
    return row


@transaction.atomic
def change(
    doing: Doing, account: UUID, *, version: int, media: Vocabulary = MEDIA, **told: Any
) -> ChannelAccount:  # fmt: skip
    """Change what is known of an account. Leads it elsewhere, then what it signs in with is forgotten."""
    row = held(doing, account, version=version)
    before: Mapping[str, object] = {name: getattr(row, name) for name in (*told, *LEADS)}
    fields = channel_fields(doing, row.school, _all_of(row) | told, media=media)
    if fields["connector"] != row.connector and "settings" not in told:
        fields["settings"] = {}  # they were what another connector asked
    if fields["under"] is not None and (fields["under"].pk == row.pk or row.pages.exists()):
        raise Refused("channel_under")
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if not changed:
        return row
    for name, value in changed.items():
        setattr(row, name, value)
    forgets = row.sealed is not None and leads_elsewhere(before, {name: getattr(row, name) for name in LEADS})
    row.sealed = None if forgets else row.sealed
    details = _open(row) | {"velden": sorted(changed), "inlog": "vergeten" if forgets else None}
    return saved(doing, row, verb="kanaal gewijzigd", details=details, personal=_named(row))


@transaction.atomic
def approve(doing: Doing, account: UUID, *, version: int) -> ChannelAccount:
    """Say yes to an account that someone asked for."""
    row = held(doing, account, version=version, roles=APPROVERS, board_wide=APPROVERS)
    if row.state != ASKED_FOR:
        raise Refused("already_so")
    row.state, row.opened_on = IN_USE, doing.today
    return saved(doing, row, verb="kanaal goedgekeurd", details=_open(row))


@transaction.atomic
def retire(doing: Doing, account: UUID, *, version: int) -> ChannelAccount:
    """Close an account with its pages: nothing goes out there any more.

    What it signs in with stays, to take down what is there.
    """
    row = held(doing, account, version=version)
    if row.state == CLOSED:
        raise Refused("already_so")
    pages = row.pages.select_for_update().exclude(state=CLOSED)
    for one in (row, *pages):
        one.state, one.closed_on = CLOSED, doing.today
        saved(doing, one, verb="kanaal gesloten", details=_open(one))
    return row


@transaction.atomic
def reopen(doing: Doing, account: UUID, *, version: int) -> ChannelAccount:
    """Use an account again. Who may not approve asks for it anew."""
    row = held(doing, account, version=version)
    if row.state != CLOSED:
        raise Refused("already_so")
    if _same(doing, row.school, _all_of(row)).exclude(pk=row.pk).exists():
        raise Refused("channel_exists")
    row.state = IN_USE if _may(doing, row.school, APPROVERS) else ASKED_FOR
    row.closed_on, row.opened_on = None, doing.today if row.state == IN_USE else None
    return saved(doing, row, verb="kanaal heropend", details=_open(row) | {"staat": row.state})


def held(
    doing: Doing,
    account: UUID,
    *,
    version: int,
    roles: Iterable[str] = KEEPERS,
    board_wide: Iterable[str] = BOARD_KEEPERS,
) -> ChannelAccount:
    """The account, locked, for who has one of these roles there; refused when someone else changed it meanwhile."""
    rows = ChannelAccount.objects.select_for_update(of=("self",)).select_related("school")
    row = rows.filter(pk=account, board=doing.board).first()
    if row is None:
        raise Refused("not_yours")
    _require(doing, row.school, roles, board_wide=board_wide)
    if row.version != version:
        raise Refused("changed_meanwhile")
    return row


def saved(
    doing: Doing,
    row: ChannelAccount,
    *,
    verb: str,
    details: Mapping[str, Any],
    personal: Mapping[str, Any] | None = None,
) -> ChannelAccount:
    """Save a locked account with its line in the journal."""
    row.version += 1
    row.save()
    record(doing, verb, ref_of(row), details={name: one for name, one in details.items() if one}, personal=personal)
    return row


def _require(doing: Doing, school: School | None, roles: Iterable[str], *, board_wide: Iterable[str]) -> None:
    """One of these roles at the school, or for what belongs to the whole board there."""
    if school is None:
        require_board(doing, board_wide, board=doing.board)
    else:
        require(doing, roles, school=school)


def _may(doing: Doing, school: School | None, roles: Iterable[str]) -> bool:
    try:
        _require(doing, school, roles, board_wide=roles)
    except Refused:
        return False
    return True


def _same(doing: Doing, school: School | None, fields: Mapping[str, Any]) -> Any:
    """What stands on the list already under this name, and is not closed."""
    rows = ChannelAccount.objects.filter(board=doing.board, school=school, medium=fields["medium"])
    return rows.filter(name__iexact=fields["name"]).exclude(state=CLOSED)


def _all_of(row: ChannelAccount) -> dict[str, Any]:
    names = ("medium", "kind", "name", "address", "audience", "owner", "under", "connector", "settings", "circulation")
    return {name: getattr(row, name) for name in names}


def _open(row: ChannelAccount) -> dict[str, Any]:
    """What of it may stand open in the journal."""
    return {"kanaal": row.medium, "soort": row.kind, "school": row.school_id}


def _named(row: ChannelAccount) -> dict[str, Any]:
    """What may name someone: it is enciphered."""
    return {"naam": row.name, "adres": row.address}
