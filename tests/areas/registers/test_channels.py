"""The accounts and pages of a school: who keeps them, who approves, what a platform agreed to, and what signs in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, Role
from magdit.areas.registers.channels import add, approve, change, reopen, retire
from magdit.areas.registers.channels_agreed import decide_agreement, remove_secret, set_secret
from magdit.areas.registers.channels_queries import (
    accounts_for,
    agreement_of,
    facts_of,
    usual_account,
    visible_accounts,
)
from magdit.areas.registers.channels_secret import has_secret, way_to
from magdit.areas.registers.models import ChannelAccount
from tests.areas.conftest import START, employee
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
SECRET = {"username": "linde", "password": "zeer-geheim-abcd"}


@pytest.fixture
def lieke(school) -> Person:
    """Keeps the website and Instagram of De Linde."""
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


@pytest.fixture
def farida(board) -> Person:
    """The data protection officer of the board."""
    made = Person.objects.create(board=board, first="Farida", called="Farida", last="Gul")
    Role.objects.create(person=made, school=None, role="fg", begins=START)
    return made


@pytest.fixture
def site(school, fatima, doing_as) -> ChannelAccount:
    """The website of De Linde, on which magdit publishes itself."""
    return add(doing_as(fatima), school, medium="website", name="Website", address="https://delinde.example/blog")


@pytest.fixture
def instagram(school, fatima, doing_as) -> ChannelAccount:
    """The Instagram account of De Linde."""
    return add(doing_as(fatima), school, medium="instagram", name="@delinde", address="https://instagram.example/linde")


def verbs() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("verb", flat=True))


def test_the_head_adds_an_account_and_the_school_may_publish_there(school, second_school, fatima, doing_as):
    made = add(doing_as(fatima), school, medium="insta", name="  @delinde ", owner=fatima)

    assert (made.medium, made.name, made.state, made.opened_on) == ("instagram", "@delinde", "in_gebruik", TODAY)
    assert list(accounts_for(school)) == [made]
    assert not accounts_for(second_school).exists()
    line = Entry.objects.get()
    assert line.verb == "kanaal toegevoegd"
    assert "delinde" not in str(line.details)


def test_what_a_colleague_adds_waits_for_who_leads(school, lieke, fatima, doing_as):
    asked = add(doing_as(lieke), school, medium="facebook", name="De Linde", kind="pagina")
    assert asked.state == "aangevraagd"
    assert not accounts_for(school).exists()
    with pytest.raises(Refused, match="no_right"):
        approve(doing_as(lieke), asked.pk, version=asked.version)

    approve(doing_as(fatima), asked.pk, version=asked.version)

    assert list(accounts_for(school)) == [asked]
    assert verbs()[-1] == "kanaal goedgekeurd"
    with pytest.raises(Refused, match="already_so"):
        approve(doing_as(fatima), asked.pk, version=asked.version + 1)


@pytest.mark.parametrize("who", ["bram", "noors_mother", "sem", "olaf"])
def test_who_does_not_keep_the_list_adds_nothing(who, request, school, doing_as):
    outsider = request.getfixturevalue(who)

    with pytest.raises(Refused, match=r"no_right|not_yours"):
        add(doing_as(outsider), school, medium="instagram", name="@linde6a")

    assert not ChannelAccount.objects.exists()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"medium": "myspacefam"}, "channel_medium"),
        ({"name": " \u200b"}, "channel_name"),
        ({"name": "x" * 121}, "name_long"),
        ({"address": "javascript:alert(1)"}, "channel_address"),
        ({"address": "https://jan:geheim@delinde.example"}, "channel_address"),
        ({"address": "https://[delinde"}, "channel_address"),
        ({"audience": "geheim"}, "choice_wrong"),
        ({"kind": "profiel"}, "choice_wrong"),
        ({"connector": "fax"}, "choice_wrong"),
        ({"kind": "blad", "circulation": 0}, "number_wrong"),
        ({"version": 3}, "field_unknown"),
    ],
)
def test_what_cannot_be_is_refused(told, code, school, fatima, doing_as):
    with pytest.raises(Refused, match=code):
        add(doing_as(fatima), school, **({"medium": "instagram", "name": "@delinde"} | told))

    assert not ChannelAccount.objects.exists()


def test_an_account_is_looked_after_by_someone_who_works_there(school, fatima, bram, olaf, sem, doing_as):
    assert add(doing_as(fatima), school, medium="website", name="Site", owner=bram).owner == bram

    for other, code in ((olaf, "not_yours"), (sem, "channel_owner")):
        with pytest.raises(Refused, match=code):
            add(doing_as(fatima), school, medium="website", name="Andere site", owner=other)


def test_the_same_account_stands_on_the_list_once(school, instagram, fatima, doing_as):
    with pytest.raises(Refused, match="channel_exists"):
        add(doing_as(fatima), school, medium="instagram", name="@DeLinde")


def test_paper_has_a_circulation_and_nothing_else_has(school, fatima, doing_as):
    paper = add(doing_as(fatima), school, medium="drukwerk", name="De Lindekrant", kind="blad", circulation=400)
    site = add(doing_as(fatima), school, medium="website", name="Website", circulation=400)

    assert (paper.circulation, site.circulation) == (400, None)


def test_of_two_who_edit_at_once_the_second_hears_of_the_first(site, fatima, lieke, doing_as):
    change(doing_as(lieke), site.pk, version=site.version, name="Website De Linde")

    with pytest.raises(Refused, match="changed_meanwhile"):
        change(doing_as(fatima), site.pk, version=site.version, name="Onze site")

    assert ChannelAccount.objects.get(pk=site.pk).name == "Website De Linde"


def test_what_stays_as_it_was_leaves_no_line(site, fatima, doing_as):
    before = len(verbs())

    same = change(doing_as(fatima), site.pk, version=site.version, name="Website")

    assert (same.version, len(verbs())) == (site.version, before)


def test_a_platform_without_a_decision_is_one_without_agreements(instagram):
    assert facts_of(instagram, TODAY) == {
        "medium": "instagram", "account": "school", "hoedanigheid": "namens_school", "publiek": "openbaar",
        "platformafspraken": "geen",
    }  # fmt: skip


def test_agreements_are_decided_by_who_may_and_end_when_they_were_to_end(instagram, farida, doing_as):
    until = TODAY + timedelta(days=10)

    kept = decide_agreement(
        doing_as(farida), instagram.pk, version=instagram.version, agreement="gemaakt", until=until
    )  # fmt: skip

    assert (kept.agreed_by, kept.agreed_on) == (farida, TODAY)
    assert agreement_of(kept, until) == "gemaakt"
    assert agreement_of(kept, until + timedelta(days=1)) == "geen"
    line = Entry.objects.get(verb="platformafspraken besloten")
    assert '"is":"gemaakt"' in line.details
    assert '"was":"geen"' in line.details


def test_who_keeps_the_page_does_not_decide_about_the_platform(instagram, lieke, olaf, doing_as):
    for outsider in (lieke, olaf):
        with pytest.raises(Refused, match=r"no_right|not_yours"):
            decide_agreement(doing_as(outsider), instagram.pk, version=instagram.version, agreement="gemaakt")

    assert ChannelAccount.objects.get(pk=instagram.pk).agreement == "geen"


def test_an_agreement_that_is_over_or_unknown_is_refused(instagram, fatima, doing_as):
    yesterday = TODAY - timedelta(days=1)
    for told, code in (({"agreement": "gemaakt", "until": yesterday}, "agreement_past"), ({"agreement": "ja"}, "ice")):
        with pytest.raises(Refused, match=code):
            decide_agreement(doing_as(fatima), instagram.pk, version=instagram.version, **told)


def test_what_signs_in_is_enciphered_and_reaches_the_connector_alone(site, lieke, doing_as):
    kept = set_secret(doing_as(lieke), site.pk, version=site.version, secret=SECRET)

    stored = ChannelAccount.objects.get(pk=site.pk)
    assert has_secret(stored)
    assert b"geheim" not in bytes(stored.sealed)
    assert "geheim" not in repr(way_to(kept))
    assert way_to(stored).secret == SECRET
    assert way_to(stored).address == site.address
    assert "geheim" not in str(Entry.objects.get(verb="inlog van kanaal bewaard").details)
    forgotten = remove_secret(doing_as(lieke), site.pk, version=stored.version)
    assert way_to(forgotten).secret == {}
    assert verbs()[-1] == "inlog van kanaal vergeten"


def test_who_leads_an_account_elsewhere_does_not_get_its_password(site, lieke, doing_as):
    kept = set_secret(doing_as(lieke), site.pk, version=site.version, secret=SECRET)
    moved = change(doing_as(lieke), site.pk, version=kept.version, address="https://delinde.example/nieuws")
    assert way_to(moved).secret == SECRET

    away = change(doing_as(lieke), site.pk, version=moved.version, address="https://elders.example/blog")

    assert way_to(away).secret == {}
    assert '"inlog":"vergeten"' in Entry.objects.filter(verb="kanaal gewijzigd").order_by("-number")[0].details


@pytest.mark.parametrize(
    ("secret", "code"),
    [({}, "channel_secret_missing"), ({"a": " "}, "channel_secret_missing"), ({"a": "x" * 1001}, "channel_secret_lon")],
)
def test_an_empty_or_endless_password_is_refused(secret, code, site, fatima, doing_as):
    with pytest.raises(Refused, match=code):
        set_secret(doing_as(fatima), site.pk, version=site.version, secret=secret)


def test_a_password_is_for_who_keeps_the_account(site, farida, bram, olaf, doing_as):
    for outsider in (farida, bram, olaf):
        with pytest.raises(Refused, match=r"no_right|not_yours"):
            set_secret(doing_as(outsider), site.pk, version=site.version, secret=SECRET)


def test_on_a_closed_account_nothing_goes_out_and_it_can_be_opened_again(site, school, lieke, fatima, doing_as):
    closed = retire(doing_as(lieke), site.pk, version=site.version)
    assert not accounts_for(school).exists()
    assert closed.closed_on == TODAY
    with pytest.raises(Refused, match="already_so"):
        retire(doing_as(lieke), site.pk, version=closed.version)

    asked = reopen(doing_as(lieke), site.pk, version=closed.version)

    assert asked.state == "aangevraagd"
    assert not accounts_for(school).exists()
    assert verbs()[-2:] == ["kanaal gesloten", "kanaal heropend"]


def test_an_account_of_the_board_is_for_all_its_schools(board, school, second_school, lieke, doing_as):
    els = Person.objects.create(board=board, first="Els", called="Els", last="Bosch")
    Role.objects.create(person=els, school=None, role="cvb", begins=START)

    made = add(doing_as(els), None, medium="linkedin", name="Stichting De Linde")

    assert list(accounts_for(school)) == [made] == list(accounts_for(second_school))
    with pytest.raises(Refused, match="no_right"):
        change(doing_as(lieke), made.pk, version=made.version, name="De Linde")


def test_the_list_is_seen_by_who_has_to_do_with_it(site, lieke, farida, bram, olaf, noors_mother):
    seen = [who for who in (lieke, farida, bram, olaf, noors_mother) if visible_accounts(who, TODAY).exists()]

    assert seen == [lieke, farida]


def test_a_page_belongs_to_an_account_and_closes_with_it(school, instagram, fatima, doing_as):
    doing = doing_as(fatima)
    page = add(doing, school, medium="instagram", name="@delinde-6a", kind="pagina", under=instagram)
    with pytest.raises(Refused, match="channel_under"):
        change(doing, instagram.pk, version=instagram.version, kind="pagina", under=page)

    retire(doing, instagram.pk, version=instagram.version)

    assert not accounts_for(school).exists()
    assert verbs()[-2:] == ["kanaal gesloten", "kanaal gesloten"]


@pytest.mark.parametrize("kind", ["account", "pagina", "groep", "blad"])
def test_the_one_place_on_a_medium_is_chosen_for_them_whatever_its_kind(kind, school, fatima, doing_as):
    only = add(doing_as(fatima), school, medium="website", kind=kind, name="www.delinde.example")

    assert usual_account(school, "website") == only
    assert usual_account(school, "instagram") is None


def test_of_an_account_and_its_page_the_account_is_usual_and_of_two_apart_nobody_chooses(school, fatima, doing_as):
    doing = doing_as(fatima)
    whole = add(doing, school, medium="facebook", name="De Linde")
    add(doing, school, medium="facebook", kind="pagina", name="Groep 6A", under=whole)
    with_a_page = usual_account(school, "facebook")
    add(doing, school, medium="facebook", name="De Linde feest")

    assert with_a_page == whole
    assert usual_account(school, "facebook") is None


def test_a_page_does_not_belong_to_an_account_of_another_school(second_school, instagram, board, doing_as):
    head = employee(second_school, "schoolleider", called="Ria", last="Beukema")

    with pytest.raises(Refused, match="not_yours"):
        add(doing_as(head), second_school, medium="instagram", name="@beuk", kind="pagina", under=instagram)


def test_a_password_does_not_go_over_an_open_line(school, fatima, doing_as):
    with pytest.raises(Refused, match="channel_address_open"):
        add(
            doing_as(fatima),
            school,
            medium="website",
            name="Site",
            connector="wordpress",
            address="http://linde.example",
        )


def test_a_page_has_the_agreements_of_its_account(school, instagram, fatima, doing_as):
    doing = doing_as(fatima)
    page = add(doing, school, medium="instagram", name="@delinde-6a", kind="pagina", under=instagram)
    with pytest.raises(Refused, match="agreement_elsewhere"):
        decide_agreement(doing, page.pk, version=page.version, agreement="gemaakt")

    decide_agreement(doing, instagram.pk, version=instagram.version, agreement="gemaakt")

    assert facts_of(ChannelAccount.objects.get(pk=page.pk), TODAY)["platformafspraken"] == "gemaakt"


def test_another_connector_begins_without_the_settings_of_the_first(site, fatima, doing_as):
    doing = doing_as(fatima)
    row = change(doing, site.pk, version=site.version, connector="wordpress", settings={"user": "magdit"})

    row = change(doing, site.pk, version=row.version, connector="mastodon")

    assert row.settings == {}
