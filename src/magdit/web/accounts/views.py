"""The list of a school's accounts and pages, and one of them with what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.registers.channels import approve, reopen
from magdit.areas.registers.channels_agreed import remove_secret
from magdit.areas.registers.channels_queries import ASKED_FOR, CLOSED, IN_USE, agreement_of, at_school, decided_at
from magdit.areas.registers.channels_secret import has_secret
from magdit.areas.registers.models import ChannelAccount
from magdit.areas.registers.models_channels import AGREEMENTS
from magdit.areas.registers.rules_channels import BOARD_KEEPERS, KEEPERS
from magdit.journeys.accounts import connector_of, standing, trouble_with
from magdit.journeys.accounts_rules import rules_of
from magdit.web.accounts.here import may, of_the_board, one_of, school_here, to
from magdit.web.room import room, said_here
from magdit.web.visit import Visit
from magdit.wording.connectors import connector_about, connector_name
from magdit.wording.troubles import trouble_in
from magdit.words.media import MEDIA

PLATFORM = "commercieel_platform"


@dataclass(frozen=True, slots=True)
class Told:
    """An account as the list shows it. `agreement`: as it stands today, empty where there is no platform to agree."""

    row: ChannelAccount
    agreement: str
    agreement_words: str


@room
def accounts(visit: Visit, code: str) -> HttpResponse:
    """Where this school publishes, what waits for a yes, and what was closed."""
    school = school_here(visit, code)
    rows = [told(visit, row) for row in at_school(school).order_by("name")]
    here = {state: [one for one in rows if one.row.state == state] for state in (IN_USE, ASKED_FOR, CLOSED)}
    may_add = visit.is_one_of(KEEPERS, at=school) or of_the_board(visit, BOARD_KEEPERS)
    page = {"school": school, "used": here[IN_USE], "asked": here[ASKED_FOR], "closed": here[CLOSED]}
    return render(visit.request, "accounts/accounts.html", page | {"may_add": may_add, "empty": not rows})


@room
def account(visit: Visit, code: str, account: UUID) -> HttpResponse:
    """One account: what is known of it, whether magdit can reach it, and what one may do."""
    school = school_here(visit, code)
    row = one_of(visit, school, account)
    if visit.sends:
        return _done(visit, school, row)
    way = connector_of(row)
    page = {
        "school": school, "one": told(visit, row), "account": row, "decided": decided_at(row),
        "may": may(visit, school, row),
        "way": _(connector_name(row.connector)), "about": _(connector_about(row.connector) or connector_name("hand")),
        "by_hand": way is not None and way.by_hand, "is_there": way is not None, "has_secret": has_secret(row),
        "wants_secret": way is not None and any(ask.kind == "secret" and ask.needed for ask in way.asks),
        "pages": [told(visit, one) for one in row.pages.select_related("owner", "under").order_by("name")],
        "standing": standing(row) if row.state == CLOSED else 0,
        "rules": rules_of(school, row, [role.role for role in visit.roles], visit.today),
    }  # fmt: skip
    return render(visit.request, "accounts/account.html", page)


def told(visit: Visit, row: ChannelAccount) -> Told:
    """An account in words."""
    if row.medium in MEDIA and PLATFORM not in MEDIA.above(row.medium):
        return Told(row, "", "")
    agreement = agreement_of(row, visit.today)
    return Told(row, agreement, _(dict(AGREEMENTS)[agreement]))


def _done(visit: Visit, school: School, row: ChannelAccount) -> HttpResponse:
    """One button of the page: try, say yes, use again, forget the password."""
    steps: dict[str, Callable[[Visit, ChannelAccount], str]] = {
        "probeer": _tried, "goed": _approved, "heropen": _reopened, "vergeet": _forgot,
    }  # fmt: skip
    step = steps.get(visit.request.POST.get("stap", ""))
    rights = may(visit, school, row)
    if step is None or not (rights.keep or (rights.approve and step is _approved)):
        raise Http404
    try:
        said = step(visit, row)
        if said:
            messages.success(visit.request, said)
    except Refused as refused:
        if refused.code != "already_so":
            messages.error(visit.request, said_here(refused))
    return to(school, row)


def _tried(visit: Visit, row: ChannelAccount) -> str:
    code = trouble_with(row)
    if not code:
        return _("Het werkt: magdit kan hier plaatsen en weghalen.")
    messages.error(visit.request, trouble_in(code, translate=_))
    return ""


def _approved(visit: Visit, row: ChannelAccount) -> str:
    approve(visit.doing, row.pk, version=visit.number("seen_version"))
    return _("Goedgekeurd. Vanaf nu kunnen berichten hierheen.")


def _reopened(visit: Visit, row: ChannelAccount) -> str:
    again = reopen(visit.doing, row.pk, version=visit.number("seen_version"))
    return _("Weer in gebruik.") if again.state == IN_USE else _("Aangevraagd. De schoolleiding kijkt ernaar.")


def _forgot(visit: Visit, row: ChannelAccount) -> str:
    remove_secret(visit.doing, row.pk, version=visit.number("seen_version"))
    return _("De inlog is vergeten. magdit kan hier niets meer plaatsen of weghalen.")
