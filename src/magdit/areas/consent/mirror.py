"""Taking over what the pupil administration holds about consents, where that stays the master. Only ever reads it.

What changed becomes a new answer; what stayed the same gets the day on which it was last confirmed. Nothing is
concluded from what is absent: an answer that is no longer confirmed grows old by itself and is then asked about.
A no that was said here is never wiped by a yes over there that is no younger, or of which nobody knows the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from magdit.areas.consent.loading import PUPIL_ITEM, Loaded, load, topic_of
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.queries import asking_of, standing_of
from magdit.areas.consent.records import MIRROR, OWN
from magdit.areas.consent.standing import speaking_as
from magdit.areas.journal.actions import Told, record_all
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Guardianship, School
from magdit.areas.people.rights import KEEPERS, require
from magdit.areas.registers.actions import lock_people, open_takedowns
from magdit.words.states import GIVEN, SAID_NO


@dataclass(frozen=True, slots=True)
class Mirrored:
    """One answer as the administration has it. Without `giver` it did not say which parent; `day` as far as known."""

    person: UUID
    item: UUID
    state: str
    role: str = "ouder"
    giver: UUID | None = None
    day: date | None = None
    form: str = "digitaal_akkoord"
    until: date | None = None

    @property
    def key(self) -> tuple[UUID, UUID, UUID | None, str]:
        """Whose answer about what it is."""
        return self.person, self.item, self.giver, self.role


Noes = Mapping[tuple[UUID, UUID], Sequence[Answer]]


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking over did: new or changed answers, answers confirmed, tasks to take something down.

    `against`: how often the administration still says yes where this giver said no here. The no stands; somebody
    has to change it over there.
    """

    changed: int
    confirmed: int
    tasks: int
    against: int = 0


@transaction.atomic
def take_mirror(doing: Doing, school: School, answers: Iterable[Mirrored], *, as_of: date) -> Taken:
    """Take over a whole state of the administration, as of a day. All of it, or nothing when one answer is odd."""
    require(doing, KEEPERS, school=school)
    rows = list({one.key: one for one in answers}.values())
    people = sorted({one.person for one in rows})
    lock_people(doing, people)
    items = {item.pk: item for item in Item.objects.filter(board=school.board_id, asked_of=PUPIL_ITEM)}
    loaded = load(school, doing.today, people=people, items=items.values())
    _check(doing, loaded, items, rows, as_of)
    last = _last(people, here=school)
    noes = noes_here(people)
    against = {one.key for one in rows if is_against(one, noes, as_of=as_of)}
    rows = [one for one in rows if one.key not in against or one.giver is None]  # unnamed it wipes nobody's no
    same = [last[one.key] for one in rows if one.key in last and _is_same(last[one.key], one)]
    fresh = [one for one in rows if one.key not in last or not _is_same(last[one.key], one)]
    Answer.objects.bulk_update([_confirmed(answer, as_of) for answer in same], ["as_of"], batch_size=300)
    made = _add(doing, loaded, items, fresh, as_of)
    tasks = _tasks(doing, school, items, [one for one in fresh if one.state in SAID_NO])
    record_all(doing, _lines(school, made, same, as_of))
    return Taken(len(made), len(same), tasks, len(against))


def _check(doing: Doing, loaded: Loaded, items: Mapping[UUID, Item], rows: Sequence[Mirrored], as_of: date) -> None:
    if not loaded.school.mirror:
        raise Refused("not_a_mirror", school=loaded.school.name)
    if as_of > doing.today:
        raise Refused("mirror_in_future", day=as_of.isoformat())
    mirrored = Answer.objects.filter(source=MIRROR, school=loaded.school, person__in=list(loaded.people))
    newest = mirrored.aggregate(day=Max("as_of"))["day"]
    if newest is not None and newest > as_of:
        raise Refused("mirror_older", day=newest.isoformat())
    bonds = {(b.child_id, b.guardian_id) for b in Guardianship.objects.filter(child__in=list(loaded.people))}
    for one in rows:
        own = one.role in OWN and one.giver in {None, one.person}
        known = own or one.giver is None or (one.person, one.giver) in bonds
        if one.item not in items or not known or not loaded.subjects[one.person].is_pupil:
            raise Refused("mirror_who", school=loaded.school.name)


def _last(people: Sequence[UUID], *, here: School | None = None) -> dict[tuple[UUID, UUID, UUID | None, str], Answer]:
    """The last answer of each voice; of one school only where that is told."""
    found: dict[tuple[UUID, UUID, UUID | None, str], Answer] = {}
    for start in range(0, len(people), 500):
        rows = Answer.objects.filter(person__in=people[start : start + 500])
        for answer in (rows if here is None else rows.filter(school=here)).order_by("number"):
            found[answer.person_id, answer.item_id, answer.giver_id, answer.role] = answer
    return found


