"""Taking a publication down because someone of the school wants that: with the reason, which only magdit keeps."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publication_words import ref_out
from magdit.areas.drafts.publications import locked
from magdit.areas.drafts.publications_queries import is_to_go
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.entry import free_text
from magdit.journeys.publish.again import ask_to_go

MOST_WHY = 300
ASKED = "gevraagd weg te halen"


@transaction.atomic
def take_away(doing: Doing, publication: UUID, *, why: str) -> Publication:
    """It must go: tasks for everyone in it, one for itself, and why. The reason lies under the key of the post."""
    said = free_text(why, field="reden", most=MOST_WHY)
    if not said:
        raise Refused("no_reason_away")
    had_to = is_to_go(locked(doing, publication))
    row = ask_to_go(doing, publication)
    if not had_to:  # sent twice is said once
        about = ref_out(row.pk)
        record(doing, ASKED, about, personal={"waarom": said}, file=about)
    return row
