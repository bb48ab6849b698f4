"""How people stand, asked as questions: of one person, of a class, of a school; and what a family may see of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max

from magdit.areas.consent.asking.asked import Asking, asked
from magdit.areas.consent.loading import PUPIL_ITEM, Loaded, load
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.records import MIRROR, OWN, Told
from magdit.areas.consent.rules import nobody_signs
from magdit.areas.consent.standing import Standing, lasts_until, speaks, standing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.people.queries import coming_schools_of, schools_of
from magdit.areas.people.rights import roles_on
from magdit.areas.people.rules import may_see_child, voice
from magdit.words.states import GIVEN, SAID_NO

Key = tuple[UUID, UUID]


def asking_of(loaded: Loaded, person: UUID, item: Item) -> Asking:
    """What the packs of the school make of one item for one person."""
    return asked(loaded.book, loaded.topics[item.id], loaded.subjects[person], day=loaded.on)


def standing_of(loaded: Loaded, person: UUID, item: Item) -> Standing:
    """How one person stands for one item."""
    told, terms = loaded.answers(person, item.id), loaded.terms[person]
    return standing(loaded.book, loaded.topics[item.id], loaded.subjects[person], told, day=loaded.on, terms=terms)


def until_of(loaded: Loaded, person: UUID, item: Item) -> date | None:
    """The last day on which a yes of now still stands by itself."""
    told, terms = loaded.answers(person, item.id), loaded.terms[person]
    return lasts_until(loaded.book, loaded.topics[item.id], loaded.subjects[person], told, day=loaded.on, terms=terms)


def how_they_stand(
    school: School, on: date, *, people: Iterable[UUID] | None = None, items: Iterable[Item] | None = None
) -> Mapping[Key, Standing]:
    """Everyone of a school (or these people) for every item that is about them, by (person, item)."""
    loaded = load(school, on, people=people, items=items)
    return {
        (person, item.id): standing_of(loaded, person, item)
        for person in loaded.people
        for item in loaded.items
        if loaded.concerns(person, item)
    }


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One item as a parent, pupil or employee sees it at one school: their own answer, and yes or no for now.

    Never who said what.

    `own` is the state of the own answer (None: not answered), `own_until` its last day. `may_answer`: a yes counts;
    `may_refuse`: a no does, also where a yes of theirs does not (authority unknown, or the yes is given elsewhere).
    `kept_elsewhere`: the pupil administration is master. A no is taken here too, but must be changed there as well.
    """

    item: Item
    school: School
    now: bool
    own: str | None
    own_on: date | None
    own_until: date | None
    may_answer: bool
    may_refuse: bool
    asking: Asking
    kept_elsewhere: bool = False

    @property
    def no_longer_asked(self) -> bool:
        """Whether this only stands here so that a yes of then can be taken back."""
        return not self.item.active


def own_view(viewer: Person, person: Person, on: date) -> tuple[OwnLine, ...]:
    """What someone sees about a child, or about themself, school by school. Refused to who has no say about it."""
    say = say_of(viewer, person, on)
    items = tuple(Item.objects.filter(board=person.board_id))
    found = (load(school, on, people=[person.id], items=items) for school in schools_to_answer(person, on))
    return tuple(
        line
        for loaded in found
        for item in items
        if loaded.concerns(person.id, item)
        for line in (own_line(loaded, viewer, person, item, say),)
        if _is_shown(line)
    )


def _is_shown(line: OwnLine) -> bool:
    """What is asked, and what was answered; of what is no longer asked only a yes that can still be taken back."""
    if line.no_longer_asked:
        return line.own in GIVEN
    return line.asking.is_asked or line.own is not None


def role_towards(viewer: Person, person: Person, on: date) -> str:
    """In which role someone answers about a person: as themself, or as parent or guardian with a bond that lasts."""
    return say_of(viewer, person, on).role


@dataclass(frozen=True, slots=True)
class Say:
    """In which role someone answers about a person, and whether their authority is known."""

    role: str
    known: bool = True


