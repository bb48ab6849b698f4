"""The publications of a school, as a list: which of them, how each stands, and its first words. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import BooleanField, Count, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publication_words import kept_of_all
from magdit.areas.drafts.publications_queries import must_go, visible_publications
from magdit.areas.drafts.rules_out import FAILED, GONE, LEAVING, ON_PAPER, PLACED, WAITING, title_of
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, School
from magdit.areas.registers.models import Appearance, ChannelAccount

MUST_GO = "moet_weg"
# How it stands, as someone chooses it in the list.
STANDS: Mapping[str, Q] = {
    "staat_er": Q(state=PLACED, goes=False),
    "onderweg": Q(state__in=(WAITING, LEAVING), goes=False) | Q(state=LEAVING),
    MUST_GO: Q(goes=True) & ~Q(state=LEAVING),
    "mislukt": Q(state=FAILED, goes=False),
    "papier": Q(state=ON_PAPER),
    "weg": Q(state=GONE),
}
PERIODS: Mapping[str, int] = {"week": 7, "maand": 31, "kwartaal": 92, "jaar": 366}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of the list is looked at; empty is everything. `where`: the id of an account, or the code of a medium."""

    stands: str = ""
    where: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One publication in the list. `must_go`: it may not stand there any more. `people`: how many are shown in it."""

    row: Publication
    title: str
    must_go: bool
    people: int


def publications_at(doing: Doing, viewer: Person, school: School, chosen: Chosen) -> QuerySet[Publication]:
    """The publications of this school that the viewer may see and wants to, the newest first."""
    rows = visible_publications(viewer, doing.today).filter(school=school)
    rows = rows.annotate(goes=ExpressionWrapper(must_go(), output_field=BooleanField()))
    if chosen.stands in STANDS:
        rows = rows.filter(STANDS[chosen.stands])
    if chosen.where:
        rows = rows.filter(_there(chosen.where))
    if chosen.period in PERIODS:
        rows = rows.filter(made_at__gte=_since(doing.at, PERIODS[chosen.period]))
    return rows.select_related("account", "author").order_by("-made_at", "pk").annotate(shown=_shown())


def lines(rows: Iterable[Publication]) -> tuple[Line, ...]:
    """These publications with their first words; without words for one of which the key is gone."""
    listed = list(rows)
    kept = kept_of_all(listed)
    return tuple(
        Line(row, title_of(str(kept.get(row.pk, {}).get("text", "")), otherwise=""), _goes(row), _number(row))
        for row in listed
    )


def places_of(doing: Doing, viewer: Person, school: School) -> tuple[tuple[ChannelAccount, ...], tuple[str, ...]]:
    """On which accounts and media this list has anything, to choose from."""
    rows = visible_publications(viewer, doing.today).filter(school=school).order_by()
    found = set(rows.values_list("account", "medium").distinct())
    accounts = ChannelAccount.objects.filter(pk__in=[account for account, _ in found if account]).order_by("name")
    return tuple(accounts), tuple(sorted({medium for account, medium in found if account is None}))


def _there(where: str) -> Q:
    if not where.isprintable():  # no database keeps such a word
        return Q(pk=None)
    try:
        return Q(account=UUID(where))
    except ValueError:
        return Q(account=None, medium=where)


def _since(at: datetime, days: int) -> datetime:
    return at - timedelta(days=days)


def _shown() -> Coalesce:
    people = Appearance.objects.filter(publication=OuterRef("pk")).order_by().values("publication")
    return Coalesce(Subquery(people.annotate(number=Count("pk")).values("number")), 0)


def _goes(row: Publication) -> bool:
    return bool(getattr(row, "goes", False))


def _number(row: Publication) -> int:
    return int(getattr(row, "shown", 0))
