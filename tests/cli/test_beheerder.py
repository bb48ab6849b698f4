"""`magdit beheerder`: the first way in, with a password that holds."""

import io

import pytest
from allauth.mfa.models import Authenticator

from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Account, Board, Person

pytestmark = pytest.mark.django_db
GOOD, BETTER = "regen op het dak 1953", "vier losse woorden hier"


@pytest.fixture
def beheerder(magdit, monkeypatch):
    """Runs the command with a password on the pipe."""

    def command(*words, typed):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
        return magdit("beheerder", *words)

    return command


def test_the_first_administrator_can_sign_in(beheerder, client):
    ended = beheerder("baas", typed=GOOD)

    assert ended.code == 0
    assert GOOD not in ended.out + ended.err
    told = client.post("/inloggen/", {"login": "baas", "password": GOOD, "next": "/beheer/"}, follow=True)
    assert told.request["PATH_INFO"] == "/inloggen/stap/"  # who sees every school sets up a second step first


@pytest.mark.parametrize("weak", ["", "kort", "123456789012345", "password1234", "baas-van-de-school", "wachtwoord"])
def test_a_weak_password_is_refused_in_dutch(beheerder, weak):
    ended = beheerder("baas-van-de-school", typed=weak)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Dit wachtwoord is te zwak.")
    assert "This" not in ended.err
    assert not Account.objects.exists()


def test_an_account_that_is_there_is_not_made_again(beheerder):
    beheerder("baas", typed=GOOD)

    ended = beheerder("baas", typed=BETTER)

    assert ended.code == 2
    assert "--nieuw-wachtwoord" in ended.err
    assert Account.objects.get().check_password(GOOD)


def test_a_new_password_takes_the_place_of_the_old(beheerder):
    beheerder("baas", typed=GOOD)

    ended = beheerder("baas", "--nieuw-wachtwoord", typed=BETTER)

    assert ended.code == 0
    assert Account.objects.get().check_password(BETTER)


def test_a_new_password_is_not_for_who_is_no_administrator(beheerder):
    Account.objects.create_user("bram", GOOD)

    ended = beheerder("bram", "--nieuw-wachtwoord", typed=BETTER)

    assert ended.code == 2
    assert Account.objects.get().check_password(GOOD)


def test_a_new_password_for_nobody_is_refused(beheerder):
    assert beheerder("olaf", "--nieuw-wachtwoord", typed=BETTER).code == 2


@pytest.mark.parametrize("login", ["", "   ", "x" * 201])
def test_a_login_that_cannot_be_is_refused(beheerder, login):
    assert beheerder(login, typed=GOOD).code == 2
    assert not Account.objects.exists()


def test_every_board_reads_in_its_journal_that_someone_can_see_it(beheerder):
    boards = {Board.objects.create(name=name).pk for name in ("De Linde", "Overkant")}

    beheerder("baas", typed=GOOD)

    lines = Entry.objects.filter(verb="beheerder gemaakt")
    assert {line.board for line in lines} == boards
    assert {line.object_kind for line in lines} == {"account"}


def test_two_different_words_at_the_terminal_make_no_account(magdit, monkeypatch):
    typed = iter([GOOD, BETTER])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))

    ended = magdit("beheerder", "baas")

    assert ended.code == 2
    assert not Account.objects.exists()


def test_the_second_step_of_a_lost_phone_is_reset(beheerder):
    Board.objects.create(name="De Linde")
    beheerder("baas", typed=GOOD)
    Authenticator.objects.create(user=Account.objects.get(), type="totp", data={})

    ended = beheerder("baas", "--wis-tweede-stap", typed="")

    assert ended.code == 0
    assert not Authenticator.objects.exists()
    assert Entry.objects.filter(verb="tweede stap gewist").count() == 1
    assert beheerder("baas", "--wis-tweede-stap", typed="").code == 2
    assert beheerder("niemand", "--wis-tweede-stap", typed="").code == 2


def test_who_keeps_the_computer_helps_someone_of_a_school(beheerder):
    board = Board.objects.create(name="De Linde")
    person = Person.objects.create(board=board, last="Mol")
    account = Account.objects.create_user("kees", GOOD, person=person)
    Authenticator.objects.create(user=account, type="totp", data={})

    assert beheerder("kees", "--wis-tweede-stap", typed="").code == 0
    assert Entry.objects.get().object == str(person.pk)
