"""Giving, refusing, withdrawing: who may, what is refused, and what stays behind."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from magdit.areas.consent import actions
from magdit.areas.consent.actions import give, object_to, refuse, renew, withdraw
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.queries import how_they_stand, own_view
from magdit.areas.consent.showing import show
from magdit.areas.consent.standing import Standing
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import shield
from magdit.areas.people.models import Guardianship, Person, Role, School
from magdit.areas.registers.models import TakedownTask
from tests import cast
from tests.areas.conftest import NOON, employee
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
Answering = Callable[..., Answer]


def stands(school: School, person: Person, item: Item, on: date = cast.TODAY) -> Standing:
    return how_they_stand(school, on, people=[person.id], items=[item])[person.id, item.id]


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


def test_from_sixteen_sem_decides_himself(
    answers: Answering, school: School, sem: Person, sems_mother: Person, website: Item
) -> None:
    answers(give, sems_mother, sem, website, at=NOON - timedelta(days=1))
    before, today = stands(school, sem, website, date(2026, 3, 2)), stands(school, sem, website)
    answers(give, sem, sem, website)

    assert before.yes
    assert not today.yes
    assert stands(school, sem, website).yes


def test_his_mother_cannot_answer_for_him_any_more(
    answers: Answering, sem: Person, sems_mother: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="not_your_turn") as caught:
        answers(give, sems_mother, sem, website)

    assert caught.value.facts == {"who": "leerling"}


def test_noor_herself_is_too_young(answers: Answering, noor: Person, website: Item) -> None:
    with pytest.raises(Refused, match="not_your_turn"):
        answers(give, noor, noor, website)


@pytest.mark.parametrize("action", [give, refuse, withdraw, renew, object_to])
def test_an_outsider_does_not_get_in(
    answers: Answering, noor: Person, bram: Person, website: Item, action: Answering
) -> None:
    with pytest.raises(Refused, match="not_your_child"):
        answers(action, bram, noor, website)

    assert not Answer.objects.exists()


def test_olaf_of_the_board_next_door_does_not_get_in(
    answers: Answering, noor: Person, olaf: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="not_yours"):
        answers(give, olaf, noor, website)


def test_the_item_of_another_board_cannot_be_answered(
    answers: Answering, noor: Person, noors_mother: Person, other_school: School
) -> None:
    theirs = make_item(other_school.board)

    with pytest.raises(Refused, match="not_yours"):
        answers(give, noors_mother, noor, theirs)


def test_the_computer_answers_for_nobody(system: Doing, noor: Person, website: Item) -> None:
    with pytest.raises(Refused, match="only_people_answer"):
        give(system, noor, website)


@pytest.mark.parametrize("odd", ["", "mira", "1; drop table"])
def test_an_actor_who_is_no_row_answers_for_nobody(system: Doing, noor: Person, website: Item, odd: str) -> None:
    stranger = replace(system, actor=Ref("persoon", odd))

    with pytest.raises(Refused, match="not_yours"):
        give(stranger, noor, website)
    with pytest.raises(Refused, match="not_yours"):
        shield(stranger, noor.pk, shielded=True)


def test_a_parent_without_authority_does_not_answer(
    answers: Answering, noor: Person, noors_father: Person, website: Item
) -> None:
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")

    with pytest.raises(Refused, match="no_say_any_more"):
        answers(refuse, noors_father, noor, website)


def test_of_unknown_authority_the_no_counts_and_the_yes_is_refused_with_the_reason(
    answers: Answering, school: School, noor: Person, noors_father: Person, website: Item
) -> None:
    Guardianship.objects.filter(guardian=noors_father).update(authority="onbekend")

    with pytest.raises(Refused, match="authority_unknown"):
        answers(give, noors_father, noor, website)
    answers(refuse, noors_father, noor, website)

    assert stands(school, noor, website).code == "refused"


def test_a_yes_of_whose_authority_became_unknown_no_longer_counts(
    answers: Answering, school: School, noor: Person, noors_father: Person, website: Item
) -> None:
    answers(give, noors_father, noor, website)
    Guardianship.objects.filter(guardian=noors_father).update(authority="onbekend")

    assert stands(school, noor, website).code == "no_authority"


def test_authority_lost_afterwards_takes_the_answer_along(
    answers: Answering, school: School, noor: Person, noors_mother: Person, noors_father: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    answers(refuse, noors_father, noor, website)
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")

    assert stands(school, noor, website).yes


def test_a_bond_that_ended_takes_the_answer_along(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    Guardianship.objects.filter(guardian=noors_mother).update(ended=cast.TODAY)

    assert stands(school, noor, website).yes
    assert not stands(school, noor, website, cast.TODAY + timedelta(days=1)).yes


def test_of_a_bond_that_began_again_the_old_yes_says_nothing_and_the_old_no_still_counts(
    answers: Answering, school: School, noor: Person, noors_mother: Person, noors_father: Person, website: Item
) -> None:
    answers(refuse, noors_mother, noor, website)
    answers(give, noors_mother, noor, website)
    again = cast.TODAY + timedelta(days=10)
    Guardianship.objects.filter(guardian=noors_mother).update(since=again)
    silent = stands(school, noor, website, again)
    answers(refuse, noors_father, noor, website)
    Guardianship.objects.filter(guardian=noors_father).update(since=again)

    assert silent.code == "not_asked"
    assert stands(school, noor, website, again).code == "refused"


def test_where_the_board_wants_all_parents_one_yes_waits(
    answers: Answering, school: School, noor: Person, noors_mother: Person, noors_father: Person, website: Item
) -> None:
    school.board.parents_needed = "allen"
    school.board.save()
    answers(give, noors_mother, noor, website)
    one = stands(school, noor, website)
    answers(give, noors_father, noor, website)

    assert (one.yes, one.state) == (False, "gevraagd")
    assert stands(school, noor, website).yes


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


def test_what_is_asked_of_pupils_is_not_asked_of_a_teacher(answers: Answering, bram: Person, website: Item) -> None:
    with pytest.raises(Refused, match="not_about_this_person"):
        answers(give, bram, bram, website)


def test_a_pupil_who_left_can_still_be_taken_off(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    left = cast.TODAY - timedelta(days=1)
    noor.roles.update(ends=left)
    Person.objects.filter(pk=noor.pk).update(left_on=left)

    answer = answers(withdraw, noors_mother, noor, website)

    assert answer.state == "ingetrokken"


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


def test_an_aide_without_children_sees_nothing(answers: Answering, school: School, noor: Person, website: Item) -> None:
    wendy = employee(school, "administratie", called="Wendy", last="Smit")

    with pytest.raises(Refused, match="not_your_child"):
        answers(give, wendy, noor, website)


def moved(noor: Person, to: School, first_day: date) -> None:
    """Noor goes to another school of the board: her last day here is the day before."""
    Role.objects.filter(person=noor).update(ends=first_day - timedelta(days=1))
    Role.objects.create(person=noor, school=to, role="leerling", begins=first_day)


def test_a_yes_of_the_old_school_does_not_move_along(
    answers: Answering, school: School, second_school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    first_day = cast.TODAY + timedelta(days=7)
    moved(noor, second_school, first_day)

    assert stands(school, noor, website, first_day - timedelta(days=1)).yes
    assert stands(second_school, noor, website, first_day).code == "not_asked"


def test_a_no_of_the_old_school_moves_along_until_she_says_yes_at_the_new_one(
    answers: Answering, second_school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(refuse, noors_mother, noor, website)
    moved(noor, second_school, cast.TODAY + timedelta(days=1))
    later = NOON + timedelta(days=1)
    before = stands(second_school, noor, website, later.date())
    answers(give, noors_mother, noor, website, at=later)

    assert before.code == "refused"
    assert stands(second_school, noor, website, later.date()).yes


def test_a_no_that_was_taken_back_at_the_old_school_is_silence_at_the_new_one(
    answers: Answering, second_school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(refuse, noors_mother, noor, website)
    answers(give, noors_mother, noor, website)
    moved(noor, second_school, cast.TODAY)

    assert stands(second_school, noor, website).code == "not_asked"


def test_of_age_nobody_says_yes_where_the_protocol_asks_the_parents_and_the_pupil_is_told_so(
    answers: Answering, school: School, sem: Person, sems_mother: Person, website: Item
) -> None:
    School.objects.filter(pk=school.pk).update(protocol="ouderportaalschool")
    at = NOON + timedelta(days=731)  # Sem is eighteen

    with pytest.raises(Refused, match="nobody_signs"):
        answers(give, sem, sem, website, at=at)
    with pytest.raises(Refused, match="no_say_any_more"):
        answers(give, sems_mother, sem, website, at=at)
    (seen,) = own_view(sem, sem, at.date())

    assert (seen.may_answer, seen.may_refuse, seen.now) == (False, True, False)


def test_of_age_the_own_no_still_takes_down_what_the_parents_allowed(
    answers: Answering, doing_as: Callable[..., Doing], school: School, sem: Person, sems_mother: Person, bram: Person,
    website: Item,
) -> None:  # fmt: skip
    School.objects.filter(pk=school.pk).update(protocol="ouderportaalschool")
    school.refresh_from_db()
    answers(give, sems_mother, sem, website)
    answers(give, sem, sem, website)
    show(doing_as(bram), school, [sem.pk], publication=uuid4(), channel="website", covers=["foto"])

    answers(withdraw, sem, sem, website, at=NOON + timedelta(days=731))

    assert TakedownTask.objects.count() == 1
