"""Taking a publication down because someone of the school wants that, with the reason; and putting back a mistake.

What came down because who is shown, or a parent, asked for it is no mistake: that is not put back from here.
"""

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
from magdit.areas.registers.models import TakedownTask
from magdit.areas.registers.removal import ASKED as REQUEST
from magdit.journeys.publish.again import ask_to_go
from magdit.journeys.publish.restoring import restore

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


@transaction.atomic
def put_back(doing: Doing, publication: UUID) -> Publication:
    """It came down by mistake: back, when the term is not over and it may stand there now."""
    if was_asked_for(locked(doing, publication).pk):
        raise Refused("asked_away")
    return restore(doing, publication)


def was_asked_for(publication: UUID) -> bool:
    """Whether somebody who is shown in it, or a parent, asked to have it taken down."""
    return TakedownTask.objects.filter(appearance__publication=publication, because=REQUEST).exists()
