"""Giving, refusing, withdrawing: who may, what is refused, and what stays behind."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from magdit.areas.consent import actions
from magdit.areas.consent.actions import give, object_to, refuse, renew, withdraw
from magdit.areas.consent.models import Answer, Item
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from tests.areas.conftest import NOON
from tests.areas.consent.conftest import make_item, stands

pytestmark = pytest.mark.django_db
Answering = Callable[..., Answer]


def test_nobody_was_asked_so_it_is_no(school: School, noor: Person, website: Item) -> None:
    found = stands(school, noor, website)

    assert (found.yes, found.code, found.state) == (False, "not_asked", "niet_gevraagd")


def test_the_yes_of_one_parent_is_enough(
    answers: Answering, school: School, noor: Person, noors_mother: Person, noors_father: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)

    assert stands(school, noor, website).yes


def test_the_no_of_the_other_parent_wins(
    answers: Answering, school: School, noor: Person, noors_mother: Person, noors_father: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    answers(refuse, noors_father, noor, website)

    assert stands(school, noor, website).code == "refused"


def test_a_withdrawn_yes_no_longer_counts_and_may_be_given_again(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    answers(withdraw, noors_mother, noor, website)
    taken_back = stands(school, noor, website)
    answers(give, noors_mother, noor, website)

    assert taken_back.state == "ingetrokken"
    assert stands(school, noor, website).yes


def test_withdrawing_asks_no_more_than_giving() -> None:
    assert inspect.signature(withdraw) == inspect.signature(give)


def test_taking_back_what_one_never_said_yes_to_is_a_no(
    answers: Answering, noor: Person, noors_mother: Person, website: Item
) -> None:
    answer = answers(withdraw, noors_mother, noor, website)

    assert answer.state == "geweigerd"


def test_a_yes_of_this_year_ends_on_31_july_where_the_protocol_asks_yearly(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answer = answers(give, noors_mother, noor, website)

    assert answer.until == date(2026, 7, 31)
    assert stands(school, noor, website, date(2026, 7, 31)).yes
    assert stands(school, noor, website, date(2026, 8, 1)).state == "verlopen"


def test_a_yes_just_before_midnight_in_london_is_of_the_new_school_year(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    at = datetime.fromisoformat("2026-07-31T23:30:00+00:00")

    answer = answers(give, noors_mother, noor, website, at=at)

    assert answer.until == date(2027, 7, 31)
    assert stands(school, noor, website, date(2027, 7, 31)).yes


def test_a_yes_counts_once_renewed_for_the_next_year(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    answers(renew, noors_mother, noor, website, at=NOON + timedelta(days=200))

    assert stands(school, noor, website, date(2026, 12, 1)).state == "vernieuwd"


def test_who_never_said_yes_has_nothing_to_renew(
    answers: Answering, noor: Person, noors_mother: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="nothing_to_renew"):
        answers(renew, noors_mother, noor, website)


def test_what_vsnon_never_does_cannot_be_agreed_to(
    answers: Answering, school: School, noor: Person, noors_mother: Person
) -> None:
    school.protocol = "vsnon"
    school.save()
    facebook = make_item(school.board, "facebook-foto", channel="facebook")

    with pytest.raises(Refused, match="never_asked") as caught:
        answers(give, noors_mother, noor, facebook)

    assert caught.value.facts == {"clauses": "vsnon 2b"}


def test_a_no_is_heard_also_about_what_nobody_asks(
    answers: Answering, school: School, noor: Person, noors_mother: Person
) -> None:
    school.protocol = "vsnon"
    school.save()
    facebook = make_item(school.board, "facebook-foto", channel="facebook")

    answers(refuse, noors_mother, noor, facebook)

    assert stands(school, noor, facebook).code == "refused"


def test_without_words_nobody_can_say_yes(
    answers: Answering, school: School, noor: Person, noors_mother: Person
) -> None:
    bare = Item.objects.create(board=school.board, code="kaal", purpose="pers", channel="krant", covers=["foto"])

    with pytest.raises(Refused, match="no_text"):
        answers(give, noors_mother, noor, bare)


def test_what_is_no_longer_asked_can_only_be_refused(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    website.active = False
    website.save()

    with pytest.raises(Refused, match="no_longer_asked"):
        answers(give, noors_mother, noor, website)
    assert answers(withdraw, noors_mother, noor, website).state == "ingetrokken"


def test_where_the_administration_is_master_a_yes_is_given_there_and_a_no_counts_here_at_once(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    school.mirror = True
    school.save()

    with pytest.raises(Refused, match="answer_in_administration"):
        answers(give, noors_mother, noor, website)
    answers(withdraw, noors_mother, noor, website)

    assert stands(school, noor, website).code == "withdrawn"


def test_a_teacher_answers_for_himself(answers: Answering, school: School, bram: Person) -> None:
    staff = make_item(school.board, "medewerker-website", asked_of="medewerker")
    silent = stands(school, bram, staff)
    answers(give, bram, bram, staff)

    assert not silent.yes
    assert stands(school, bram, staff).yes


def test_where_the_school_rests_on_its_interest_only_an_objection_is_heard(
    answers: Answering, school: School, bram: Person
) -> None:
    interest = make_item(
        school.board,
        "medewerker-portaal",
        channel="ouderportaal",
        asked_of="medewerker",
        basis="gerechtvaardigd_belang",
    )
    silent = stands(school, bram, interest)
    answers(object_to, bram, bram, interest)

    assert (silent.yes, silent.code) == (True, "not_objected")
    assert stands(school, bram, interest).code == "refused"


def test_an_objection_where_nothing_is_asked_can_be_taken_back(
    answers: Answering, school: School, bram: Person
) -> None:
    name = make_item(
        school.board, "medewerker-naam", asked_of="medewerker", covers=["naam"], basis="gerechtvaardigd_belang"
    )
    with pytest.raises(Refused, match="no_yes_needed"):
        answers(give, bram, bram, name)
    answers(object_to, bram, bram, name)
    objected = stands(school, bram, name)
    answers(give, bram, bram, name)

    assert (objected.yes, stands(school, bram, name).yes) == (False, True)


def test_what_is_asked_of_pupils_is_not_asked_of_a_teacher(answers: Answering, bram: Person, website: Item) -> None:
    with pytest.raises(Refused, match="not_about_this_person"):
        answers(give, bram, bram, website)


@pytest.mark.parametrize("action", [give, refuse, withdraw, object_to])
def test_every_answer_is_one_line_in_the_journal(
    answers: Answering, noor: Person, noors_mother: Person, website: Item, action: Answering
) -> None:
    answer = answers(action, noors_mother, noor, website)

    entry = Entry.objects.get()
    assert entry.object == str(noor.pk)
    assert str(answer.pk) in entry.details


def test_an_answer_keeps_its_words_and_language(
    answers: Answering, noor: Person, noors_mother: Person, website: Item
) -> None:
    answer = answers(give, noors_mother, noor, website)

    assert answer.text == website.texts.get()
    assert (answer.language, answer.form, answer.role, answer.number) == ("nl", "digitaal_akkoord", "ouder", 1)


def test_every_refusal_has_its_sentence() -> None:
    from magdit.wording.refusals import SENTENCES

    source = inspect.getsource(actions)
    codes = {line.split('Refused("')[1].split('"')[0] for line in source.splitlines() if 'Refused("' in line}

    assert codes <= SENTENCES.keys()
