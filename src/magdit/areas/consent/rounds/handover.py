"""The pupil begins to decide: told sixty days before, with a list of what rests on the parents' yes until then.

Which birthday that is stands in the school's packs. Under one that knows no such day nothing happens here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Count

from magdit.areas.consent.loading import Loaded, load, topic_of
from magdit.areas.consent.models import Item, Letter, Request
from magdit.areas.consent.queries import standing_of
from magdit.areas.consent.rounds.actions import OFFICE
from magdit.areas.consent.rounds.handover_rules import handover_day, moves
from magdit.areas.consent.rounds.queries import who_decides
from magdit.areas.journal.actions import Told, record_all
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.people.rights import require
from magdit.areas.people.rules import voice
from magdit.areas.registers.models import Appearance

BECAUSE = "zestien"  # the kind of request; the age itself is the pack's


@dataclass(frozen=True, slots=True)
class Handover:
    """One pupil, the day on which they begin to decide, and what then loses the parents' yes.

    `shown`: in how many publications the pupil stands now; those stay until someone says no.
    """

    person: Person
    day: date
    items: tuple[Item, ...]
    shown: int


def coming_handovers(school: School, on: date, *, loaded: Loaded | None = None) -> tuple[Handover, ...]:
    """The pupils who begin to decide within sixty days; of a whole school that was `loaded` already, if it was."""
    loaded = load(school, on) if loaded is None else loaded
    found: list[tuple[Person, date]] = []
    for key, person in loaded.people.items():
        topics = [topic_of(item) for item in loaded.items if loaded.concerns(key, item)]
        day = handover_day(loaded.book, topics, loaded.subjects[key], today=on) if topics else None
        if day is not None and loaded.subjects[key].is_pupil:
            found.append((person, day))
    if not found:
        return ()
    resting, shown = _resting(loaded, found), _shown(person for person, _ in found)
    return tuple(Handover(person, day, resting[person.id], shown.get(person.id, 0)) for person, day in found)


@transaction.atomic
def announce(doing: Doing, school: School) -> int:
    """Write to every pupil who begins to decide soon, and to the parents; once. Answers how many pupils."""
    require(doing, OFFICE, school=school)
    known = set(Request.objects.filter(because=BECAUSE).values_list("person_id", "asked_id"))
    coming = [one for one in coming_handovers(school, doing.today) if (one.person.id, one.person.id) not in known]
    parents = _parents([one.person for one in coming], doing.today)
    requests: list[Request] = []
    for one in coming:
        around = [one.person.id, *parents.get(one.person.id, ())]
        requests += [
            Request(person=one.person, asked_id=asked, because=BECAUSE, asked_at=doing.at)
            for asked in around
            if (one.person.id, asked) not in known
        ]
    Request.objects.bulk_create(requests)
    Letter.objects.bulk_create([Letter(request=request, kind=BECAUSE, made_at=doing.at) for request in requests])
    record_all(
        doing,
        [
            Told("overdracht aangekondigd", Ref("persoon", str(one.person.id)), details={"dag": one.day.isoformat()})
            for one in coming
        ],
    )
    return len(coming)


@transaction.atomic
def end_requests(doing: Doing, school: School) -> int:
    """End what is still asked of someone who no longer decides, and about who left. Answers how many requests."""
    require(doing, OFFICE, school=school)
    waiting = list(Request.objects.filter(round__school=school, ended_at=None).only("id", "person_id", "asked_id"))
    deciding = who_decides(school, doing.today, people={one.person_id for one in waiting})
    over = [one for one in waiting if one.asked_id not in deciding.get(one.person_id, frozenset())]
    if not over:
        return 0
    Request.objects.filter(pk__in=[request.pk for request in over]).update(ended_at=doing.at)
    record_all(
        doing,
        [Told("vraag vervallen", Ref("persoon", one)) for one in sorted({str(request.person_id) for request in over})],
    )
    return len(over)


def _resting(loaded: Loaded, coming: Iterable[tuple[Person, date]]) -> Mapping[UUID, tuple[Item, ...]]:
    """Per pupil what may be shown until the day, and not from it on while the pupil says nothing."""
    together: dict[date, list[UUID]] = defaultdict(list)
    for person, day in coming:
        together[day].append(person.id)
    found: dict[UUID, tuple[Item, ...]] = {}
    for day, people in together.items():
        later = load(loaded.school, day, people=people, items=loaded.items)
        found |= {person: tuple(_lost(loaded, later, person)) for person in people}
    return found


def _lost(loaded: Loaded, later: Loaded, person: UUID) -> Iterator[Item]:
    for item in loaded.items:
        if (
            loaded.concerns(person, item)
            and moves(loaded.book, topic_of(item), loaded.subjects[person], day=later.on)
            and standing_of(loaded, person, item).yes
            and not standing_of(later, person, item).yes
        ):
            yield item


def _shown(people: Iterable[Person]) -> Mapping[UUID, int]:
    up = Appearance.objects.filter(person__in=[person.id for person in people], down_at=None)
    return dict(up.values_list("person").annotate(shown=Count("pk")).order_by())


def _parents(people: Iterable[Person], on: date) -> Mapping[UUID, list[UUID]]:
    """Per pupil the parents whose yes counts."""
    children = {person.id: person for person in people}
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for bond in Guardianship.objects.filter(child__in=list(children), guardian__removed_on=None).order_by("pk"):
        if voice(bond, born=children[bond.child_id].born, on=on).yes:
            found[bond.child_id].append(bond.guardian_id)
    return found
