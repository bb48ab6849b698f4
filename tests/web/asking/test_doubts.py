"""'Ik twijfel' in the browser: asked, seen where it lies, answered, kept as an example."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.test import Client

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Doubt
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Person
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.nightly_asked import remind_and_pass_on
from tests.areas.conftest import NOON, employee

Visits = Callable[[Person], Client]


def page(draft: Draft) -> str:
    return f"/school/{draft.school.code}/voorleggen/{draft.pk}/twijfel/"


def place(doubt: Doubt) -> str:
    return f"/gevraagd/twijfel/{doubt.pk}/"


def test_the_page_names_who_is_asked_and_the_clause(draft: Draft, bram: Person, visits: Visits) -> None:
    html = visits(bram).get(page(draft)).content.decode()

    assert "Fatima Yilmaz" in html
    assert "IV.M11" in html


def test_a_question_is_asked_mailed_and_shown_where_it_lies(
    draft: Draft, bram: Person, visits: Visits, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sent = visits(bram).post(page(draft), {"version": draft.version, "question": "Mag dit zo?"})

    assert sent.status_code == 302
    assert [one.to for one in mail.outbox] == [["fatima@delinde.example"]]
    assert "sportdag" not in mail.outbox[0].subject + str(mail.outbox[0].body)
    assert "Fatima Yilmaz" in visits(bram).get(sent["Location"]).content.decode()
    assert Entry.objects.filter(verb="twijfel voorgelegd").count() == 1


def test_an_open_doubt_stands_with_the_verdict_and_can_be_taken_back_there(
    draft: Draft, bram: Person, visits: Visits
) -> None:
    browser = visits(bram)
    browser.post(page(draft), {"version": draft.version, "question": "Mag dit zo?"})
    there = f"/school/{draft.school.code}/bericht/{draft.pk}/"
    card = browser.get(there).content.decode().split('id="oordeel"')[1].split("</section>")[0]
    assert all(said in card for said in ("Mag dit zo?", "Ligt nu bij Fatima Yilmaz", "Gevraagd op dinsdag 3 maart"))

    form = {"do": "withdraw", "back": "bericht", "version": Draft.objects.get().version}
    back = browser.post(page(draft), form, follow=True)

    assert back.redirect_chain == [(there, 302)]
    assert "Mag dit zo?" not in back.content.decode()
    assert Doubt.objects.get().withdrawn_at == NOON


def test_the_answer_to_my_doubt_stands_on_my_first_page(
    draft: Draft, bram: Person, fatima: Person, visits: Visits, at: Callable[[datetime], None]
) -> None:
    visits(bram).post(page(draft), {"version": draft.version, "question": "Mag dit zo?"})
    said = "Fatima Yilmaz antwoordde op uw twijfel: pas aan"
    assert said not in visits(bram).get("/").content.decode()

    visits(fatima).post(place(Doubt.objects.get()), {"outcome": "anders", "words": "Laat de tijd weg."})

    assert said in visits(bram).get("/").content.decode()
    assert said not in visits(fatima).get("/").content.decode()
    at(NOON + timedelta(days=15))
    assert said not in visits(bram).get("/").content.decode()


def test_asked_twice_is_asked_once(draft: Draft, bram: Person, visits: Visits) -> None:
    browser, form = visits(bram), {"version": draft.version, "question": "Mag dit zo?"}
    browser.post(page(draft), form)

    again = browser.post(page(draft), form | {"version": Draft.objects.get().version})

    assert again.status_code == 302
    assert Doubt.objects.count() == 1


def test_a_question_without_words_is_not_asked(draft: Draft, bram: Person, visits: Visits) -> None:
    refused = visits(bram).post(page(draft), {"version": draft.version, "question": "  "})

    assert "Schrijf in een zin" in refused.content.decode()
    assert not Doubt.objects.exists()


def test_who_changed_it_meanwhile_is_told_and_keeps_the_words(draft: Draft, bram: Person, visits: Visits) -> None:
    refused = visits(bram).post(page(draft), {"version": 1, "question": "Mag dit zo?"})

    assert refused.status_code == 409
    assert "Mag dit zo?" in refused.content.decode()


def test_a_colleague_does_not_find_it(draft: Draft, doubt: Doubt, office: Person, olaf: Person, visits: Visits) -> None:
    for person in (office, olaf):
        assert visits(person).get(page(draft)).status_code == 404
        assert visits(person).get(place(doubt)).status_code == 404
        assert visits(person).post(place(doubt), {"outcome": "mag"}).status_code == 404


def test_nobody_answers_themselves(doubt: Doubt, bram: Person, visits: Visits) -> None:
    assert visits(bram).post(place(doubt), {"outcome": "mag"}).status_code == 404
    assert Doubt.objects.get().outcome == ""


def test_the_head_sees_the_question_and_says_yes(doubt: Doubt, fatima: Person, visits: Visits) -> None:
    browser = visits(fatima)
    html = browser.get(place(doubt)).content.decode()

    sent = browser.post(place(doubt), {"outcome": "mag", "words": ""})

    assert "Mag de tijd erbij?" in html
    assert "IV.M11" in html
    assert sent.status_code == 302
    assert judge_draft(Draft.objects.get(), NOON).may_go


def test_a_no_needs_words(doubt: Doubt, fatima: Person, visits: Visits) -> None:
    refused = visits(fatima).post(place(doubt), {"outcome": "mag_niet", "words": ""})

    assert refused.status_code == 409
    assert Doubt.objects.get().outcome == ""


def test_it_waits_among_what_is_asked_of_me_and_on_the_first_page(
    doubt: Doubt, bram: Person, fatima: Person, visits: Visits
) -> None:
    browser = visits(fatima)

    assert "Mag de tijd erbij?" in browser.get("/gevraagd/").content.decode()
    assert "/gevraagd/" in browser.get("/").content.decode()
    assert "ligt bij Fatima Yilmaz" in visits(bram).get("/gevraagd/").content.decode()


def test_an_example_without_names_stands_beside_the_clause(
    doubt: Doubt, draft: Draft, bram: Person, fatima: Person, visits: Visits
) -> None:
    browser = visits(fatima)
    browser.post(place(doubt), {"outcome": "anders", "words": "Noem alleen de dag."})

    kept = browser.post(place(doubt), {"do": "precedent", "precedent": "Een tijd noemen: noem alleen de dag."})

    assert kept.status_code == 302
    assert "Een tijd noemen" in visits(bram).get(page(draft)).content.decode()


@pytest.mark.parametrize("words", ["Bram Visser vroeg het.", "Bel 06-12345678.", "Mail naar iemand@delinde.example."])
def test_an_example_that_points_at_someone_is_refused(doubt: Doubt, fatima: Person, visits: Visits, words: str) -> None:
    browser = visits(fatima)
    browser.post(place(doubt), {"outcome": "anders", "words": "Noem alleen de dag."})

    refused = browser.post(place(doubt), {"do": "precedent", "precedent": words})

    assert refused.status_code == 409
    assert words in refused.content.decode()
    assert Doubt.objects.get().precedent == ""


def test_past_its_term_it_goes_one_level_up_and_the_asker_sees_that(
    doubt: Doubt, bram: Person, fatima: Person, visits: Visits, at: Callable[..., None]
) -> None:
    above = employee(doubt.draft.school, "cvb", called="Toos", last="Bos")
    later = doubt.due + timedelta(minutes=1)

    assert remind_and_pass_on(doubt.due - timedelta(hours=2)) == 1
    assert remind_and_pass_on(later) == 1
    at(later)

    assert Doubt.objects.get().asked == above
    html = visits(bram).get(f"/gevraagd/bericht/{doubt.draft_id}/").content.decode()
    assert "Toos Bos" in html
    assert "Fatima Yilmaz antwoordde niet op tijd" in html


def test_who_is_away_is_answered_for(
    draft: Draft, bram: Person, fatima: Person, office: Person, visits: Visits
) -> None:
    away = (NOON + timedelta(days=7)).date()
    saved = visits(fatima).post("/gevraagd/vervanger/", {"deputy": str(office.pk), "away_until": away.isoformat()})

    visits(bram).post(page(draft), {"version": draft.version, "question": "Mag dit zo?"})

    assert saved.status_code == 302
    doubt = Doubt.objects.get()
    assert doubt.asked == office
    assert visits(office).get(place(doubt)).status_code == 200


def test_the_author_who_doubts_no_more(doubt: Doubt, draft: Draft, bram: Person, visits: Visits) -> None:
    visits(bram).post(page(draft), {"version": Draft.objects.get().version, "do": "withdraw"})

    assert judge_draft(Draft.objects.get(), NOON).may_go


def test_a_post_that_is_thrown_away_asks_nothing_any_more(
    doubt: Doubt, bram: Person, fatima: Person, visits: Visits, doing_as: Callable[..., Doing]
) -> None:
    actions.throw_away(doing_as(bram), doubt.draft_id, version=Draft.objects.get().version)

    refused = visits(fatima).post(place(doubt), {"outcome": "mag"})

    assert refused.status_code == 409
    assert "Mag de tijd erbij?" not in visits(fatima).get("/gevraagd/").content.decode()
    assert Doubt.objects.get().outcome == ""


def test_what_the_protocol_leaves_to_a_manager_is_said_in_the_answer_and_kept_with_their_id(
    draft: Draft, bram: Person, fatima: Person, visits: Visits, doing_as: Callable[..., Doing]
) -> None:
    """An insult is raised by a finder; whether it hurts is not for a machine, nor for the author."""
    words = Words("Wat een sukkel ben jij ook, dat vergeten we niet.")
    now = actions.change(doing_as(bram), draft.pk, version=draft.version, words=words)
    visits(bram).post(page(now), {"version": now.version, "question": "Is dit te grof?"})
    doubt = Doubt.objects.get()
    asked = [fact for kind, fact in doubt.about if kind == "oordeel"]
    before = judge_draft(Draft.objects.get(), NOON)

    visits(fatima).post(place(doubt), {"outcome": "mag", "words": "", **{f"feit-{fact}": "nee" for fact in asked}})
    after = Draft.objects.get()

    assert asked
    assert not before.may_go
    assert {after.told[fact]["by"] for fact in asked} == {str(fatima.pk)}
    assert judge_draft(after, NOON).may_go


def test_what_was_judged_holds_for_what_was_seen(
    draft: Draft, bram: Person, fatima: Person, visits: Visits, doing_as: Callable[..., Doing]
) -> None:
    words = Words("Wat een sukkel ben jij ook, dat vergeten we niet.")
    now = actions.change(doing_as(bram), draft.pk, version=draft.version, words=words)
    visits(bram).post(page(now), {"version": now.version, "question": "Is dit te grof?"})
    doubt = Doubt.objects.get()
    facts = {f"feit-{fact}": "nee" for kind, fact in doubt.about if kind == "oordeel"}
    visits(fatima).post(place(doubt), {"outcome": "mag", "words": "", **facts})

    now = Draft.objects.get()
    other = Words("Wat een grote sukkel ben jij ook, dat vergeten we niet.")
    actions.change(doing_as(bram), now.pk, version=now.version, words=other)

    assert not judge_draft(Draft.objects.get(), NOON).may_go
