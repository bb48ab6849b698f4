"""What must go though nobody is in it is told as well: on the first page, and among what is to be taken down."""

from __future__ import annotations

import pytest

from magdit.areas.drafts.models import Publication
from magdit.areas.people.models import Board
from magdit.journeys.publish.again import ask_to_go
from magdit.journeys.publish.by_hand import package, placed_by_hand
from tests.areas.conftest import employee
from tests.journeys.publish.conftest import make_account, sends
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lieke(school):
    Board.objects.update(second_step="niemand")
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


@pytest.fixture
def must_go(begins, school, wall, bram, doing_as):
    """A post with nobody in it, on paper, that the school wants gone."""
    paper = make_account(school, connector="hand", kind="blad", name="De schoolkrant", circulation=400)
    made = sends(doing_as(bram), begins(paper))
    package(doing_as(bram), made.pk).close()
    placed_by_hand(doing_as(bram), made.pk)
    return ask_to_go(doing_as(bram), made.pk)


def test_the_first_page_counts_it(visits, lieke, must_go):
    assert "1 keer iets weg te halen" in text_of(visits(lieke).get("/"))


def test_paper_is_closed_with_what_is_true(visits, lieke, must_go):
    told = text_of(visits(lieke).get("/school/de-linde/taken/"))

    answer = visits(lieke).post("/school/de-linde/taken/", {"publication": must_go.pk, "do": "paper"})

    row = Publication.objects.get()
    assert "Kan niet meer ongedaan: oplage 400" in told
    assert (answer.status_code, row.state, row.proof) == (302, "op_papier", "kan niet meer ongedaan: oplage 400")
    assert "Er is niets weg te halen" in text_of(visits(lieke).get("/school/de-linde/taken/"))


def test_what_is_of_another_school_is_not_there(visits, lieke, must_go):
    Publication.objects.update(school=must_go.school.board.schools.create(name="De Beuk", code="de-beuk"))

    answer = visits(lieke).post("/school/de-linde/taken/", {"publication": must_go.pk, "proof": "weg"})

    assert answer.status_code == 404
