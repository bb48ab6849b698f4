"""What the invented families answer: given, refused, withdrawn, renewed, run out, on paper, not at all.

Through the same actions as real families, so an answer that the school's protocol does not ask for is not there either.
Schools whose pupil administration stays master get theirs as the mirror takes them over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from magdit.areas.consent.actions import give, object_to, refuse, renew, withdraw
from magdit.areas.consent.mirror import Mirrored, take_mirror
from magdit.areas.consent.models import Item
from magdit.areas.consent.paper import enter_on_paper
from magdit.areas.consent.rounds.actions import open_round
from magdit.areas.consent.showing import show
from magdit.areas.consent.texts.catalogue_actions import lay_catalogue, retire_item
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.people.rules import voice, year_bounds
from magdit.journeys.demo_data.plan import Bond, Child, Plan
from magdit.journeys.demo_data.rows import INVENTED, person_id
from magdit.norms.act import age_on

ITEMS = ("website-foto", "ouderportaal-groep-foto", "instagram-beeld")
MIRRORED = (*ITEMS, "ouderportaal-school-beeld", "website-video", "jaarboek-foto", "nieuwsbrief-foto")
STAFF = ("medewerker-website-beeld", "medewerker-ouderportaal-beeld")
PAPER = b"%PDF-1.4 verzonnen formulier"
# What the protocol of a school does not ask, or asks of somebody else, is no mistake of the invented family.
NOT_HERE = frozenset({"never_asked", "no_yes_needed", "not_your_turn", "only_on_paper", "no_longer_asked"})
STATES = ("gegeven", "gegeven", "gegeven", "geweigerd", "gegeven", "ingetrokken", "uitgesteld", "ongeldig", "beeindigd")


@dataclass(frozen=True)
class Family:
    """A child with who answers for it, in the register."""

    number: int
    child: Person
    voices: tuple[Person, ...]


@dataclass(frozen=True)
class Answering:
    """One school in which people answer. `now` is the moment of making all this up."""

    plan: Plan
    school: School
    doing: Doing
    items: dict[str, Item]

    def acting(self, person: Person, *, year: int, number: int) -> Doing:
        """This person, on an evening in the autumn of a school year; never later than now."""
        evening = datetime(year, 9, 8, 19, tzinfo=SCHOOL_CLOCK) + timedelta(days=number % 30, minutes=number)
        return replace(self.doing, actor=Ref("persoon", str(person.pk)), at=min(evening, self.doing.at))


def answer(doing: Doing, plan: Plan, school: School) -> None:
    """Lay the catalogue, ask, and have everyone answer."""
    lay_catalogue(doing, school.board)
    items = {item.code: item for item in Item.objects.filter(board=school.board_id)}
    for code in items.keys() - {*(MIRRORED if school.mirror else ITEMS), *STAFF}:
        retire_item(doing, items[code])  # no school asks forty things
    place = Answering(plan, school, doing, items)
    families = list(_families(place))
    if school.mirror:
        _mirror(place, families)
        return
    opens = year_bounds(plan.year)[0] + timedelta(days=31)
    if opens <= doing.today:
        open_round(doing, school, opens=opens)
    for family in families:
        _say(place, family)
    _staff(place)
    _show_and_withdraw(place, families)


def _families(place: Answering) -> Iterator[Family]:
    people = {person.pk: person for person in Person.objects.filter(board=place.school.board_id)}
    for number, child in enumerate(place.plan.children):
        row = people[person_id(place.plan.invented, child.who)]
        if row.left_on is None:
            yield Family(number, row, tuple(_voices(place, child, people)))


def _voices(place: Answering, child: Child, people: dict[UUID, Person]) -> Iterator[Person]:
    """The pupil from sixteen, then who has authority."""
    today = place.doing.today
    if child.who.born is not None and age_on(today, child.who.born) >= 16:
        yield people[person_id(place.plan.invented, child.who)]
    for bond in child.bonds:
        if _counts(bond, child, place):
            yield people[person_id(place.plan.invented, bond.guardian)]


def _counts(bond: Bond, child: Child, place: Answering) -> bool:
    return voice(bond, born=child.who.born, on=place.doing.today).yes


def _say(place: Answering, family: Family) -> None:
    """One of ten ways to answer, by turns."""
    turn, year = family.number % 10, place.plan.year
    if turn in {2, 7} or not family.voices:
        return  # asked, and no answer yet
    first, other = family.voices[0], family.voices[-1]
    for code in ITEMS:
        says = "nee" if turn == 3 or (code == ITEMS[2] and turn not in {1, 4}) else "ja"  # few like to be on a platform
        if turn in {5, 8}:
            _try(place, family, code, "ja", first, year=year - 1)
        if turn == 5:
            _try(place, family, code, "opnieuw", first, year=year)
        elif turn == 9:
            _on_paper(place, family, code, first)
        elif turn != 8:  # eight said yes last year only
            _try(place, family, code, says, first, year=year)
        if turn == 4 and other is not first:
            _try(place, family, code, "nee", other, year=year)
    if turn == 6:
        _try(place, family, ITEMS[0], "intrekken", first, year=year)


def _try(place: Answering, family: Family, code: str, what: str, giver: Person, *, year: int) -> bool:
    action = {"ja": give, "nee": refuse, "opnieuw": renew, "intrekken": withdraw}[what]
    doing = place.acting(giver, year=year, number=family.number)
    try:
        action(doing, family.child, place.items[code])
    except Refused as refused:
        return _is_not_here(refused)
    return True


def _on_paper(place: Answering, family: Family, code: str, giver: Person) -> None:
    day = place.acting(giver, year=place.plan.year, number=family.number).today
    try:
        enter_on_paper(place.doing, family.child, place.items[code], giver=giver, yes=True, signed_on=day, scan=PAPER)
    except Refused as refused:
        _is_not_here(refused)


def _is_not_here(refused: Refused) -> bool:
    if refused.code not in {*NOT_HERE, "nothing_to_renew"}:
        raise refused
    return False


def _staff(place: Answering) -> None:
    """Teachers about themselves: a yes, a no, and an objection to what happens without being asked."""
    actions = ((STAFF[0], give), (STAFF[0], refuse), (STAFF[1], object_to))
    for number, ((code, action), (who, _, _)) in enumerate(zip(actions, place.plan.staff, strict=False)):
        person = Person.objects.get(pk=person_id(place.plan.invented, who))
        try:
            action(place.acting(person, year=place.plan.year, number=number), person, place.items[code])
        except Refused as refused:
            _is_not_here(refused)


def _show_and_withdraw(place: Answering, families: list[Family]) -> None:
    """A publication with two children in it, of whom one is then withdrawn: a task to take it down lies open."""
    shown: list[Family] = []
    for family in families:
        publication = uuid5(INVENTED, f"{place.school.code} {len(shown)}")
        try:
            show(
                place.doing, place.school, [family.child.pk], publication=publication, channel="website",
                covers=["foto"],
            )  # fmt: skip
        except Refused as refused:
            if refused.code != "may_not_be_shown":
                raise
            continue
        shown.append(family)
        if len(shown) == 2:
            break
    for family in shown[:1]:
        doing = replace(place.doing, actor=Ref("persoon", str(family.voices[0].pk)))
        withdraw(doing, family.child, place.items["website-foto"])


def _mirror(place: Answering, families: list[Family]) -> None:
    """The state of a month ago, and of today with most of it confirmed: the rest has grown too old."""
    today = place.doing.today
    rows = [
        Mirrored(
            family.child.pk, place.items[code].pk, STATES[(family.number + at) % len(STATES)],
            role="leerling" if family.voices[0] == family.child else "ouder", giver=family.voices[0].pk,
        )
        for family in families if family.voices and family.number % 12 != 11
        for at, code in enumerate(MIRRORED)
    ]  # fmt: skip
    before = today - timedelta(days=30)
    take_mirror(place.doing, place.school, rows, as_of=before)
    take_mirror(place.doing, place.school, rows[: len(rows) * 4 // 5], as_of=today)
