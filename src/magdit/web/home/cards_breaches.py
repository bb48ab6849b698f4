"""The cards about possible data breaches: those that run, with the hours that are left, and the way to report one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from magdit.areas.registers.models import Breach
from magdit.areas.registers.rules_breaches import HANDLERS
from magdit.web.breaches.here import clock_of
from magdit.web.home.card import Card
from magdit.web.visit import Visit

MOST_PLACES = 3


def running(visit: Visit, breaches: Iterable[Breach]) -> Iterator[Card]:
    """What this visitor handles and is not closed: red when it is late."""
    for row in breaches:
        clock = clock_of(visit, row)
        if not clock.runs:
            title, kind = _("Een melding van een datalek staat nog open"), ""
        elif clock.late:
            told = ngettext("Datalek: %(n)s uur te laat", "Datalek: %(n)s uur te laat", clock.late)
            title, kind = told % {"n": clock.late}, "no"
        else:
            told = ngettext("Mogelijk datalek: nog %(n)s uur", "Mogelijk datalek: nog %(n)s uur", clock.left)
            title, kind = told % {"n": clock.left}, "ask"
        where = row.school.name if row.school else ""
        yield Card(title, where, _("Bekijken en beslissen"), reverse("breaches:breach", args=[row.pk]), kind)


def ways(visit: Visit, *, several: bool) -> Iterator[Card]:
    """The register for who handles breaches, and for everyone the way to report one."""
    if visit.is_one_of(HANDLERS):
        yield Card(_("Datalekken"), "", _("Het register en wat nog loopt"), reverse("breaches:breaches"))
    for school in visit.schools[:MOST_PLACES]:
        address = reverse("breaches:report_at", args=[school.code])
        yield Card(_("Iets misgegaan?"), school.name if several else "", _("Meld een mogelijk datalek"), address)
