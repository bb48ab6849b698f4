"""The office looks people up and changes what is kept of them; two who edit at once hear of each other."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.urls import reverse

from magdit.areas.consent.actions import give, refuse
from magdit.areas.journal.models import Entry
from magdit.areas.people.actions import change_authority, edit_person
from magdit.areas.people.models import Guardianship, Person
from tests import cast
from tests.areas.conftest import employee, guardian, pupil
from tests.web.signin.conftest import has_step

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk(school):
    """`at_desk("person", noor)`: an address of the office."""

    def address(name, *about):
        return reverse(f"office:{name}", args=[school.code, *(getattr(one, "pk", one) for one in about)])

    return address


def fields(person, **more):
    """What the form of a person sends."""
    told = {name: getattr(person, name) or "" for name in ("called", "first", "infix", "last", "born", "email")}
    return {**told, "language": person.language, "seen_version": person.version, **more}


def test_a_person_shows_who_stands_around_them(visits, office, at_desk, noor, noors_mother, noors_father):
    page = visits(office).get(at_desk("person", noor)).content.decode()

    assert "Mira Bakker" in page
    assert "Joost van Dijk" in page
    assert "6A" in page


def test_an_e_mail_is_changed_and_the_journal_has_a_line(visits, office, at_desk, noor, noors_mother):
    answer = visits(office).post(at_desk("person_edit", noors_mother), fields(noors_mother, email="mira@nieuw.example"))

    noors_mother.refresh_from_db()
    assert answer.status_code == 302
    assert noors_mother.email == "mira@nieuw.example"
    assert Entry.objects.filter(verb="persoon gewijzigd").count() == 1


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("last", "Bakker 🎉", "teken dat niet in een naam hoort"),
        ("last", "", "ontbreekt een naam"),
        ("email", "mira@@thuis", "geen e-mailadres"),
        ("language", "q!", "Deze taal kennen we niet"),
        ("born", "2031-01-01", "geboortedatum kan niet"),
    ],
)
def test_what_cannot_be_kept_is_told_and_stays_on_the_page(
    visits, office, at_desk, noor, noors_mother, field, typed, told
):
    page = visits(office).post(at_desk("person_edit", noors_mother), fields(noors_mother, **{field: typed}))

    noors_mother.refresh_from_db()
    assert told in page.content.decode()
    assert typed in page.content.decode()
    assert noors_mother.last == "Bakker"


def test_pasted_signs_that_nobody_sees_are_taken_out_and_told(visits, office, at_desk, noor, noors_mother):
    typed = fields(noors_mother, last="Bak\u200bker\u202e-Smit")

    page = visits(office).post(at_desk("person_edit", noors_mother), typed, follow=True).content.decode()

    noors_mother.refresh_from_db()
    assert noors_mother.last == "Bakker-Smit"
    assert "staat nu ‘Bakker-Smit’" in page


def test_who_edits_while_another_does_hears_who_and_when_and_loses_nothing(
    visits, office, at_desk, noor, noors_mother, doing_as, school
):
    other = employee(school, "administratie", called="Karin", last="Post")
    typed = fields(noors_mother, email="mira@mijn.example")
    edit_person(doing_as(other), noors_mother.pk, seen_version=1, email="mira@haar.example")
    client = visits(office)

    page = client.post(at_desk("person_edit", noors_mother), typed).content.decode()

    assert "Karin Post heeft dit om 12:00 veranderd" in page
    assert "mira@haar.example" in page
    assert 'value="mira@mijn.example"' in page
    assert 'value="2"' in page
    client.post(at_desk("person_edit", noors_mother), {**typed, "seen_version": 2})
    noors_mother.refresh_from_db()
    assert noors_mother.email == "mira@mijn.example"


def test_authority_is_written_down_with_who_said_so(visits, office, at_desk, noor):
    mother = guardian(noor, called="Rik", last="Post", authority="onbekend")
    bond = Guardianship.objects.get(guardian=mother)
    client, page = visits(office), at_desk("authority", noor, bond.pk)
    told = {"authority": "ja", "source": "", "since": "", "seen_version": 1}

    wrong = client.post(page, told).content.decode()
    right = client.post(page, {**told, "source": "beide ouders"})

    bond.refresh_from_db()
    assert "hoort wie dat zei" in wrong
    assert right.status_code == 302
    assert (bond.authority, bond.source) == ("ja", "beide ouders")


def test_two_who_write_down_authority_at_once_hear_of_each_other(
    visits, office, at_desk, noor, noors_mother, fatima, doing_as
):
    bond = Guardianship.objects.get(guardian=noors_mother)
    change_authority(doing_as(fatima), bond.pk, seen_version=1, authority="nee", source="uitspraak")

    page = visits(office).post(
        at_desk("authority", noor, bond.pk),
        {"authority": "ja", "source": "beide ouders", "since": "", "seen_version": 1},
    )

    bond.refresh_from_db()
    assert "Fatima Yilmaz heeft dit om 12:00 veranderd" in page.content.decode()
    assert 'value="beide ouders"' in page.content.decode()
    assert bond.authority == "nee"


def test_a_bond_ends_on_a_day_that_has_come(visits, office, at_desk, noor, noors_mother):
    bond = Guardianship.objects.get(guardian=noors_mother)
    client, page = visits(office), at_desk("authority", noor, bond.pk)

    late = client.post(page, {"do": "end", "on": "2026-12-01"}).content.decode()
    client.post(page, {"do": "end", "on": cast.TODAY.isoformat()})

    bond.refresh_from_db()
    assert "Deze dag moet nog komen" in late
    assert bond.ended == cast.TODAY


def test_someone_new_stands_around_a_child(visits, office, at_desk, noor):
    told = {"last": "Demir", "called": "Ayla", "relation": "ouder", "authority": "onbekend"}

    visits(office).post(at_desk("guardian", noor), told)

    assert Guardianship.objects.get(child=noor).guardian.last == "Demir"


def test_the_parent_of_a_brother_is_not_written_down_twice(
    visits, office, at_desk, school, group_6a, noor, noors_mother
):
    brother = pupil(school, group_6a, called="Teun", last="Dijk", born=cast.NOOR.born)
    client, page = visits(office), at_desk("guardian", brother)
    client.post(page, {"do": "find", "words": "mira"})

    shown = client.get(page).content.decode()
    told = {"guardian": str(noors_mother.pk), "relation": "ouder", "authority": "ja", "source": "beide ouders"}
    client.post(page, told)

    assert str(noors_mother.pk) in shown
    assert brother.guardianships.get().guardian == noors_mother
    assert Person.objects.filter(last="Bakker").count() == 1


def test_nobody_of_elsewhere_is_bound_to_a_child(visits, office, at_desk, noor, olaf):
    told = {"guardian": str(olaf.pk), "relation": "ouder", "authority": "onbekend"}

    visits(office).post(at_desk("guardian", noor), told)

    assert not noor.guardianships.exists()


def test_leaving_is_told_and_taken_back(visits, office, at_desk, noor):
    client, page = visits(office), at_desk("person_leaving", noor)

    client.post(page, {"on": cast.TODAY.isoformat()})
    noor.refresh_from_db()
    left = noor.left_on
    client.post(page, {"do": "back"})
    noor.refresh_from_db()

    assert (left, noor.left_on) == (cast.TODAY, None)


def test_a_shielded_address_is_shown_when_asked_for_and_that_leaves_a_line(visits, office, at_desk, noor, noors_mother):
    client, page = visits(office), at_desk("person", noors_mother)
    client.post(page, {"do": "shield"})

    hidden = client.get(page).content.decode()
    edit = client.get(at_desk("person_edit", noors_mother)).content.decode()
    shown = client.post(page, {"do": "contact"}).content.decode()

    assert "mira@thuis.example" not in hidden + edit
    assert "mira@thuis.example" in shown
    assert Entry.objects.filter(verb="gezien").count() == 1


def test_editing_who_is_shielded_keeps_the_address_that_was_not_shown(visits, office, at_desk, noor, noors_mother):
    Person.objects.filter(pk=noors_mother.pk).update(shielded=True)

    visits(office).post(at_desk("person_edit", noors_mother), fields(noors_mother, called="Mirre", email=""))

    noors_mother.refresh_from_db()
    assert (noors_mother.called, noors_mother.email) == ("Mirre", "mira@thuis.example")


def test_names_stand_in_no_address(visits, office, at_desk, noor):
    sent = visits(office).post(at_desk("people"), {"words": "noor"})

    assert sent.url == at_desk("people")


@pytest.mark.parametrize("name", ["person", "person_edit", "person_leaving", "guardian"])
@pytest.mark.parametrize("who", ["bram", "noors_mother", "olaf"])
def test_who_does_not_keep_the_register_finds_nobody_here(visits, request, at_desk, noor, noors_mother, name, who):
    client = visits(request.getfixturevalue(who))

    assert client.get(at_desk(name, noor)).status_code == 404
    assert client.post(at_desk(name, noor), {"on": "2026-03-03", "do": "shield"}).status_code == 404


def test_an_account_is_closed_after_reading_what_that_means(visits, office, at_desk, noor, noors_mother):
    visits(noors_mother)
    client = visits(office)

    read = client.get(at_desk("person_account", noors_mother)).content.decode()
    still_open = noors_mother.accounts.get().is_active
    shown = client.post(at_desk("person_account", noors_mother), follow=True).content.decode()

    assert "kan niet meer inloggen" in read
    assert still_open
    assert not noors_mother.accounts.get().is_active
    assert "gesloten op dinsdag 3 maart 2026 om 12:00" in shown
    assert "Nodig opnieuw uit om het weer te openen" in shown
    assert Entry.objects.filter(verb="account gesloten").count() == 1


def test_someone_is_invited_from_their_own_page(visits, office, at_desk, noor, noors_mother, noors_father):
    Person.objects.filter(pk=noors_father.pk).update(email="")
    client, page = visits(office), at_desk("person", noors_mother)

    shown = client.get(page).content.decode()
    told = client.post(page, {"do": "invite"}, follow=True).content.decode()
    letter = client.post(at_desk("person", noors_father), {"do": "invite"})

    assert "Nodig Mira Bakker uit" in shown
    assert "1 uitnodiging is verstuurd" in told
    assert [one.to for one in mail.outbox] == [["mira@thuis.example"]]
    assert letter.content.startswith(b"%PDF")
    assert "Nodig Noor" not in client.get(at_desk("person", noor)).content.decode()


def test_a_person_shows_how_each_question_stands_and_not_who_said_what(
    visits, office, at_desk, answers, noor, noors_mother, noors_father, website, newsletter
):
    answers(give, noors_mother, noor, website)
    waiting = visits(office).get(at_desk("person", noor)).content.decode()
    answers(refuse, noors_father, noor, website)
    page = visits(office).get(at_desk("person", noor)).content.decode()

    before = waiting[waiting.index("Zo staan de toestemmingen nu") : waiting.index("Ouders en verzorgers")]
    after = page[page.index("Zo staan de toestemmingen nu") : page.index("Ouders en verzorgers")]
    assert (before.count("pill yes"), before.count("pill no"), before.count("pill ask")) == (1, 0, 1)
    assert (after.count("pill yes"), after.count("pill no"), after.count("pill ask")) == (0, 1, 1)
    assert not {"Mira", "Joost"} & set(after.split())


def test_a_second_step_is_reset_by_the_beheerder_alone(visits, office, school, at_desk, bram):
    visits(bram)
    has_step(bram.accounts.get())
    keeper = employee(school, "beheerder", called="Kees", last="Sleutel")
    button = "Wis de tweede stap van inloggen"

    by_office = visits(office).post(at_desk("person", bram), {"do": "reset"})
    kept = Authenticator.objects.count()
    seen = [button in visits(one).get(at_desk("person", bram)).content.decode() for one in (office, keeper)]
    visits(keeper).post(at_desk("person", bram), {"do": "reset"})

    assert by_office.status_code == 404
    assert seen == [False, True]
    assert (kept, Authenticator.objects.count()) == (1, 0)
    assert Entry.objects.filter(verb="tweede stap gewist").count() == 1


def test_shielding_twice_is_told_and_changes_nothing(visits, office, at_desk, noor, noors_mother):
    client, page = visits(office), at_desk("person", noors_mother)
    client.post(page, {"do": "shield"})

    again = client.post(page, {"do": "shield"}, follow=True).content.decode()

    assert "Dit stond al zo" in again
    assert Entry.objects.filter(verb="adres afgeschermd").count() == 1
