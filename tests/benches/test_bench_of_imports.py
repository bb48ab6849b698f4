"""A whole list at once: nothing is lost, a second time changes nothing, and a larger school asks no more queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.imports import in_a_process
from magdit.areas.people.imports.reading import read_list
from magdit.areas.people.imports.run import look, take_over
from magdit.areas.people.models import Board, Guardianship, Membership, Person, School
from magdit.cli.with_register import doing_as_system
from tests.areas.people.imports import invented, invented_files

LARGE = 30_000


def files(made, folder):
    return {
        "oneroster": invented_files.zipped(invented_files.oneroster_files(made, "1.2"), folder / "export.zip"),
        "edexml": invented_files.as_edex(made, folder / "EDEX.XML"),
        "sds": invented_files.zipped(invented_files.sds_files(made), folder / "sds.zip"),
    }


def new_school():
    board = Board.objects.create(name="Stichting De Linde")
    School.objects.all().delete()
    return School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs", brin=invented.BRIN)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["oneroster", "edexml", "sds"])
def test_three_hundred_pupils_come_in_whole(tmp_path, kind):
    made, school = invented.school(300), new_school()
    doing = doing_as_system("test", school.board_id)
    delivery = read_list(files(made, tmp_path)[kind], school, kind, as_of=invented.AS_OF)

    take_over(doing, school, delivery)

    bonds = sum(len(one.parents) for one in made.pupils) if kind != "edexml" else 0
    assert Person.objects.filter(roles__role="leerling").count() == 300
    assert Membership.objects.filter(role="leerling").count() == 600
    assert Guardianship.objects.count() == bonds
    assert take_over(doing, school, delivery).is_empty


@pytest.mark.django_db
def test_a_larger_school_asks_no_more_queries_to_look(tmp_path):
    asked = []
    for pupils in (30, 300):
        school, folder = new_school(), tmp_path / str(pupils)
        folder.mkdir()
        doing = doing_as_system("test", school.board_id)
        source = files(invented.school(pupils), folder)["oneroster"]
        delivery = read_list(source, school, "oneroster", as_of=invented.AS_OF)
        with CaptureQueriesContext(
            connection,
        ) as found:
            look(doing, school, delivery)
        asked.append(len(found))

    assert asked[0] == asked[1] <= 10


@pytest.mark.full
@pytest.mark.parametrize("kind", ["oneroster", "edexml"])
def test_thirty_thousand_pupils_come_in_within_the_memory_of_a_small_server(tmp_path, kind):
    source = files(invented.school(LARGE), tmp_path)[kind]

    ran = in_a_process(kind, source, tmp_path / "data")

    assert ran["people"] > LARGE
    assert ran["changed"] == 0
    assert ran["memory"] < 2000
