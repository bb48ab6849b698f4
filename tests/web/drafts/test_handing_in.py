"""From photo to verdict on one page, without JavaScript: every form leads back to the page, and the word is new."""

from __future__ import annotations

import io
import re

import pytest

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import Words, words_of
from magdit.areas.journal.models import Entry
from magdit.areas.registers.channels import add as add_account
from magdit.areas.registers.models import ChannelAccount
from magdit.journeys.hand_in.judging import judge_draft
from tests.areas.conftest import NOON, pupil
from tests.web.conftest import account_of
from tests.web.drafts.conftest import address, jpeg, now, send, verdict


def test_a_teacher_begins_with_a_photo_and_sees_what_is_missing(visits, bram, school, group_6a):
    client = visits(bram)

    answer = client.post("/school/de-linde/bericht/nieuw/", {"pictures": [jpeg()]})

    draft = Draft.objects.get()
    assert answer.headers["Location"] == address(draft)
    assert "2 gezichten: 2 nog open." in client.get(address(draft)).content.decode()
    assert verdict(client, draft) == "eerst_weten"


def test_a_draft_with_nothing_in_it_asks_for_something(visits, bram, begun):
    page = visits(bram).get(address(begun)).content.decode()

    assert "Zet er een foto of tekst in." in page


def test_text_is_kept_and_judged_at_once(visits, bram, begun):
    client = visits(bram)

    answer = send(client, begun, "words", text="Morgen is het feest op school.")

    assert answer.headers["Location"] == f"{address(begun)}#tekst"
    assert words_of(now(begun)).text == "Morgen is het feest op school."
    assert verdict(client, begun) == "mag"


def test_a_name_in_the_text_is_marked_with_its_reason(visits, bram, begun, noor):
    client = visits(bram)

    send(client, begun, "words", text="Noor van Dijk vond een zeester.")

    page = client.get(address(begun)).content.decode()
    assert "<mark>Noor van Dijk<sup>1</sup></mark>" in page
    assert "Voornaam en achternaam staan op de lijst van de school." in page


def test_open_faces_are_hidden_with_one_button_and_then_a_person_looks(visits, bram, begun, pictured):
    client = visits(bram)

    send(client, begun, "hide-open")
    hidden = verdict(client, begun)
    page = client.get(address(begun)).content.decode()
    send(client, begun, "tick:niet_meer_herkenbaar:ja")

    assert "Nog herkenbaar door kleding" in page
    assert hidden == "eerst_weten"
    assert verdict(client, begun) == "mag"
    assert "Bram Visser, dinsdag 3 maart" in client.get(address(begun)).content.decode()


def test_a_face_gets_the_name_that_was_typed_beside_it(visits, bram, begun, pictured, noor, group_6a):
    client, face = visits(bram), pictured.faces[0]["id"]
    send(client, begun, "where", group=str(group_6a.pk), channel="medium:website")

    send(client, begun, f"named:{pictured.pk}", **{f"wie-{face}": "noor"})

    pictured.refresh_from_db()
    assert (pictured.faces[0]["fate"], pictured.faces[0]["person"]) == ("persoon", str(noor.pk))


@pytest.mark.parametrize(
    ("typed", "said"), [("Willemijn", "Niemand van de school heet zo."), ("o", "Zo heten er meer")]
)
def test_a_name_that_is_nobodys_or_several_peoples_is_told(visits, bram, begun, pictured, noor, sem, typed, said):
    answer = send(visits(bram), begun, f"named:{pictured.pk}", **{f"wie-{pictured.faces[0]['id']}": typed})

    pictured.refresh_from_db()
    assert said in answer.content.decode()
    assert pictured.faces[0]["fate"] == "open"


def test_who_was_named_at_a_face_is_ticked_among_the_children_already(visits, bram, begun, pictured, noor, group_6a):
    client, face = visits(bram), pictured.faces[0]["id"]
    send(client, begun, "where", group=str(group_6a.pk), channel="medium:website")

    send(client, begun, f"named:{pictured.pk}", **{f"wie-{face}": "noor"})

    assert [(one.name, one.there) for one in client.get(address(begun)).context["children"].rows] == [
        ("Noor van Dijk", True)
    ]


def test_the_children_who_may_not_are_asked_in_one_question(visits, bram, begun, pictured, noor, group_6a):
    client = visits(bram)
    send(client, begun, "where", group=str(group_6a.pk), channel="medium:website")
    asked = client.get(address(begun)).context["children"]

    send(client, begun, "children", asked=[one.id for one in asked.rows], child=[])

    assert [one.name for one in asked.rows] == ["Noor van Dijk"]
    assert now(begun).shortlist["people"] == {str(noor.pk): "nee"}
    assert verdict(client, begun) == "mag"
    assert "Kinderen nagekeken" in client.get(address(begun)).content.decode()


