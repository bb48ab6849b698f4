"""The mark by which someone is known the next time: of one provider, one board and one person; and forgetting it."""

from __future__ import annotations

import pytest

from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions.sso_accounts import forget_marks
from magdit.areas.people.models import Account, Board, ExternalId, Person
from magdit.cli.main import run
from tests.web.sso.conftest import openid_table
from tests.web.sso.peers import Browser, Peer
from tests.web.sso.seen import stays_out, verbs

BRAM = {"sub": "8f1c", "email": "bram@delinde.example", "email_verified": True}


def test_the_first_time_is_written_down_and_the_next_is_not(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user=BRAM)

    surfer.press("linde")
    Browser(surfer.ours).press("linde")

    assert verbs() == ["account gegeven", "inlog gekoppeld"]
    assert Account.objects.filter(person=bram).count() == 1
    assert ExternalId.objects.get().system == "sso:linde"


def test_an_address_that_went_to_a_colleague_does_not_open_the_old_file(
    linde: Peer, surfer: Browser, bram: Person, fatima: Person
):
    """Bram left, and Fatima got the address: his mark stays his, and her mark is not his."""
    linde.says(user=BRAM)
    surfer.press("linde")
    linde.says(user={**BRAM, "sub": "another"})
    another = Browser(surfer.ours)

    page = another.press("linde")

    assert stays_out(page, another)
    assert ExternalId.objects.count() == 1


def test_the_mark_stays_when_the_address_changes(linde: Peer, surfer: Browser, bram: Person):
    linde.says(user=BRAM)
    surfer.press("linde")
    Person.objects.filter(pk=bram.pk).update(email="b.visser@delinde.example")
    later = Browser(surfer.ours)

    later.press("linde")

    assert later.is_in


def test_two_boards_may_know_the_same_subject(
    openid_peer: Peer, schools_use, surfer: Browser, bram: Person, olaf: Person, other_board: Board
):
    """One provider for two boards: each opens its own people, also when both know somebody by the same address."""
    Person.objects.filter(pk=olaf.pk).update(email="bram@delinde.example")
    schools_use(openid_table(openid_peer), openid_table(openid_peer, source="overkant", board="Stichting Overkant"))
    openid_peer.says(user=BRAM)
    there = Browser(surfer.ours)

    surfer.press("linde")
    there.press("overkant")

    assert surfer.client.session["_auth_user_id"] == str(Account.objects.get(person=bram).pk)
    assert there.client.session["_auth_user_id"] == str(Account.objects.get(person=olaf).pk)


def test_an_answer_for_one_board_is_worth_nothing_at_the_other(
    openid_peer: Peer, schools_use, surfer: Browser, bram: Person, olaf: Person
):
    schools_use(openid_table(openid_peer), openid_table(openid_peer, source="overkant", board="Stichting Overkant"))
    openid_peer.says(user=BRAM)
    surfer.leave("overkant")
    answer = surfer.at_provider(surfer.leave("linde"))

    page = surfer.open(str(answer).replace("/linde/", "/overkant/"))

    assert page.status_code == 403
    assert not surfer.is_in


def test_who_got_another_account_at_school_comes_in_again_once_the_old_is_forgotten(
    linde: Peer, surfer: Browser, bram: Person, capsys
):
    linde.says(user=BRAM)
    surfer.press("linde")
    account = Account.objects.get(person=bram)
    linde.says(user={**BRAM, "sub": "new"})
    later = Browser(surfer.ours)

    code = run(["beheerder", account.login, "--vergeet-school"])

    later.press("linde")
    assert code == 0
    assert "is vergeten" in capsys.readouterr().out
    assert later.is_in
    assert verbs()[-2:] == ["inlog losgemaakt", "inlog gekoppeld"]


@pytest.mark.parametrize("login", ["bram", "nobody"])
def test_what_was_never_known_cannot_be_forgotten(bram: Person, capsys, login: str):
    Account.objects.create_user("bram", person=bram)

    code = run(["beheerder", login, "--vergeet-school"])

    assert code == 2
    assert "Er is niets veranderd" in capsys.readouterr().err
    assert verbs() == []


def test_only_who_keeps_the_computer_lets_an_account_be_forgotten(fatima: Person, bram: Person, doing_as):
    with pytest.raises(Refused):
        forget_marks(doing_as(fatima), bram.pk)
