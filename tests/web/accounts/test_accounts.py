"""The channels of a school in the browser: added, approved, connected, agreed upon, closed; never a password shown."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.journal.models import Entry
from magdit.areas.registers.channels import change
from magdit.areas.registers.channels_agreed import decide_agreement, set_secret
from magdit.areas.registers.channels_secret import way_to
from magdit.areas.registers.models import ChannelAccount
from magdit.connectors.connector import Trouble
from magdit.connectors.wordpress import WordPress
from tests.cast import TODAY
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db
LIST = "/school/de-linde/kanalen/"
NEW = f"{LIST}nieuw/"
TOLD = {
    "kind": "account", "medium": "instagram", "name": "@delinde", "address": "", "audience": "openbaar", "owner": "",
    "under": "", "connector": "hand", "ours": "on",
}  # fmt: skip
SECRET = "abcd efgh ijkl mnop"


def page(row: ChannelAccount, part: str = "") -> str:
    return f"{LIST}{row.pk}/{part}"


def verbs() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("verb", flat=True))


def test_an_empty_list_offers_a_first_step(visits, lieke):
    answer = visits(lieke).get(LIST)

    assert "Er staat nog geen kanaal" in text_of(answer)
    assert NEW in answer.content.decode()


def test_who_keeps_the_channels_asks_for_one_and_the_head_says_yes(visits, lieke, fatima, school):
    answer = visits(lieke).post(NEW, TOLD, follow=True)
    assert "Aangevraagd bij de schoolleiding." in text_of(answer)
    row = ChannelAccount.objects.get()
    assert "Ja, dit kanaal is goed" not in text_of(visits(lieke).get(page(row)))

    done = visits(fatima).post(page(row), {"stap": "goed", "seen_version": row.version}, follow=True)

    assert "Vanaf nu kunnen berichten hierheen." in text_of(done)
    assert ChannelAccount.objects.get().state == "in_gebruik"
    assert visits(fatima).post(page(row), {"stap": "goed", "seen_version": row.version + 1}).status_code == 302
    assert verbs().count("kanaal goedgekeurd") == 1


def test_an_address_without_https_in_front_is_one_all_the_same(visits, lieke, school):
    visits(lieke).post(NEW, {**TOLD, "address": "www.instagram.example/delinde"})

    assert ChannelAccount.objects.get().address == "https://www.instagram.example/delinde"


def test_a_private_account_is_not_for_this_list(visits, fatima, school):
    answer = visits(fatima).post(NEW, {key: value for key, value in TOLD.items() if key != "ours"})

    assert not ChannelAccount.objects.exists()
    assert 'value="@delinde"' in answer.content.decode()


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"address": "javascript:alert(1)"}, "Dit is geen adres van het web."),
        ({"name": "\u200b"}, "Er ontbreekt een naam."),
        ({"connector": "wordpress", "address": "http://delinde.example"}, "Naar dit adres gaat een inlog onbeveiligd"),
        ({"medium": "myspacefam"}, "Bij een veld hieronder staat wat er niet klopt."),
        ({"owner": "99"}, "Bij een veld hieronder staat wat er niet klopt."),
    ],
)
def test_what_cannot_be_is_told_with_all_that_was_typed(told, says, visits, fatima, school):
    answer = visits(fatima).post(NEW, TOLD | {"circulation": ""} | told)

    assert says in text_of(answer)
    assert not ChannelAccount.objects.exists()
    assert 'name="name" value="@delinde"' in answer.content.decode() or "name" in told


def test_sending_the_form_twice_makes_one_account(visits, fatima, school):
    browser = visits(fatima)
    browser.post(NEW, TOLD)

    again = browser.post(NEW, TOLD)

    assert "staat al op de lijst" in text_of(again)
    assert ChannelAccount.objects.count() == 1


def test_a_connector_is_filled_in_from_what_it_asks_and_the_password_never_comes_back(visits, fatima, site):
    browser = visits(fatima)
    asked = browser.get(page(site, "aansluiten/"))
    assert "Applicatiewachtwoord" in text_of(asked)

    typed = {"seen_version": site.version, "address": "https://delinde.example/", "user": "magdit", "password": SECRET}
    answer = browser.post(page(site, "aansluiten/"), typed, follow=True)

    row = ChannelAccount.objects.get()
    assert (way_to(row).secret, row.settings) == ({"password": SECRET}, {"user": "magdit"})
    assert "inlog bewaard" in text_of(answer)
    for address in (page(site), page(site, "aansluiten/"), page(site, "wijzigen/"), LIST):
        assert SECRET not in browser.get(address).content.decode()
    wrong = browser.post(page(site, "aansluiten/"), typed | {"user": ""})
    assert SECRET not in wrong.content.decode()


def test_an_empty_password_keeps_the_one_there_was(visits, fatima, site, doing_as):
    row = set_secret(doing_as(fatima), site.pk, version=site.version, secret={"password": SECRET})
    row = change(doing_as(fatima), site.pk, version=row.version, settings={"user": "magdit"})
    row = set_secret(doing_as(fatima), site.pk, version=row.version, secret={"password": SECRET})

    typed = {"seen_version": row.version, "address": "https://delinde.example/nieuws/", "user": "magdit"}
    visits(fatima).post(page(site, "aansluiten/"), typed)

    kept = ChannelAccount.objects.get()
    assert (kept.address, way_to(kept).secret) == ("https://delinde.example/nieuws/", {"password": SECRET})


def test_led_elsewhere_one_hears_that_the_password_is_forgotten(visits, fatima, site, doing_as):
    row = set_secret(doing_as(fatima), site.pk, version=site.version, secret={"password": SECRET})
    typed = TOLD | {"medium": "website", "connector": "wordpress", "address": "https://elders.example/"}

    answer = visits(fatima).post(page(site, "wijzigen/"), typed | {"seen_version": row.version}, follow=True)

    assert "De inlog is vergeten" in text_of(answer)
    assert way_to(ChannelAccount.objects.get()).secret == {}


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (None, "Het werkt: magdit kan hier plaatsen en weghalen."),
        (Trouble("signed_out", again=False), "De andere kant herkent de aanmelding niet."),
        (Trouble("zelfgemaakt", again=True), "meldt een fout die magdit niet kent"),
        (RuntimeError("onverwacht"), "meldt een fout die magdit niet kent"),
    ],
)
def test_one_tries_whether_it_works_and_hears_it_in_dutch(trouble, says, visits, lieke, site, monkeypatch):
    def check(self, way):
        if trouble is not None:
            raise trouble

    monkeypatch.setattr(WordPress, "check", check)

    answer = visits(lieke).post(page(site), {"stap": "probeer"}, follow=True)

    assert says in text_of(answer)


def test_the_officer_writes_down_what_was_agreed(visits, farida, instagram):
    browser = visits(farida)
    assert "Daar is hier nog nooit over besloten." in text_of(browser.get(page(instagram)))

    typed = {"agreement": "gemaakt", "until": "2026-12-31", "seen_version": instagram.version}
    answer = browser.post(page(instagram, "afspraken/"), typed, follow=True)

    assert "Besloten door Farida Gul" in text_of(answer)
    assert "Geldt tot en met 31 december 2026." in text_of(answer)
    assert ChannelAccount.objects.get().agreement == "gemaakt"
    late = browser.post(page(instagram, "afspraken/"), typed | {"until": "2020-01-01", "seen_version": 2})
    assert "Die dag is al voorbij." in text_of(late)


def test_who_keeps_the_page_cannot_decide_about_the_platform(visits, lieke, instagram):
    assert visits(lieke).get(page(instagram, "afspraken/")).status_code == 404
    typed = {"agreement": "gemaakt", "seen_version": instagram.version}
    assert visits(lieke).post(page(instagram, "afspraken/"), typed).status_code == 404
    assert ChannelAccount.objects.get().agreement == "geen"


def test_the_officer_changes_nothing_else(visits, farida, site):
    for part in ("wijzigen/", "aansluiten/", "sluiten/"):
        assert visits(farida).get(page(site, part)).status_code == 404
    for step in ("probeer", "vergeet", "heropen", "goed"):
        answer = visits(farida).post(page(site), {"stap": step, "seen_version": site.version})
        assert answer.status_code == 404


def test_of_two_who_edit_at_once_the_second_keeps_what_was_typed(visits, fatima, site, lieke, doing_as):
    change(doing_as(lieke), site.pk, version=site.version, name="Website De Linde")
    typed = TOLD | {"medium": "website", "connector": "wordpress", "address": "https://delinde.example/"}
    browser = visits(fatima)

    answer = browser.post(page(site, "wijzigen/"), typed | {"name": "Onze site", "seen_version": site.version})

    assert "Iemand anders heeft dit veranderd" in text_of(answer)
    assert 'value="Onze site"' in answer.content.decode()
    assert ChannelAccount.objects.get().name == "Website De Linde"


def test_a_channel_is_closed_with_a_word_on_what_stands_there(visits, lieke, instagram):
    browser = visits(lieke)
    asked = text_of(browser.get(page(instagram, "sluiten/")))
    assert "Voor zover magdit weet staat er niets meer op." in asked

    answer = browser.post(page(instagram, "sluiten/"), {"seen_version": instagram.version}, follow=True)

    assert "Gesloten. Er gaat niets meer heen." in text_of(answer)
    assert "1 gesloten kanaal" in text_of(browser.get(LIST))
    again = browser.post(page(instagram), {"stap": "heropen", "seen_version": instagram.version + 1}, follow=True)
    assert "De schoolleiding kijkt ernaar." in text_of(again)


@pytest.mark.parametrize("who", ["bram", "noors_mother", "sem", "olaf"])
def test_to_others_there_is_no_list(who, request, visits, site):
    browser = visits(request.getfixturevalue(who))

    for address in (LIST, NEW, page(site), page(site, "wijzigen/"), page(site, "aansluiten/"), page(site, "sluiten/")):
        assert browser.get(address).status_code == 404
        assert browser.post(address, TOLD).status_code == 404
    assert verbs() == ["kanaal toegevoegd"]


def test_an_account_of_another_school_is_not_there(visits, fatima, site, second_school):
    ChannelAccount.objects.update(school=second_school)

    assert visits(fatima).get(page(site)).status_code == 404


def test_the_list_asks_few_questions(visits, fatima, school, site, django_assert_max_num_queries):
    for number in range(30):
        ChannelAccount.objects.create(board=school.board, school=school, medium="website", name=f"Pagina {number}",
                                      kind="pagina", under=site, owner=fatima)  # fmt: skip
    browser = visits(fatima)
    browser.get(LIST)

    with django_assert_max_num_queries(12):
        browser.get(LIST)
    with django_assert_max_num_queries(14):
        browser.get(page(site))
    with django_assert_max_num_queries(14):
        browser.get(page(site, "wijzigen/"))


def test_an_agreement_that_ran_out_is_shown_as_none(visits, farida, instagram, doing_as):
    decide_agreement(doing_as(farida), instagram.pk, version=instagram.version, agreement="gemaakt", until=TODAY)
    ChannelAccount.objects.update(agreed_until=TODAY - timedelta(days=1))

    told = text_of(visits(farida).get(page(instagram)))

    assert "Geen afspraken" in told
    assert "De afspraken golden tot en met" in told


def test_the_page_says_what_the_protocol_asks_before_it_opens_and_while_it_is_kept(visits, school, lieke, fatima):
    school.protocol = "vsnon"
    school.save()
    visits(lieke).post(NEW, TOLD | {"kind": "pagina"})
    row = ChannelAccount.objects.get()

    before = text_of(visits(lieke).get(page(row)))
    visits(fatima).post(page(row), {"stap": "goed", "seen_version": row.version})
    after = text_of(visits(lieke).get(page(row)))

    assert "Overleg vooraf met uw leidinggevende over deze pagina. 11" in before
    assert "Kijk geregeld na wat er op de pagina of in de groep staat. 13" in after
    assert "Overleg vooraf" not in after


def test_a_protocol_without_rules_about_pages_asks_nothing(visits, lieke, instagram):
    assert "Overleg vooraf" not in text_of(visits(lieke).get(page(instagram)))
