"""What is out is judged again: when a yes ends, someone turns 16 or leaves, an account closes, other rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from magdit.areas.consent.actions import give, refuse
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, Role
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.journeys.hand_in.saying import say_of_children, say_of_faces
from magdit.journeys.hand_in.taking_in import take_in
from magdit.journeys.publish.again import changed, rejudge_all, rejudge_changed
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.taking_down import take_down_waiting
from tests.areas.conftest import NOON
from tests.journeys.hand_in.conftest import EYES, FACES, photo
from tests.journeys.publish.conftest import sends


@pytest.fixture
def placed(with_noor, bram, doing_as, system):
    """Noor is on the website."""
    sends(doing_as(bram), with_noor)
    place_waiting(system)
    return Publication.objects.get()


def on(system, day: date):
    return replace(system, at=datetime(day.year, day.month, day.day, 12, tzinfo=SCHOOL_CLOCK))


def test_what_may_still_stand_there_stays(placed, system):
    for days in range(8):
        assert rejudge_all(replace(system, at=NOON + timedelta(days=days))) == 0

    assert not TakedownTask.objects.exists()
    assert Publication.objects.get().judged_at == NOON + timedelta(days=7)


def test_when_the_yes_ends_it_must_go_and_is_taken_down(placed, system, wall):
    after = on(system, date(2027, 2, 2))

    found = rejudge_all(after)
    take_down_waiting(after)

    task = TakedownTask.objects.get()
    assert (found, task.because) == (1, "mag_niet_meer")
    assert (Publication.objects.get().state, wall.posts) == ("weg", {})


def test_it_is_seen_at_once_when_time_alone_changes_it(placed, system):
    before = list(changed(system))
    until = datetime.fromisoformat(placed.rests_on["until"])

    after = list(changed(replace(system, at=until.replace(tzinfo=SCHOOL_CLOCK) + timedelta(minutes=1))))

    assert (before, after) == ([], [placed])


def test_from_sixteen_the_yes_of_the_parents_no_longer_carries_it(placed, agreed, system):
    Person.objects.filter(pk=agreed.pk).update(born=date(2010, 3, 20), version=2)

    found = [rejudge_all(on(system, day)) for day in (date(2026, 3, 19), date(2026, 3, 20))]

    assert found == [0, 1]


def test_a_pupil_who_left_takes_the_photo_along(placed, agreed, system):
    Role.objects.filter(person=agreed).update(ends=date(2026, 3, 9))

    assert rejudge_all(on(system, date(2026, 3, 10))) == 1


def test_the_no_of_a_pupil_who_left_still_counts_behind_a_face_without_a_name(
    begins, account, agreed, noors_mother, website, bram, doing_as, system
):
    sends(doing_as(bram), with_a_face_without_a_name(doing_as(bram), begins(account)))
    place_waiting(system)
    refuse(doing_as(noors_mother), agreed, website)
    Role.objects.filter(person=agreed).update(ends=NOON.date())

    found = rejudge_changed(replace(system, at=NOON + timedelta(days=1)))

    assert found == 1
    assert Publication.objects.get().down_because == "nee_telt_weer"


def test_nobody_says_someone_with_consent_of_a_pupil_who_just_left_and_said_no(
    begins, account, agreed, noors_mother, website, bram, doing_as
):
    refuse(doing_as(noors_mother), agreed, website)
    Role.objects.filter(person=agreed).update(ends=NOON.date() - timedelta(days=1))

    row = with_a_face_without_a_name(doing_as(bram), begins(account))
    with pytest.raises(Refused) as refused:
        sends(doing_as(bram), row)

    assert refused.value.code == "may_not_go"
    row = say_of_children(doing_as(bram), row, {str(agreed.pk): "nee"}, version=row.version, nobody_else=True)
    assert sends(doing_as(bram), row).state == "wordt_geplaatst"


def test_the_yes_about_who_left_in_the_meantime_no_longer_lets_it_go_out(with_noor, agreed, bram, doing_as):
    Role.objects.filter(person=agreed).update(ends=NOON.date() - timedelta(days=1))

    with pytest.raises(Refused) as refused:
        sends(doing_as(bram), with_noor)

    assert refused.value.code == "may_not_go"


def test_the_no_of_who_had_left_before_it_was_placed_counts_too(
    begins, account, agreed, noors_mother, website, bram, doing_as, system
):
    Role.objects.filter(person=agreed).update(ends=NOON.date() - timedelta(days=1))
    row = with_a_face_without_a_name(doing_as(bram), begins(account))
    sends(doing_as(bram), row)
    place_waiting(system)
    Role.objects.filter(person=agreed).update(ends=None)
    refuse(doing_as(noors_mother), agreed, website)

    found = rejudge_changed(replace(system, at=NOON + timedelta(days=1)))

    assert (found, Publication.objects.get().must_go_by is not None) == (1, True)


def with_a_face_without_a_name(doing, row):
    """A photo of one of whom the teacher says that it is someone with consent."""
    picture = take_in(doing, row.pk, "strand.jpg", [photo(faces=FACES[:1])], eyes=EYES)
    version = Draft.objects.get(pk=row.pk).version
    row = say_of_faces(doing, picture, [picture.faces[0]["id"]], fate="toestemming", version=version)
    return say_of_children(doing, row, {}, version=row.version, nobody_else=True)


def test_an_account_that_is_closed_is_emptied(placed, account, system, wall):
    type(account).objects.update(state="gesloten")

    rejudge_changed(system)
    take_down_waiting(system)

    row = Publication.objects.get()
    assert (row.state, row.down_because, wall.posts) == ("weg", "account_gesloten", {})


def test_a_post_with_nobody_in_it_must_go_too(words_only, account, bram, doing_as, system):
    sends(doing_as(bram), words_only)
    place_waiting(system)
    type(account).objects.update(state="gesloten")

    rejudge_changed(system)

    row = Publication.objects.get()
    assert row.must_go_by == NOON + timedelta(hours=24)
    assert not TakedownTask.objects.exists()


def test_another_protocol_judges_anew(placed, school, system):
    type(school).objects.filter(pk=school.pk).update(protocol="verkruisen")

    assert [row.pk for row in changed(system)] == [placed.pk]
    rejudge_changed(system)
    row = Publication.objects.get()

    assert row.must_go_by is not None or row.rests_on["again"]["hash"] != row.rests_on["hash"]
    assert list(changed(system)) == []


def test_the_draft_may_be_gone_by_then(placed, system):
    Draft.objects.all().delete()

    assert rejudge_all(replace(system, at=NOON + timedelta(days=1))) == 0
    assert rejudge_all(on(system, date(2027, 2, 2))) == 1


def test_what_must_go_is_asked_once(placed, system):
    after = on(system, date(2027, 2, 2))

    assert [rejudge_all(after), rejudge_all(after)] == [1, 0]
    assert TakedownTask.objects.count() == 1


def test_everyone_who_is_shown_gets_a_task(placed, system):
    rejudge_all(on(system, date(2027, 2, 2)))

    assert set(TakedownTask.objects.values_list("appearance__person", flat=True)) == set(
        Appearance.objects.values_list("person", flat=True)
    )


def test_a_yes_that_is_renewed_in_time_keeps_it_there(placed, agreed, noors_mother, website, doing_as, system):
    give(doing_as(noors_mother, at=on(system, date(2027, 1, 30)).at), agreed, website)

    assert rejudge_all(on(system, date(2027, 2, 2))) == 0
