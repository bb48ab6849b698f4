"""Inviting who has no way in: by mail or on paper, two weeks, once; the office decides, the mailbox proves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people import links
from magdit.areas.people.actions.invitations import invite as invite_people
from magdit.areas.people.actions.links import mail_links, use_link
from magdit.areas.people.models import Account, ExternalId, Link, Person
from magdit.journeys.invitations import invite, who_can_be_invited
from tests.areas.conftest import NOON, guardian
from tests.areas.consent.conftest import make_item
from tests.areas.consent.proof.paper_read import told
from tests.cast import TODAY
from tests.web.conftest import account_of
from tests.web.signin.conftest import code_now
from tests.web.signin.test_links import token_in

DAY = timedelta(days=1)


def test_parents_with_a_say_pupils_who_decide_and_staff_can_be_invited(
    school, noor, noors_mother, sem, sems_mother, bram, office, olaf
) -> None:
    make_item(school.board)
    without = guardian(noor, called="Ab", last="Vos", authority="nee")

    found = {one.person.pk: one.kind for one in who_can_be_invited(school, TODAY)}

    assert found[noors_mother.pk] == found[sems_mother.pk] == "ouder"
    assert found[bram.pk] == found[office.pk] == "medewerker"
    assert found[sem.pk] == "leerling"
    assert noor.pk not in found
    assert without.pk not in found
    assert olaf.pk not in found


def test_who_has_a_way_in_is_not_invited_again(school, noors_mother: Person, noors_father: Person) -> None:
    account_of(noors_mother)

    assert [one.person for one in who_can_be_invited(school, TODAY)] == [noors_father]


def test_who_comes_by_the_schools_own_system_is_not_invited(board, school, bram: Person) -> None:
    Account.objects.create_user("bram", person=bram)
    assert [one.person for one in who_can_be_invited(school, TODAY)] == [bram]

    ExternalId.objects.create(board=board, system="sso:entra", kind="persoon", key="k", object=bram.pk)

    assert who_can_be_invited(school, TODAY) == ()


def test_a_mail_invites_and_accepting_it_makes_the_account(doing_as, school, office, noors_mother: Person) -> None:
    done = invite(doing_as(office), [noors_mother.pk], school=school)

    assert done.sent == (noors_mother.pk,)
    assert not done.papers
    account = use_link(token_in(mail.outbox[0].body), at=NOON + 13 * DAY)
    assert (account.person, account.address) == (noors_mother, "mira@thuis.example")
    assert not account.has_usable_password()
    assert list(Entry.objects.order_by("number").values_list("verb", flat=True)) == [
        "uitgenodigd", "uitnodiging aangenomen", "inlogadres gewijzigd",
    ]  # fmt: skip


def test_an_invitation_lasts_two_weeks(doing_as, school, office, noors_mother: Person) -> None:
    invite(doing_as(office), [noors_mother.pk], school=school)

    with pytest.raises(Refused, match="link_expired"):
        use_link(token_in(mail.outbox[0].body), at=NOON + 14 * DAY)


def test_inviting_again_ends_the_earlier_invitation(doing_as, school, office, noors_mother: Person) -> None:
    invite(doing_as(office), [noors_mother.pk], school=school)
    invite(doing_as(office, at=NOON + DAY), [noors_mother.pk], school=school)

    with pytest.raises(Refused, match="link_replaced"):
        use_link(token_in(mail.outbox[0].body), at=NOON + 2 * DAY)
    use_link(token_in(mail.outbox[1].body), at=NOON + 2 * DAY)


def test_without_an_address_there_is_a_letter_with_a_code_that_can_be_typed(
    doing_as, school, office, noors_mother: Person
) -> None:
    Person.objects.filter(pk=noors_mother.pk).update(email="")

    (paper,) = invite_people(doing_as(office), [noors_mother.pk], school=school).papers

    assert mail.outbox == []
    account = use_link(paper.code.upper().replace("-", " "), at=NOON)
    assert (account.address, account.login) == ("", "mira-bakker")


def test_letters_on_paper_come_as_one_pdf_a_sheet_each(
    doing_as, school, office, noors_mother: Person, noors_father: Person
) -> None:
    Person.objects.update(email="")

    done = invite(doing_as(office), [noors_mother.pk, noors_father.pk], school=school)

    assert done.papers == 2
    assert done.letters.startswith(b"%PDF")
    assert "Beste Mira," in told(done.letters)
    assert "Beste Joost," in told(done.letters)


def test_a_mail_that_does_not_leave_leaves_nothing_open(doing_as, school, office, noors_mother, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1

    done = invite(doing_as(office), [noors_mother.pk], school=school)

    assert done.failed == (noors_mother.pk,)
    assert not Link.objects.exists()


def test_only_who_keeps_the_school_invites(doing_as, school, bram, noors_mother: Person, olaf, other_board) -> None:
    with pytest.raises(Refused, match="no_right"):
        invite(doing_as(bram), [noors_mother.pk], school=school)
    with pytest.raises(Refused, match="not_yours"):
        invite(doing_as(olaf, board=other_board), [noors_mother.pk], school=school)
    assert not Link.objects.exists()


def test_a_child_or_a_stranger_is_not_invited_and_then_nobody_is(doing_as, school, office, noor, noors_mother, olaf):
    for one in (noor, olaf):
        with pytest.raises(Refused, match="not_to_invite"):
            invite(doing_as(office), [noors_mother.pk, one.pk], school=school)
    assert mail.outbox == []


def test_another_address_at_the_office_changes_nothing_until_it_is_accepted(
    doing_as, school, office, noors_mother: Person, django_capture_on_commit_callbacks
) -> None:
    account = account_of(noors_mother)
    Person.objects.filter(pk=noors_mother.pk).update(email="mira@nieuw.example")
    (found,) = [one for one in who_can_be_invited(school, TODAY) if one.person == noors_mother]
    assert found.moves

    invite(doing_as(office), [noors_mother.pk], school=school)
    assert Account.objects.get(pk=account.pk).address == "mira@thuis.example"
    with django_capture_on_commit_callbacks(execute=True):
        use_link(token_in(mail.outbox[0].body), at=NOON)

    assert Account.objects.get(pk=account.pk).address == "mira@nieuw.example"
    assert mail.outbox[-1].to == ["mira@thuis.example"]


def test_accepting_does_not_open_an_account_that_was_closed(doing_as, school, office, noors_mother: Person) -> None:
    closed = account_of(noors_mother)
    Account.objects.update(is_active=False)
    invite(doing_as(office), [noors_mother.pk], school=school)

    account = use_link(token_in(mail.outbox[0].body), at=NOON)

    assert account != closed
    assert not Account.objects.get(pk=closed.pk).is_active


def test_two_people_with_one_address_get_names_of_their_own_to_sign_in(doing_as, school, office, bram, fatima) -> None:
    Person.objects.filter(pk__in=[bram.pk, fatima.pk]).update(email="team@delinde.example")
    invite(doing_as(office), [bram.pk, fatima.pk], school=school)

    names = {use_link(token_in(one.body), at=NOON).login for one in mail.outbox}

    assert names == {"team@delinde.example", "team@delinde.example-2"}


def test_the_list_takes_as_many_questions_for_a_large_school(
    school, noor, noors_mother, noors_father, sem, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(25):
        who_can_be_invited(school, TODAY)


def test_a_code_has_no_signs_that_look_alike() -> None:
    assert not set("il1o0") & set(links.SIGNS)
    assert len(links.new_code()) == 19


def test_who_works_here_accepts_sets_up_a_second_step_and_may_choose_a_password(
    client, doing_as, school, office, fatima
):
    invite(doing_as(office), [fatima.pk], school=school)
    page = f"/inloggen/link/{token_in(mail.outbox[0].body)}/"

    assert "Uitnodiging aannemen" in client.get(page).content.decode()
    client.post(page)
    assert client.get("/inloggen/manieren/").url == "/inloggen/stap/"
    client.get("/inloggen/stap/app/")
    codes = client.post("/inloggen/stap/app/", {"code": code_now(client.session["mfa.totp.secret"])}).url
    assert 'href="/inloggen/manieren/"' in client.get(codes).content.decode()

    chosen = {"password1": "vier losse woorden samen", "password2": "vier losse woorden samen"}
    assert client.post("/inloggen/manieren/wachtwoord/", chosen).status_code == 302
    assert Account.objects.get(person=fatima).check_password("vier losse woorden samen")


def test_an_invitation_that_ran_out_comes_again_to_the_same_mailbox_only(
    client, doing_as, school, office, noors_mother, at
):
    invite(doing_as(office), [noors_mother.pk], school=school)
    page = f"/inloggen/link/{token_in(mail.outbox[0].body)}/"
    Person.objects.filter(pk=noors_mother.pk).update(email="mira@nieuw.example")
    at(NOON + 20 * DAY)

    assert "verlopen" in client.get(page).content.decode()
    client.post(page, {"again": "1"})
    client.post(page, {"again": "1"})

    assert [one.to for one in mail.outbox[1:]] == [["mira@thuis.example"]]
    assert use_link(token_in(mail.outbox[1].body), at=NOON + 21 * DAY).person == noors_mother


def test_who_was_never_in_is_let_in_at_the_address_of_the_office(noor, noors_mother: Person) -> None:
    assert mail_links("MIRA@thuis.example", at=NOON) == 1

    (sent,) = mail.outbox
    account = use_link(token_in(sent.body), at=NOON)
    assert (account.person, account.address, sent.to) == (noors_mother, noors_mother.email, [noors_mother.email])


def test_who_signs_in_with_another_mailbox_gets_nothing_at_the_one_of_the_office(noor, noors_mother: Person) -> None:
    Account.objects.create_user("mira", person=noors_mother, address="mira@elders.example")

    assert mail_links(noors_mother.email, at=NOON) == 0


def test_an_account_that_was_closed_is_not_opened_by_asking(noor, noors_mother: Person) -> None:
    Account.objects.create_user("mira", person=noors_mother, is_active=False)

    assert mail_links(noors_mother.email, at=NOON) == 0


def test_a_pupil_and_who_sees_the_whole_school_are_invited_first(doing_as, school, sem, office) -> None:
    Person.objects.filter(pk=sem.pk).update(email="sem@leerling.example")
    Person.objects.filter(pk=office.pk).update(email="wendy@linde.example")

    assert [mail_links(address, at=NOON) for address in ("sem@leerling.example", "wendy@linde.example")] == [0, 0]

    invite_people(doing_as(office), [sem.pk], school=school)
    assert mail_links("sem@leerling.example", at=NOON) == 1


def test_a_stopgap_address_of_many_lets_nobody_in(noor) -> None:
    for number in range(6):
        guardian(noor, called=f"Ouder {number}", last="Post")
    Person.objects.exclude(pk=noor.pk).update(email="onbekend@linde.example")

    assert mail_links("onbekend@linde.example", at=NOON) == 0


def test_asking_twice_ends_the_first_but_not_what_the_school_sent(doing_as, school, office, noor, noors_mother) -> None:
    invite(doing_as(office), [noors_mother.pk], school=school)
    for minute in range(2):
        mail_links(noors_mother.email, at=NOON + timedelta(minutes=minute))

    tokens = [token_in(one.body) for one in mail.outbox]
    open_ = [links.state_of(links.found(token), NOON + timedelta(hours=1)) for token in tokens]
    assert open_ == ["open", "link_replaced", "open"]
