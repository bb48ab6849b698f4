"""A found picture or address traced back: matches beside each other, for a person to say whether it is the same.

What is sent is looked at and let go. The form answers with the page itself, and not with a step to another one: there
is nothing to come back to, for nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.drafts.publications_queries import READERS, visible_publications
from magdit.areas.people.models import School
from magdit.check.images.refusal import Refused as NoPicture
from magdit.journeys.tracing.found import Found, trace_address, trace_picture
from magdit.web.office.uploads import files_within, too_large
from magdit.web.room import room
from magdit.web.visit import Visit
from magdit.wording.file_errors import refused_sentence

MOST = 50_000_000  # bytes of one found picture
MOST_ADDRESS = 1000
FIELD = "found"


@files_within(MOST)
@room
def trace(visit: Visit, code: str) -> HttpResponse:
    """A picture that someone found, or an address; sending the form looks for where it comes from."""
    school = visit.school(code, for_roles=READERS)
    if not visit.sends:
        return _page(visit, school)
    among = visible_publications(visit.person, visit.today).filter(board=visit.person.board_id)
    sent, address = visit.request.FILES.get(FIELD), visit.request.POST.get("address", "").strip()
    if FIELD in too_large(visit.request):
        most = MOST // 1_000_000
        return _page(visit, school, wrong=_("Dit bestand is groter dan %(most)s MB. Verklein het.") % {"most": most})
    if sent is not None and not isinstance(sent, list):
        try:
            return _page(visit, school, matches=trace_picture(visit.doing, among, sent.chunks()))
        except NoPicture as refused:
            refused.facts["path"] = _("Wat u koos")
            return _page(visit, school, wrong=refused_sentence(refused))
    if not address or len(address) > MOST_ADDRESS:
        return _page(visit, school, wrong=_("Kies een foto, of plak een adres."))
    return _page(visit, school, matches=trace_address(visit.doing, among, address))


def _page(
    visit: Visit, school: School, *, matches: Sequence[Found] | None = None, wrong: str = ""
) -> HttpResponse:  # fmt: skip
    told = {
        "school": school, "matches": matches, "wrong": wrong, "looked": matches is not None,
        "typed_address": (visit.typed or QueryDict()).get("address", ""),
    }  # fmt: skip
    return render(visit.request, "publications/trace.html", told, status=200 if not wrong else 422)
