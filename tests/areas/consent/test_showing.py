"""Showing people: for what, on which answers that rests, and which no takes it down. And what the check makes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import uuid4

import pytest

from magdit.areas.consent.actions import give, object_to, refuse, withdraw
from magdit.areas.consent.again import look_again
from magdit.areas.consent.for_check import consents_for_check
from magdit.areas.consent.loading import load
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.showing import may_be_shown, show
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Group, Guardianship, Person, School
from magdit.areas.registers.models import Appearance
from magdit.areas.registers.queries import open_tasks
from magdit.wording.refusals import SENTENCES
from tests import cast
from tests.areas.conftest import NOON, employee, pupil
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
As = Callable[..., Doing]
Answering = Callable[..., Answer]
FOR_SCHOOL, OLD_PUPILS = "school_laten_zien", "oud_leerlingen"


@pytest.fixture
def puts(doing_as: As, school: School, bram: Person) -> Callable[..., list[Appearance]]:
    """Bram shows someone on the website, unless told otherwise."""

    def put(person: Person, **more: Any) -> list[Appearance]:
        told = {"publication": uuid4(), "channel": "website", "covers": ["foto"], **more}
        return show(doing_as(bram), school, [person.pk], **told)

    return put


@pytest.fixture
def old_pupils(school: School) -> Item:
    """Photos on the website to remember former pupils by: the same channel and data, for something else."""
    return make_item(school.board, "oud-leerling-beeld", purpose=OLD_PUPILS)


def may(school: School, person: Person, **more: Any) -> bool:
    """Whether the person may be shown on the website, unless told otherwise."""
    told = {"channel": "website", "covers": ["foto"], **more}
    return may_be_shown(load(school, cast.TODAY, people=[person.pk]), person.pk, **told)


def test_a_pupil_of_another_school_of_the_board_is_not_shown_here(
    puts: Callable[..., Any], second_school: School
) -> None:
    group = Group.objects.create(school=second_school, year=2025, name="6B")
    theirs = pupil(second_school, group, called="Ali", last="Kaya", born=cast.NOOR.born)

    with pytest.raises(Refused, match="not_at_this_school"):
        puts(theirs)

    assert not Appearance.objects.exists()


def test_a_parent_who_is_nothing_at_the_school_is_not_shown(puts: Callable[..., Any], noors_mother: Person) -> None:
    with pytest.raises(Refused, match="not_at_this_school"):
        puts(noors_mother)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"covers": []}, "nothing_of_them"),
        ({"covers": ["bestaatniet"]}, "covers_unknown"),
        ({"covers": ["foto", "portret"]}, "covers_unknown"),
        ({"channel": "zilverapp"}, "channel_unknown"),
        ({"purpose": "reclame"}, "purpose_unknown"),
        ({"purpose": FOR_SCHOOL, "channel": "facebook"}, "purpose_unknown"),
    ],
)
def test_what_nobody_can_have_agreed_to_is_refused_with_words(
    puts: Callable[..., Any], answers: Answering, noor: Person, noors_mother: Person, website: Item,
    told: dict[str, Any], code: str,
) -> None:  # fmt: skip
    answers(give, noors_mother, noor, website)

    with pytest.raises(Refused) as refused:
        puts(noor, **told)

    assert refused.value.code == code
    assert SENTENCES[code].format(**refused.value.facts)
    assert not Appearance.objects.exists()


def test_who_has_no_right_learns_nothing_of_who_goes_there(
    doing_as: As, school: School, olaf: Person, noor: Person
) -> None:
    with pytest.raises(Refused, match="no_right"):
        show(doing_as(olaf), school, [noor.pk], publication=uuid4(), channel="website", covers=[])


@pytest.mark.parametrize("covers", [["persoonsgegevens"], ["foto", "persoonsgegevens"], ["naam"], ["bestaatniet"], []])
@pytest.mark.parametrize("protocol", ["osvs", "verkruisen", "vsnon"])
def test_a_yes_to_the_photo_shows_nothing_else(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item, protocol: str,
    covers: list[str],
) -> None:  # fmt: skip
    School.objects.filter(pk=school.pk).update(protocol=protocol)
    school.refresh_from_db()
    answers(give, noors_mother, noor, website)

    assert may(school, noor)
    assert not may(school, noor, covers=covers)


def test_a_no_to_the_class_list_keeps_the_address_out_of_every_mail_while_nobody_says_what_for(
    answers: Answering, school: School, noor: Person, noors_mother: Person
) -> None:
    told = {"channel": "email", "covers": ["persoonsgegevens"]}
    class_list = make_item(school.board, "klassenlijst", purpose="klassenlijst", **told)
    news = make_item(school.board, "nieuws", purpose="nieuws_eigen_groep", **told)
    answers(give, noors_mother, noor, news)
    before = may(school, noor, **told)
    answers(refuse, noors_mother, noor, class_list)

    assert (before, may(school, noor, **told)) == (True, False)
    assert may(school, noor, **told, purpose="nieuws_eigen_groep")
    assert not may(school, noor, **told, purpose="klassenlijst")


def test_the_check_hears_a_no_about_whatever_it_was_and_of_a_yes_only_that_to_show(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item, old_pupils: Item
) -> None:
    answers(give, noors_mother, noor, website)
    answers(give, noors_mother, noor, old_pupils)
    agreed = consents_for_check(school, cast.TODAY).of(str(noor.pk))
    answers(withdraw, noors_mother, noor, old_pupils)
    refused = consents_for_check(school, cast.TODAY).of(str(noor.pk))

    assert [one["staat"] for one in agreed] == ["gegeven"]
    assert [one["staat"] for one in refused] == ["gegeven", "ingetrokken"]
    named = consents_for_check(school, cast.TODAY, purposes=[FOR_SCHOOL]).of(str(noor.pk))
    assert [one["staat"] for one in named] == ["gegeven"]


def test_a_no_for_something_else_leaves_what_rests_on_another_yes(
    puts: Callable[..., Any], answers: Answering, school: School, system: Doing, noor: Person, noors_mother: Person,
    website: Item, old_pupils: Item,
) -> None:  # fmt: skip
    answers(give, noors_mother, noor, website)
    (shown,) = puts(noor, purpose=FOR_SCHOOL)

    answers(refuse, noors_mother, noor, old_pupils)

    assert shown.purpose == FOR_SCHOOL
    assert not open_tasks(school.board).exists()
    assert look_again(system, school) == 0
    answers(withdraw, noors_mother, noor, website)
    assert open_tasks(school.board).get().appearance == shown


def test_a_no_takes_down_everything_of_which_nobody_said_what_for(
    puts: Callable[..., Any], answers: Answering, school: School, noor: Person, noors_mother: Person,
    website: Item, old_pupils: Item,
) -> None:  # fmt: skip
    answers(give, noors_mother, noor, website)
    (shown,) = puts(noor)

    answers(refuse, noors_mother, noor, old_pupils)

    assert open_tasks(school.board).get().appearance == shown
    with pytest.raises(Refused, match="may_not_be_shown"):
        puts(noor)
    assert puts(noor, purpose=FOR_SCHOOL)


def test_the_night_opens_nothing_for_what_was_allowed_that_day(
    puts: Callable[..., Any], answers: Answering, school: School, system: Doing, noor: Person, noors_mother: Person,
    website: Item, old_pupils: Item,
) -> None:  # fmt: skip
    class_photo = make_item(school.board, "portretfoto", purpose="portretfoto", channel="drukwerk")
    for website_says, old_says, photo_says in product((give, refuse, None), repeat=3):
        for item, says in ((website, website_says), (old_pupils, old_says), (class_photo, photo_says)):
            if says is not None:
                answers(says, noors_mother, noor, item)
        for channel, purpose in product(("website", "drukwerk"), ("", FOR_SCHOOL, OLD_PUPILS, "portretfoto")):
            try:
                puts(noor, channel=channel, purpose=purpose)
            except Refused:
                continue
            assert look_again(system, school) == 0, (website_says, old_says, photo_says, channel, purpose)


def test_a_no_about_what_is_no_longer_asked_leaves_what_a_later_yes_shows(
    puts: Callable[..., Any], answers: Answering, school: School, system: Doing, noor: Person, noors_mother: Person,
    website: Item,
) -> None:  # fmt: skip
    answers(refuse, noors_mother, noor, website, at=NOON - timedelta(days=100))
    Item.objects.filter(pk=website.pk).update(active=False)
    asked_now = make_item(school.board, "website-beeld", covers=["foto", "video"])
    answers(give, noors_mother, noor, asked_now)
    puts(noor, purpose=FOR_SCHOOL)

    assert look_again(system, school) == 0


def test_the_no_about_what_is_no_longer_asked_still_counts_for_what_was_shown_then(
    puts: Callable[..., Any], answers: Answering, school: School, system: Doing, noor: Person, noors_mother: Person,
    noors_father: Person, website: Item,
) -> None:  # fmt: skip
    answers(refuse, noors_father, noor, website)
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")
    answers(give, noors_mother, noor, website)
    puts(noor, purpose=FOR_SCHOOL)
    Item.objects.filter(pk=website.pk).update(active=False)
    Guardianship.objects.filter(guardian=noors_father).update(authority="ja")

    assert look_again(system, school) == 1


def test_without_a_purpose_everything_the_school_shows_there_must_be_agreed_to(
    answers: Answering, school: School, noor: Person, noors_mother: Person
) -> None:
    own_class = make_item(school.board, "groep", channel="ouderportaal", purpose="nieuws_eigen_groep")
    whole_school = make_item(school.board, "school", channel="ouderportaal", purpose="nieuws_hele_school")
    answers(give, noors_mother, noor, own_class)

    assert not may(school, noor, channel="ouderportaal")
    assert may(school, noor, channel="ouderportaal", purpose="nieuws_eigen_groep")
    assert not may(school, noor, channel="ouderportaal", purpose="nieuws_hele_school")
    answers(give, noors_mother, noor, whole_school)
    assert may(school, noor, channel="ouderportaal")


def test_a_teacher_whose_name_needs_no_yes_is_still_asked_for_the_photo(
    answers: Answering, school: School, bram: Person
) -> None:
    staff = {"asked_of": "medewerker"}
    name = make_item(school.board, "naam", covers=["naam"], basis="gerechtvaardigd_belang", **staff)
    photo = make_item(school.board, "beeld", covers=["foto", "video"], **staff)
    silent = [may(school, bram, covers=covers) for covers in (["naam"], ["foto"], ["foto", "naam"])]
    answers(give, bram, bram, photo)
    agreed = [may(school, bram, covers=covers) for covers in (["naam"], ["foto"], ["foto", "naam"])]
    answers(object_to, bram, bram, name)

    assert silent == [True, False, False]
    assert agreed == [True, True, True]
    assert [may(school, bram, covers=covers) for covers in (["naam"], ["foto"])] == [False, True]


@pytest.mark.parametrize("role", ["fg", "mr", "vertrouwenspersoon", "cvb"])
@pytest.mark.parametrize("protocol", ["osvs", "verkruisen", "vsnon"])
def test_also_who_no_protocol_speaks_of_is_shown_after_a_yes_only(
    answers: Answering, school: School, role: str, protocol: str
) -> None:
    School.objects.filter(pk=school.pk).update(protocol=protocol)
    school.refresh_from_db()
    someone = employee(school, role, called="Mieke", last="Raad")
    item = make_item(school.board, "medewerker-website-beeld", asked_of="medewerker")
    silent = may(school, someone)
    answers(give, someone, someone, item)

    assert (silent, may(school, someone)) == (False, True)
