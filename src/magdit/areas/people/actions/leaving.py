"""Leaving, and the file that goes when its term is over. What must happen to consents is for the area consent."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from magdit.areas.journal.actions import destroy, record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import held
from magdit.areas.people.entry import not_long_ago
from magdit.areas.people.keeping import held_until
from magdit.areas.people.models import Account, ExternalId, Guardianship, Membership, Person, Role
from magdit.areas.people.queries import schools_of
from magdit.areas.people.rights import LEADERS, board_of, require_any
from magdit.areas.people.rules import removable_from

REMOVED = "verwijderd"  # all that is left of the name
FURTHEST_AHEAD = timedelta(days=366)


@transaction.atomic
def leave(doing: Doing, person_id: UUID | str, *, on: date) -> Person:
    """Someone leaves; `on` is the last day. Their roles and groups end with it; the file stays for its term."""
    person = held.kept_person(doing, person_id)
    if person.left_on is not None:
        raise Refused("left_already")
    not_long_ago(on, person.born)
    if on > doing.today + FURTHEST_AHEAD or Role.objects.filter(person=person, begins__gt=on).exists():
        raise Refused("day_wrong")
    running = Q(ends=None) | Q(ends__gt=on)
    ended = Role.objects.filter(running, person=person).update(ends=on)
    Membership.objects.filter(person=person, begins__gt=on).delete()  # never were in that group
    Membership.objects.filter(running, person=person).update(ends=on)
    person.left_on = on
    person.version += 1
    person.save(update_fields=["left_on", "version"])
    record(doing, "persoon vertrokken", held.about(person), details={"op": on.isoformat(), "rollen": ended})
    return person


@transaction.atomic
def take_back_leaving(doing: Doing, person_id: UUID | str) -> Person:
    """Take back a leaving that was a mistake: a pupil is one again, in the groups that ended with it.

    Other roles stay ended: whoever may give them gives them anew.
    """
    person = held.kept_person(doing, person_id)
    if person.left_on is None:
        raise Refused("has_not_left")
    ended = Q(person=person, role="leerling", ends=person.left_on)
    Role.objects.filter(ended).update(ends=None)
    Membership.objects.filter(ended).update(ends=None)
    person.left_on = None
    person.version += 1
    person.save(update_fields=["left_on", "version"])
    record(doing, "vertrek teruggedraaid", held.about(person))
    return person


@transaction.atomic
def remove_file(doing: Doing, person_id: UUID | str) -> Person:
    """Remove the file of who left, once the board's term is over: the row loses all that tells who it was.

    The key of their values in the journal is destroyed with it, and the files of guardians who stand around nobody
    else go too. What refers to the row (old answers, lines of the journal) keeps an id that no longer leads anywhere.
    """
    person = held.person(doing, person_id)
    require_any(doing, LEADERS, schools=list(schools_of(person, doing.today)))
    if person.left_on is None:
        raise Refused("has_not_left")
    years = board_of(doing).keep_years
    lets_go = held_until(person, keep_years=years) or person.left_on
    first = max(removable_from(person.left_on, keep_years=years), lets_go)
    if doing.today < first:
        raise Refused("too_soon", day=f"{first:%d-%m-%Y}")
    alone = _guardians_of_nobody_else(person)
    record(doing, "dossier verwijderd", held.about(person), details={"verzorgers": [str(each.pk) for each in alone]})
    for each in (person, *alone):
        _empty(doing, each)
    person.refresh_from_db()
    return person


def _guardians_of_nobody_else(child: Person) -> list[Person]:
    guardians = Person.objects.select_for_update().filter(wards__child=child, removed_on=None)
    others = Guardianship.objects.exclude(child=child).filter(child__removed_on=None)
    return list(guardians.exclude(pk__in=others.values("guardian")).exclude(pk__in=Role.objects.values("person")))


def _empty(doing: Doing, person: Person) -> None:
    Guardianship.objects.filter(Q(child=person) | Q(guardian=person)).delete()
    Membership.objects.filter(person=person).delete()
    Role.objects.filter(person=person).delete()
    Account.objects.filter(person=person).delete()
    ExternalId.objects.filter(board=person.board_id, kind="persoon", object=person.pk).delete()
    Person.objects.filter(pk=person.pk).update(
        first="", called="", infix="", last=REMOVED, born=None, email="", language="nl", shielded=False,
        removed_on=doing.today, version=person.version + 1,
    )  # fmt: skip
    destroy(doing, held.about(person))
