"""Signing in through OpenID Connect, with npm's oidc-provider at the other end."""

from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount, SocialToken

from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Account, ExternalId, Person
from tests.web.sso.conftest import openid_table
from tests.web.sso.peers import Browser, Peer, question_in

BRAM = {"sub": "8f1c", "email": "Bram@DeLinde.example", "email_verified": True}
# How a token lies, and what our log calls it.
LIES = {
    "audience": "broken_invalidaudienceerror",
    "two audiences": "for_another",
    "azp of another": "for_another",
    "issuer": "broken_invalidissuererror",
    "expired": "broken_expiredsignatureerror",
    "not yet": "broken_immaturesignatureerror",
    "not before": "broken_immaturesignatureerror",
    "long ago": "old",
    "no end": "broken_missingrequiredclaimerror",
    "nonce": "nonce",
    "no nonce": "nonce",
    "no subject": "broken_missingrequiredclaimerror",
    "empty subject": "profile_of_another",
    "another person": "profile_of_another",
    "unsigned": "algorithm",
    "our secret": "algorithm",
    "public key as secret": "algorithm",
    "other key": "broken_invalidsignatureerror",
    "altered": "broken_invalidsignatureerror",
    "unknown key": "no_such_key",
    "no token": "broken_keyerror",
    "nonsense": "broken_decodeerror",
    "cancelled": "no_code",
}


def test_a_teacher_comes_in_through_the_school(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user=BRAM)

    page = surfer.press("linde")

    assert page.status_code == 200
    assert "Bram Visser" in page.content.decode()
    assert surfer.client.session["sso"] is True


def test_they_come_where_they_wanted_to_be(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user=BRAM)

    page = surfer.press("linde", back_to="/instellingen/")

    assert page.request["PATH_INFO"] == "/instellingen/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "evil"]
)
def test_nobody_is_led_to_another_site(linde: Peer, surfer: Browser, bram: Person, elsewhere: str):
    linde.says(user=BRAM)

    surfer.press("linde", back_to=elsewhere)

    assert surfer.is_in
    assert not [address for address in surfer.went if "evil" in address.removeprefix(linde.address)]


@pytest.mark.parametrize(("lie", "why"), LIES.items())
def test_who_lies_stays_out(linde: Peer, surfer: Browser, bram: Person, caplog, lie: str, why: str):
    linde.says(user=BRAM, lie=lie)

    page = surfer.press("linde")

    assert page.status_code == 403
    assert "Inloggen lukte niet" in page.content.decode()
    assert f"sso linde refused: {why}" in caplog.messages
    assert not surfer.is_in
    assert not Account.objects.exists()
    assert not ExternalId.objects.exists()


@pytest.mark.parametrize("skew", ["clock a little ahead", "clock a little behind", "says more"])
def test_a_clock_may_differ_by_two_minutes(linde: Peer, surfer: Browser, bram: Person, skew: str):
    linde.says(user=BRAM, lie=skew)

    surfer.press("linde")

    assert surfer.is_in


def test_a_code_lets_nobody_in_twice(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user=BRAM)
    surfer.press("linde")
    back = next(address for address in surfer.went if "/terug/" in address)
    again = Browser(surfer.ours)

    pages = [surfer.open(back), again.open(back)]

    assert [page.status_code for page in pages] == [403, 403]
    assert not again.is_in


def test_an_answer_for_one_browser_is_worth_nothing_in_another(linde: Peer, surfer: Browser, bram: Person):
    """Else somebody could let me work under their name (login CSRF)."""
    linde.says(user=BRAM)
    attacker = Browser(surfer.ours)
    answer = attacker.at_provider(attacker.leave("linde"))
    surfer.leave("linde")

    page = surfer.open(answer)

    assert page.status_code == 403
    assert not surfer.is_in


def test_the_answer_of_another_provider_is_refused(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user=BRAM)
    answer = surfer.at_provider(surfer.leave("linde"))

    page = surfer.open(answer.replace("iss=http%3A%2F%2F127", "iss=http%3A%2F%2F128"))

    assert page.status_code == 403
    assert not surfer.is_in


def test_the_question_is_for_once_and_nobody_else(linde: Peer, surfer: Browser):
    asked = question_in(surfer.leave("linde"))

    assert asked["code_challenge_method"] == "S256"
    assert {"state", "nonce", "code_challenge"} <= set(asked)
    assert asked["response_type"] == "code"
    assert set(asked["scope"].split()) == {"openid", "email"}
    assert asked["redirect_uri"] == f"{surfer.ours}/inloggen/school/linde/terug/"


