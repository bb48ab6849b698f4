"""What one person may answer: about themself and their children, at every school, in the words of one language.

Read at once for a whole family. It never tells who else said what: only the own answers, and yes or no for now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from magdit.areas.consent.actions import DIGITAL
from magdit.areas.consent.asking.probing import PUPILS
from magdit.areas.consent.loading import Loaded, load_family
from magdit.areas.consent.models import Item
from magdit.areas.consent.proof.queries import short_name
from magdit.areas.consent.queries import OwnLine, Say, own_answers, own_line, say_by
from magdit.areas.consent.records import PARENTS, Told
from magdit.areas.consent.rounds.handover_rules import decides_alone, moves
from magdit.areas.consent.rounds.rules import OWN_ROLES
from magdit.areas.consent.rules import Offer, Reason, why_not
from magdit.areas.consent.texts.queries import ShownText, texts_shown
from magdit.areas.consent.texts.words import Words, filled
from magdit.areas.people.models import Guardianship, Person, Role, School
from magdit.areas.people.rules import lasts, turns
from magdit.norms.act import school_year
from magdit.words.states import GIVEN, SAID_NO

YES, NO = "ja", "nee"


@dataclass(frozen=True, slots=True)
class Question:
    """One question to one person about someone, at one school.

    `mine`: the own answers, oldest first. `no_yes`: why a yes of theirs is not taken; None when it is.
    `turns`: the birthday from which the pupil's own word counts, where the packs have one; `alone_then`: and only that.
    """

    line: OwnLine
    shown: ShownText
    words: Words
    mine: tuple[Told, ...]
    no_yes: Reason | None
    turns: date | None
    alone_then: bool
    on: date

    @property
    def together(self) -> bool:
        """Whether now both the pupil and a parent must say yes."""
        signers = set(self.line.asking.signers)
        return bool(signers & OWN_ROLES) and bool(signers & PARENTS)

    @property
    def key(self) -> str:
        """What this question is called in a form."""
        return f"{self.line.school.code}.{self.line.item.code}"

    @property
    def number(self) -> int:
        """The number of the last own answer; 0 when there is none."""
        return self.mine[-1].number if self.mine else 0

    @property
    def last(self) -> str | None:
        """The last own answer, also of another school year; what was neither a yes nor a no is none."""
        state = self.mine[-1].state if self.mine else ""
        return YES if state in GIVEN else NO if state in SAID_NO else None

    @property
    def answer(self) -> str | None:
        """The own answer that stands: it need not be given again."""
        return None if self.is_asked_anew else self.last

    @property
    def is_asked_anew(self) -> bool:
        """Whether there was an answer, but of another school year, or a yes that ended."""
        if not self.mine:
            return False
        told = self.mine[-1]
        ended = told.state in GIVEN and told.until is not None and told.until < self.on
        return ended or (self.line.asking.is_yearly and school_year(told.on) != school_year(self.on))

    @property
    def by_objection(self) -> bool:
        """Whether nobody asks for a yes: only an objection is heard."""
        return self.line.asking.is_objection or self.line.asking.outcome == "niet_nodig"

    @property
    def may_yes(self) -> bool:
        """Whether a yes is taken. To take an objection back is one."""
        return self.no_yes is None

    @property
    def is_answerable(self) -> bool:
        """Whether this person can say anything here."""
        return self.may_yes or self.line.may_refuse

    @property
    def is_open(self) -> bool:
        """Whether this waits for an answer of this person."""
        return self.may_yes and not self.by_objection and self.answer is None

    @property
    def is_quiet(self) -> bool:
        """Whether nothing needs to be told of how it stands: nobody said yes, and this person said nothing."""
        return self.is_open and not self.mine and not self.line.now


@dataclass(frozen=True, slots=True)
class About:
    """Everything that someone may answer about one person, school by school."""

    person: Person
    at: tuple[tuple[School, tuple[Question, ...]], ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all schools."""
        return tuple(one for _, questions in self.at for one in questions)

    @property
    def open(self) -> int:
        """How many questions wait for an answer of this person."""
        return sum(one.is_open for one in self.questions)

    @property
    def asked(self) -> int:
        """How many questions there are for a yes or a no."""
        return sum(not one.by_objection for one in self.questions)

    @property
    def yeses(self) -> int:
        """For how many it is yes now, whoever said so."""
        return sum(one.line.now for one in self.questions if not one.by_objection)


