"""The list of what a school published, and one publication with all that is known of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.consent.actions import withdraw
from magdit.areas.drafts.models import Publication, PublishedPicture
from magdit.areas.drafts.publication_words import ref_out
from magdit.areas.journal.actions import destroy
from magdit.areas.journal.models import Entry
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.removal import ask_removal
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.taking_down import take_down_waiting
from magdit.journeys.publish.turns import give_turns
from tests.areas.conftest import NOON, employee
from tests.journeys.publish.conftest import sends
from tests.web.classes.test_class import text_of
from tests.web.publications.conftest import LIST, page_of

pytestmark = pytest.mark.django_db


def test_who_answers_for_it_sees_what_the_school_published(visits, lieke, placed):
    told = text_of(visits(lieke).get(LIST))

    assert "Publicaties van De Linde" in told
    assert "Morgen is het feest op school." in told
    assert "staat er" in told
    assert "1 persoon in beeld of genoemd" in told


def test_a_teacher_sees_their_own_alone(visits, school, bram, placed):
    other = employee(school, "leerkracht", called="Iris", last="Kok")

    assert "Mijn publicaties" in text_of(visits(bram).get(LIST))
    assert "Morgen is het feest" in text_of(visits(bram).get(LIST))
    assert "Morgen is het feest" not in text_of(visits(other).get(LIST))


def test_of_another_school_nothing_is_there(visits, olaf, placed):
    assert visits(olaf).get(LIST).status_code == 404
    assert visits(olaf).get(page_of(placed)).status_code == 404


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("staat=staat_er", True), ("staat=weg", False), ("staat=moet_weg", False), ("waar=website", False),
        ("waar=%00", False), ("staat=onzin", True), ("sinds=week", True), ("sinds=onzin&pagina=onzin", True),
    ],
)  # fmt: skip
def test_the_list_can_be_narrowed(visits, lieke, placed, asked, there):
    assert ("Morgen is het feest" in text_of(visits(lieke).get(f"{LIST}?{asked}"))) is there


def test_the_list_of_one_account(visits, lieke, placed):
    assert "Morgen is het feest" in text_of(visits(lieke).get(f"{LIST}?waar={placed.account_id}"))


def test_an_old_one_is_not_of_the_last_week(visits, lieke, placed):
    Publication.objects.update(made_at=NOON - timedelta(days=8))

    assert "Morgen is het feest" not in text_of(visits(lieke).get(f"{LIST}?sinds=week"))


def test_what_must_go_says_so(visits, lieke, placed, agreed, noors_mother, website, doing_as):
    withdraw(doing_as(noors_mother), agreed, website)

    assert "moet weg" in text_of(visits(lieke).get(f"{LIST}?staat=moet_weg"))
    assert "Morgen is het feest" not in text_of(visits(lieke).get(f"{LIST}?staat=staat_er"))


def test_whose_task_it_became_is_told_in_plain_words(
    visits, lieke, placed, agreed, noors_mother, website, doing_as, system
):
    withdraw(doing_as(noors_mother), agreed, website)
    give_turns(system)

    assert "Het werd iemands taak om het weg te halen." in text_of(visits(lieke).get(page_of(placed)))


def test_the_page_tells_all_that_is_known(visits, lieke, placed):
    told = text_of(visits(lieke).get(page_of(placed)))

    assert "schoolsite, 3 maart 2026" in told
    assert "Geschreven door Bram Visser" in told
    assert "In beeld of genoemd Noor van Dijk" in told
    assert "ja van Mira Bakker, 3 maart 2026" in told
    assert "Artikel" in told
    assert placed.rests_on["hash"] in told
    assert PublishedPicture.objects.get().sha256 in told
    assert "Bram Visser verstuurde het bericht. Het mocht." in told
    assert "Het bericht staat er. Dat is bevestigd." in told


def test_the_author_is_not_told_who_gave_a_yes(visits, bram, placed):
    told = text_of(visits(bram).get(page_of(placed)))

    assert "Op 1 toestemming." in told
    assert "Mira" not in told


def test_a_clean_picture_is_served_and_can_be_nothing_else(visits, lieke, placed):
    answer = visits(lieke).get(f"{page_of(placed)}beeld/{PublishedPicture.objects.get().pk}/")

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8")


def test_looking_writes_nothing(visits, lieke, placed):
    browser, before = visits(lieke), Entry.objects.count()

    browser.get(LIST), browser.get(page_of(placed))

    assert Entry.objects.count() == before


def test_someone_takes_it_down_and_says_why(visits, bram, lieke, placed, wall, system):
    browser = visits(bram)

    answer = browser.post(page_of(placed), {"do": "away", "why": "verkeerde foto"})

    assert answer.status_code == 302
    assert TakedownTask.objects.get().because == "op_verzoek"
    told = text_of(visits(lieke).get(page_of(placed)))
    assert "Bram Visser wilde het weg. verkeerde foto" in told
    assert "verkeerde" not in Entry.objects.get(verb="gevraagd weg te halen").details
    assert take_down_waiting(system) == 1
    assert wall.posts == {}


def test_twice_is_once(visits, bram, placed):
    browser = visits(bram)
    for _ in range(2):
        browser.post(page_of(placed), {"do": "away", "why": "verkeerde foto"})

    assert Entry.objects.filter(verb="gevraagd weg te halen").count() == 1
    assert TakedownTask.objects.count() == 1


def test_without_a_reason_nothing_happens(visits, bram, placed):
    told = text_of(visits(bram).post(page_of(placed), {"do": "away", "why": "  "}))

    assert "Schrijf op waarom het weg moet." in told
    assert not TakedownTask.objects.exists()


def test_a_reason_that_is_too_long_is_kept_on_the_page(visits, bram, placed):
    answer = visits(bram).post(page_of(placed), {"do": "away", "why": "z" * 301})

    assert "z" * 301 in answer.content.decode()
    assert not TakedownTask.objects.exists()


def test_a_mistake_is_put_back_within_the_term(visits, bram, placed, wall, system, doing_as):
    browser = visits(bram)
    browser.post(page_of(placed), {"do": "away", "why": "vergissing"})
    take_down_waiting(system)
    assert "Terugzetten kan tot dinsdag 10 maart" in text_of(browser.get(page_of(placed)))

    browser.post(page_of(placed), {"do": "restore"})
    place_waiting(system)

    assert (Publication.objects.get().state, len(wall.posts)) == ("geplaatst", 1)
    assert "Bram Visser zette het terug." in text_of(browser.get(page_of(placed)))


def test_after_the_term_it_stays_away(visits, bram, placed, system, at):
    browser = visits(bram)
    browser.post(page_of(placed), {"do": "away", "why": "vergissing"})
    take_down_waiting(system)
    at(NOON + timedelta(days=8))

    told = text_of(visits(bram).post(page_of(placed), {"do": "restore"}))

    assert "de termijn is voorbij" in told
    assert Publication.objects.get().state == "weg"


def test_what_a_parent_asked_for_is_no_mistake(visits, bram, placed, noors_mother, doing_as, system):
    ask_removal(doing_as(noors_mother), Appearance.objects.get().pk)
    take_down_waiting(system)
    browser = visits(bram)
    assert "Zet het terug" not in text_of(browser.get(page_of(placed)))

    told = text_of(browser.post(page_of(placed), {"do": "restore"}))

    assert "een ouder vroeg om dit weg te halen" in told
    assert Publication.objects.get().state == "weg"


def test_a_request_and_its_word_are_there_for_who_takes_it_down(visits, lieke, bram, placed, noors_mother, doing_as):
    shown = Appearance.objects.get()
    ask_removal(doing_as(noors_mother), shown.pk, word="zij vindt hem niet leuk")

    assert "Er staat bij: zij vindt hem niet leuk" in text_of(visits(lieke).get(page_of(placed)))
    assert "niet leuk" not in text_of(visits(bram).get(page_of(placed)))
    assert "Een ouder, verzorger of leerling vroeg erom." in text_of(visits(bram).get(page_of(placed)))


def test_what_is_printed_cannot_be_undone_and_the_page_says_so(visits, lieke, printed):
    told = text_of(visits(lieke).get(page_of(printed)))

    assert "Kan niet meer ongedaan: oplage 400." in told
    assert "Kan niet meer ongedaan: oplage 400" in text_of(visits(lieke).get(LIST))


def test_a_gone_key_leaves_the_rest_to_be_read(visits, lieke, placed, system):
    destroy(system, ref_out(placed.pk))

    assert "De tekst is vernietigd." in text_of(visits(lieke).get(page_of(placed)))
    assert "Zonder tekst" in text_of(visits(lieke).get(LIST))


def test_as_many_questions_for_many_as_for_one(
    visits, lieke, placed, words_only, bram, doing_as, django_assert_max_num_queries
):
    sends(doing_as(bram), words_only)
    browser = visits(lieke)
    with django_assert_max_num_queries(12):
        browser.get(LIST)
    with django_assert_max_num_queries(12):
        browser.get(page_of(placed))
