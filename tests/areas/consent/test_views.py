"""What a family sees, what a class looks like, and what a check reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from magdit.areas.consent.actions import give, refuse, withdraw
from magdit.areas.consent.books import book_of
from magdit.areas.consent.for_check import consents_for_check
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.queries import OwnLine, how_they_stand, own_view
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Group, Guardianship, Person, School
from magdit.norms.answering import answer
from magdit.norms.read_act import read_act
from tests import cast
from tests.areas.conftest import NOON, pupil
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
Answering = Callable[..., Answer]
NOTHING = (None, give, refuse, withdraw)


def line(viewer: Person, about: Person, on: date = cast.TODAY) -> OwnLine:
    return own_view(viewer, about, on)[0]


def test_a_parent_sees_the_own_answer_and_no_for_now(
    answers: Answering, noor: Person, noors_mother: Person, noors_father: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    answers(refuse, noors_father, noor, website)

    seen = line(noors_mother, noor)

    assert (seen.own, seen.now, seen.may_answer) == ("gegeven", False, True)


@pytest.mark.parametrize("mine", NOTHING)
def test_nothing_but_the_yes_or_no_of_now_tells_of_the_other_parent(
    answers: Answering,
    noor: Person,
    noors_mother: Person,
    noors_father: Person,
    website: Item,
    mine: Answering | None,
) -> None:
    if mine:
        answers(mine, noors_mother, noor, website)
    seen: dict[bool, set[Any]] = {True: set(), False: set()}
    for theirs, authority in product(NOTHING, ("ja", "onbekend")):
        Answer.objects.filter(giver=noors_father).delete()
        Guardianship.objects.filter(guardian=noors_father).update(authority="ja")
        if theirs:
            answers(theirs, noors_father, noor, website, at=NOON + timedelta(hours=1))
        Guardianship.objects.filter(guardian=noors_father).update(authority=authority)
        found = line(noors_mother, noor, cast.TODAY + timedelta(days=1))
        seen[found.now].add((found.own, found.own_on, found.own_until, found.may_answer, repr(found.asking)))

    assert all(len(views) <= 1 for views in seen.values())


def test_a_parent_of_unknown_authority_sees_that_only_a_no_counts(
    noor: Person, noors_father: Person, website: Item
) -> None:
    Guardianship.objects.filter(guardian=noors_father).update(authority="onbekend")

    seen = line(noors_father, noor)

    assert (seen.may_answer, seen.may_refuse) == (False, True)


def test_where_the_administration_is_master_a_parent_sees_that_a_yes_is_given_there(
    school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    school.mirror = True
    school.save()

    seen = line(noors_mother, noor)

    assert (seen.may_answer, seen.may_refuse, seen.kept_elsewhere) == (False, True, True)


def test_who_has_no_child_here_sees_nothing(noor: Person, bram: Person, olaf: Person, website: Item) -> None:
    with pytest.raises(Refused, match="not_your_child"):
        own_view(bram, noor, cast.TODAY)
    with pytest.raises(Refused, match="not_yours"):
        own_view(olaf, noor, cast.TODAY)


def test_a_parent_without_authority_is_told_to_ask_the_school(
    noor: Person, noors_father: Person, website: Item
) -> None:
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")

    with pytest.raises(Refused, match="no_say_any_more"):
        own_view(noors_father, noor, cast.TODAY)


def test_sem_sees_his_own_and_decides(answers: Answering, sem: Person, website: Item) -> None:
    answers(give, sem, sem, website)

    seen = line(sem, sem)

    assert (seen.own, seen.now, seen.may_answer) == ("gegeven", True, True)


def test_a_school_is_read_in_a_handful_of_queries(school: School, group_6a: Group, website: Item) -> None:
    for number in range(40):
        pupil(school, group_6a, called=f"Kind {number}", last="Test", born=date(2016, 1, 1))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = how_they_stand(school, cast.TODAY)

    assert len(found) == 40
    assert len(queries) <= 7


def test_a_check_reads_the_answers_as_records(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)

    record = consents_for_check(school, cast.TODAY).of(str(noor.pk))[0]

    assert record["door"] == "ouder"
    assert (record["staat"], record["gezag"]) == ("gegeven", "ja")
    assert (record["dekt"], record["kanalen"], record["vorm"]) == (["foto"], ["website"], "digitaal_akkoord")


def test_of_an_unanswered_child_a_check_reads_that_nobody_answered(school: School, noor: Person, website: Item) -> None:
    assert consents_for_check(school, cast.TODAY).of(str(noor.pk)) == ()


@pytest.mark.parametrize("protocol", ["osvs", "ozhw", "ouderportaalschool", "verkruisen", "vsnon"])
@pytest.mark.parametrize("father", NOTHING)
@pytest.mark.parametrize("mother", NOTHING)
def test_the_register_and_a_check_say_the_same(
    answers: Answering,
    school: School,
    noor: Person,
    noors_mother: Person,
    noors_father: Person,
    website: Item,
    protocol: str,
    mother: Answering | None,
    father: Answering | None,
) -> None:
    school.protocol = protocol
    school.save()
    for giver, action in ((noors_mother, mother), (noors_father, father)):
        if action:
            answers(action, giver, noor, website)

    allowed = how_they_stand(school, cast.TODAY)[noor.pk, website.pk].yes

    assert (_checked(school, noor) != "mag_niet") is allowed


def _checked(school: School, person: Person) -> str:
    """What `magdit check` would say of a photo of this child on the website."""
    book = book_of(school)
    records = [dict(one) for one in consents_for_check(school, cast.TODAY).of(str(person.pk))]
    shown = cast.NOOR.shown(herkenbaar=True, toestemmingen=records)
    act = {
        "wie": ["leerkracht"], "handeling": "plaatsen", "medium": "website", "inhoud": ["foto"], "account": "school",
        "moment": cast.TODAY, "hoedanigheid": "namens_school", "in_beeld": [shown],
    }  # fmt: skip
    return answer(book, read_act(act, book.catalogue)).as_handed_in


def test_a_no_about_one_thing_is_not_undone_by_a_yes_about_more(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    more = make_item(school.board, "website-alles", covers=["foto", "video", "naam"])
    answers(refuse, noors_mother, noor, website)
    answers(give, noors_mother, noor, more, at=NOON + timedelta(days=2))

    later = cast.TODAY + timedelta(days=3)
    states = {record["staat"] for record in consents_for_check(school, later).of(str(noor.pk))}

    assert "geweigerd" in states
    assert "gegeven" not in states


def test_a_yes_for_one_class_is_held_back_until_the_purpose_is_named(
    answers: Answering, school: School, noor: Person, noors_mother: Person
) -> None:
    group = make_item(school.board, "portaal-groep", channel="ouderportaal", purpose="nieuws_eigen_groep")
    make_item(school.board, "portaal-school", channel="ouderportaal", purpose="nieuws_hele_school")
    answers(give, noors_mother, noor, group)

    unnamed = consents_for_check(school, cast.TODAY).of(str(noor.pk))
    named = consents_for_check(school, cast.TODAY, purposes=["nieuws_eigen_groep"]).of(str(noor.pk))

    assert [record["staat"] for record in unnamed] == ["gevraagd"]
    assert [record["staat"] for record in named] == ["gegeven"]


def test_a_yes_to_the_photographer_is_no_yes_to_a_brochure(
    answers: Answering, school: School, noor: Person, noors_mother: Person
) -> None:
    portrait = make_item(school.board, "portret", channel="drukwerk", purpose="portretfoto")
    answers(give, noors_mother, noor, portrait)

    assert consents_for_check(school, cast.TODAY).of(str(noor.pk)) == ()
