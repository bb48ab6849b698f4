"""Who comes in when the school vouches for them: one person of that board, by a mark, a number or an e-mail."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.people.models import Account, ExternalId, Person, Role
from tests import cast
from tests.areas.conftest import START
from tests.web.sso.conftest import openid_table
from tests.web.sso.peers import Browser, Peer
from tests.web.sso.seen import stays_out, verbs

BRAM = {"sub": "8f1c", "email": "bram@delinde.example", "email_verified": True}
YESTERDAY = cast.TODAY - timedelta(days=1)


def test_an_account_that_is_there_is_used(linde: Peer, surfer: Browser, bram: Person):
    account = Account.objects.create_user("bram", person=bram)
    linde.says(user=BRAM)

    surfer.press("linde")

    assert surfer.client.session["_auth_user_id"] == str(account.pk)
    assert verbs() == ["inlog gekoppeld"]


def test_an_account_of_the_admin_is_not_opened_by_a_provider(linde: Peer, surfer: Browser, bram: Person):
    keeper = Account.objects.create_user("bram-beheer", person=bram, is_staff=True)
    linde.says(user=BRAM)

    surfer.press("linde")

    assert surfer.is_in
    assert surfer.client.session["_auth_user_id"] != str(keeper.pk)


def test_an_account_that_became_one_of_the_admin_is_left_too(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user=BRAM)
    surfer.press("linde")
    Account.objects.update(is_staff=True)
    later = Browser(surfer.ours)

    later.press("linde")

    assert later.is_in
    assert not Account.objects.get(pk=later.client.session["_auth_user_id"]).is_staff


def test_a_pupil_comes_in_too(linde: Peer, surfer: Browser, sem: Person):
    Person.objects.filter(pk=sem.pk).update(email="sem@leerling.delinde.example")
    linde.says(user={"sub": "s1", "email": "sem@leerling.delinde.example", "email_verified": True})

    surfer.press("linde")

    assert surfer.is_in


def test_whom_nobody_knows_stays_out(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user={**BRAM, "email": "olaf@delinde.example"})

    page = surfer.press("linde")

    assert stays_out(page, surfer)
    assert not Account.objects.exists()
    assert verbs() == []


@pytest.mark.parametrize("said", [{"email_verified": False}, {"email_verified": "false"}, {"email_verified": None}])
def test_an_address_that_nobody_checked_opens_nothing(linde: Peer, surfer: Browser, bram: Person, said: dict):
    linde.says(user={**BRAM, **said})

    assert stays_out(surfer.press("linde"), surfer)


def test_a_school_that_gives_the_addresses_may_say_so(openid_peer: Peer, schools_use, surfer: Browser, bram: Person):
    schools_use(openid_table(openid_peer, more="email_vertrouwd = true"))
    openid_peer.says(user={"sub": "8f1c", "email": "bram@delinde.example"})

    surfer.press("linde")

    assert surfer.is_in


def test_even_then_an_address_that_is_called_unchecked_opens_nothing(
    openid_peer: Peer, schools_use, surfer: Browser, bram: Person
):
    schools_use(openid_table(openid_peer, more="email_vertrouwd = true"))
    openid_peer.says(user={**BRAM, "email_verified": False})

    assert stays_out(surfer.press("linde"), surfer)


def test_an_address_of_two_people_opens_neither(linde: Peer, surfer: Browser, bram: Person, fatima: Person):
    Person.objects.filter(pk=fatima.pk).update(email="BRAM@delinde.example")
    linde.says(user=BRAM)

    page = surfer.press("linde")

    assert stays_out(page, surfer)
    assert "meer dan één persoon" in page.content.decode()


def test_a_parent_with_the_same_address_is_not_in_the_way(
    linde: Peer, surfer: Browser, bram: Person, noors_father: Person
):
    Person.objects.filter(pk=noors_father.pk).update(email="bram@delinde.example")
    linde.says(user=BRAM)

    surfer.press("linde")

    assert surfer.client.session["_auth_user_id"] == str(Account.objects.get(person=bram).pk)


def test_a_parent_does_not_come_in_this_way(linde: Peer, surfer: Browser, noors_mother: Person):
    linde.says(user={"sub": "m", "email": noors_mother.email, "email_verified": True})

    assert stays_out(surfer.press("linde"), surfer)


def test_whose_role_has_ended_stays_out(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user=BRAM)
    surfer.press("linde")
    Role.objects.filter(person=bram).update(ends=YESTERDAY)
    later = Browser(surfer.ours)

    page = later.press("linde")

    assert stays_out(page, later)


@pytest.mark.parametrize("gone", [{"left_on": YESTERDAY}, {"removed_on": YESTERDAY}])
def test_who_left_stays_out(linde: Peer, surfer: Browser, bram: Person, gone: dict):
    linde.says(user=BRAM)
    surfer.press("linde")
    Person.objects.filter(pk=bram.pk).update(**gone)
    later = Browser(surfer.ours)

    page = later.press("linde")

    assert stays_out(page, later)


def test_an_account_that_was_closed_stays_closed(linde: Peer, surfer: Browser, bram: Person):
    Account.objects.create_user("bram", person=bram, is_active=False)
    linde.says(user=BRAM)

    page = surfer.press("linde")

    assert stays_out(page, surfer)
    assert Account.objects.count() == 1
    assert not ExternalId.objects.exists()


def test_an_account_that_was_closed_later_stays_closed(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user=BRAM)
    surfer.press("linde")
    Account.objects.update(is_active=False)
    later = Browser(surfer.ours)

    assert stays_out(later.press("linde"), later)


def test_a_board_that_does_not_exist_lets_nobody_in(openid_peer: Peer, schools_use, surfer: Browser, bram: Person):
    schools_use(openid_table(openid_peer, board="Stichting Nergens"))
    openid_peer.says(user=BRAM)

    page = surfer.press("linde")

    assert page.status_code == 403
    assert not surfer.is_in


@pytest.mark.parametrize("sent", ["10442", 10442])
def test_a_number_from_the_school_knows_a_pupil_without_address(
    openid_peer: Peer, schools_use, surfer: Browser, sem: Person, school, sent: str | int
):
    more = 'nummer_veld = "employeeid"\nnummer_systeem = "somtoday"\nbereik = ["number"]'
    schools_use(openid_table(openid_peer, more=more))
    ExternalId.objects.create(
        board=sem.board, system=f"somtoday:{school.pk}", kind="persoon", key="10442", object=sem.pk
    )
    openid_peer.says(user={"sub": "s1", "employeeid": sent})

    surfer.press("linde")

    assert surfer.is_in


def test_a_letter_of_another_alphabet_is_not_ours(linde: Peer, surfer: Browser, bram: Person):
    """A database that ignores capitals may take the sign of kelvin for a k."""
    Person.objects.filter(pk=bram.pk).update(email="kok@delinde.example")
    linde.says(user={**BRAM, "email": "\N{KELVIN SIGN}ok@delinde.example"})

    assert stays_out(surfer.press("linde"), surfer)


def test_a_number_and_an_address_of_two_people_open_neither(
    openid_peer: Peer, schools_use, surfer: Browser, sem: Person, bram: Person, school
):
    more = 'nummer_veld = "employeeid"\nnummer_systeem = "somtoday"\nbereik = ["number", "email"]'
    schools_use(openid_table(openid_peer, more=more))
    ExternalId.objects.create(
        board=sem.board, system=f"somtoday:{school.pk}", kind="persoon", key="10442", object=sem.pk
    )
    openid_peer.says(user={**BRAM, "employeeid": "10442"})

    assert stays_out(surfer.press("linde"), surfer)


def test_someone_else_who_was_signed_in_is_signed_out_first(linde: Peer, surfer: Browser, bram: Person, fatima: Person):
    surfer.client.force_login(Account.objects.create_user("fatima", person=fatima))
    linde.says(user=BRAM)

    surfer.press("linde")

    assert surfer.client.session["_auth_user_id"] == str(Account.objects.get(person=bram).pk)


def test_the_mark_of_the_school_goes_with_the_session(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user=BRAM)
    surfer.press("linde")

    surfer.client.logout()

    assert "sso" not in surfer.client.session


def test_a_row_in_the_database_is_no_provider(linde: Peer, surfer: Browser, bram: Person):
    from allauth.socialaccount.models import SocialApp

    SocialApp.objects.create(
        provider="openid_connect", provider_id="kwaad", client_id="x", settings={"server_url": linde.address}
    )

    page = surfer.client.post("/inloggen/school/kwaad/")

    assert page.status_code == 404


@pytest.mark.parametrize(
    "address", ["3rdparty/", "3rdparty/signup/", "saml/poort/acs/", "oidc/linde/login/", "signup/"]
)
def test_no_other_door_of_the_library_is_open(poort: Peer, surfer: Browser, address: str):
    assert surfer.client.get(f"/inloggen/{address}").status_code == 404
    assert surfer.client.post(f"/inloggen/{address}").status_code == 404


def test_a_role_that_begins_later_is_no_role_yet(linde: Peer, surfer: Browser, bram: Person):
    Role.objects.filter(person=bram).update(begins=cast.TODAY + timedelta(days=1))
    linde.says(user=BRAM)

    assert cast.TODAY > START
    assert stays_out(surfer.press("linde"), surfer)


def test_what_the_profile_says_of_an_address_is_not_said_of_another(
    openid_peer: Peer, schools_use, surfer: Browser, bram: Person
):
    """The token names an address, and the profile says that one was checked: which one, it does not say."""
    more = 'nummer_veld = "employeeid"\nnummer_systeem = "somtoday"'
    schools_use(openid_table(openid_peer, more=more))
    openid_peer.says(user=BRAM, lie="says only the address")

    assert stays_out(surfer.press("linde"), surfer)