def test_a_link_on_another_site_sets_nothing_going(linde: Peer, surfer: Browser):
    page = surfer.client.get("/inloggen/school/linde/", {"next": "/mijn/"})

    assert page.status_code == 302
    assert page["Location"].startswith("/inloggen/")


def test_nothing_can_be_added_to_the_question_by_an_address(linde: Peer, surfer: Browser):
    page = surfer.client.post("/inloggen/school/linde/?scope=admin&auth_params=redirect_uri%3Dhttps://evil.example")

    assert "evil" not in page["Location"]
    assert "admin" not in page["Location"]


@pytest.mark.parametrize(
    "told",
    [
        {"issuer": "https://elsewhere.example"},
        {"authorization_endpoint": "https://elsewhere.example/auth"},
        {"token_endpoint": "http://elsewhere.example/token"},
        {"jwks_uri": "http://elsewhere.example/jwks"},
        {"userinfo_endpoint": "http://elsewhere.example/me"},
        {"authorization_endpoint": None},
    ],
)
def test_a_provider_that_tells_of_itself_otherwise_is_not_used(linde: Peer, surfer: Browser, told: dict[str, str]):
    linde.says(user=BRAM, elsewhere=told)

    page = surfer.press("linde")

    assert page.status_code == 403
    assert "Inloggen lukte niet" in page.content.decode()


def test_a_provider_that_is_gone_gives_a_page(openid_peer: Peer, schools_use, board, surfer: Browser):
    schools_use(openid_table(Peer("http://127.0.0.1:9")))

    page = surfer.press("linde")

    assert page.status_code == 403
    assert "Inloggen lukte niet" in page.content.decode()


def test_nothing_of_the_provider_is_kept(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user={**BRAM, "name": "kanarie-naam", "picture": "https://kanarie.example"}, lie="says more")

    surfer.press("linde")

    assert not SocialAccount.objects.exists()
    assert not SocialToken.objects.exists()
    assert "kanarie" not in str(dict(surfer.client.session))
    assert [row.key for row in ExternalId.objects.all()] != [BRAM["sub"]]
    assert "8f1c" not in str(list(Entry.objects.values_list("details", flat=True)))


@pytest.fixture
def of_everyone(openid_peer: Peer, schools_use, board) -> Peer:
    """A provider with people of every school, as Google and Entree are."""
    schools_use(openid_table(openid_peer, more='eist = { hd = "delinde.example" }'))
    return openid_peer


@pytest.mark.parametrize("of", [{}, {"hd": "overkant.example"}, {"hd": None}, {"hd": True}])
def test_an_account_of_another_school_stays_out_and_may_choose_again(
    of_everyone: Peer, surfer: Browser, bram: Person, of: dict
):
    of_everyone.says(user={**BRAM, **of}, lie="says more")

    page = surfer.press("linde")

    assert page.status_code == 403
    assert "Dit account is niet van uw school" in page.content.decode()
    assert not surfer.is_in
    assert question_in(surfer.leave("linde"))["prompt"] == "select_account"
    assert "prompt" not in question_in(surfer.leave("linde"))


def test_an_account_of_the_school_comes_in(of_everyone: Peer, surfer: Browser, bram: Person):
    of_everyone.says(user={**BRAM, "hd": "delinde.example"}, lie="says more")

    surfer.press("linde")

    assert surfer.is_in


def test_who_set_up_a_second_step_is_asked_for_it(linde: Peer, surfer: Browser, bram: Person):
    """And until then nobody is in, and nothing counts as a second step."""
    account = Account.objects.create_user("bram", person=bram)
    TOTP.activate(account, generate_totp_secret())
    linde.says(user=BRAM)

    page = surfer.press("linde")

    assert page.request["PATH_INFO"] == "/inloggen/stap/code/"
    assert not surfer.is_in
    assert "sso" not in surfer.client.session


def test_what_someone_had_typed_waits_until_they_are_back(linde: Peer, surfer: Browser, bram: Person):
    session = surfer.client.session
    session["kept"] = "iets"
    session.save()
    surfer.client.cookies["sessionid"] = session.session_key
    linde.says(user=BRAM)

    surfer.press("linde")

    assert surfer.client.session["kept"] == "iets"
