"""How a round stands: who should be asked, whose answer is still open, and the count per class. Changes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from magdit.areas.consent.loading import Loaded, load
from magdit.areas.consent.models import Item, Request, Round
from magdit.areas.consent.queries import asking_of, standing_of
from magdit.areas.consent.records import Told
from magdit.areas.consent.rounds.rules import Guardian, whom_to_ask
from magdit.areas.people.models import Membership, Person, School
from magdit.norms.act import school_year
from magdit.words.states import GIVEN

Pair = tuple[UUID, UUID]
Klass = tuple[str, UUID | None]  # the name of a class, and its group
NO_CLASS = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is still wanted about one person: the open items, and per item whose answer would settle it."""

    person: UUID
    items: Mapping[UUID, frozenset[UUID]]

    @property
    def askable(self) -> frozenset[UUID]:
        """Everyone who can be asked something."""
        return frozenset(one for people in self.items.values() for one in people)

    def of(self, asked: UUID) -> tuple[UUID, ...]:
        """The items that this one can settle."""
        return tuple(item for item, people in self.items.items() if asked in people)


@dataclass(frozen=True, slots=True)
class Open:
    """A request that is not answered in full, with the items that are left."""

    request: Request
    items: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ClassCount:
    """How far a class is: who was asked about, complete, begun, silent; and about whom nobody can be asked."""

    name: str
    group: UUID | None
    asked: int
    complete: int
    begun: tuple[UUID, ...]
    silent: tuple[UUID, ...]
    nobody_to_ask: tuple[UUID, ...]


def wanted(school: School, on: date, *, people: Iterable[UUID] | None = None) -> tuple[tuple[Wanted, ...], Loaded]:
    """About whom an answer is still wanted on a day, of everyone at the school (or these people)."""
    loaded = load(school, on, people=people)
    guardians = _guardians(loaded)
    return tuple(one for one in (_wanted(loaded, person, guardians) for person in loaded.people) if one.items), loaded


def who_decides(school: School, on: date, *, people: Iterable[UUID]) -> Mapping[UUID, frozenset[UUID]]:
    """Whose answer counts about each of these people who are at the school now, whatever was answered already."""
    loaded = load(school, on, people=people)
    guardians = _guardians(loaded)
    return {
        person: frozenset(
            one
            for item in loaded.items
            if loaded.concerns(person, item)
            for one in _asked_about(loaded, person, item, guardians.get(person, ()))
        )
        for person in loaded.people
        if set(loaded.subjects[person].roles) - {"oud_leerling"}
    }


def to_be_asked(round_: Round, *, on: date) -> tuple[Pair, ...]:
    """The (person, asked) pairs that have no request in this round yet and should have one."""
    known = set(round_.requests.values_list("person_id", "asked_id"))
    open_, _ = wanted(round_.school, on)
    pairs = ((one.person, asked) for one in open_ for asked in sorted(one.askable))
    return tuple(pair for pair in pairs if pair not in known)


def open_requests(round_: Round, *, on: date) -> tuple[Open, ...]:
    """The requests of a round that still wait for an answer."""
    requests = list(round_.requests.filter(ended_at=None).select_related("person", "asked"))
    open_, _ = wanted(round_.school, on, people={request.person_id for request in requests})
    return _still_open(requests, open_)


def _still_open(requests: Iterable[Request], open_: Iterable[Wanted]) -> tuple[Open, ...]:
    left = {one.person: one for one in open_}
    found = (
        Open(request, left[request.person_id].of(request.asked_id)) for request in requests if request.person_id in left
    )
    return tuple(one for one in found if one.items)


@dataclass(frozen=True, slots=True)
class Stand:
    """A whole round at once: the count per class, the requests that are open, and everyone by their id.

    `newcomers`: how many questions would go out when who came later is asked.
    """

    classes: tuple[ClassCount, ...]
    still_open: tuple[Open, ...]
    people: Mapping[UUID, Person]
    newcomers: int


def stand(round_: Round, *, on: date) -> Stand:
    """How a round stands, in one reading of the school."""
    every = list(round_.requests.select_related("asked"))
    requests = [request for request in every if request.ended_at is None]
    open_, loaded = wanted(round_.school, on)
    known = {(request.person_id, request.asked_id) for request in every}
    fresh = sum((one.person, asked) not in known for one in open_ for asked in one.askable)
    return Stand(_counts(round_, requests, open_, loaded), _still_open(requests, open_), loaded.people, fresh)


def progress(round_: Round, *, on: date) -> tuple[ClassCount, ...]:
    """The count per class, in the order of their names; who has no class comes last."""
    requests = list(round_.requests.filter(ended_at=None).only("person_id"))
    open_, loaded = wanted(round_.school, on)
    return _counts(round_, requests, open_, loaded)