def noes_here(people: Sequence[UUID]) -> Noes:
    """What people said no to here, and not in the administration: the last word of each giver."""
    spoken: dict[tuple[UUID, UUID, str], Answer] = {}
    for answer in sorted(_last(people).values(), key=lambda one: one.number):
        spoken[answer.person_id, answer.item_id, str(answer.giver_id or answer.role)] = answer
    found: dict[tuple[UUID, UUID], list[Answer]] = defaultdict(list)
    for answer in spoken.values():
        if answer.source != MIRROR and answer.state in SAID_NO:
            found[answer.person_id, answer.item_id].append(answer)
    return found


def is_against(one: Mirrored, noes: Noes, *, as_of: date) -> bool:
    """Whether this is a yes of someone who said no here on that day or later; of nobody knows whom, or when, too."""
    if one.state not in GIVEN:
        return False
    of_them = (
        no
        for no in noes.get((one.person, one.item), ())
        if (no.giver_id == one.giver if one.giver is not None else (no.role in OWN) == (one.role in OWN))
    )
    return any(one.day is None or min(one.day, as_of) <= _day(no) for no in of_them)


def _day(answer: Answer) -> date:
    return answer.at.astimezone(SCHOOL_CLOCK).date()


def _is_same(answer: Answer, one: Mirrored) -> bool:
    day = _day(answer)
    said = (answer.state, answer.form, answer.source) == (one.state, one.form, MIRROR)
    return said and (one.day is None or one.day == day) and (one.until is None or one.until == answer.until)


def _confirmed(answer: Answer, as_of: date) -> Answer:
    answer.as_of = as_of
    return answer


def _add(
    doing: Doing, loaded: Loaded, items: Mapping[UUID, Item], fresh: Sequence[Mirrored], as_of: date
) -> list[Answer]:
    people = list(loaded.people)
    numbers: dict[UUID, int] = defaultdict(int)
    for start in range(0, len(people), 500):
        rows = Answer.objects.filter(person__in=people[start : start + 500]).values_list("person")
        numbers |= dict(rows.annotate(last=Max("number")))
    made = []
    for one in fresh:
        numbers[one.person] += 1
        made.append(_answer(doing, loaded, items[one.item], one, as_of, numbers[one.person]))
    return Answer.objects.bulk_create(made, batch_size=300)


def _answer(doing: Doing, loaded: Loaded, item: Item, one: Mirrored, as_of: date, number: int) -> Answer:
    day = min(one.day or as_of, as_of)
    roles = speaking_as(one.role, loaded.subjects[one.person], loaded.book.catalogue.vocabularies["rol"])
    end = asking_of(loaded, one.person, item).until(day, roles=roles) if one.state in GIVEN else None
    return Answer(
        item=item, person_id=one.person, giver_id=one.giver, school=loaded.school, role=one.role, state=one.state,
        at=datetime.combine(day, time(), tzinfo=SCHOOL_CLOCK), until=one.until or end, form=one.form,
        source=MIRROR, as_of=as_of, entered_by=doing.actor.id, number=number,
    )  # fmt: skip


def _tasks(doing: Doing, school: School, items: Mapping[UUID, Item], noes: Sequence[Mirrored]) -> int:
    """For every new no that counts: the tasks to take down what it touches."""
    if not noes:
        return 0
    now = load(school, doing.today, people={one.person for one in noes}, items={items[one.item] for one in noes})
    media = now.book.catalogue.vocabularies["medium"]
    made = 0
    for one in noes:
        topic = topic_of(items[one.item])
        if standing_of(now, one.person, items[one.item]).is_refused:
            made += len(
                open_takedowns(
                    doing,
                    one.person,
                    channel=topic.channel,
                    covers=topic.covers,
                    because=one.state,
                    media=media,
                    purpose=topic.purpose,
                )
            )
    return made


def _lines(school: School, made: Sequence[Answer], same: Sequence[Answer], as_of: date) -> list[Told]:
    """A line per changed answer, and one for the state as a whole."""
    whole = {"stand": as_of.isoformat(), "veranderd": len(made), "bevestigd": len(same)}
    lines = [
        Told("toestemming overgenomen", Ref("persoon", str(one.person_id)), {"antwoord": str(one.pk)}) for one in made
    ]
    return [*lines, Told("stand overgenomen", Ref("school", str(school.pk)), whole)]
