"""Who is at school, as another program hears it: enough to know them by, and no more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.people.models import ExternalId, Group, Membership, Role
from tests.api.conftest import ids, problem
from tests.areas.conftest import START, YEAR, pupil

pytestmark = pytest.mark.django_db
READ = "personen:lezen"


def test_a_pupil_is_told_with_class_role_and_keys_elsewhere(calls, school, noor, noors_mother):
    ExternalId.objects.create(
        board=school.board, system=f"oneroster:{school.pk}", kind="persoon", key="10023", object=noor.pk
    )

    told = calls(READ).get(f"/people/{noor.pk}").json()

    assert told["name"] == "Noor van Dijk"
    assert told["roles"] == [{"role": "leerling", "school": "de-linde"}]
    assert [group["name"] for group in told["groups"]] == ["6A"]
    assert told["keys"] == [{"system": "oneroster", "key": "10023"}]
    assert not {"born", "birth", "geboortedatum"} & set(told)
    assert "2016" not in str(told)
    assert "Mira" not in str(told)


def test_a_shielded_person_has_no_address_here(calls, bram):
    assert calls(READ).get(f"/people/{bram.pk}").json()["email"] == "bram@delinde.example"

    bram.shielded = True
    bram.save()

    assert calls(READ).get(f"/people/{bram.pk}").json()["email"] is None


def test_people_are_found_by_school_class_and_role(calls, school, second_school, noor, sem, bram, group_6a):
    program = calls(READ)

    assert ids(program.get("/people", role="leerling").json()["people"]) == {str(noor.pk), str(sem.pk)}
    assert ids(program.get("/people", group="6A", role="leerling").json()["people"]) == {str(noor.pk)}
    assert ids(program.get("/people", group=str(group_6a.pk)).json()["people"]) == {str(noor.pk), str(bram.pk)}
    assert ids(program.get("/people", role="medewerker").json()["people"]) == {str(bram.pk)}
    assert ids(program.get("/people", role="lerares").json()["people"]) == {str(bram.pk)}
    assert program.get("/people", school="de-beuk").json() == {"people": [], "next": None}


def test_a_key_of_one_school_sees_nothing_of_another(calls, school, second_school, noor):
    other = Group.objects.create(school=second_school, year=YEAR, name="6A")
    someone = pupil(second_school, other, called="Lot", last="Bos", born=noor.born)
    Role.objects.create(person=noor, school=second_school, role="leerling", begins=START)
    Membership.objects.create(group=other, person=noor, role="leerling", begins=START)

    seen = calls(READ, school=school).get("/people").json()["people"]

    assert ids(seen) == {str(noor.pk)}
    assert seen[0]["roles"] == [{"role": "leerling", "school": "de-linde"}]
    assert [group["school"] for group in seen[0]["groups"]] == ["de-linde"]
    assert calls(READ, school=school).get(f"/people/{someone.pk}").status_code == 404


def test_who_left_or_whose_file_is_gone_is_not_there(calls, noor, sem):
    Role.objects.filter(person=noor).update(ends=START + timedelta(days=1))
    sem.removed_on = START
    sem.save()

    assert calls(READ).get("/people").json()["people"] == []
    assert calls(READ).get(f"/people/{noor.pk}").status_code == 404


def test_every_page_follows_the_last_and_nobody_is_told_twice(calls, school, group_6a, noor):
    for number in range(7):
        pupil(school, group_6a, called=f"Kind {chr(65 + number)}", last="Bos", born=noor.born)
    program, seen, cursor = calls(READ), [], None

    while True:
        page = program.get("/people", limit=3, **({"cursor": cursor} if cursor else {})).json()
        seen += [one["id"] for one in page["people"]]
        cursor = page["next"]
        if cursor is None:
            break

    assert len(seen) == len(set(seen)) == 8


def test_a_page_takes_as_many_questions_for_one_as_for_many(calls, school, group_6a, django_assert_max_num_queries):
    for number in range(40):
        pupil(school, group_6a, called=f"Kind {number}", last="Bos", born=START)
    program = calls(READ)
    program.get("/schools")

    # On PostgreSQL the count of how often a key asks is three of these.
    with django_assert_max_num_queries(12):
        assert len(program.get("/people", limit=100).json()["people"]) == 40


@pytest.mark.parametrize(
    "query",
    [{"limit": 0}, {"limit": 10_000}, {"cursor": "x"}, {"school": "De Linde"}, {"group": "6\x00A"}, {"role": "Éé"}],
)
def test_a_question_that_cannot_be_is_told_by_its_field(query, calls, school):
    response = calls(READ).get("/people", **query)

    assert response.status_code == 422
    assert problem(response)["errors"][0].startswith(next(iter(query)))


def test_the_schools_of_a_key(calls, school, second_school, other_school):
    assert [one["code"] for one in calls().get("/schools").json()["schools"]] == ["de-beuk", "de-linde"]
    assert [one["code"] for one in calls(school=school).get("/schools").json()["schools"]] == ["de-linde"]
