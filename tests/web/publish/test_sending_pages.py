"""The page that asks for a yes before a post leaves, and the page that tells how it goes."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.people.models import Board
from magdit.areas.registers.models import TakedownTask
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.publish.allowed import to_look_at
from magdit.journeys.publish.placing import place_waiting
from tests.areas.conftest import NOON, employee
from tests.journeys.publish.conftest import add_noor, make_account, sends
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_step(board):
    Board.objects.update(second_step="niemand")


@pytest.fixture
def by_hand(begins, school, wall, bram, doing_as):
    """A post of Bram's that he is to place himself."""
    return sends(doing_as(bram), begins(make_account(school, connector="hand", name="krantje")))


@pytest.fixture
def lieke(school):
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


def page_of(row) -> str:
    return f"/school/de-linde/plaatsen/{row.pk}/"


def state_of(made) -> str:
    return f"/school/de-linde/plaatsen/stand/{made.pk}/"


def form_of(row, **told):
    return {"version": row.version, "looks": "ja", "looked": to_look_at(judge_draft(row, NOON)), **told}


def test_before_it_leaves_the_page_says_what_where_and_when(visits, bram, words_only):
    told = text_of(visits(bram).get(page_of(words_only)))

    assert "Morgen is het feest op school." in told
    assert "Waar schoolsite" in told
    assert "Wanneer Nu meteen" in told


def test_sending_the_form_makes_a_publication_and_leads_to_how_it_goes(visits, bram, words_only):
    answer = visits(bram).post(page_of(words_only), form_of(words_only))

    made = Publication.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, state_of(made))
    assert "Wordt geplaatst" in text_of(visits(bram).get(answer["Location"]))


def test_sent_twice_is_sent_once(visits, bram, words_only):
    form = form_of(words_only)
    first = visits(bram).post(page_of(words_only), form)

    again = visits(bram).post(page_of(words_only), form)

    assert again["Location"] == first["Location"]
    assert Publication.objects.count() == 1


def test_without_having_looked_it_does_not_leave(visits, bram, words_only):
    answer = visits(bram).post(page_of(words_only), {"version": words_only.version})

    assert "dingen waar iemand naar moet kijken" in text_of(answer)
    assert not Publication.objects.exists()


def test_what_is_planned_is_told_so_and_waits(visits, bram, words_only, doing_as):
    row = actions.change(doing_as(bram), words_only.pk, version=words_only.version, planned=NOON + timedelta(hours=2))
    told = text_of(visits(bram).get(page_of(row)))

    answer = visits(bram).post(page_of(row), form_of(row))

    assert "14.00 uur. Dan kijkt magdit opnieuw of het mag." in told
    assert (answer.status_code, Draft.objects.get().state) == (302, "ingepland")


def test_what_may_not_leave_has_no_button_and_says_why(visits, bram, begins, account):
    row = begins(account, "Noor van Dijk heeft een 4 voor rekenen en dyslexie.")

    told = text_of(visits(bram).get(page_of(row)))

    assert "mag zo niet naar buiten" in told
    assert "Klaarzetten" not in told


def test_others_find_nothing_here(visits, olaf, noors_mother, fatima, words_only):
    for outsider in (olaf, noors_mother, fatima):
        assert visits(outsider).get(page_of(words_only)).status_code == 404


def test_by_hand_the_package_holds_clean_copies_and_the_words(visits, begins, school, wall, agreed, bram, doing_as):
    account = make_account(school, connector="hand", name="krantje")
    made = sends(doing_as(bram), add_noor(doing_as(bram), begins(account), agreed))

    answer = visits(bram).post(f"{state_of(made)}pakket/")

    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as package:
        assert set(package.namelist()) == {"tekst.txt", "foto-1.jpg"}
        assert package.read("tekst.txt").decode() == "Morgen is het feest op school."
        assert b"Exif" not in package.read("foto-1.jpg")


def test_by_hand_one_says_where_it_stands(visits, bram, by_hand):
    answer = visits(bram).post(f"{state_of(by_hand)}geplaatst/", {"url": "https://school.example/feest"})

    row = Publication.objects.get()
    assert (answer.status_code, row.state, row.url) == (302, "geplaatst", "https://school.example/feest")


def test_an_address_as_people_type_it_is_one_of_the_web(visits, bram, by_hand):
    visits(bram).post(f"{state_of(by_hand)}geplaatst/", {"url": " www.school.example/feest"})

    assert Publication.objects.get().url == "https://www.school.example/feest"


def test_an_address_that_is_none_is_refused_and_stays_there(visits, bram, by_hand):
    answer = visits(bram).post(f"{state_of(by_hand)}geplaatst/", {"url": "javascript:alert(1)"})

    assert 'value="javascript:alert(1)"' in answer.content.decode()
    assert Publication.objects.get().state == "wordt_geplaatst"


def test_what_was_not_placed_after_all_is_over(visits, bram, by_hand):
    visits(bram).post(f"{state_of(by_hand)}geplaatst/", {"do": "not"})

    assert Publication.objects.get().proof == "nooit geplaatst"


def test_trouble_is_told_in_a_sentence_and_can_be_tried_again(visits, bram, words_only, wall, doing_as, system):
    made = sends(doing_as(bram), words_only)
    wall.moods = ["not_accepted"]
    place_waiting(system)
    told = text_of(visits(bram).get(state_of(made)))

    answer = visits(bram).post(f"{state_of(made)}opnieuw/")

    assert "neemt dit bericht niet aan" in told
    assert (answer.status_code, Publication.objects.get().state) == (302, "wordt_geplaatst")


def test_who_takes_down_sees_the_publication_and_closes_it_with_a_screenshot(
    visits, lieke, bram, begins, school, wall, agreed, noors_mother, website, doing_as
):
    from magdit.areas.consent.actions import withdraw
    from tests.journeys.hand_in.conftest import photo

    made = sends(doing_as(bram), add_noor(doing_as(bram), begins(make_account(school, connector="hand")), agreed))
    visits(bram).post(f"{state_of(made)}pakket/")
    visits(bram).post(f"{state_of(made)}geplaatst/", {"url": "https://school.example/feest"})
    withdraw(doing_as(noors_mother), agreed, website)
    told = text_of(visits(lieke).get("/school/de-linde/taken/"))

    empty = visits(lieke).post("/school/de-linde/taken/", {"publication": made.pk, "proof": ""})
    shot = io.BytesIO(photo())
    shot.name = "scherm.jpg"
    visits(lieke).post("/school/de-linde/taken/", {"publication": made.pk, "proof": "404", "picture": shot})

    assert "https://school.example/feest Voor wie Noor van Dijk (foto)" in told
    assert "Een toestemming is ingetrokken." in told
    assert 'role="alert"' in empty.content.decode()
    assert (Publication.objects.get().state, TakedownTask.objects.get().proof) == ("weg", "404")
    assert visits(lieke).get(f"{state_of(made)}bewijs/")["Content-Type"] == "image/jpeg"


def test_pages_stay_within_their_number_of_questions(visits, bram, words_only, doing_as, django_assert_max_num_queries):
    made, client = sends(doing_as(bram), words_only), visits(bram)
    client.get(state_of(made))

    with django_assert_max_num_queries(12):
        client.get(state_of(made))
