"""Giving, refusing, withdrawing, renewing, objecting. All five ask the same of the one who answers, on any day.

An answer is for one school: the one that is named, or else the first of the person's schools that takes it.

Each locks the person it is about, adds one answer, and in the same transaction opens the tasks that a no brings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from magdit.areas.consent.asking.asked import Asking
from magdit.areas.consent.loading import Loaded, load
from magdit.areas.consent.models import Answer, Item, ItemText, Round, Scan
from magdit.areas.consent.queries import (
    asking_of,
    is_board_wide,
    kept_elsewhere,
    own_answers,
    said_no_last,
    say_of,
    schools_to_answer,
    standing_of,
)
from magdit.areas.consent.rules import Offer, nobody_signs, why_not
from magdit.areas.consent.standing import speaking_as
from magdit.areas.consent.texts.queries import text_shown
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.people.rights import acting_person
from magdit.areas.registers.actions import lock_people, open_takedowns
from magdit.words.states import GIVEN, SAID_NO

DIGITAL = "digitaal_akkoord"
UNASKED = frozenset({"never_asked", "no_yes_needed", "not_about_this_person"})  # reasons that tell the least
VERBS = {
    "gegeven": "toestemming gegeven",
    "vernieuwd": "toestemming vernieuwd",
    "geweigerd": "toestemming geweigerd",
    "ingetrokken": "toestemming ingetrokken",
}


@dataclass(frozen=True, slots=True)
class How:
    """How an answer came in: its form and moment, by which way, and the scan of a paper."""

    form: str
    at: datetime
    source: str
    scan: Scan | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Under which words something is said, and for which school; both may be left open."""

    text: ItemText | None
    school: School | None


def give(
    doing: Doing, person: Person, item: Item, *, text: ItemText | None = None, school: School | None = None
) -> Answer:
    """Say yes."""
    return _answer(doing, person, item, Said(text, school), "gegeven")


def refuse(
    doing: Doing, person: Person, item: Item, *, text: ItemText | None = None, school: School | None = None
) -> Answer:
    """Say no."""
    return _answer(doing, person, item, Said(text, school), "geweigerd")


def withdraw(
    doing: Doing, person: Person, item: Item, *, text: ItemText | None = None, school: School | None = None
) -> Answer:
    """Take a yes back, at once. Without an own yes it is a no all the same: nobody has to look that up first."""
    return _answer(doing, person, item, Said(text, school), "ingetrokken")


def renew(
    doing: Doing, person: Person, item: Item, *, text: ItemText | None = None, school: School | None = None
) -> Answer:
    """Say yes again to what one said yes to before."""
    return _answer(doing, person, item, Said(text, school), "vernieuwd")


def object_to(
    doing: Doing, person: Person, item: Item, *, text: ItemText | None = None, school: School | None = None
) -> Answer:
    """Object to what happens without being asked: heard as a no."""
    return _answer(doing, person, item, Said(text, school), "geweigerd", verb="bezwaar gemaakt")


