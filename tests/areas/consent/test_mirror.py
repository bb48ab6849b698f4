"""The pupil administration as master: taken over, never written to, and no longer believed when it is old."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from magdit.areas.consent.actions import give, refuse, withdraw
from magdit.areas.consent.for_check import consents_for_check
from magdit.areas.consent.mirror import Mirrored, Taken, take_mirror
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.queries import how_they_stand
from magdit.areas.consent.showing import show
from magdit.areas.consent.standing import Standing
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Guardianship, Person, Role, School
from magdit.areas.registers.models import TakedownTask
from tests import cast
from tests.areas.conftest import NOON
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
As = Callable[..., Doing]
TODAY = cast.TODAY


@pytest.fixture
def mirroring(school: School) -> School:
    """De Linde, which keeps its consents in the pupil administration."""
    school.mirror = True
    school.save()
    return school


def take(doing: Doing, school: School, *answers: Mirrored, as_of: date = TODAY) -> Taken:
    return take_mirror(doing, school, answers, as_of=as_of)


def about(person: Person, item: Item, state: str = "gegeven", **more: Any) -> Mirrored:
    return Mirrored(person.pk, item.pk, state, **more)


def stands(school: School, person: Person, item: Item, on: date = TODAY) -> Standing:
    return how_they_stand(school, on, people=[person.pk], items=[item])[person.pk, item.pk]


def test_what_the_administration_holds_counts(
    doing_as: As, mirroring: School, noor: Person, office: Person, website: Item
) -> None:
    taken = take(doing_as(office), mirroring, about(noor, website))

    assert taken == Taken(changed=1, confirmed=0, tasks=0)
    assert stands(mirroring, noor, website).yes


def test_what_stayed_the_same_is_confirmed_and_not_told_twice(
    doing_as: As, mirroring: School, noor: Person, office: Person, website: Item
) -> None:
    take(doing_as(office), mirroring, about(noor, website), as_of=TODAY - timedelta(days=6))

    taken = take(doing_as(office), mirroring, about(noor, website))

    assert taken == Taken(changed=0, confirmed=1, tasks=0)
    assert Answer.objects.get().as_of == TODAY


def test_a_state_that_has_grown_old_is_asked_about(
    doing_as: As, mirroring: School, noor: Person, office: Person, website: Item
) -> None:
    take(doing_as(office), mirroring, about(noor, website))

    assert stands(mirroring, noor, website, TODAY + timedelta(days=7)).yes
    assert stands(mirroring, noor, website, TODAY + timedelta(days=8)).code == "stale"


def test_an_old_yes_reaches_a_check_without_what_makes_it_valid(
    doing_as: As, mirroring: School, noor: Person, office: Person, website: Item
) -> None:
    take(doing_as(office), mirroring, about(noor, website))

    record = consents_for_check(mirroring, TODAY + timedelta(days=8)).of(str(noor.pk))[0]

    assert record.keys() & {"vorm", "dekt", "kanalen"} == set()


def test_an_old_no_stays_a_no(doing_as: As, mirroring: School, noor: Person, office: Person, website: Item) -> None:
    take(doing_as(office), mirroring, about(noor, website, "geweigerd"))

    assert stands(mirroring, noor, website, TODAY + timedelta(days=99)).code == "refused"


def test_what_is_absent_is_not_taken_back(
    doing_as: As, mirroring: School, noor: Person, office: Person, website: Item
) -> None:
    take(doing_as(office), mirroring, about(noor, website))

    take(doing_as(office), mirroring)

    assert stands(mirroring, noor, website).yes


def test_a_withdrawal_over_there_opens_a_task_here(
    doing_as: As, mirroring: School, noor: Person, office: Person, bram: Person, website: Item
) -> None:
    take(doing_as(office), mirroring, about(noor, website))
    show(doing_as(bram), mirroring, [noor.pk], publication=uuid4(), channel="website", covers=["foto"])

    taken = take(doing_as(office), mirroring, about(noor, website, "ingetrokken"))

    assert taken.tasks == TakedownTask.objects.count() == 1


def test_every_changed_answer_has_a_line_and_the_state_one(
    doing_as: As, mirroring: School, noor: Person, sem: Person, office: Person, website: Item
) -> None:
    take(doing_as(office), mirroring, about(noor, website), about(sem, website, role="leerling", giver=sem.pk))

    assert Entry.objects.count() == 3


@pytest.mark.parametrize("who", ["bram", "noors_mother", "olaf"])
def test_only_who_keeps_the_register_takes_over(
    doing_as: As, mirroring: School, noor: Person, noors_mother: Person, bram: Person, olaf: Person, website: Item,
    request: pytest.FixtureRequest, who: str,
) -> None:  # fmt: skip
    with pytest.raises(Refused, match="no_right"):
        take(doing_as(request.getfixturevalue(who)), mirroring, about(noor, website))


def test_a_school_that_keeps_its_own_consents_takes_nothing_over(
    doing_as: As, school: School, noor: Person, office: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="not_a_mirror"):
        take(doing_as(office), school, about(noor, website))


def test_a_state_of_tomorrow_or_older_than_the_last_is_refused(
    doing_as: As, mirroring: School, noor: Person, office: Person, website: Item
) -> None:
    take(doing_as(office), mirroring, about(noor, website))

    with pytest.raises(Refused, match="mirror_in_future"):
        take(doing_as(office), mirroring, about(noor, website), as_of=TODAY + timedelta(days=1))
    with pytest.raises(Refused, match="mirror_older"):
        take(doing_as(office), mirroring, about(noor, website), as_of=TODAY - timedelta(days=1))


def test_one_odd_answer_keeps_the_whole_state_out(
    doing_as: As, mirroring: School, noor: Person, bram: Person, office: Person, website: Item
) -> None:
    staff = make_item(mirroring.board, "medewerker", asked_of="medewerker")

    for odd in (about(noor, website, giver=bram.pk), about(bram, website), about(noor, staff)):
        with pytest.raises(Refused, match="mirror_who"):
            take(doing_as(office), mirroring, about(noor, website), odd)

    assert not Answer.objects.exists()


def test_nobody_of_another_board_comes_in(
    doing_as: As, mirroring: School, olaf: Person, office: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="not_yours"):
        take(doing_as(office), mirroring, about(olaf, website))


def test_an_employee_still_answers_here(doing_as: As, mirroring: School, bram: Person) -> None:
    staff = make_item(mirroring.board, "medewerker", asked_of="medewerker")

    answer = give(doing_as(bram), bram, staff)

    assert answer.source == "eigen"


def test_a_no_that_was_said_here_is_not_wiped_by_a_yes_that_is_no_younger(
    doing_as: As, mirroring: School, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    yes = about(noor, website, giver=noors_mother.pk, day=TODAY - timedelta(days=30))
    take(doing_as(office), mirroring, yes, as_of=TODAY - timedelta(days=1))
    withdraw(doing_as(noors_mother), noor, website)

    older = take(doing_as(office), mirroring, yes)
    undated = take(doing_as(office), mirroring, about(noor, website, giver=noors_mother.pk))

    assert (older.against, older.changed, undated.against) == (1, 0, 1)
    assert stands(mirroring, noor, website).code == "withdrawn"


def test_a_later_yes_in_the_administration_takes_the_no_of_here_back(
    doing_as: As, mirroring: School, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    refuse(doing_as(noors_mother), noor, website)
    later = doing_as(office, at=NOON + timedelta(days=2))

    taken = take(
        later, mirroring, about(noor, website, giver=noors_mother.pk, day=TODAY + timedelta(days=1)), as_of=later.today
    )

    assert taken.against == 0
    assert stands(mirroring, noor, website, later.today).yes


def test_once_the_administration_has_the_no_too_its_next_yes_counts_without_a_day(
    doing_as: As, mirroring: School, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    refuse(doing_as(noors_mother), noor, website)
    take(doing_as(office), mirroring, about(noor, website, "geweigerd", giver=noors_mother.pk))

    taken = take(doing_as(office), mirroring, about(noor, website, giver=noors_mother.pk))

    assert taken.against == 0
    assert stands(mirroring, noor, website).yes


def test_a_yes_of_nobody_knows_whom_does_not_outweigh_a_no_of_here(
    doing_as: As, mirroring: School, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    refuse(doing_as(noors_mother), noor, website)

    taken = take(doing_as(office), mirroring, about(noor, website))

    assert taken.against == 1
    assert stands(mirroring, noor, website).code == "refused"


def test_a_no_opens_its_tasks_here_at_once_also_where_the_administration_is_master(
    doing_as: As, mirroring: School, noor: Person, noors_mother: Person, office: Person, bram: Person, website: Item
) -> None:
    take(doing_as(office), mirroring, about(noor, website, giver=noors_mother.pk))
    show(doing_as(bram), mirroring, [noor.pk], publication=uuid4(), channel="website", covers=["foto"])

    withdraw(doing_as(noors_mother), noor, website)

    assert TakedownTask.objects.count() == 1


def test_what_the_administration_of_the_old_school_held_is_taken_over_anew_by_the_new_one(
    doing_as: As, mirroring: School, second_school: School, noor: Person, office: Person, website: Item
) -> None:
    take(doing_as(office), mirroring, about(noor, website))
    School.objects.filter(pk=second_school.pk).update(mirror=True)
    second_school.refresh_from_db()
    Role.objects.filter(person__in=[noor, office]).update(school=second_school)
    before = stands(second_school, noor, website)

    taken = take(doing_as(office), second_school, about(noor, website), as_of=TODAY - timedelta(days=1))

    assert (before.yes, taken.changed) == (False, 1)
    assert stands(second_school, noor, website).yes


@pytest.mark.parametrize("authority", ["onbekend", "nee"])
def test_a_yes_of_nobody_knows_whom_does_not_count_when_no_guardian_is_known_to_have_authority(
    doing_as: As, mirroring: School, noor: Person, noors_mother: Person, office: Person, website: Item, authority: str
) -> None:
    take(doing_as(office), mirroring, about(noor, website))
    with_authority = stands(mirroring, noor, website).yes
    Guardianship.objects.filter(guardian=noors_mother).update(authority=authority)

    assert (with_authority, stands(mirroring, noor, website).code) == (True, "no_authority")


def test_where_all_parents_must_agree_a_yes_of_nobody_knows_whom_does_not_count_without_known_guardians(
    doing_as: As, mirroring: School, noor: Person, office: Person, website: Item
) -> None:
    mirroring.board.parents_needed = "allen"
    mirroring.board.save()

    take(doing_as(office), mirroring, about(noor, website))

    assert not stands(mirroring, noor, website).yes


def test_a_no_of_nobody_knows_whom_counts_whatever_is_known_of_authority(
    doing_as: As, mirroring: School, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    Guardianship.objects.filter(guardian=noors_mother).update(authority="onbekend")

    take(doing_as(office), mirroring, about(noor, website, "geweigerd"))

    assert stands(mirroring, noor, website).code == "refused"