def test_a_child_that_is_in_it_makes_hiding_a_way_out(visits, bram, begun, pictured, noor, group_6a):
    client = visits(bram)
    send(client, begun, "where", group=str(group_6a.pk), channel="medium:website")
    send(client, begun, "children", asked=[str(noor.pk)], child=[str(noor.pk)])
    fixes = client.get(address(begun)).context["fixes"]
    hide = next(fix for way in fixes for fix in way if fix.remedy.step.remedy == "onherkenbaar_maken")

    send(client, begun, f"mend:{hide.remedy.key}")

    pictured.refresh_from_db()
    assert {face["fate"] for face in pictured.faces} == {"verborgen"}


def test_a_missed_face_is_drawn_by_numbers_and_two_boxes_become_one(visits, bram, begun, pictured):
    client = visits(bram)

    send(client, begun, f"draw:{pictured.pk}", x="100", y="100", w="40", h="40")
    pictured.refresh_from_db()
    drawn = len(pictured.faces)
    send(client, begun, f"merge:{pictured.pk}", merge=[face["id"] for face in pictured.faces[:2]])

    pictured.refresh_from_db()
    assert (drawn, len(pictured.faces)) == (3, 2)


def test_what_is_no_face_goes_and_the_journal_knows_who_said_so(visits, bram, begun, pictured):
    send(visits(bram), begun, f"face:{pictured.pk}:{pictured.faces[0]['id']}:geen")

    pictured.refresh_from_db()
    assert len(pictured.faces) == 1
    assert Entry.objects.filter(verb="geen gezicht").count() == 1


def test_a_picture_is_left_out(visits, bram, begun, pictured):
    send(visits(bram), begun, f"picture-away:{pictured.pk}")

    assert not now(begun).pictures.exists()


def test_going_to_another_channel_is_one_button(visits, bram, begun):
    send(visits(bram), begun, "medium:ouderportaal")

    assert now(begun).medium == "ouderportaal"


def test_a_file_that_is_no_picture_is_told_and_nothing_is_kept(visits, bram, begun):
    client = visits(bram)
    words = jpeg("brief.jpg")
    words.file = io.BytesIO(b"Beste ouders, morgen is het feest. " * 20)

    answer = client.post(address(begun), {"do": "pictures", "version": "1", "pictures": [words]}, follow=True)

    assert "brief.jpg: dit is geen foto." in answer.content.decode()
    assert not now(begun).pictures.exists()


def test_two_who_edit_at_once_hear_what_changed_and_keep_what_they_typed(visits, bram, begun):
    client = visits(bram)
    marks, version = client.get(address(begun)).context["marks"], now(begun).version
    send(client, begun, "words", text="De eerste.")

    answer = client.post(address(begun), {"do": "words", "version": version, "marks": marks, "text": "De tweede."})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Intussen veranderde:" in page
    assert "de tekst" in page
    assert ">De tweede.</textarea>" in page
    assert words_of(now(begun)).text == "De eerste."


def test_throwing_away_takes_the_draft_and_its_pictures(visits, bram, begun, pictured):
    client = visits(bram)

    answer = send(client, begun, "away")

    assert answer.headers["Location"] == "/school/de-linde/bericht/"
    assert now(begun).state == "weggegooid"
    assert begun.pk not in {line.row.pk for line in client.get("/school/de-linde/bericht/").context["rows"]}


@pytest.mark.parametrize("do", ["", "nonsense", "face", "face:x:y:z", "tick:vertrouwelijk:ja", "mend:0", "medium:rook"])
def test_what_no_button_sends_changes_nothing(visits, bram, begun, pictured, do):
    before = now(begun).version

    assert send(visits(bram), begun, do).status_code in {404, 409}
    assert now(begun).version == before


def test_the_home_page_begins_with_this_room(visits, bram, school):
    page = visits(bram).get("/").content.decode()

    assert page.index("/school/de-linde/bericht/") < page.index("/school/de-linde/klassen/")


def test_the_page_asks_as_few_questions_in_a_large_school(
    visits, bram, begun, pictured, noor, school, group_6a, django_assert_max_num_queries
):
    client = visits(bram)
    send(client, begun, "where", group=str(group_6a.pk), channel="medium:website")
    send(client, begun, "children", asked=[str(noor.pk)], child=[])
    for number in range(40):
        pupil(school, group_6a, called=f"Kind{number}", last="Verzonnen", born=noor.born)
    client.get(address(begun))

    with django_assert_max_num_queries(18):
        client.get(address(begun))


