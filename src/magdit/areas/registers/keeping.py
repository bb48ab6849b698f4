"""Who is still shown keeps their file: the consents are the proof that it is allowed (AVG art. 7 lid 1).

Kept until the last publication is down, and then for the board's term (a proposal of the field; EDPB 05/2020, 107-108).
"""

from __future__ import annotations

from datetime import date

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.people.rules import removable_from
from magdit.areas.registers.models import Appearance


def shown_until(person: Person, keep_years: int) -> date | None:
    """The first day on which the file of who was shown may go. Refused while something is still up."""
    shown = Appearance.objects.filter(person=person)
    still = shown.filter(down_at=None).count()
    if still:
        raise Refused("still_shown", count=still)
    last = shown.order_by("-down_at").first()
    if last is None or last.down_at is None:
        return None
    return removable_from(last.down_at.astimezone(SCHOOL_CLOCK).date(), keep_years=keep_years)
