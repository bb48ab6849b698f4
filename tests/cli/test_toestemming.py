"""`magdit toestemming`: told so that an office can read it out, and as wide as the screen is."""

from datetime import date

import pytest

from magdit.areas.consent.models import Item, ItemText
from magdit.areas.people.models import Board, Person, Role, School
from tests.areas.conftest import NOON

pytestmark = pytest.mark.django_db


def item(board, code, *, asked_of="leerling", channel="website"):
    made = Item.objects.create(
        board=board, code=code, purpose="school_laten_zien", channel=channel, covers=["foto"], asked_of=asked_of
    )
    ItemText.objects.create(item=made, version=1, title="Mag een foto van {naam}?", body="-", made_at=NOON)
    return made


@pytest.fixture
def school():
    """De Linde under OSVS: Sem, and Gerda who works for all schools of the board."""
    board = Board.objects.create(name="Stichting De Linde")
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
    sem = Person.objects.create(board=board, called="Sem", last="Boer", born=date(2009, 1, 1))
    Role.objects.create(person=sem, school=school, role="leerling")
    gerda = Person.objects.create(board=board, called="Gerda", last="Mol")
    Role.objects.create(person=gerda, school=None, role="oop")
    return school


@pytest.fixture
def told(magdit):
    """What a command says, on one line."""
    return lambda *words: " ".join(magdit("toestemming", *words, "--school", "de-linde").out.split())


def test_who_answers_for_themself_is_asked_once_also_when_two_laws_ask_it(school, told):
    item(school.board, "gids-foto", channel="drukwerk")

    says = told("vraagt")

    assert "leerling vanaf 16 jaar: vraagt de school aan de leerling, elk schooljaar opnieuw [osvs IV.M8" in says
    assert "persoon zelf" not in says


def test_what_is_asked_of_staff_speaks_of_an_employee(school, told):
    item(school.board, "medewerker-foto", asked_of="medewerker")

    says = [told("vraagt"), told("van", "--wie", "Gerda")]

    assert "Mag een foto van de medewerker?" in says[0]
    assert "aan de medewerker" in says[0]
    assert "leerling" not in says[0]
    assert "Mag een foto van Gerda?" in says[1]


@pytest.mark.parametrize("columns", ["40", "80", "300"])
def test_the_matrix_is_never_wider_than_the_screen_and_leaves_nothing_out(school, magdit, monkeypatch, columns):
    for number in range(30):
        item(school.board, f"foto-{number:02}")
    monkeypatch.setenv("COLUMNS", columns)

    lines = magdit("toestemming", "stand", "--school", "de-linde").out.splitlines()

    assert max(len(line) for line in lines) <= int(columns)
    rows = [line.split()[1:] for line in lines if line.startswith("Sem")]
    assert sum(len(row) for row in rows) == 30
    assert (len(rows) == 1) is (columns == "300")


def test_what_is_about_nobody_in_the_list_has_no_column(school, magdit):
    item(school.board, "website-foto")
    item(school.board, "medewerker-foto", asked_of="medewerker")
    Role.objects.filter(school=None).delete()

    says = magdit("toestemming", "stand", "--school", "de-linde").out

    assert "de medewerker" not in says
    assert [line.split() for line in says.splitlines() if line.startswith("Sem")] == [["Sem", "nee"]]


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "31-12-9999"])
@pytest.mark.parametrize("verb", ["stand", "vraagt"])
def test_a_day_too_far_off_is_refused_in_words(school, magdit, verb, day):
    item(school.board, "website-foto")

    ended = magdit("toestemming", verb, "--school", "de-linde", "--op", day)

    assert ended.code == 2
    assert "ligt te ver weg" in ended.err


def test_a_day_may_be_typed_the_dutch_way(school, magdit):
    item(school.board, "website-foto")

    assert magdit("toestemming", "stand", "--school", "de-linde", "--op", "1-9-2026").code == 0
