"""In the demo one may be anyone who was made up, and nobody else."""

import pytest

from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Board, Person, School
from magdit.journeys.demo_data.fill import ACTOR
from magdit.journeys.demo_data.invented import SCHOOLS
from magdit.journeys.demo_data.plan import plan_of
from magdit.journeys.demo_data.rows import board_id, write
from magdit.journeys.demo_data.who_to_be import someone, who_to_be
from tests.areas.conftest import NOON
from tests.cast import TODAY

LINDE = SCHOOLS[0]


@pytest.mark.django_db
def test_a_real_school_is_never_part_of_the_demo():
    board = Board.objects.create(name="Stichting Echt")
    School.objects.create(board=board, name="De Echte", code="de-echte", protocol="osvs")
    person = Person.objects.create(board=board, last="Echt")

    assert who_to_be(TODAY) == ()
    assert someone(str(person.pk)) is None


@pytest.mark.django_db
def test_nonsense_is_nobody():
    assert someone("") is None
    assert someone("Noor") is None


@pytest.mark.django_db
def test_the_teacher_one_may_be_is_that_of_the_class_of_noor():
    """So that a parent's no can be seen on the other side."""
    write(Doing(ACTOR, board_id(LINDE), NOON), plan_of(LINDE, year=2025))

    (stage,) = who_to_be(TODAY)

    noor = next(part.child for part in stage.families if part.child)
    teacher = next(part for part in stage.staff if part.role == "leerkracht")
    assert noor.called == "Noor"
    assert noor.memberships.filter(role="leerling", group__name=teacher.group).exists()