def _counts(
    round_: Round, requests: Iterable[Request], open_: Iterable[Wanted], loaded: Loaded
) -> tuple[ClassCount, ...]:
    left = {one.person: one for one in open_}
    asked = {request.person_id for request in requests} & set(loaded.people)
    unreachable = {one.person for one in left.values() if not one.askable}
    classes = _classes(round_.school, asked | unreachable, loaded.on)
    return tuple(
        _count(klass, people, asked=asked, left=left, loaded=loaded)
        for klass, people in sorted(classes.items(), key=lambda one: (one[0][1] is None, one[0][0]))
    )


def _count(
    klass: Klass, people: Iterable[UUID], *, asked: set[UUID], left: Mapping[UUID, Wanted], loaded: Loaded
) -> ClassCount:
    mine = tuple(people)
    waiting = [person for person in mine if person in asked and person in left]
    begun = tuple(person for person in waiting if _has_answered_now(loaded, person))
    return ClassCount(
        name=klass[0],
        group=klass[1],
        asked=sum(person in asked for person in mine),
        complete=sum(person in asked and person not in left for person in mine),
        begun=begun,
        silent=tuple(person for person in waiting if person not in begun),
        nobody_to_ask=tuple(person for person in mine if person in left and not left[person].askable),
    )


def _wanted(loaded: Loaded, person: UUID, guardians: Mapping[UUID, tuple[Guardian, ...]]) -> Wanted:
    items: dict[UUID, frozenset[UUID]] = {}
    for item in loaded.items:
        if loaded.concerns(person, item) and _is_open(loaded, person, item):
            items[item.id] = _settled_by(loaded, person, item, guardians.get(person, ()))
    return Wanted(person, items)


def _is_open(loaded: Loaded, person: UUID, item: Item) -> bool:
    """Nobody said yes or no that counts now; or it is asked anew this year and was not answered in it."""
    asking = asking_of(loaded, person, item)
    if not asking.is_asked or asking.is_objection:
        return False
    stands = standing_of(loaded, person, item)
    if not stands.yes and not stands.is_refused:
        return True
    return asking.is_yearly and not any(_is_of_this_year(one, loaded.on) for one in loaded.answers(person, item.id))


def _settled_by(loaded: Loaded, person: UUID, item: Item, guardians: Iterable[Guardian]) -> frozenset[UUID]:
    """Whose answer is asked: those whose turn it is and who did not answer already in this period."""
    yearly = asking_of(loaded, person, item).is_yearly
    told = loaded.answers(person, item.id)
    done = {one.giver for one in told if _still_counts(one, yearly=yearly, on=loaded.on)}
    return frozenset(one for one in _asked_about(loaded, person, item, guardians) if str(one) not in done)


def _asked_about(loaded: Loaded, person: UUID, item: Item, guardians: Iterable[Guardian]) -> frozenset[UUID]:
    asking, born = asking_of(loaded, person, item), loaded.subjects[person].born
    signers = asking.signers if asking.is_asked and not asking.is_objection else ()
    return whom_to_ask(person, signers, guardians, born=born, today=loaded.on)


def _still_counts(one: Told, *, yearly: bool, on: date) -> bool:
    if yearly:
        return _is_of_this_year(one, on)
    return one.state not in GIVEN or one.until is None or one.until >= on


def _is_of_this_year(one: Told, on: date) -> bool:
    return school_year(one.on) == school_year(on)


def _has_answered_now(loaded: Loaded, person: UUID) -> bool:
    return any(_is_of_this_year(one, loaded.on) for item in loaded.items for one in loaded.answers(person, item.id))


def _guardians(loaded: Loaded) -> dict[UUID, tuple[Guardian, ...]]:
    return {
        child: tuple(Guardian(bond.guardian_id, bond.authority, bond.ended) for bond in around.values())
        for child, around in loaded.bonds.items()
    }


def _classes(school: School, people: set[UUID], on: date) -> dict[Klass, tuple[UUID, ...]]:
    rows = Membership.objects.filter(
        group__school=school, group__year=school_year(on), group__kind="klas", role="leerling"
    ).order_by("person__last", "person__called")
    found: dict[Klass, list[UUID]] = defaultdict(list)
    for person, name, group in rows.values_list("person_id", "group__name", "group_id"):
        if person in people:
            found[name, group].append(person)
    placed = {person for listed in found.values() for person in listed}
    if people - placed:
        found[NO_CLASS, None] = sorted(people - placed)
    return {klass: tuple(dict.fromkeys(listed)) for klass, listed in found.items()}
