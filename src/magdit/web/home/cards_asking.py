"""The cards about questions: what waits for my word, and for families the way to ask before they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from magdit.areas.drafts.models_asked import Doubt
from magdit.areas.people.names import whole
from magdit.web.home.card import Card
from magdit.web.visit import Visit

OUTCOMES = {"mag": gettext_noop("mag"), "mag_niet": gettext_noop("mag niet"), "anders": gettext_noop("pas aan")}
COLOURS = {"mag": "yes", "mag_niet": "no", "anders": "if"}


def waiting(visit: Visit, number: int) -> Iterator[Card]:
    """What colleagues, or the school, ask of this visitor."""
    if number:
        told = visit.hears(
            ngettext("%(n)s vraag aan u over een bericht", "%(n)s vragen aan u over een bericht", number),
            ngettext("%(n)s vraag aan jou over een bericht", "%(n)s vragen aan jou over een bericht", number),
        )
        yield Card(told % {"n": number}, "", _("Bekijken en antwoorden"), reverse("asking:inbox"), "ask")


def answered(visit: Visit, doubts: Iterable[Doubt]) -> Iterator[Card]:
    """What was answered to this visitor's own doubts; by name for who works there."""
    for doubt in doubts:
        who = whole(doubt.answered_by) if visit.roles and doubt.answered_by else _("De school")
        answered = visit.hears(
            _("%(who)s antwoordde op uw twijfel: %(said)s"), _("%(who)s antwoordde op je twijfel: %(said)s")
        )
        title = answered % {"who": who, "said": _(OUTCOMES[doubt.outcome])}
        address, kind = reverse("asking:stands", args=[doubt.draft_id]), COLOURS.get(doubt.outcome, "")
        yield Card(title, doubt.draft.school.name, _("Lees het antwoord"), address, kind)


def ways(visit: Visit) -> Iterator[Card]:
    """For parents and pupils: may I share this?"""
    if visit.children or visit.is_one_of(("leerling",)):
        yield Card(_("Iets delen over school?"), "", _("Kijk of het mag, of vraag het"), reverse("asking:start"))
