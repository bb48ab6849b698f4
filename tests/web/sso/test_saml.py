"""Signing in through SAML, with pysaml2's provider at the other end."""

from __future__ import annotations

import re

import pytest

from magdit.areas.people.models import Account, ExternalId, Person
from tests.web.sso.conftest import introduce, saml_table
from tests.web.sso.peers import Browser, Peer

MAIL, KEY = "urn:mace:dir:attribute-def:mail", "urn:mace:dir:attribute-def:uid"
BRAM = {"name_id": "8f1c", "attributes": {"mail": "bram@delinde.example"}}
# What the provider has wrong, or what somebody tries on the way; and what our log calls it.
LIES = {
    "expired": "assertion_expired",
    "not yet": "assertion_too_early",
    "no end": "no_end",
    "confirmation over": "wrong_subjectconfirmation",
    "confirmation without end": "recipient",
    "audience": "wrong_audience",
    "no audience": "audience",
    "recipient": "wrong_subjectconfirmation",
    "recipient around ours": "recipient",
    "no recipient": "recipient",
    "destination": "wrong_destination",
    "longer destination": "destination",
    "no destination": "destination",
    "issuer": "wrong_issuer",
    "answers nothing": "not_asked",
    "answers another": "not_asked",
    "only the envelope answers": "not_asked",
    "subject of a day": "subject_of_a_day",
    "no subject": "empty_nameid",
    "failed": "status_code_is_not_success",
    "unsigned": "no_signed_assertion",
    "only the message": "no_signed_assertion",
    "only the assertion": "no_signed_message",
    "other key": "invalid_signature",
    "old algorithm": "deprecated_signature_method",
    "altered": "invalid_signature",
    "comment": "markup",
    "two assertions": "wrong_number_of_assertions",
    "wrapped in extensions": "wrong_number_of_assertions",
    "wrapped in the signature": "wrong_number_of_assertions",
    "wrapped in an envelope": "wrong_number_of_assertions",
    "two of one number": "wrong_number_of_assertions",
    "entity": "markup",
    "nonsense": "unsupported_saml_version",
}


def test_a_teacher_comes_in_through_the_school(poort: Peer, surfer: Browser, bram: Person):
    poort.says(**BRAM)

    page = surfer.press("poort")

    assert page.status_code == 200
    assert "Bram Visser" in page.content.decode()
    assert surfer.client.session["sso"] is True


def test_they_come_where_they_wanted_to_be(poort: Peer, surfer: Browser, bram: Person):
    poort.says(**BRAM)

    page = surfer.press("poort", back_to="/instellingen/")

    assert page.request["PATH_INFO"] == "/instellingen/"


@pytest.mark.parametrize(("lie", "why"), LIES.items())
def test_who_lies_stays_out(poort: Peer, surfer: Browser, bram: Person, caplog, lie: str, why: str):
    poort.says(**BRAM, lie=lie)

    page = surfer.press("poort")

    assert page.status_code == 403
    assert "Inloggen lukte niet" in page.content.decode()
    assert f"sso poort refused: {why}" in caplog.messages
    assert not surfer.is_in
    assert not Account.objects.exists()
    assert not ExternalId.objects.exists()


def test_of_two_addresses_neither_counts(poort: Peer, surfer: Browser, bram: Person):
    poort.says(**BRAM, lie="says it twice")

    page = surfer.press("poort")

    assert "Wij kennen u niet" in page.content.decode()
    assert not surfer.is_in


@pytest.mark.parametrize("skew", ["clock a little ahead", "clock a little behind"])
def test_a_clock_may_differ_by_two_minutes(poort: Peer, surfer: Browser, bram: Person, skew: str):
    poort.says(**BRAM, lie=skew)

    surfer.press("poort")

    assert surfer.is_in


def test_a_school_whose_provider_signs_only_the_statement_may_say_so(
    saml_peer: Peer, schools_use, surfer: Browser, bram: Person
):
    schools_use(saml_table(saml_peer, more="email_vertrouwd = true\nbericht_getekend = false"))
    introduce(saml_peer)
    saml_peer.says(**BRAM, lie="only the assertion")

    surfer.press("poort")

    assert surfer.is_in


@pytest.mark.parametrize("lie", ["only the envelope answers", "only the message", "unsigned", "wrapped in extensions"])
def test_even_then_what_is_read_must_be_signed(saml_peer: Peer, schools_use, surfer: Browser, bram: Person, lie: str):
    schools_use(saml_table(saml_peer, more="email_vertrouwd = true\nbericht_getekend = false"))
    introduce(saml_peer)
    saml_peer.says(**BRAM, lie=lie)

    page = surfer.press("poort")

    assert page.status_code == 403
    assert not surfer.is_in


