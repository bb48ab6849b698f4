"""Asking and answering about a post on a phone: doubt, approval with what changed, and parents through the school."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import FamilyQuestion, FamilyRequest
from magdit.areas.drafts.stand_ins import set_rules, set_stand_in
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Board, Group, Person, School
from magdit.journeys.hand_in.asking import decide_approval, request_approval
from magdit.journeys.hand_in.parents import Way, begin_as_family, save_for_family
from magdit.journeys.hand_in.taking_in import take_in
from tests.areas.conftest import NOON, employee, guardian, pupil
from tests.journeys.hand_in.conftest import EYES, photo
from tests.web.browser.looking import look

Opens = Callable[..., Page]
Acts = Callable[..., Doing]
TEXT = "Morgen begint de sportdag om negen uur. Wie komt er kijken?"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    """Files of one test are no business of another."""
    settings.DATA = tmp_path


@pytest.fixture
def draft(transactional_db: None, board: Board, school: School, bram: Person, fatima: Person, doing_as: Acts) -> Draft:
    """A photo and a text of Bram's for the website."""
    Board.objects.update(second_step="niemand")
    doing = doing_as(bram)
    made = actions.begin(doing, school, bram, role="leerkracht")
    made = actions.change(doing, made.pk, version=1, medium="website", words=Words(TEXT), for_school=True)
    take_in(doing, made.pk, "veld.jpg", [photo(faces=())], eyes=EYES)
    made = Draft.objects.get()
    return actions.confirm(doing, made.pk, version=made.version, fact="niemand_in_beeld", value=True)


def test_a_doubt_from_question_to_answer(opens: Opens, draft: Draft, bram: Person, fatima: Person) -> None:
    page = opens(bram)
    page.goto(f"/school/de-linde/voorleggen/{draft.pk}/twijfel/")
    look(page, "twijfel")
    page.get_by_label("Wat wilt u weten?").fill("Mag de tijd erbij staan?")
    page.get_by_role("button", name="Vraag het").click()
    expect(page.get_by_text("Ligt nu bij Fatima Yilmaz")).to_be_visible()
    look(page, "waar-ligt-het")

    head = opens(fatima)
    head.goto("/")
    head.get_by_role("link", name="1 vraag aan u over een bericht").click()
    look(head, "aan-mij-gevraagd")
    head.get_by_role("link", name="Mag de tijd erbij staan?").click()
    look(head, "antwoorden")
    head.get_by_label("Uw antwoord in woorden").fill("Zonder de tijd is het beter.")
    head.get_by_role("button", name="Pas aan").click()
    head.get_by_label("Zo helpt uw antwoord ook anderen").fill("Noem bij een sportdag alleen de dag.")
    head.get_by_role("button", name="Bewaar als voorbeeld").click()
    look(head, "beantwoord")

    page.goto(f"/school/de-linde/voorleggen/{draft.pk}/twijfel/")
    expect(page.get_by_text("Zonder de tijd is het beter.")).to_be_visible()
    expect(page.get_by_text("Noem bij een sportdag alleen de dag.").first).to_be_visible()
    look(page, "twijfel-met-voorbeeld")


def test_what_changed_since_the_approval(
    opens: Opens, draft: Draft, bram: Person, fatima: Person, school: School, doing_as: Acts
) -> None:
    set_rules(doing_as(fatima), school, days=2, when="altijd", media=[], role="schoolleiding")
    approval = request_approval(doing_as(bram), draft.pk, version=draft.version)
    decide_approval(doing_as(fatima), approval.pk, outcome="goed", note="")
    now = Draft.objects.get()
    other = Words("Morgen begint de sportdag om tien uur. Wie komt er kijken?")
    actions.change(doing_as(bram), now.pk, version=now.version, words=other)

    page = opens(bram)
    page.goto(f"/school/de-linde/voorleggen/{draft.pk}/goedkeuring/")
    look(page, "goedkeuring-vragen")
    page.get_by_role("button", name="Vraag goedkeuring").click()
    head = opens(fatima)
    head.goto("/gevraagd/")
    head.get_by_role("link", name="Goedkeuren").click()
    expect(head.locator("ins", has_text="tien")).to_be_visible()
    look(head, "goedkeuren")
    head.get_by_role("button", name="Goedkeuren").click()

    expect(head.get_by_text("goedgekeurd").first).to_be_visible()
    assert Draft.objects.get().state == "goedgekeurd"


@pytest.mark.usefixtures("draft")
def test_settings_of_asking(opens: Opens, fatima: Person, bram: Person, doing_as: Acts) -> None:
    set_stand_in(doing_as(fatima), fatima, bram, away_until=(NOON + timedelta(days=3)).date())
    page = opens(fatima)

    page.goto("/gevraagd/vervanger/")
    look(page, "vervanger")
    page.goto("/instellingen/school/de-linde/goedkeuren/")
    look(page, "goedkeuren-instellen")
    page.get_by_label("Ja, elk bericht").check()
    page.get_by_role("button", name="Bewaar").click()

    expect(page.get_by_text("Bewaard.", exact=True)).to_be_visible()


def test_a_parent_asks_other_parents(
    transactional_db: None, opens: Opens, school: School, group_6a: Group, noor: Person, noors_mother: Person,
    doing_as: Acts,
) -> None:  # fmt: skip
    Board.objects.update(second_step="niemand")
    School.objects.filter(pk=school.pk).update(protocol="verkruisen")
    school.refresh_from_db()
    head = employee(school, "schoolleider", called="Fatima", last="Yilmaz")
    tess = pupil(school, group_6a, called="Tess", last="Groot", born=noor.born)
    other = guardian(tess, called="Ilse", last="Groot")
    doing = doing_as(noors_mother)
    made = begin_as_family(doing, Way("ouder", school))
    take_in(doing, made.pk, "feest.jpg", [photo()], eyes=EYES)
    version = Draft.objects.get().version
    made = save_for_family(
        doing, made.pk, version=version, text="Wat een feest!", medium="facebook", for_school=False,
        children=[str(noor.pk)], audience="semi_openbaar", names="Tess",
    )  # fmt: skip

    page = opens(noors_mother)
    page.goto("/delen/")
    look(page, "iets-delen")
    page.goto(f"/delen/{made.pk}/")
    look(page, "mag-ik-dit-delen")
    page.get_by_role("button", name="Vraag het de andere ouders, via de school").click()
    expect(page.get_by_text("Ligt nu bij de school")).to_be_visible()
    asked = opens(head)
    asked.goto(f"/gevraagd/ouders/{FamilyRequest.objects.get().pk}/")
    look(asked, "andere-ouders-vragen")
    asked.get_by_role("button", name="Vraag hun ouders").click()
    expect(asked.get_by_text("De ouders zijn gevraagd.")).to_be_visible()
    mother = opens(other)
    mother.goto(f"/gevraagd/beeld/{FamilyQuestion.objects.get().pk}/")
    look(mother, "vraag-aan-ouder")
    mother.get_by_role("button", name="Ja, dat mag").click()
    expect(mother.get_by_text("U zei ja")).to_be_visible()

    page.goto(f"/delen/{made.pk}/")
    expect(page.get_by_text("alle gevraagde ouders zeiden ja")).to_be_visible()
