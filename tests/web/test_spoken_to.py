"""A pupil is spoken to with "je" on every page on which they share, look or report; a parent with "u"."""

from __future__ import annotations

import re

import pytest

from magdit.areas.drafts.models import Draft
from magdit.areas.people.models import Board
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db
U = re.compile(r"\b[Uu](?:w|zelf)?\b")
PAGES = ("/", "/mijn/fotos/", "/delen/", "/privacy/datalekken/melden/de-linde/")


@pytest.fixture(autouse=True)
def _one_step(board):
    Board.objects.update(second_step="niemand")


@pytest.mark.parametrize("page", PAGES)
def test_a_pupil_reads_je(page, visits, sem):
    told = text_of(visits(sem).get(page, follow=True))

    assert not U.findall(told)


@pytest.mark.parametrize("page", PAGES)
def test_a_parent_reads_u(page, visits, sems_mother):
    told = text_of(visits(sems_mother).get(page, follow=True))

    assert not re.search(r"\b(?:jij|jou|je)\b", told, re.IGNORECASE)


def test_a_pupil_who_wants_to_share_reads_je_to_the_end(visits, sem, school):
    browser = visits(sem)
    browser.post("/delen/", {"at": f"leerling-{school.code}"})
    draft = Draft.objects.get(author=sem)

    pages = [
        text_of(browser.get(address, follow=True))
        for address in (f"/delen/{draft.pk}/", f"/school/{school.code}/voorleggen/{draft.pk}/twijfel/")
    ]

    assert "Deel je het in naam van de school?" in pages[0]
    assert [U.findall(one) for one in pages] == [[], []]


def test_in_english_there_is_one_you(visits, sem):
    browser = visits(sem)

    told = text_of(browser.get("/", headers={"accept-language": "en"}))

    assert "Je bent" not in told
