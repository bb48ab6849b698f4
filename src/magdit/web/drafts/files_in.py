"""Pictures that come with a form, for who has no JavaScript: each is taken in, or told why not."""

from __future__ import annotations

from django.contrib import messages
from django.utils.translation import gettext as _

from magdit.areas.drafts.models import Draft
from magdit.areas.journal.refused import Refused
from magdit.check.images.refusal import Refused as NoPicture
from magdit.journeys.hand_in.taking_in import plain, take_in
from magdit.web.office.uploads import too_large
from magdit.web.told import refusal
from magdit.web.visit import Visit
from magdit.wording.file_errors import refused_sentence

MOST = 200_000_000  # bytes of one file in a form; a larger film comes in pieces
FIELD = "pictures"
PLACE = "fotos"


def take_in_all(visit: Visit, draft: Draft) -> str:
    """Take in every file of the form; one that is refused does not stop the next."""
    for file in visit.request.FILES.getlist(FIELD):
        try:
            take_in(visit.doing, draft.pk, file.name or "", file.chunks())
        except NoPicture as refused:
            refused.facts["path"] = plain(file.name or "")
            messages.error(visit.request, refused_sentence(refused))
        except Refused as refused:
            messages.error(visit.request, refusal(refused))
    if FIELD in too_large(visit.request):
        told = _("Een bestand is groter dan %(most)s MB. Verklein het, of zet JavaScript aan: dan gaat het in delen.")
        messages.error(visit.request, told % {"most": MOST // 1_000_000})
    return PLACE
