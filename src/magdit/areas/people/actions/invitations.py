"""Inviting people who have no way in: a mail with a link, or a code for a letter on paper. Two weeks, and once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from magdit.areas.journal.actions import Told, record, record_all
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people import links, mails
from magdit.areas.people.actions import held
from magdit.areas.people.actions.links import replace
from magdit.areas.people.coming_in import everyone_to_come
from magdit.areas.people.models import Link, Person, School
from magdit.areas.people.rights import KEEPERS, require

# Sent twice within this time (a double click, the back button) is meant once: one mail, and no code on paper goes dead.
TWICE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Paper:
    """What goes on a letter: shown once, since only its hash is kept."""

    person: Person
    code: str
    until: date


@dataclass(frozen=True, slots=True)
class Sent:
    """Who was mailed, whose mail did not leave (nothing stands open for them), and who gets a letter."""

    sent: tuple[UUID, ...]
    failed: tuple[UUID, ...]
    papers: tuple[Paper, ...]


def invite(doing: Doing, people: Iterable[UUID], *, school: School) -> Sent:
    """Invite these people of a school; invitations of theirs older than `TWICE` no longer work."""
    require(doing, KEEPERS, school=school)
    wanted = set(people)
    invited = everyone_to_come(school, doing.today, wanted)
    if len(invited) != len(wanted) or any(one.institution for one in invited):
        raise Refused("not_to_invite")
    tokens = _write(doing, invited, school)
    until = _last_day(doing)
    mailed = [one for one in invited if one.email and one.pk in tokens]
    left = mails.send(mails.invitation_mail(one, school=school, token=tokens[one.pk], until=until) for one in mailed)
    failed = [one.pk for one, went in zip(mailed, left, strict=True) if not went]
    if failed:
        _take_back(doing, failed, school)
    return Sent(
        sent=tuple(one.pk for one in invited if one.email and one.pk not in failed),
        failed=tuple(failed),
        papers=tuple(Paper(one, tokens[one.pk], until) for one in invited if not one.email),
    )


@transaction.atomic
def _write(doing: Doing, everyone: list[Person], school: School) -> dict[UUID, str]:
    """The tokens to send; whose mail left just now gets no second one."""
    # Locked in one order, so that of two clicks at once the second sees what the first did.
    list(Person.objects.select_for_update().filter(pk__in=[one.pk for one in everyone]).order_by("pk").values("pk"))
    lately = Link.objects.filter(kind=links.INVITATION, used_at=None, made_at__gt=doing.at - TWICE, until__gt=doing.at)
    mailed = set(lately.filter(person__in=everyone).values_list("person_id", "address"))
    people = [one for one in everyone if not one.email or (one.pk, one.email) not in mailed]
    tokens = {one.pk: links.new_token() if one.email else links.new_code() for one in people}
    for start in range(0, len(people), 500):
        older = Link.objects.filter(person__in=people[start : start + 500])
        replace(older.exclude(pk__in=lately.filter(address="").values("pk")), at=doing.at)
    until = doing.at + links.LASTS[links.INVITATION]
    rows = [
        Link(
            person=one, kind=links.INVITATION, mark=links.mark_of(tokens[one.pk]), address=one.email,
            made_at=doing.at, until=until, made_by=doing.actor.id,
        )
        for one in people
    ]  # fmt: skip
    Link.objects.bulk_create(rows, batch_size=500)
    record_all(doing, [Told("uitgenodigd", held.about(one), {"op-papier": not one.email}) for one in people])
    return tokens


@transaction.atomic
def _take_back(doing: Doing, people: list[UUID], school: School) -> None:
    Link.objects.filter(person__in=people, kind=links.INVITATION, made_at=doing.at).delete()
    about = Ref("school", str(school.pk))
    record(doing, "uitnodigingen niet verstuurd", about, details={"aantal": len(people)})


def _last_day(doing: Doing) -> date:
    """The last whole day on which it works."""
    return (doing.at + links.LASTS[links.INVITATION]).astimezone(SCHOOL_CLOCK).date()
