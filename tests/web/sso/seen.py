"""What the tests of who comes in look at."""

from __future__ import annotations

from django.http import HttpResponse

from magdit.areas.journal.models import Entry
from tests.web.sso.peers import Browser


def stays_out(page: HttpResponse, surfer: Browser) -> bool:
    """A page that says what to do, and no session."""
    told = page.content.decode()
    says = "Wij kennen u niet" in told or "U kunt niet inloggen" in told
    return page.status_code == 403 and says and "Vraag" in told and not surfer.is_in


def verbs() -> list[str]:
    """What the journal tells, in its order."""
    return list(Entry.objects.order_by("number").values_list("verb", flat=True))
