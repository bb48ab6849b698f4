"""What must be taken down at a school, and what was lately: for who may do so there. Closing one is for registers."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet

from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, Role, School
from magdit.areas.people.queries import visible_people
from magdit.areas.registers.models import TakedownTask

LATELY = timedelta(days=14)


def tasks_at(doing: Doing, viewer: Person, school: School) -> QuerySet[TakedownTask]:
    """The tasks about people of this school whom the viewer may see: open, the most urgent first, then lately done."""
    here = Role.objects.filter(school=school).values("person")
    seen = visible_people(viewer, doing.today).values("pk")
    rows = TakedownTask.objects.filter(appearance__person__in=here, appearance__board=doing.board)
    lately = Q(done_at=None) | Q(done_at__gte=doing.at - LATELY)
    return rows.filter(lately, appearance__person__in=seen).select_related("appearance__person").order_by("due", "pk")
