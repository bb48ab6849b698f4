"""Which accounts and pages a school publishes on, who may see them, and what they settle of a post. Changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from magdit.areas.people.models import Person, School
from magdit.areas.people.rights import of_schools, where_held
from magdit.areas.registers.models_channels import AGREEMENTS, ChannelAccount
from magdit.areas.registers.rules_channels import NO_AGREEMENT, READERS
from magdit.words.media import MEDIA

COMPANIES = MEDIA.below("commercieel_platform")
IN_USE, ASKED_FOR, CLOSED = "in_gebruik", "aangevraagd", "gesloten"


def accounts_for(school: School) -> QuerySet[ChannelAccount]:
    """On what this school may publish today: its own accounts and those of the whole board, in use."""
    return at_school(school).filter(state=IN_USE)


def usual_account(school: School, medium: str) -> ChannelAccount | None:
    """The account, page, group or paper on this medium, when there is one that it can be: out of one nobody chooses.

    What hangs under another of the same medium is not counted beside it.
    """
    rows = accounts_for(school).filter(medium=medium).exclude(under__medium=medium)
    found = list(rows[:2])
    return found[0] if len(found) == 1 else None


def at_school(school: School) -> QuerySet[ChannelAccount]:
    """All accounts of a school and of its whole board, also those that were asked for and those that were closed."""
    here = Q(school=school) | Q(school=None)
    return ChannelAccount.objects.filter(here, board=school.board_id).select_related(
        "owner", "agreed_by", "school", "under"
    )


def visible_accounts(person: Person, on: date) -> QuerySet[ChannelAccount]:
    """The accounts that someone may look at: who keeps them, and who decides about agreements with a platform."""
    where = where_held(person, READERS, on)
    theirs = of_schools(where) | Q(school=None) if where else Q(pk__in=[])
    return ChannelAccount.objects.filter(theirs, board=person.board_id)


def agreement_of(account: ChannelAccount, on: date) -> str:
    """What was agreed with the platform, as it stands on a day: an agreement that ran out is none."""
    decided = decided_at(account)
    lasts = decided.agreed_until is None or on <= decided.agreed_until
    return decided.agreement if lasts else NO_AGREEMENT


def decided_at(account: ChannelAccount) -> ChannelAccount:
    """Where the agreement is kept: a page has that of its account on the same platform."""
    whole = account.under
    return whole if whole is not None and whole.medium == account.medium else account


def facts_of(account: ChannelAccount, on: date) -> Mapping[str, object]:
    """What an account settles of the act of placing something on it, in the words of the packs.

    An account in this register is the school's. What nobody ever decided is not agreed upon.
    """
    return {
        "medium": account.medium,
        "account": "school",
        "hoedanigheid": "namens_school",
        "publiek": account.audience,
        "platformafspraken": agreement_of(account, on),
    }


def facts_without_account(school: School, medium: str, on: date) -> Mapping[str, object]:
    """What the register settles of a post that names no account yet: what was agreed with a company's platform.

    Of several accounts the least; what nobody ever decided is not agreed upon, whatever an author says of it.
    """
    if medium not in COMPANIES:
        return {}
    agreed = {agreement_of(account, on) for account in accounts_for(school).filter(medium=medium)}
    return {"platformafspraken": _least(agreed)}


def _least(agreed: Collection[str]) -> str:
    return next((state for state, _ in AGREEMENTS if state in agreed), NO_AGREEMENT)