def family_of(viewer: Person, people: Iterable[Person], on: date, *, language: str) -> tuple[About, ...]:
    """What this person may answer about each of these people. Refused when they have no say about one of them."""
    family = tuple(people)
    roles = list(Role.objects.filter(person__in=family).select_related("school__board"))
    has_parents = any(person.pk != viewer.pk for person in family) or any(one.role in PUPILS for one in roles)
    bonds = list(Guardianship.objects.filter(child__in=family)) if has_parents else []
    says = {person.pk: _say(viewer, person, bonds, on) for person in family}
    schools = {
        person.pk: _schools(person, [one for one in roles if one.person_id == person.pk], on) for person in family
    }
    items = tuple(Item.objects.filter(board=viewer.board_id))
    every = {school.pk: school for listed in schools.values() for school in listed}
    loaded = load_family(every.values(), on, people=family, items=items, roles=roles, bonds=bonds)
    texts = texts_shown(items, language)
    return tuple(
        About(
            person,
            tuple(
                (school, _questions(loaded[school.pk], viewer, person, says[person.pk], texts))
                for school in schools[person.pk]
            ),
        )
        for person in family
    )


def _say(viewer: Person, person: Person, bonds: Iterable[Guardianship], on: date) -> Say:
    if viewer.pk == person.pk:
        return Say("zelf")
    bond = next((one for one in bonds if one.child_id == person.pk and one.guardian_id == viewer.pk), None)
    return say_by(bond, person, on)


def _schools(person: Person, roles: Iterable[Role], on: date) -> tuple[School, ...]:
    """As `schools_to_answer`, of roles that were read before; nobody is refused: there may be nothing to ask."""
    now: set[School] = set()
    coming: set[School] = set()
    wide = False
    for role in roles:
        here = lasts(role.begins, role.ends, on=on)
        wide = wide or (role.school is None and here)
        if role.school is not None and (here or _is_last(role, person, on)):
            now.add(role.school)
        elif role.school is not None and role.begins is not None and role.begins > on:
            coming.add(role.school)
    found = (*sorted(now, key=_code), *sorted(coming - now, key=_code))
    return _once_per_protocol(person, found) if wide else found


def _is_last(role: Role, person: Person, on: date) -> bool:
    return role.ends is not None and role.ends == person.left_on and role.ends < on


def _once_per_protocol(person: Person, found: Iterable[School]) -> tuple[School, ...]:
    first: dict[str, School] = {}
    board = School.objects.filter(board=person.board_id).select_related("board").order_by("code")
    for school in (*found, *board):
        first.setdefault(school.protocol, school)
    return tuple(first.values())


def _code(school: School) -> str:
    return school.code


def _questions(
    loaded: Loaded, viewer: Person, person: Person, say: Say, texts: Mapping[UUID, ShownText]
) -> tuple[Question, ...]:
    places = {"naam": short_name(person), "school": loaded.school.name}
    every = (
        own_line(loaded, viewer, person, item, say)
        for item in loaded.items
        if item.pk in texts and loaded.concerns(person.pk, item)
    )
    lines = [line for line in every if _is_shown(line)]
    turns = {line.item.pk: _turns(loaded, line, person) for line in lines}
    return tuple(
        Question(
            line=line, shown=texts[line.item.pk], words=filled(_words(texts[line.item.pk]), places),
            mine=tuple(sorted(own_answers(loaded, viewer, person, line.item), key=lambda one: one.number)),
            no_yes=_no_yes(loaded, line, person, say), turns=turns[line.item.pk],
            alone_then=_alone(loaded, line, person, turns[line.item.pk]), on=loaded.on,
        )
        for line in lines
    )  # fmt: skip


def _words(shown: ShownText) -> Words:
    return Words(shown.text.title, shown.text.body, shown.text.why)


def _is_shown(line: OwnLine) -> bool:
    """What is asked and what may be objected to; of what is not (any more), a yes that can still be taken back."""
    if line.no_longer_asked or line.asking.outcome == "nooit":
        return line.own in GIVEN
    return True


def _no_yes(loaded: Loaded, line: OwnLine, person: Person, say: Say) -> Reason | None:
    """Why a yes is not taken, in the order in which the actions ask it."""
    if line.kept_elsewhere:
        return Reason("answer_in_administration", {"school": loaded.school.name})
    if not say.known:
        return Reason("authority_unknown")
    who, words = loaded.subjects[person.pk], loaded.book.catalogue.vocabularies["rol"]
    offer = Offer(say.role, "gegeven", DIGITAL, takes_back=line.own in SAID_NO)
    return why_not(line.asking, who, offer, active=line.item.active, day=loaded.on, words=words)


def _turns(loaded: Loaded, line: OwnLine, person: Person) -> date | None:
    who, topic = loaded.subjects[person.pk], loaded.topics[line.item.id]
    if who.born is None or not who.is_pupil:
        return None
    ages = sorted({age for ready in loaded.book.packs for age in ready.ages})
    days = (turns(who.born, age) for age in ages)
    return next((day for day in days if moves(loaded.book, topic, who, day=day)), None)


def _alone(loaded: Loaded, line: OwnLine, person: Person, day: date | None) -> bool:
    """Whether from that day only the pupil's own word counts."""
    who, topic = loaded.subjects[person.pk], loaded.topics[line.item.id]
    return day is not None and decides_alone(loaded.book, topic, who, day=day)
