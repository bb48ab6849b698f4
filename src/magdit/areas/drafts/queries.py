"""Which drafts and publications someone may see. A draft that was not handed in is seen by its author alone."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from magdit.areas.drafts.models import Approval, Draft
from magdit.areas.drafts.rules import EDITORS
from magdit.areas.people.models import Person
from magdit.areas.people.rights import of_schools, where_held

HANDED_IN = ("ter_goedkeuring", "goedgekeurd", "ingepland", "geplaatst")


def drafts_of(person: Person) -> QuerySet[Draft]:
    """What someone is working on, the latest first."""
    return Draft.objects.filter(author=person, state__in=("concept", *HANDED_IN[:3]))


def visible_drafts(person: Person, on: date) -> QuerySet[Draft]:
    """One's own; those one is asked about; and, for who goes on with posts of a school, those that were handed in."""
    asked = Q(doubts__asked=person, doubts__answered_at=None, doubts__withdrawn_at=None)
    return Draft.objects.filter(Q(author=person) | asked | _handed_in(person, on), board=person.board_id).distinct()


def editable_drafts(person: Person, on: date) -> QuerySet[Draft]:
    """Those that someone may change."""
    return Draft.objects.filter(Q(author=person) | _handed_in(person, on), board=person.board_id)


def _handed_in(person: Person, on: date) -> Q:
    # A change takes what was handed in back to a concept: who made that change goes on with it.
    handed_in = Q(state__in=HANDED_IN) | Q(Exists(Approval.objects.filter(draft=OuterRef("pk"))), state="concept")
    return handed_in & of_schools(where_held(person, EDITORS, on))