def say_of(viewer: Person, person: Person, on: date) -> Say:
    """Whether and how someone may answer about a person. Refused to who has no say."""
    if person.removed_on is not None or viewer.board_id != person.board_id:
        raise Refused("not_yours")
    if viewer.pk == person.pk:
        return Say("zelf")
    return say_by(Guardianship.objects.filter(child=person, guardian=viewer).first(), person, on)


def say_by(bond: Guardianship | None, person: Person, on: date) -> Say:
    """The same of a bond that was read before."""
    if bond is None:
        raise Refused("not_your_child")
    if not may_see_child(bond, born=person.born, on=on):
        raise Refused("no_say_any_more")
    known = voice(bond, born=person.born, on=on).yes
    return Say("voogd" if bond.relation == "voogd" else "ouder", known)


def school_of(person: Person, on: date) -> School:
    """The first of the schools whose protocol counts for someone."""
    return schools_to_answer(person, on)[0]


def schools_to_answer(person: Person, on: date) -> tuple[School, ...]:
    """The schools under whose protocols someone answers: of now, the last ones of who left, and those to come.

    Who has a role for the whole board answers for all of it: once under each protocol.
    """
    now = schools_of(person, on).select_related("board").order_by("code")
    coming = coming_schools_of(person, on).select_related("board").order_by("code")
    found = tuple(dict.fromkeys((*now, *coming)))
    if is_board_wide(person, on):
        first: dict[str, School] = {}
        for school in (*found, *School.objects.filter(board=person.board_id).select_related("board").order_by("code")):
            first.setdefault(school.protocol, school)
        found = tuple(first.values())
    if not found:
        raise Refused("no_school")
    return found


def is_board_wide(person: Person, on: date) -> bool:
    """Whether someone has a role for the whole board."""
    return roles_on(person.pk, on).filter(school=None).exists()


def kept_elsewhere(school: School, item: Item) -> bool:
    """Whether the pupil administration is master of the answers: a yes is given there, a no also here and at once."""
    return school.mirror and item.asked_of == PUPIL_ITEM


def mirrored_on(school: School) -> date | None:
    """The day of the newest export of the pupil administration that was taken over; None when there was none."""
    rows = Answer.objects.filter(source=MIRROR, school=school)
    newest: date | None = rows.aggregate(day=Max("as_of"))["day"]
    return newest


def own_line(loaded: Loaded, viewer: Person, person: Person, item: Item, say: Say) -> OwnLine:
    """How one item stands for who looks at it."""
    asking = asking_of(loaded, person.id, item)
    mine = own_answers(loaded, viewer, person, item)
    who = loaded.subjects[person.id]
    last = max(mine, key=lambda one: one.number, default=None)
    counts = speaks(asking, say.role, who, loaded.book.catalogue.vocabularies["rol"])
    too_late = nobody_signs(asking, who, day=loaded.on)
    elsewhere = kept_elsewhere(loaded.school, item)
    takes_back = asking.outcome == "niet_nodig" and last is not None and last.state in SAID_NO
    return OwnLine(
        item=item,
        school=loaded.school,
        now=standing_of(loaded, person.id, item).yes,
        own=None if last is None else last.state,
        own_on=None if last is None else last.on,
        own_until=None if last is None else last.until,
        may_answer=(counts or takes_back) and say.known and item.active and not elsewhere and not too_late,
        may_refuse=counts or too_late or not asking.is_asked,
        asking=asking,
        kept_elsewhere=elsewhere,
    )


def own_answers(loaded: Loaded, viewer: Person, person: Person, item: Item) -> tuple[Told, ...]:
    """The answers that this person gave themself."""
    own = str(viewer.pk)
    return tuple(
        one
        for one in loaded.answers(person.id, item.id)
        if one.giver == own or (not one.giver and viewer.pk == person.pk and one.role in OWN)
    )


def said_no_last(loaded: Loaded, viewer: Person, person: Person, item: Item) -> bool:
    """Whether the last thing that this person said themself was a no."""
    last = max(own_answers(loaded, viewer, person, item), key=lambda one: one.number, default=None)
    return last is not None and last.state in SAID_NO
