"""A way in for who is written to: whoever has none yet gets a personal invitation in the letter itself.

Made at the moment of sending, one per person and run. Earlier ones keep working for their two weeks: a parent of three
gets three letters, and the first is as good as the last. Coming in with one ends them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from magdit.areas.journal.actions import Told, record_all
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing
from magdit.areas.people import links
from magdit.areas.people.actions import held
from magdit.areas.people.coming_in import with_a_way_in
from magdit.areas.people.models import Account, Link, Person


@dataclass(frozen=True, slots=True)
class Way:
    """How someone comes in: with the account that they have, or with the `token` of this letter, until that day."""

    token: str = ""
    until: date | None = None


BY_ACCOUNT = Way()


@transaction.atomic
def ways_in(doing: Doing, people: Iterable[Person], *, on_paper: bool = False) -> Mapping[UUID, Way]:
    """The way in of each of these. Who is not in it has none, and none is made.

    Those are institutions, and who had an account that was closed: the office alone may open for them again.
    """
    every = {one.pk: one for one in people}
    with_account = set(_chunked(every, lambda ids: with_a_way_in(Person.objects.filter(pk__in=ids))))
    once = set(_chunked(every, lambda ids: Account.objects.filter(person__in=ids, is_active=False)))
    closed = once - set(_chunked(every, lambda ids: Account.objects.filter(person__in=ids, is_active=True)))
    new = [one for key, one in every.items() if key not in with_account | closed and not one.institution]
    return dict.fromkeys(with_account, BY_ACCOUNT) | _made(doing, new, on_paper=on_paper)


def take_back(ways: Iterable[Way]) -> None:
    """Let links that stand in no letter not be there: the mail did not leave, or a colleague was first."""
    Link.objects.filter(mark__in=[links.mark_of(one.token) for one in ways if one.token], used_at=None).delete()


def _made(doing: Doing, people: list[Person], *, on_paper: bool) -> dict[UUID, Way]:
    until = doing.at + links.LASTS[links.INVITATION]
    last_day = until.astimezone(SCHOOL_CLOCK).date()
    ways = {one.pk: Way(links.new_code() if on_paper else links.new_token(), last_day) for one in people}
    rows = [
        Link(
            person=one, kind=links.INVITATION, mark=links.mark_of(ways[one.pk].token),
            address="" if on_paper else one.email, made_at=doing.at, until=until, made_by=doing.actor.id,
        )
        for one in people
    ]  # fmt: skip
    Link.objects.bulk_create(rows, batch_size=500)
    record_all(doing, [Told("uitgenodigd", held.about(one), {"op-papier": on_paper}) for one in people])
    return ways


def _chunked(every: Mapping[UUID, Person], rows: Callable[[list[UUID]], QuerySet[Account]]) -> Iterator[UUID]:
    ids = list(every)
    for start in range(0, len(ids), 500):
        yield from (one for one in rows(ids[start : start + 500]).values_list("person_id", flat=True) if one)