def test_the_list_of_drafts_asks_as_few_questions_for_many(
    visits, bram, school, doing_as, django_assert_max_num_queries
):
    for number in range(12):
        made = actions.begin(doing_as(bram), school, bram, role="leerkracht")
        actions.change(doing_as(bram), made.pk, version=1, words=Words(f"Bericht {number}."))
    client = visits(bram)

    with django_assert_max_num_queries(12):
        page = client.get("/school/de-linde/bericht/").content.decode()

    assert all(f"Bericht {number}." in page for number in range(12))


def test_a_child_that_is_in_it_somewhere_is_hidden_when_every_face_is(visits, bram, begun, pictured, noor, group_6a):
    client = visits(bram)
    send(client, begun, "where", group=str(group_6a.pk), channel="medium:website")
    send(client, begun, "children", asked=[str(noor.pk)], child=[str(noor.pk)])
    send(client, begun, f"face:{pictured.pk}:{pictured.faces[0]['id']}:verborgen")
    one_hidden = verdict(client, begun)
    send(client, begun, "hide-open")
    send(client, begun, "tick:niet_meer_herkenbaar:ja")

    assert (one_hidden, verdict(client, begun)) == ("mag_mits", "mag")


def test_a_photo_that_came_in_meanwhile_does_not_refuse_the_text(visits, bram, begun):
    client = visits(bram)
    marks, version = client.get(address(begun)).context["marks"], now(begun).version
    client.post(address(begun), {"do": "pictures", "version": version, "pictures": [jpeg()]})

    answer = client.post(address(begun), {"do": "words", "version": version, "marks": marks, "text": "Op het strand."})

    assert answer.status_code == 302
    assert words_of(now(begun)).text == "Op het strand."


def test_what_was_typed_when_the_session_ended_stands_there_again(visits, bram, begun):
    client = visits(bram)
    shown = client.get(address(begun))
    mark = re.search(r'name="van" value="([^"]+)"', shown.content.decode()).group(1)
    fields = {"do": "words", "version": now(begun).version, "text": "Een dag op het strand.", "van": mark}
    client.cookies.clear()

    led_away = client.post(address(begun), fields)
    client.force_login(account_of(bram), backend="django.contrib.auth.backends.ModelBackend")

    assert led_away.status_code == 302
    assert ">Een dag op het strand.</textarea>" in client.get(address(begun)).content.decode()


def test_many_open_faces_are_hidden_with_one_step_of_the_verdict(visits, bram, begun, pictured):
    faces = [{**pictured.faces[0], "id": f"gezicht{at}", "x": 10 * at} for at in range(6)]
    Picture.objects.filter(pk=pictured.pk).update(faces=faces)
    client = visits(bram)
    send(client, begun, "words", text="Cas Jansen bedankt: 06 12345678.")
    steps = [fix.does for fix in client.get(address(begun)).context["fixes"][0]]

    send(client, begun, "mend-like:onherkenbaar_maken")

    assert steps.count("mend-like:onherkenbaar_maken") == 1
    assert {face["fate"] for face in Picture.objects.get(pk=pictured.pk).faces} == {"verborgen"}


def test_a_draft_begins_on_the_one_website_of_the_school(visits, bram, school):
    site = ChannelAccount.objects.create(board=school.board, school=school, medium="website", name="Onze site")

    visits(bram).post("/school/de-linde/bericht/nieuw/", {})

    assert Draft.objects.get(author=bram).account == site


def test_of_two_websites_nobody_chooses_for_the_author(visits, bram, school):
    for name in ("Onze site", "Bibliotheek"):
        ChannelAccount.objects.create(board=school.board, school=school, medium="website", name=name)

    visits(bram).post("/school/de-linde/bericht/nieuw/", {})

    assert Draft.objects.get(author=bram).account is None


def test_the_list_of_channels_begins_with_what_the_school_has(visits, bram, begun, fatima, doing_as):
    site = add_account(doing_as(fatima), begun.school, medium="website", kind="pagina", name="www.delinde.example")

    first, *rest = visits(bram).get(address(begun)).context["where"].channels

    assert first[0] == "Van de school"
    assert first[1][0] == (f"account:{site.pk}", "www.delinde.example (website van de school)", False)
    assert [label for label, _channels in rest] == ["Vaak gebruikt", "Andere"]


def test_a_new_post_goes_to_the_one_website_of_the_school_in_the_name_of_the_school(
    visits, bram, fatima, school, doing_as
):
    site = add_account(doing_as(fatima), school, medium="website", kind="pagina", name="www.delinde.example")

    visits(bram).post(f"/school/{school.code}/bericht/nieuw/", {"role": "leerkracht"})

    made = Draft.objects.get(author=bram)
    assert made.account == site
    assert judge_draft(made, NOON).judged.act["hoedanigheid"] == "namens_school"
