"""Who sees whom: every role × the pupils, guardians and colleagues of own and other classes, schools and boards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from magdit.areas.people.models import Group, Membership, Person, Role, School
from magdit.areas.people.queries import visible_bonds, visible_people
from magdit.areas.people.sight import SEES
from magdit.words.roles import ROLES
from tests.areas.conftest import START, guardian
from tests.cast import TODAY

# Everyone of design.md §1 who may sign in, by their code.
OF_THE_DESIGN = """leerkracht oop communicatiemedewerker ouder leerling stagiair vrijwilliger inhuurkracht
    leidinggevende schoolleider directeur vertrouwenspersoon anti_pestcoordinator social_mediacoach ib_er
    fg cvb bestuur rvt mr gmr administratie beheerder""".split()
# Words for who is around a post; nobody has such a role at a school.
NOBODYS_ROLE = frozenset(
    "school bezoeker buitenstaander journalist platform politie vertrouwensinspecteur zelf".split()
)
KINDS = "own_pupil other_class other_school other_board guardian bond colleague"
# 1 is seen, 0 is not, in the order of KINDS. The role is at De Linde, with 6A as the own class.
NOTHING = "0 0 0 0 0 0 0"
CLASS = "1 0 0 0 1 0 1"
PUPILS = "1 1 0 0 0 0 1"
WHOLE = "1 1 0 0 1 1 1"
COLLEAGUES = "0 0 0 0 0 0 1"
EXPECTED = {
    "leerkracht": CLASS,
    "mentor": CLASS,
    "oop": CLASS,
    "medewerker": COLLEAGUES,
    "communicatiemedewerker": PUPILS,
    "administratie": WHOLE,
    "beheerder": WHOLE,
    "ib_er": PUPILS,
    "anti_pestcoordinator": PUPILS,
    "vertrouwenspersoon": COLLEAGUES,
    "social_mediacoach": COLLEAGUES,
    "fg": WHOLE,
    "leidinggevende": PUPILS,
    "teamleider": PUPILS,
    "schoolleiding": WHOLE,
    "schoolleider": WHOLE,
    "directeur": WHOLE,
    "adjunct_directeur": WHOLE,
    "bestuur": WHOLE,
    "cvb": WHOLE,
    **dict.fromkeys(
        """leerling oud_leerling ouder voogd hulpouder rvt mr gmr overige_betrokkene stagiair vrijwilliger inhuurkracht
        adviseur""".split(),
        NOTHING,
    ),
}


@pytest.fixture
def someone(school: School, group_6a: Group) -> Callable[[str], Person]:
    """Someone with a role at De Linde, before class 6A."""

    def made(role: str) -> Person:
        person = Person.objects.create(board=school.board, called="Iemand", last="Anders")
        Role.objects.create(person=person, school=school, role=role, begins=START)
        Membership.objects.create(group=group_6a, person=person, role="leerkracht", begins=START)
        return person

    return made


def test_every_role_of_the_design_and_of_the_words_has_a_row() -> None:
    assert set(OF_THE_DESIGN) <= set(SEES)
    assert {word.code for word in ROLES} == set(SEES) | NOBODYS_ROLE
    assert set(EXPECTED) == set(SEES)


@pytest.mark.parametrize("role", sorted(EXPECTED))
def test_a_role_sees_what_its_row_says_and_no_more(
    role: str,
    someone: Callable[[str], Person],
    noor: Person,
    yara: Person,
    tim: Person,
    pim: Person,
    noors_mother: Person,
    fatima: Person,
) -> None:
    viewer = someone(role)
    guardian(tim, called="Tom", last="Post")
    guardian(pim, called="Piet", last="Ver")

    people = set(visible_people(viewer, TODAY))
    bonds = {bond.child for bond in visible_bonds(viewer, TODAY)}

    seen = [noor in people, yara in people, tim in people, pim in people, noors_mother in people, noor in bonds]
    seen.append(fatima in people)
    assert dict(zip(KINDS.split(), seen, strict=True)) == {
        kind: sign == "1" for kind, sign in zip(KINDS.split(), EXPECTED[role].split(), strict=True)
    }
    assert viewer in people
    assert {person.board_id for person in people} == {viewer.board_id}
    assert bonds <= {noor}


def test_a_word_that_a_pack_made_up_sees_nobody(someone: Callable[[str], Person], noor: Person) -> None:
    viewer = someone("opperhoofd")

    assert set(visible_people(viewer, TODAY)) == {viewer}
