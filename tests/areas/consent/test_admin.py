"""The beheerder's pages of consent and registers: the own board only, every save in the journal, answers only read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from magdit.areas.consent.actions import give, withdraw
from magdit.areas.consent.models import Answer, Item, ItemText
from magdit.areas.consent.showing import show
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.models import Entry
from magdit.areas.people import admin_scope
from magdit.areas.people.models import Account, Board, Guardianship, Person, School
from magdit.areas.registers.models import TakedownTask
from tests.areas.conftest import NOON, employee
from tests.areas.consent.conftest import make_item
from tests.signed_in import sign_in

pytestmark = pytest.mark.django_db
PACKS = Path(__file__).resolve().parents[2] / "packs"
PAGES = ("consent_item", "consent_itemtext", "consent_answer", "registers_appearance", "registers_takedowntask")


@pytest.fixture(autouse=True)
def _on_the_day_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admin_scope.timezone, "now", lambda: NOON)


def browser(person: Person) -> Client:
    known = Account.objects.filter(person=person).first()
    return sign_in(Client(), known or Account.objects.create_user(str(person.pk), person=person, is_staff=True))


@pytest.fixture
def keeper(board: Board, school: School) -> Person:
    """Who keeps the register for the whole board."""
    made = employee(school, "beheerder", called="Kees", last="Keur")
    made.roles.update(school=None)
    return made


def new_item(board: Board, **changes: Any) -> dict[str, Any]:
    told = {
        "board": str(board.pk), "code": "krant-foto", "purpose": "pers", "channel": "krant", "covers": ["foto"],
        "asked_of": "leerling", "basis": "toestemming", "pictogram": "", "order": 5, "active": "on",
        "title": "Mag een foto van {naam} in de krant?", "body": "Nee zeggen mag.", "why": "",
    }  # fmt: skip
    return {**told, **changes}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_for_the_keeper_and_for_nobody_else(
    keeper: Person, bram: Person, website: Item, page: str
) -> None:
    address = reverse(f"admin:{page}_changelist")

    assert browser(keeper).get(address).status_code == 200
    assert browser(bram).get(address).status_code in {302, 403}


def test_nobody_sees_the_items_of_another_board(keeper: Person, other_board: Board, website: Item) -> None:
    theirs = make_item(other_board, "van-de-buren")

    page = browser(keeper).get(reverse("admin:consent_item_changelist")).content.decode()

    assert "website-foto" in page
    assert theirs.code not in page


def test_the_keeper_adds_an_item_with_its_words(keeper: Person, board: Board) -> None:
    answer = browser(keeper).post(reverse("admin:consent_item_add"), new_item(board))

    assert answer.status_code == 302
    assert ItemText.objects.get().item.code == "krant-foto"
    assert Entry.objects.get().verb == "onderwerp_gemaakt"


def test_an_item_of_another_board_cannot_be_added(keeper: Person, other_board: Board) -> None:
    browser(keeper).post(reverse("admin:consent_item_add"), new_item(other_board))

    assert not Item.objects.exists()


def test_the_form_offers_the_channels_of_the_schools_own_protocol(
    keeper: Person, board: Board, school: School, settings: Any
) -> None:
    settings.PACKS = [str(PACKS / "zesde")]
    School.objects.filter(pk=school.pk).update(protocol="zesde")

    page = browser(keeper).get(reverse("admin:consent_item_add")).content.decode()
    answer = browser(keeper).post(reverse("admin:consent_item_add"), new_item(board, channel="logboek"))

    assert 'value="logboek"' in page
    assert answer.status_code == 302
    assert Item.objects.get().channel == "logboek"


def test_items_are_found_by_the_name_of_their_channel(keeper: Person, board: Board, website: Item) -> None:
    make_item(board, "krant-foto", channel="krant")

    page = browser(keeper).get(reverse("admin:consent_item_changelist"), {"kanaal": "krant"}).content.decode()

    assert "krant-foto" in page
    assert "website-foto" not in page


def test_the_list_says_in_words_what_an_item_is_for(keeper: Person, board: Board) -> None:
    make_item(board, "eigen-doel", purpose="open_huis_2027")
    make_item(board, "website-foto")

    page = browser(keeper).get(reverse("admin:consent_item_changelist")).content.decode()

    assert "laten zien wat er op school gebeurt" in page
    assert "open_huis_2027" in page


def test_what_was_answered_keeps_its_meaning(
    keeper: Person, board: Board, website: Item, noor: Person, noors_mother: Person, doing_as: Callable[..., Doing]
) -> None:
    give(doing_as(noors_mother), noor, website)
    told = new_item(board, covers=["video"], purpose=website.purpose, channel=website.channel)

    page = browser(keeper).post(reverse("admin:consent_item_change", args=[website.pk]), told).content.decode()

    website.refresh_from_db()
    assert website.covers == ["foto"]
    assert "errornote" in page


def test_a_text_gets_a_next_version(keeper: Person, website: Item) -> None:
    text = website.texts.get()

    browser(keeper).post(
        reverse("admin:consent_itemtext_change", args=[text.pk]),
        {"title": "Mag {naam} op de website?", "body": "Nee zeggen mag.", "why": ""},
    )

    assert sorted(website.texts.values_list("version", flat=True)) == [1, 2]


def test_answers_are_only_read_and_do_not_say_by_which_parent(
    keeper: Person, website: Item, noor: Person, noors_mother: Person, doing_as: Callable[..., Doing]
) -> None:
    answer = give(doing_as(noors_mother), noor, website)
    client, address = browser(keeper), reverse("admin:consent_answer_change", args=[answer.pk])

    page = client.get(address).content.decode()
    refused = client.post(address, {"state": "geweigerd"})

    assert "Bakker" not in page
    assert refused.status_code == 403
    assert Answer.objects.get().state == "gegeven"


def test_a_keeper_who_is_a_parent_does_not_see_what_the_other_parent_answered(
    keeper: Person, website: Item, noor: Person, noors_mother: Person, sem: Person, sems_mother: Person,
    doing_as: Callable[..., Doing],
) -> None:  # fmt: skip
    Guardianship.objects.create(child=noor, guardian=keeper, relation="ouder", authority="ja")
    hidden = give(doing_as(noors_mother), noor, website)
    client = browser(keeper)

    listed = client.get(reverse("admin:consent_answer_changelist")).content.decode()
    opened = client.get(reverse("admin:consent_answer_change", args=[hidden.pk]))
    bonds = client.get(reverse("admin:people_guardianship_changelist")).content.decode()

    assert "Noor" not in listed
    assert opened.status_code == 302
    assert "Bakker" not in bonds
    assert "Els" in bonds


@pytest.mark.parametrize(
    "kind",
    "people_role people_guardianship people_membership consent_item consent_itemtext consent_answer".split(),
)
def test_every_row_has_a_name_in_words(
    keeper: Person, website: Item, noor: Person, noors_mother: Person, doing_as: Callable[..., Doing], kind: str
) -> None:
    give(doing_as(noors_mother), noor, website)
    page = browser(keeper)
    found = apps.get_model(*kind.split("_")).objects.last()

    opened = page.get(reverse(f"admin:{kind}_change", args=[found.pk]))

    assert opened.status_code == 200
    assert "object (" not in opened.content.decode()


@pytest.mark.parametrize("kind", ["people_person", "people_guardianship", "consent_answer"])
def test_who_looks_at_a_person_a_bond_or_an_answer_leaves_a_line(
    keeper: Person, website: Item, noor: Person, noors_mother: Person, doing_as: Callable[..., Doing], kind: str
) -> None:
    answer = give(doing_as(noors_mother), noor, website)
    rows = {"people_person": noor, "people_guardianship": noor.guardianships.get(), "consent_answer": answer}
    client = browser(keeper)

    client.get(reverse(f"admin:{kind}_changelist"))
    client.get(reverse(f"admin:{kind}_change", args=[rows[kind].pk]))

    lines = Entry.objects.filter(verb="gezien").order_by("number")
    assert [(one.actor, one.object) for one in lines] == [
        (str(keeper.pk), str(keeper.board_id)),
        (str(keeper.pk), str(noor.pk)),
    ]


def test_a_form_that_comes_back_with_a_fault_was_looked_at_too(keeper: Person, noor: Person) -> None:
    browser(keeper).post(reverse("admin:people_person_change", args=[noor.pk]), {"last": ""})

    assert [(one.verb, one.object) for one in Entry.objects.all()] == [("gezien", str(noor.pk))]


def test_a_page_that_does_not_open_was_not_looked_at(bram: Person, noor: Person) -> None:
    browser(bram).get(reverse("admin:people_person_change", args=[noor.pk]))

    assert not Entry.objects.exists()


def test_a_task_is_closed_with_its_proof(
    keeper: Person, school: School, website: Item, noor: Person, noors_mother: Person, bram: Person,
    doing_as: Callable[..., Doing],
) -> None:  # fmt: skip
    give(doing_as(noors_mother), noor, website)
    show(doing_as(bram), school, [noor.pk], publication=uuid4(), channel="website", covers=["foto"])
    withdraw(doing_as(noors_mother), noor, website)
    task = TakedownTask.objects.get()

    browser(keeper).post(
        reverse("admin:registers_takedowntask_change", args=[task.pk]), {"proof": "het adres geeft 404"}
    )

    task.refresh_from_db()
    assert task.done_at is not None
    assert task.appearance.down_at is not None