@transaction.atomic
def _answer(doing: Doing, person: Person, item: Item, said: Said, state: str, *, verb: str = "") -> Answer:
    if doing.actor.kind != "persoon":
        raise Refused("only_people_answer")
    places = placed(doing, person, item, school=said.school)
    giver = Person.objects.filter(pk=acting_person(doing), board=doing.board, removed_on=None).first()
    if giver is None:
        raise Refused("not_yours")
    place, role = spoken_at(doing, _where_yes(places, giver, state), giver, state=state, form=DIGITAL)
    mine = own_answers(place.loaded, giver, place.person, item)
    had_yes = bool(mine) and max(mine, key=lambda one: one.number).state in GIVEN
    if state == "vernieuwd" and not any(one.state in GIVEN for one in mine):
        raise Refused("nothing_to_renew")
    if state == "ingetrokken" and not had_yes:
        state = "geweigerd"
    shown = _text_for(item, said.text, giver) if state in GIVEN else said.text
    verb = verb or VERBS[state]
    return store(
        doing, place, giver=giver, role=role, state=state, text=shown, verb=verb,
        how=How(DIGITAL, doing.at, "eigen"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A person locked, with the rows and rules that an answer about one item meets."""

    person: Person
    item: Item
    loaded: Loaded
    asking: Asking


def placed(doing: Doing, person: Person, item: Item, *, school: School | None = None) -> tuple[Place, ...]:
    """Lock the person and read how it stands before the answer, at each of their schools or at this one.

    Refused for another board's person or item, and for a school that is not theirs.
    """
    locked = lock_people(doing, [person.pk])[0]
    if item.board_id != doing.board:
        raise Refused("not_yours")
    schools = [one for one in schools_to_answer(locked, doing.today) if school is None or one == school]
    if not schools:
        raise Refused("not_yours")
    found = (load(one, doing.today, people=[locked.pk], items=[item]) for one in schools)
    return tuple(Place(locked, item, loaded, asking_of(loaded, locked.pk, item)) for loaded in found)


def placed_all(doing: Doing, person: Person, items: Iterable[Item], *, school: School) -> Mapping[UUID, Place]:
    """The same for several items at one school of theirs, read at once; by the id of the item."""
    locked, asked = lock_people(doing, [person.pk])[0], list(items)
    if any(item.board_id != doing.board for item in asked) or school not in schools_to_answer(locked, doing.today):
        raise Refused("not_yours")
    loaded = load(school, doing.today, people=[locked.pk], items=asked)
    return {item.pk: Place(locked, item, loaded, asking_of(loaded, locked.pk, item)) for item in asked}


def spoken_at(doing: Doing, places: Sequence[Place], giver: Person, *, state: str, form: str) -> tuple[Place, str]:
    """For which school this person answers, and in which role: the first that takes it, rather one that asks."""
    refused = []
    for place in sorted(places, key=lambda one: not one.asking.is_asked):
        try:
            return place, spoken_as(doing, place, giver, state=state, form=form)
        except Refused as reason:
            refused.append(reason)
    raise min(refused, key=lambda reason: reason.code in UNASKED)


def _where_yes(places: Sequence[Place], giver: Person, state: str) -> Sequence[Place]:
    """What is taken back or said again, is so where it was said."""
    if state not in {"ingetrokken", "vernieuwd"}:
        return places
    said = [
        place
        for place in places
        if any(one.state in GIVEN for one in own_answers(place.loaded, giver, place.person, place.item))
    ]
    return said or places


def spoken_as(doing: Doing, place: Place, giver: Person, *, state: str, form: str) -> str:
    """In which role this person answers; refused to who has no say, each with its own reason."""
    say = say_of(giver, place.person, doing.today)
    role = say.role
    loaded, who, item = place.loaded, place.loaded.subjects[place.person.pk], place.item
    if not loaded.concerns(place.person.pk, item):
        raise Refused("not_about_this_person")
    if state in GIVEN and kept_elsewhere(loaded.school, item):
        raise Refused("answer_in_administration", school=loaded.school.name)
    if state in GIVEN and not say.known:
        raise Refused("authority_unknown")
    words = loaded.book.catalogue.vocabularies["rol"]
    offer = Offer(role, state, form, takes_back=said_no_last(loaded, giver, place.person, item))
    reason = why_not(place.asking, who, offer, active=item.active, day=doing.today, words=words)
    if reason is not None:
        raise Refused(reason.code, **reason.facts)
    return "leerling" if role == "zelf" and who.is_pupil else role


def store(
    doing: Doing, place: Place, *, giver: Person, role: str, state: str, text: ItemText | None, verb: str, how: How
) -> Answer:
    """Add the answer, its line in the journal, and the tasks that a no brings."""
    person, item = place.person, place.item
    day = how.at.astimezone(SCHOOL_CLOCK).date()
    school = None if is_board_wide(person, doing.today) else place.loaded.school
    answer = Answer.objects.create(
        item=item, person=person, giver=giver, school=school, role=role, state=state, at=how.at, form=how.form,
        text=text,
        until=until_when(place, role, day) if state in GIVEN else None,
        language=text.language if text is not None else giver.language,
        round=_round(place, doing), source=how.source, scan=how.scan, entered_by=doing.actor.id,
        number=next_number(person.pk),
    )  # fmt: skip
    tasks = tasks_after_no(doing, place, state)
    details = {"onderwerp": item.code, "antwoord": str(answer.pk), "als": role, "bron": how.source}
    record(doing, verb, Ref("persoon", str(person.pk)), details={**details, "taken": [str(task) for task in tasks]})
    return answer


def tasks_after_no(doing: Doing, place: Place, state: str) -> list[UUID]:
    """After a no that counts: a task for everything that still shows this person there."""
    if state not in SAID_NO:
        return []
    now = load(place.loaded.school, doing.today, people=[place.person.pk], items=[place.item])
    counts = standing_of(now, place.person.pk, place.item).is_refused
    # Where only the parents of then could say yes, the no of who is of age takes it down all the same.
    if not counts and not nobody_signs(place.asking, now.subjects[place.person.pk], day=doing.today):
        return []
    media = place.loaded.book.catalogue.vocabularies["medium"]
    made = open_takedowns(
        doing, place.person.pk, channel=place.item.channel, covers=place.item.covers, because=state, media=media,
        purpose=place.item.purpose,
    )  # fmt: skip
    return [task.pk for task in made]


def until_when(place: Place, role: str, day: date) -> date | None:
    """The last day of a yes of this day in this role, as the packs have it."""
    words, who = place.loaded.book.catalogue.vocabularies["rol"], place.loaded.subjects[place.person.pk]
    return place.asking.until(day, roles=speaking_as(role, who, words))


def next_number(person: UUID) -> int:
    """The place of the next answer about someone who is locked."""
    last: int | None = Answer.objects.filter(person=person).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _text_for(item: Item, text: ItemText | None, giver: Person) -> ItemText:
    """The words that were shown: without words nobody knows what they say yes to."""
    shown = text_shown(item, giver.language)
    chosen = text if text is not None else shown.text if shown is not None else None
    if chosen is None or chosen.item_id != item.pk:
        raise Refused("no_text", item=item.code)
    return chosen


def _round(place: Place, doing: Doing) -> Round | None:
    rounds = Round.objects.filter(school=place.loaded.school, opens__lte=doing.today).order_by("-year")
    found = rounds.first()
    return found if found is not None and (found.closes is None or found.closes >= doing.today) else None
