"""The home page says first what asks for attention, to each in their own role, with one step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from magdit.areas.consent.actions import give
from magdit.areas.consent.models import Letter, Request, Round
from magdit.areas.consent.rounds.actions import open_round
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.journeys.office_round import how_it_goes
from tests import cast
from tests.areas.conftest import NOON, employee, guardian, pupil
from tests.areas.consent.conftest import make_item
from tests.web.family.conftest import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def communication(school):
    """Lieke, who keeps the website."""
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


@pytest.fixture
def task(board, noor):
    """Noor must come off the website before tomorrow noon."""
    shown = Appearance.objects.create(
        board=board, person=noor, publication=board.pk, channel="website", covers=["foto"], shown_at=NOON
    )
    return TakedownTask.objects.create(
        appearance=shown, because="ingetrokken", made_at=NOON,
        due=NOON + timedelta(hours=24),
    )  # fmt: skip


@pytest.fixture
def asked(school, noor, noors_mother):
    """A round in which Noor's mother was asked and did not answer."""
    opened = Round.objects.create(school=school, year=2025, opens=date(2026, 2, 1))
    return Request.objects.create(round=opened, person=noor, asked=noors_mother, asked_at=NOON - timedelta(days=20))


def test_a_parent_reads_how_many_questions_wait(visits, noor, noors_mother, website):
    seen = words_of(visits(noors_mother), "/")

    assert "Dag Mira" in seen
    assert "1 vraag over Noor" in seen
    assert f'href="/mijn/{noor.pk}/"' in seen


def test_who_did_everything_is_told_so(visits, answers, noor, noors_mother, website):
    answers(give, noors_mother, noor, website)

    seen = words_of(visits(noors_mother), "/")

    assert "U bent helemaal bij." in seen
    assert "Bekijken of veranderen" in seen


def test_a_pupil_of_sixteen_is_asked_about_himself(visits, sem, website):
    assert "1 vraag over jezelf" in words_of(visits(sem), "/")


def test_a_teacher_finds_the_classes_and_nothing_of_the_office(visits, bram, task, asked):
    seen = words_of(visits(bram), "/")

    assert "/school/de-linde/klassen/" in seen
    assert "weg te halen" not in seen
    assert "/kantoor/" not in seen


def test_the_office_sees_what_waits_at_its_school(visits, office, asked, task, noors_mother, website):
    Letter.objects.create(request=asked, kind="vraag", made_at=NOON, failed="adres")

    seen = words_of(visits(office), "/")

    assert "Van 1 van de 1 leerlingen en medewerkers zijn nog niet alle antwoorden binnen" in seen
    assert "1 bericht kon niet weg" in seen
    assert "1 ouder kan nog niet inloggen" in seen
    assert "1 keer iets weg te halen" in seen


def test_home_counts_what_the_round_counts(
    visits, doing_as, answers, office, school, group_6a, noor, noors_mother, noors_father, sem, sems_mother, website
):
    make_item(school.board, "medewerker-foto", asked_of="medewerker")
    found = open_round(doing_as(office), school, opens=cast.TODAY)
    answers(give, noors_mother, noor, website)

    now, seen = how_it_goes(school, cast.TODAY), words_of(visits(office), "/")

    assert now.asked > now.complete == 1
    assert found.requests.count() > now.asked
    assert f"Van {now.asked - now.complete} van de {now.asked} leerlingen en medewerkers" in seen


def test_many_rounds_are_named_and_not_counted(visits, office, asked, website, monkeypatch):
    monkeypatch.setattr("magdit.journeys.attention.MOST_QUESTIONS", 0)

    assert "De ronde loopt" in words_of(visits(office), "/")


def test_who_answered_is_not_waited_for(visits, answers, office, asked, noor, noors_mother, website):
    answers(give, noors_mother, noor, website)

    assert "nog niet alle antwoorden" not in words_of(visits(office), "/")


