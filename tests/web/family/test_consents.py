"""A family reads the questions and sends its answers; nothing is lost and nothing is kept twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from magdit.areas.consent.actions import give, refuse, withdraw
from magdit.areas.consent.family import family_of
from magdit.areas.consent.models import Answer, ItemText
from magdit.areas.consent.queries import own_view
from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Guardianship, Role
from magdit.areas.registers.models import Appearance, TakedownTask
from tests import cast
from tests.areas.conftest import NOON, START, employee
from tests.areas.consent.conftest import make_item
from tests.web.family.conftest import words_of

pytestmark = pytest.mark.django_db


def test_a_parent_says_no_and_reads_that_it_is_kept(visits, page, form, noor, noors_mother, website):
    client = visits(noors_mother)

    answer = client.post(page(noor), form(noors_mother, noor, {"website-foto": "nee"}), follow=True)

    assert "Uw antwoorden zijn bewaard" in answer.content.decode()
    kept = Answer.objects.get()
    assert (kept.state, kept.giver, kept.text) == ("geweigerd", noors_mother, ItemText.objects.get())
    assert Entry.objects.filter(verb="toestemming geweigerd", object=str(noor.pk)).exists()


def test_the_receipt_is_mailed_to_who_answered(visits, page, form, noor, noors_mother, website):
    visits(noors_mother).post(page(noor), form(noors_mother, noor, {"website-foto": "ja"}))

    (letter,) = mail.outbox
    assert letter.to == [noors_mother.email]
    assert [name for name, _, _ in letter.attachments] == ["bewijs.pdf", "bewijs-voor-computers.jsonld"]


def test_a_mail_that_fails_loses_no_answer(visits, page, form, noor, noors_mother, website, monkeypatch):
    monkeypatch.setattr("django.core.mail.EmailMessage.send", _broken)

    answer = visits(noors_mother).post(page(noor), form(noors_mother, noor, {"website-foto": "ja"}), follow=True)

    assert Answer.objects.count() == 1
    assert "kon niet weg" in answer.content.decode()


def test_sending_the_same_twice_keeps_one_answer(visits, page, form, noor, noors_mother, website):
    client, sent = visits(noors_mother), form(noors_mother, noor, {"website-foto": "ja"})

    client.post(page(noor), sent)
    again = client.post(page(noor), sent, follow=True)

    assert Answer.objects.count() == 1
    assert len(mail.outbox) == 1
    assert "Uw antwoorden zijn bewaard" in again.content.decode()


def test_who_answered_on_another_device_hears_so_and_is_asked_again(
    visits, page, form, answers, noor, noors_mother, website
):
    sent = form(noors_mother, noor, {"website-foto": "ja"})
    answers(refuse, noors_mother, noor, website)

    answer = visits(noors_mother).post(page(noor), sent)

    assert [one.state for one in Answer.objects.all()] == ["geweigerd"]
    assert "intussen een ander antwoord" in answer.content.decode()
    assert 'value="ja" checked' in answer.content.decode()


def test_a_yes_to_words_that_changed_is_not_taken_and_stays_selected(visits, page, form, noor, noors_mother, website):
    sent = form(noors_mother, noor, {"website-foto": "ja"})
    ItemText.objects.create(item=website, version=2, title="Mag dit nu?", body="Anders.", made_at=NOON, mark="1" * 64)

    answer = visits(noors_mother).post(page(noor), sent).content.decode()

    assert not Answer.objects.exists()
    assert "Mag dit nu?" in answer
    assert "intussen veranderd" in answer
    assert 'value="ja" checked' in answer


def test_a_no_is_taken_also_under_words_that_changed(visits, page, form, noor, noors_mother, website):
    sent = form(noors_mother, noor, {"website-foto": "nee"})
    ItemText.objects.create(item=website, version=2, title="Mag dit nu?", body="Anders.", made_at=NOON, mark="1" * 64)

    visits(noors_mother).post(page(noor), sent)

    assert Answer.objects.get().text.version == 1


def test_what_is_refused_is_told_and_the_rest_is_kept(
    visits, page, form, answers, noor, noors_mother, website, instagram
):
    sent = form(noors_mother, noor, {"website-foto": "ja", "instagram-foto": "nee"})
    answers(refuse, noors_mother, noor, website)

    answer = visits(noors_mother).post(page(noor), sent).content.decode()

    assert Answer.objects.filter(item=instagram, state="geweigerd").exists()
    assert "Niet alles is bewaard" in answer
    assert "Uw andere antwoorden zijn bewaard" in answer


def test_nothing_chosen_changes_nothing_and_says_so(visits, page, form, noor, noors_mother, website):
    answer = visits(noors_mother).post(page(noor), form(noors_mother, noor, {}), follow=True)

    assert not Answer.objects.exists()
    assert "U hebt nog niets gekozen" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("answer.de-linde.website-foto", "misschien"),
        ("answer.de-linde.verzonnen", "ja"),
        ("answer.", "ja"),
        ("answer.de-beuk.website-foto", "ja"),
        ("answer.de-linde.website-foto\x00😀", "ja"),
    ],
)
def test_a_form_that_nobody_made_changes_nothing(visits, page, noor, noors_mother, website, name, value):
    sent = {name: value, "text.de-linde.website-foto": "²", "number.de-linde.website-foto": "9" * 400}

    answer = visits(noors_mother).post(page(noor), sent)

    assert answer.status_code == (400 if "\x00" in name else 200)
    assert not Answer.objects.exists()


def test_withdrawing_works_at_once_and_tells_what_comes_down(
    visits, page, form, answers, board, noor, noors_mother, website
):
    answers(give, noors_mother, noor, website, at=NOON - timedelta(days=2))
    Appearance.objects.create(
        board=board, person=noor, publication=board.pk, channel="website", covers=["foto"], shown_at=NOON
    )

    answer = visits(noors_mother).post(page(noor), form(noors_mother, noor, {"website-foto": "nee"}), follow=True)

    assert [one.state for one in Answer.objects.order_by("number")] == ["gegeven", "ingetrokken"]
    assert TakedownTask.objects.count() == 1
    assert "wordt binnen 24 uur weggehaald" in answer.content.decode()


def test_where_a_child_is_shown_leads_to_the_question(visits, page, answers, board, noor, noors_mother, website):
    answers(give, noors_mother, noor, website)
    Appearance.objects.create(
        board=board, person=noor, publication=board.pk, channel="website", covers=["foto"], shown_at=NOON
    )

    seen = words_of(visits(noors_mother), page(noor))

    assert "Waar staat Noor nu?" in seen
    assert 'href="#v-de-linde-website-foto"' in seen


def test_nothing_is_selected_that_was_not_answered(visits, page, answers, noor, noors_mother, website, instagram):
    answers(give, noors_mother, noor, website)

    seen = words_of(visits(noors_mother), page(noor))

    assert seen.count(" checked") == 1


def test_one_parent_never_sees_what_the_other_said(
    visits, page, answers, noor, noors_mother, noors_father, website, instagram
):
    before = words_of(visits(noors_mother), page(noor))
    answers(refuse, noors_father, noor, website)

    after = words_of(visits(noors_mother), page(noor))

    assert _plain(after) == _plain(before)


@pytest.mark.parametrize("outsider", ["bram", "olaf", "fatima", "sem"])
def test_a_child_of_others_is_not_there(request, visits, page, noor, website, outsider):
    client = visits(request.getfixturevalue(outsider))

    assert client.get(page(noor)).status_code == 404
    assert client.post(page(noor), {"answer.de-linde.website-foto": "ja"}).status_code == 404
    assert client.get(page(noor) + "bewijs/").status_code == 404
    assert not Answer.objects.exists()


def test_a_parent_without_authority_finds_no_child(visits, page, noor, noors_father, website):
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")

    assert visits(noors_father).get(page(noor)).status_code == 404


def test_a_parent_whose_authority_is_unknown_can_only_say_no(visits, page, form, noor, noors_father, website):
    Guardianship.objects.filter(guardian=noors_father).update(authority="onbekend")
    client = visits(noors_father)

    seen = words_of(client, page(noor))
    client.post(page(noor), form(noors_father, noor, {"website-foto": "nee"}))

    assert "De school weet nog niet of u het gezag heeft" in seen
    assert 'value="ja"' not in seen
    assert Answer.objects.get().state == "geweigerd"


def test_a_pupil_who_does_not_decide_yet_reads_who_does(visits, page, noor, website):
    seen = words_of(visits(noor), page(noor))

    assert "Hierover beslissen nu je ouders of verzorgers" in seen
    assert 'type="radio"' not in seen


def test_the_mother_of_who_turned_sixteen_reads_that_he_decides(visits, page, sem, sems_mother, website):
    seen = words_of(visits(sems_mother), page(sem))

    assert f"Hierover beslist Sem zelf, sinds {cast.TODAY.day} maart 2026" in seen
    assert 'type="radio"' not in seen


def test_an_employee_can_object_without_being_asked(visits, page, form, school, board, bram):
    make_item(
        board, "naam-website", covers=["naam"], asked_of="medewerker", basis="gerechtvaardigd_belang", purpose="pr"
    )
    client = visits(bram)

    seen = words_of(client, page(bram))
    client.post(page(bram), form(bram, bram, {"naam-website": "nee"}))

    assert "Bezwaar maken" in seen
    assert Entry.objects.filter(verb="bezwaar gemaakt").exists()
    assert "U maakte bezwaar op 3 maart 2026" in words_of(client, page(bram))


def test_what_is_no_longer_asked_can_only_be_taken_back(visits, page, answers, noor, noors_mother, website, instagram):
    answers(give, noors_mother, noor, website)
    type(website).objects.update(active=False)

    seen = words_of(visits(noors_mother), page(noor))

    assert "De school vraagt dit niet meer" in seen
    assert "instagram-foto" not in seen


def test_who_left_the_school_can_still_take_a_yes_back(visits, page, form, answers, sem, website):
    answers(give, sem, sem, website)
    last = cast.TODAY - timedelta(days=1)
    sem.roles.update(ends=last)
    sem.left_on = last
    sem.save()
    client = visits(sem)

    seen = words_of(client, "/mijn/")
    client.post(page(sem), form(sem, sem, {"website-foto": "nee"}))

    assert page(sem) in seen
    assert Answer.objects.order_by("number").last().state == "ingetrokken"


def test_at_two_schools_each_asks_for_itself(visits, page, form, noor, noors_mother, second_school, website):
    Role.objects.create(person=noor, school=second_school, role="leerling", begins=START)
    sent = form(noors_mother, noor, {}) | {"answer.de-beuk.website-foto": "ja"}
    client = visits(noors_mother)

    client.post(page(noor), sent)

    assert Answer.objects.get().school == second_school
    assert "1 vraag wacht op u" in words_of(client, "/mijn/")


def test_who_works_for_the_whole_board_answers_once_for_all_its_schools(
    visits, page, form, school, second_school, board
):
    officer = employee(school, "fg", called="Joke", last="Hof")
    officer.roles.update(school=None)
    make_item(board, "medewerker-website", asked_of="medewerker")
    sent = form(officer, officer, {"medewerker-website": "ja"})

    visits(officer).post(page(officer), sent)
    again = visits(officer).post(page(officer), {**sent, "answer.de-beuk.medewerker-website": "nee"})

    assert [one.state for one in Answer.objects.all()] == ["gegeven"]
    assert "intussen een ander antwoord" in again.content.decode()


def test_the_receipt_is_a_pdf_that_leaves_a_line(visits, page, answers, noor, noors_mother, website):
    answers(give, noors_mother, noor, website)
    client = visits(noors_mother)

    looked = client.get(page(noor) + "bewijs/")
    lines = Entry.objects.count()
    file = client.post(page(noor) + "bewijs/")

    assert "Download het bewijs" in looked.content.decode()
    assert file["Content-Type"] == "application/pdf"
    assert file.content.startswith(b"%PDF")
    assert Entry.objects.count() == lines + 1


def test_without_an_answer_there_is_no_receipt_and_a_first_step(visits, page, noor, noors_mother, website):
    client = visits(noors_mother)

    assert "Hier staan straks uw antwoorden" in words_of(client, page(noor) + "bewijs/")
    assert client.post(page(noor) + "bewijs/").status_code == 302


def test_the_card_of_a_child_counts_what_is_open(visits, answers, noor, noors_mother, website, instagram):
    answers(give, noors_mother, noor, website)

    seen = words_of(visits(noors_mother), "/mijn/")

    assert "Noor van Dijk" in seen
    assert "1 vraag wacht op u" in seen
    assert "Nu ja bij 1 van de 2 vragen" in seen


def test_a_question_in_english_on_an_english_page(visits, page, noor, noors_mother, website):
    ItemText.objects.create(
        item=website, version=1, language="en", title="May we?", body="Really.", made_at=NOON, mark="2" * 64,
        translates="0" * 64,
    )  # fmt: skip
    client = visits(noors_mother)
    client.cookies["taal"] = "en"

    seen = words_of(client, page(noor))

    assert "May we?" in seen
    assert 'lang="en" dir="auto"' in seen


def test_who_reads_arabic_gets_the_dutch_text_with_a_notice(visits, page, noor, noors_mother, website):
    noors_mother.language = "ar"
    noors_mother.save()

    seen = words_of(visits(noors_mother), page(noor))

    assert "Niet alle vragen zijn er in uw taal" in seen
    assert 'lang="nl" dir="auto"' in seen


def test_a_page_takes_few_queries(visits, page, noor, noors_mother, website, instagram, django_assert_max_num_queries):
    for number in range(20):
        make_item(website.board, f"meer-{number}", channel="website", covers=["foto"])
    client = visits(noors_mother)

    for address in (page(noor), "/mijn/", page(noor) + "bewijs/"):
        with django_assert_max_num_queries(12):
            client.get(address)


@pytest.mark.parametrize("action", [None, give, refuse, withdraw])
@pytest.mark.parametrize("viewer", ["noors_mother", "sems_mother", "sem", "noor", "bram"])
def test_a_family_reads_the_same_as_one_alone(request, answers, noor, sem, website, instagram, viewer, action):
    reader = request.getfixturevalue(viewer)
    person = {"noors_mother": noor, "sems_mother": sem}.get(viewer, reader)
    if action is not None and viewer in {"noors_mother", "sem"}:
        answers(action, reader, person, website)

    (about,) = family_of(reader, [person], cast.TODAY, language="nl")

    assert tuple(one.line for one in about.questions) == own_view(reader, person, cast.TODAY)


def test_after_the_session_ended_what_was_chosen_stands_there_still(
    visits, page, form, noor, noors_mother, website, instagram
):
    client = visits(noors_mother)
    shown = client.get(page(noor)).content.decode()
    mark = shown.split('name="van" value="')[1].split('"')[0]
    client.session.flush()

    client.post(page(noor), {**form(noors_mother, noor, {"website-foto": "nee"}), "van": mark})
    client.force_login(noors_mother.accounts.get(), backend="django.contrib.auth.backends.ModelBackend")
    seen = words_of(client, page(noor))

    assert 'value="nee" checked' in seen
    assert "Er is nog niets verstuurd" in seen
    assert not Answer.objects.exists()


def _broken(*_args: object, **_more: object) -> int:
    raise OSError


def _plain(seen: str) -> str:
    """A page without its marks, which differ each time."""
    return " ".join(part for part in seen.split() if not part.startswith("value="))
