"""Who left and whose bond is over have rights about their data still: their file is found as long as it is kept."""

from datetime import date

from magdit.areas.people.models import Guardianship, Person, Role
from tests.areas.conftest import employee


def officer(school) -> Person:
    return employee(school, "fg", called="Priya", last="Singh")


def test_the_officer_finds_a_former_teacher_and_makes_their_file(visits, school, bram):
    Role.objects.filter(person=bram).update(ends=date(2026, 1, 31))
    client = visits(officer(school))

    assert client.get(f"/privacy/persoon/{bram.pk}/").status_code == 200
    assert client.post(f"/privacy/persoon/{bram.pk}/uitvoer/")["Content-Type"] == "application/zip"


def test_the_officer_opens_the_file_of_a_parent_whose_bond_is_over(visits, school, noor, noors_father):
    Guardianship.objects.filter(guardian=noors_father).update(ended=date(2025, 12, 1))
    client = visits(officer(school))

    assert client.get(f"/privacy/persoon/{noors_father.pk}/").status_code == 200
    assert client.post(f"/privacy/persoon/{noors_father.pk}/uitvoer/")["Content-Type"] == "application/zip"


def test_nobody_else_sees_who_left(visits, school, bram, fatima):
    Role.objects.filter(person=bram).update(ends=date(2026, 1, 31))

    assert visits(fatima).get(f"/school/{school.code}/kantoor/mensen/{bram.pk}/").status_code == 404


def test_an_officer_of_one_school_opens_no_file_of_another(visits, school, second_school):
    former = employee(second_school, "leerkracht", called="Ties", last="Zwart")
    Role.objects.filter(person=former).update(ends=date(2026, 1, 31))

    assert visits(officer(school)).get(f"/privacy/persoon/{former.pk}/").status_code == 404