def test_a_round_that_closed_waits_for_nobody(visits, office, asked):
    Round.objects.update(closes=cast.TODAY - timedelta(days=1))

    assert "nog niet alle antwoorden" not in words_of(visits(office), "/")


def test_another_school_is_not_counted(visits, office, second_school, board):
    elsewhere = pupil(
        second_school,
        second_school.groups.create(year=2025, name="1B"),
        called="Ravi",
        last="Kok",
        born=date(2016, 1, 1),
    )
    guardian(elsewhere, called="Anja", last="Kok")

    assert "inloggen" not in words_of(visits(office), "/")


def test_the_officer_hears_only_of_what_is_too_late(visits, school, task):
    officer = employee(school, "fg", called="Joke", last="Hof")
    officer.roles.update(school=None)
    in_time = words_of(visits(officer), "/")
    TakedownTask.objects.update(due=NOON - timedelta(hours=1))

    assert "weghalen" not in in_time
    assert "1 keer te laat met weghalen" in words_of(visits(officer), "/")


@pytest.mark.parametrize(("who", "most"), [("office", 19), ("noors_mother", 12), ("communication", 12)])
def test_home_takes_few_queries(  # the office also counts the round, in seven
    request, visits, who, most, asked, task, website, school, group_6a, django_assert_max_num_queries
):
    for number in range(15):
        child = pupil(school, group_6a, called=f"Kind {number}", last="Test", born=date(2016, 1, 1))
        guardian(child, called=f"Ouder {number}", last="Test")
    client = visits(request.getfixturevalue(who))

    with django_assert_max_num_queries(most):
        client.get("/")


def test_a_task_is_closed_with_a_note(visits, communication, task):
    client = visits(communication)

    answer = client.post("/school/de-linde/taken/", {"task": str(task.pk), "proof": "Geeft nu 404."}, follow=True)

    task.refresh_from_db()
    assert (task.done_at, task.proof) == (NOON, "Geeft nu 404.")
    assert "Opgeschreven: het is weg." in answer.content.decode()
    assert "Er is niets weg te halen" in answer.content.decode()


def test_without_a_note_it_stays_open(visits, communication, task):
    answer = visits(communication).post("/school/de-linde/taken/", {"task": str(task.pk), "proof": "  "})

    task.refresh_from_db()
    assert task.done_at is None
    assert "Schrijf op waaraan te zien is dat het weg is" in answer.content.decode()


def test_closing_twice_is_closing_once(visits, communication, task):
    client, sent = visits(communication), {"task": str(task.pk), "proof": "Weg."}

    client.post("/school/de-linde/taken/", sent)
    again = client.post("/school/de-linde/taken/", {**sent, "proof": "Nog eens."})

    task.refresh_from_db()
    assert (again.status_code, task.proof) == (302, "Weg.")


@pytest.mark.parametrize("outsider", ["bram", "olaf", "noors_mother", "sem"])
def test_the_tasks_are_not_there_for_others(request, visits, task, outsider):
    client = visits(request.getfixturevalue(outsider))

    assert client.get("/school/de-linde/taken/").status_code == 404
    assert client.post("/school/de-linde/taken/", {"task": str(task.pk), "proof": "Weg."}).status_code == 404


@pytest.mark.parametrize("task_id", ["", "geen", "00000000-0000-0000-0000-000000000000", "😀"])
def test_a_task_that_is_not_there_is_not_found(visits, communication, task, task_id):
    assert visits(communication).post("/school/de-linde/taken/", {"task": task_id, "proof": "Weg."}).status_code == 404


def test_the_first_button_of_who_works_at_a_school_is_the_question_mag_dit(visits, bram, noors_mother):
    page, of_a_parent = visits(bram).get("/").content.decode(), visits(noors_mother).get("/").content.decode()

    assert page.index('<a class="button" href="/school/de-linde/bericht/">') < page.index("<h2")
    assert '<a class="button" href="/school/de-linde/bericht/">' not in of_a_parent
