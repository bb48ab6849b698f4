"""In the demo one may be anyone who was made up, and nobody else."""

import pytest

from magdit.areas.people.models import Board, Person, School
from magdit.journeys.demo_data.who_to_be import someone, who_to_be
from tests.cast import TODAY


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
