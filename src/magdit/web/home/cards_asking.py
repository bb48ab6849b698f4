"""The cards about questions: what waits for my word, and for families the way to ask before they share."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from magdit.web.home.card import Card
from magdit.web.visit import Visit


def waiting(number: int) -> Iterator[Card]:
    """What colleagues, or the school, ask of this visitor."""
    if number:
        told = ngettext("%(n)s vraag aan u over een bericht", "%(n)s vragen aan u over een bericht", number)
        yield Card(told % {"n": number}, "", _("Bekijken en antwoorden"), reverse("asking:inbox"), "ask")


def ways(visit: Visit) -> Iterator[Card]:
    """For parents and pupils: may I share this?"""
    if visit.children or visit.is_one_of(("leerling",)):
        yield Card(_("Iets delen over school?"), "", _("Kijk of het mag, of vraag het"), reverse("asking:start"))