def test_an_answer_lets_nobody_in_twice(poort: Peer, surfer: Browser, bram: Person):
    poort.says(**BRAM)
    form = surfer.at_provider(surfer.leave("poort"))
    surfer.follow(surfer.send(*form))
    again = Browser(surfer.ours)
    again.leave("poort")

    pages = [surfer.follow(surfer.send(*form)), again.follow(again.send(*form))]

    assert [page.status_code for page in pages] == [403, 403]
    assert not again.is_in


def test_an_answer_for_one_browser_is_worth_nothing_in_another(poort: Peer, surfer: Browser, bram: Person):
    """Else somebody could let me work under their name (login CSRF)."""
    poort.says(**BRAM)
    attacker = Browser(surfer.ours)
    form = attacker.at_provider(attacker.leave("poort"))
    surfer.leave("poort")

    page = surfer.follow(surfer.send(*form))

    assert page.status_code == 403
    assert not surfer.is_in


def test_what_is_carried_to_the_next_step_is_out_of_reach(poort: Peer, surfer: Browser, bram: Person):
    poort.says(**BRAM)
    bare = Browser(surfer.ours).client
    address, fields = surfer.at_provider(surfer.leave("poort"))

    cookie = bare.post(address.removeprefix(surfer.ours), fields).cookies["inlog"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/inloggen/school/poort/klaar/"
    assert cookie["max-age"] == 120


@pytest.mark.parametrize("fields", [{}, {"SAMLResponse": ""}, {"SAMLResponse": "%%%"}, {"SAMLResponse": "A" * 300_000}])
def test_nonsense_gives_a_page(poort: Peer, surfer: Browser, fields: dict[str, str]):
    page = surfer.follow(surfer.client.post("/inloggen/school/poort/antwoord/", fields))

    assert page.status_code == 403
    assert "Inloggen lukte niet" in page.content.decode()


def test_a_forged_proof_is_not_believed(poort: Peer, surfer: Browser, bram: Person):
    surfer.leave("poort")
    surfer.client.cookies["inlog"] = "eyJicm9uIjoicG9vcnQifQ:1abc:def"

    page = surfer.client.get("/inloggen/school/poort/klaar/")

    assert page.status_code == 403
    assert not surfer.is_in


def test_the_metadata_tell_what_a_school_needs(poort: Peer, surfer: Browser):
    told = surfer.client.get("/inloggen/school/poort/metadata/").content.decode()

    assert 'WantAssertionsSigned="true"' in told
    assert f'Location="{surfer.ours}/inloggen/school/poort/antwoord/"' in told
    assert re.search(f'entityID="{surfer.ours}/inloggen/school/poort/metadata/"', told)


def test_a_key_in_an_attribute_names_someone(saml_peer: Peer, schools_use, surfer: Browser, bram: Person):
    schools_use(saml_table(saml_peer, more=f'email_vertrouwd = true\nsleutel_veld = "{KEY}"\nemail_veld = "{MAIL}"'))
    introduce(saml_peer)
    attributes = {"uid": "b12", "mail": "bram@delinde.example"}
    transient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
    saml_peer.says(name_id="today", format=transient, attributes=attributes)

    surfer.press("poort")

    assert surfer.is_in


def test_an_answer_for_one_board_is_worth_nothing_at_the_other(
    saml_peer: Peer, schools_use, surfer: Browser, bram: Person, olaf: Person
):
    """One provider, two boards: each knows us by another name."""
    more = "email_vertrouwd = true"
    there = saml_table(saml_peer, source="overkant", board="Stichting Overkant", more=more)
    schools_use(saml_table(saml_peer, more=more), there)
    introduce(saml_peer)
    saml_peer.says(**BRAM)
    surfer.leave("overkant")
    address, fields = surfer.at_provider(surfer.leave("poort"))

    page = surfer.follow(surfer.send(address.replace("/poort/", "/overkant/"), fields))

    assert page.status_code == 403
    assert not surfer.is_in


@pytest.mark.parametrize("brin", ["12AB", "99ZZ"])
def test_a_federation_of_all_schools_lets_in_one(
    saml_peer: Peer, schools_use, surfer: Browser, bram: Person, brin: str
):
    of = "urn:mace:dir:attribute-def:o"
    schools_use(saml_table(saml_peer, more=f'email_vertrouwd = true\neist = {{ "{of}" = "12AB" }}'))
    introduce(saml_peer)
    saml_peer.says(name_id="8f1c", attributes={"mail": "bram@delinde.example", "o": brin})

    surfer.press("poort")

    assert surfer.is_in == (brin == "12AB")
