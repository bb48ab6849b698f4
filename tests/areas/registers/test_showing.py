"""Showing people and taking that down: never without a yes, never without a task after a no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import override_settings

from magdit.areas.consent.actions import give, object_to, refuse, withdraw
from magdit.areas.consent.models import Item
from magdit.areas.consent.showing import show
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.registers.actions import take_down
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.queries import open_tasks, shown_now, without_task
from magdit.areas.registers.rules import touches
from tests.areas.conftest import NOON
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
As = Callable[..., Doing]


def put(
    doing: Doing,
    school: School,
    *people: Person,
    channel: str = "website",
    publication: UUID | None = None,
    **more: Any,
) -> list[Appearance]:
    told = {"publication": publication or uuid4(), "channel": channel, "covers": ["foto"], **more}
    return show(doing, school, [person.pk for person in people], **told)


def test_with_a_yes_noor_may_be_shown(doing_as: As, school: School, agreed: Person, bram: Person) -> None:
    put(doing_as(bram), school, agreed)

    assert shown_now([agreed.pk]).get().channel == "website"


def test_without_a_yes_nothing_is_shown(
    doing_as: As, school: School, noor: Person, bram: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="may_not_be_shown"):
        put(doing_as(bram), school, noor)

    assert not Appearance.objects.exists()


def test_one_person_without_a_yes_keeps_all_from_being_shown(
    doing_as: As, school: School, agreed: Person, sem: Person, bram: Person
) -> None:
    with pytest.raises(Refused, match="may_not_be_shown"):
        put(doing_as(bram), school, agreed, sem)

    assert not Appearance.objects.exists()


def test_a_yes_for_the_website_is_no_yes_for_facebook(
    doing_as: As, school: School, agreed: Person, bram: Person
) -> None:
    with pytest.raises(Refused, match="may_not_be_shown"):
        put(doing_as(bram), school, agreed, channel="facebook")


def test_a_yes_for_photos_is_no_yes_for_film(doing_as: As, school: School, agreed: Person, bram: Person) -> None:
    with pytest.raises(Refused, match="may_not_be_shown"):
        put(doing_as(bram), school, agreed, covers=["video"])


@pytest.mark.parametrize(("basis", "shown"), [("toestemming", False), ("gerechtvaardigd_belang", True)])
def test_a_silent_teacher_is_shown_only_where_the_school_rests_on_its_interest(
    doing_as: As, school: School, bram: Person, basis: str, shown: bool
) -> None:
    make_item(school.board, "medewerker-portaal", channel="ouderportaal", asked_of="medewerker", basis=basis)

    if shown:
        assert put(doing_as(bram), school, bram, channel="ouderportaal")
    else:
        with pytest.raises(Refused, match="may_not_be_shown"):
            put(doing_as(bram), school, bram, channel="ouderportaal")


def test_a_teacher_who_objected_is_not_shown(doing_as: As, school: School, bram: Person) -> None:
    told = {"channel": "ouderportaal", "asked_of": "medewerker", "basis": "gerechtvaardigd_belang"}
    object_to(doing_as(bram), bram, make_item(school.board, "medewerker-portaal", **told))

    with pytest.raises(Refused, match="may_not_be_shown"):
        put(doing_as(bram), school, bram, channel="ouderportaal")


def test_an_outsider_shows_nobody(doing_as: As, school: School, agreed: Person, olaf: Person) -> None:
    with pytest.raises(Refused, match="no_right"):
        put(doing_as(olaf), school, agreed)


def test_a_parent_shows_nobody(doing_as: As, school: School, agreed: Person, noors_mother: Person) -> None:
    with pytest.raises(Refused, match="no_right"):
        put(doing_as(noors_mother), school, agreed)


def test_the_same_publication_shows_someone_once(doing_as: As, school: School, agreed: Person, bram: Person) -> None:
    publication = uuid4()
    put(doing_as(bram), school, agreed, publication=publication)

    with pytest.raises(Refused, match="shown_already"):
        put(doing_as(bram), school, agreed, publication=publication)


def test_showing_is_one_line_in_the_journal(doing_as: As, school: School, agreed: Person, bram: Person) -> None:
    before = Entry.objects.count()

    put(doing_as(bram), school, agreed)

    assert Entry.objects.count() == before + 1


def test_a_withdrawal_opens_the_task_to_take_down(
    doing_as: As, school: School, agreed: Person, noors_mother: Person, bram: Person, website: Item
) -> None:
    put(doing_as(bram), school, agreed)

    withdraw(doing_as(noors_mother), agreed, website)

    task = open_tasks(school.board).get()
    assert (task.because, task.due) == ("ingetrokken", NOON + timedelta(hours=24))
    assert not without_task([agreed.pk]).exists()


@override_settings(TAKEDOWN_HOURS=2)
def test_the_term_of_a_task_is_a_setting(
    doing_as: As, school: School, agreed: Person, noors_mother: Person, bram: Person, website: Item
) -> None:
    put(doing_as(bram), school, agreed)

    withdraw(doing_as(noors_mother), agreed, website)

    assert open_tasks(school.board).get().due == NOON + timedelta(hours=2)


def test_the_no_of_the_other_parent_opens_it_too_even_of_unknown_authority(
    doing_as: As, school: School, agreed: Person, noors_father: Person, bram: Person, website: Item
) -> None:
    Guardianship.objects.filter(guardian=noors_father).update(authority="onbekend")
    put(doing_as(bram), school, agreed)

    refuse(doing_as(noors_father), agreed, website)

    assert open_tasks(school.board).count() == 1


def test_a_second_no_opens_no_second_task(
    doing_as: As,
    school: School,
    agreed: Person,
    noors_mother: Person,
    noors_father: Person,
    bram: Person,
    website: Item,
) -> None:
    put(doing_as(bram), school, agreed)
    withdraw(doing_as(noors_mother), agreed, website)

    refuse(doing_as(noors_father), agreed, website)

    assert TakedownTask.objects.count() == 1


def test_a_no_about_another_channel_leaves_it_standing(
    doing_as: As, school: School, agreed: Person, noors_mother: Person, bram: Person
) -> None:
    portal = make_item(school.board, "portaal-foto", channel="ouderportaal")
    put(doing_as(bram), school, agreed)

    refuse(doing_as(noors_mother), agreed, portal)

    assert not TakedownTask.objects.exists()


def test_a_yes_afterwards_leaves_the_task_open(
    doing_as: As, school: School, agreed: Person, noors_mother: Person, bram: Person, website: Item
) -> None:
    put(doing_as(bram), school, agreed)
    withdraw(doing_as(noors_mother), agreed, website)

    give(doing_as(noors_mother), agreed, website)

    assert open_tasks(school.board).count() == 1


def test_taking_down_needs_proof_and_is_done_once(
    doing_as: As, school: School, agreed: Person, noors_mother: Person, bram: Person, website: Item
) -> None:
    put(doing_as(bram), school, agreed)
    withdraw(doing_as(noors_mother), agreed, website)
    task = open_tasks(school.board).get()

    with pytest.raises(Refused, match="no_proof"):
        take_down(doing_as(bram), task, proof="  ")
    with pytest.raises(Refused, match="name_long"):
        take_down(doing_as(bram), task, proof="x" * 301)
    assert take_down(doing_as(bram), task, proof="adres\0 geeft \u202e404").proof == "adres geeft 404"
    with pytest.raises(Refused, match="done_already"):
        take_down(doing_as(bram), task, proof="nog eens")

    assert not shown_now([agreed.pk]).exists()
    assert Entry.objects.filter(verb="weggehaald").count() == 1


@pytest.mark.parametrize("who", ["olaf", "noors_mother"])
def test_who_does_not_work_here_takes_nothing_down(
    doing_as: As, school: School, agreed: Person, noors_mother: Person, bram: Person, website: Item,
    request: pytest.FixtureRequest, who: str,
) -> None:  # fmt: skip
    put(doing_as(bram), school, agreed)
    withdraw(doing_as(noors_mother), agreed, website)
    outsider = request.getfixturevalue(who)

    with pytest.raises(Refused, match=r"no_right|not_yours"):
        take_down(doing_as(outsider), open_tasks(school.board).get(), proof="weg")


def test_after_the_no_nothing_new_is_shown(
    doing_as: As, school: School, agreed: Person, noors_mother: Person, bram: Person, website: Item
) -> None:
    withdraw(doing_as(noors_mother), agreed, website)

    with pytest.raises(Refused, match="may_not_be_shown"):
        put(doing_as(bram), school, agreed)


@pytest.mark.parametrize(
    ("shown_on", "no_about", "touched"),
    [
        ("website", "website", True),
        ("facebook", "sociale_media", True),
        ("sociale_media", "facebook", True),
        ("facebook", "instagram", False),
        ("logboek", "logboek", True),
        ("logboek", "website", False),
    ],
)
def test_a_no_touches_the_channel_and_what_lies_within_or_around_it(
    shown_on: str, no_about: str, touched: bool
) -> None:
    assert touches(shown_on, ["foto"], channel=no_about, covers=["foto", "video"]) is touched


def test_a_no_about_film_leaves_a_photo() -> None:
    assert not touches("website", ["foto"], channel="website", covers=["video"])
