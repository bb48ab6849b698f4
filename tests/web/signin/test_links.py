"""Links that let someone in: once, for a quarter of an hour, and only to a mailbox that proved to be theirs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people import links
from magdit.areas.people.actions.accounts import close_account
from magdit.areas.people.actions.links import mail_links, mail_proof, make_link, use_link
from magdit.areas.people.models import Account, Link, Person
from tests.areas.conftest import NOON, guardian
from tests.web.conftest import account_of

MINUTE = timedelta(minutes=1)


def token_in(message: str) -> str:
    """The token of the link in a mail."""
    return message.partition("/inloggen/link/")[2].partition("/")[0]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (timedelta(0), None),
        (15 * MINUTE - timedelta(seconds=1), None),
        (15 * MINUTE, "link_expired"),
        (timedelta(days=400), "link_expired"),
    ],
)
def test_a_link_lasts_a_quarter_of_an_hour(noors_mother: Person, when: timedelta, said: str | None) -> None:
    account = account_of(noors_mother)
    token = make_link(noors_mother, address=account.address, at=NOON)

    if said is None:
        assert use_link(token, at=NOON + when) == account
    else:
        with pytest.raises(Refused, match=said):
            use_link(token, at=NOON + when)


def test_a_link_works_once(noors_mother: Person) -> None:
    token = make_link(noors_mother, address=account_of(noors_mother).address, at=NOON)
    use_link(token, at=NOON)

    with pytest.raises(Refused, match="link_used"):
        use_link(token, at=NOON)


def test_a_newer_link_ends_the_older_one_and_says_so(noors_mother: Person) -> None:
    address = account_of(noors_mother).address
    older = make_link(noors_mother, address=address, at=NOON)
    newer = make_link(noors_mother, address=address, at=NOON + MINUTE)

    with pytest.raises(Refused, match="link_replaced"):
        use_link(older, at=NOON + 2 * MINUTE)
    assert use_link(newer, at=NOON + 2 * MINUTE).person == noors_mother


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "abcd-efgh-jkmn-pqrs", "../..", "é" * 43, "\x00"])
@pytest.mark.django_db
def test_what_was_never_sent_lets_nobody_in(token: str) -> None:
    with pytest.raises(Refused, match="link_unknown"):
        use_link(token, at=NOON)


def test_only_the_hash_of_a_link_is_kept(noors_mother: Person) -> None:
    token = make_link(noors_mother, address=account_of(noors_mother).address, at=NOON)

    kept = Link.objects.get()
    assert len(token) == 43
    assert token not in str(kept.__dict__)
    assert kept.mark == links.mark_of(token)


def test_a_link_is_mailed_to_the_mailbox_that_proved_to_be_theirs(noors_mother: Person) -> None:
    account_of(noors_mother)

    assert mail_links("MIRA@thuis.example", at=NOON) == 1

    (sent,) = mail.outbox
    assert sent.to == ["mira@thuis.example"]
    assert "Beste Mira," in sent.body
    assert use_link(token_in(sent.body), at=NOON).person == noors_mother


def test_parents_who_share_a_mailbox_get_a_mail_each(noor: Person, noors_mother: Person, noors_father: Person) -> None:
    Account.objects.create_user("mira", person=noors_mother, address="gezin@thuis.example")
    Account.objects.create_user("joost", person=noors_father, address="gezin@thuis.example")

    mail_links("gezin@thuis.example", at=NOON)

    assert sorted(one.body.split(",")[0] for one in mail.outbox) == ["Beste Joost", "Beste Mira"]
    assert all("Noor" not in one.body + one.subject for one in mail.outbox)


def test_the_address_of_the_office_is_no_proof(noors_mother: Person) -> None:
    Account.objects.create_user("mira", person=noors_mother)  # never came in by mail

    assert mail_links(noors_mother.email, at=NOON) == 0
    assert mail.outbox == []


def test_nobody_gets_a_link_for_a_closed_account_or_a_removed_file(noor: Person, noors_mother: Person, system) -> None:
    account = account_of(noors_mother)
    token = make_link(noors_mother, address=account.address, at=NOON)
    close_account(system, account.pk)

    assert mail_links(account.address, at=NOON) == 0
    with pytest.raises(Refused, match="link_replaced"):
        use_link(token, at=NOON)

    Account.objects.update(is_active=True)
    Person.objects.filter(pk=noors_mother.pk).update(removed_on=NOON.date())
    assert mail_links(account.address, at=NOON) == 0


def test_who_has_no_say_any_more_gets_no_link(noor: Person) -> None:
    without = guardian(noor, called="Ab", last="Vos", authority="nee")
    account_of(without)

    assert mail_links(without.email, at=NOON) == 0


def test_a_link_that_was_sent_before_an_account_closed_lets_nobody_in(noors_mother: Person) -> None:
    token = make_link(noors_mother, address=account_of(noors_mother).address, at=NOON)
    Account.objects.update(is_active=False)

    with pytest.raises(Refused, match="link_closed"):
        use_link(token, at=NOON)
    assert Link.objects.get().used_at is None


def test_who_left_can_still_take_a_yes_back_for_as_long_as_the_file_is_kept(sem: Person) -> None:
    account = Account.objects.create_user("sem", person=sem, address="sem@thuis.example")
    Person.objects.filter(pk=sem.pk).update(left_on=NOON.date() - timedelta(days=30))
    sem.roles.update(ends=NOON.date() - timedelta(days=30))

    assert mail_links(account.address, at=NOON) == 1


def test_signing_in_is_not_written_in_the_journal(noors_mother: Person) -> None:
    token = make_link(noors_mother, address=account_of(noors_mother).address, at=NOON)
    use_link(token, at=NOON)

    assert not Entry.objects.exists()


def test_a_new_address_is_theirs_after_the_link_and_the_old_one_hears_of_it(
    noors_mother: Person, django_capture_on_commit_callbacks
) -> None:
    account = account_of(noors_mother)
    mail_proof(noors_mother, "mira@werk.example", at=NOON)
    assert Account.objects.get(pk=account.pk).address == "mira@thuis.example"

    with django_capture_on_commit_callbacks(execute=True):
        use_link(token_in(mail.outbox[0].body), at=NOON)

    assert Account.objects.get(pk=account.pk).address == "mira@werk.example"
    assert mail.outbox[-1].to == ["mira@thuis.example"]
    assert "mira@werk" not in mail.outbox[-1].body
    line = Entry.objects.get()
    assert line.verb == "inlogadres gewijzigd"
    assert "mira" not in str(line.details)


@pytest.mark.parametrize("address", ["", "geen adres", "a@b\nBcc: c@d.nl"])
def test_what_is_no_address_is_refused(noors_mother: Person, address: str) -> None:
    with pytest.raises(Refused, match="email_wrong"):
        mail_proof(noors_mother, address, at=NOON)


def test_a_mail_in_english_for_who_reads_english(noors_mother: Person) -> None:
    Person.objects.filter(pk=noors_mother.pk).update(language="en-GB")
    account_of(noors_mother)

    mail_links(noors_mother.email, at=NOON)

    assert mail.outbox[0].subject == "Your link to sign in"
