"""Leaving, and the day on which nothing is left but a number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.models import Entry, FileKey
from magdit.areas.people.actions import edit_person, leave, remove_file, take_back_leaving
from magdit.areas.people.models import Account, Board, ExternalId, Guardianship, Membership, Person, Role, School
from magdit.areas.people.queries import members_on
from magdit.areas.people.rights import has_role
from tests.areas.people.conftest import Lines
from tests.areas.people.test_persons import refusal
from tests.cast import TODAY

As = Callable[..., Doing]
DUE = datetime(2028, 3, 4, 12, tzinfo=SCHOOL_CLOCK)


def gone(noor: Person) -> Person:
    Role.objects.filter(person=noor).update(ends=TODAY)
    Person.objects.filter(pk=noor.pk).update(left_on=TODAY)
    noor.refresh_from_db()
    return noor


def test_a_pupil_leaves_with_their_roles_and_groups(
    doing_as: As, office: Person, noor: Person, school: School, lines: Lines
) -> None:
    leave(doing_as(office), noor.pk, on=TODAY)

    tomorrow = TODAY + timedelta(days=1)
    assert has_role(noor.pk, ["leerling"], school=school, on=TODAY)
    assert not has_role(noor.pk, ["leerling"], school=school, on=tomorrow)
    assert not members_on(tomorrow).filter(person=noor).exists()
    assert lines.verbs() == ["persoon vertrokken"]


def test_who_left_does_not_leave_again_nor_before_they_came(doing_as: As, office: Person, noor: Person) -> None:
    assert refusal(lambda: leave(doing_as(office), noor.pk, on=date(2025, 7, 31))) == "day_wrong"
    assert refusal(lambda: leave(doing_as(office), noor.pk, on=date(2030, 1, 1))) == "day_wrong"
    leave(doing_as(office), noor.pk, on=TODAY)

    assert refusal(lambda: leave(doing_as(office), noor.pk, on=TODAY)) == "left_already"


def test_a_leaving_that_was_a_mistake_is_taken_back(
    doing_as: As, office: Person, noor: Person, school: School, lines: Lines
) -> None:
    assert refusal(lambda: take_back_leaving(doing_as(office), noor.pk)) == "has_not_left"
    leave(doing_as(office), noor.pk, on=TODAY)

    take_back_leaving(doing_as(office), noor.pk)

    tomorrow = TODAY + timedelta(days=1)
    assert has_role(noor.pk, ["leerling"], school=school, on=tomorrow)
    assert members_on(tomorrow).filter(person=noor).exists()
    assert lines.verbs() == ["persoon vertrokken", "vertrek teruggedraaid"]


def test_a_colleague_who_left_by_mistake_gets_no_role_back_by_itself(
    doing_as: As, office: Person, bram: Person, school: School
) -> None:
    leave(doing_as(office), bram.pk, on=TODAY)

    take_back_leaving(doing_as(office), bram.pk)

    assert not has_role(bram.pk, ["leerkracht"], school=school, on=TODAY + timedelta(days=1))


@pytest.mark.parametrize("who", ["bram", "noors_mother", "olaf"])
def test_others_send_nobody_away(who: str, request: pytest.FixtureRequest, doing_as: As, noor: Person) -> None:
    doing = doing_as(request.getfixturevalue(who))

    assert refusal(lambda: leave(doing, noor.pk, on=TODAY)) == "no_right"
    gone(noor)
    assert refusal(lambda: take_back_leaving(doing, noor.pk)) == "no_right"
    assert refusal(lambda: remove_file(doing, noor.pk)) == "no_right"


def test_a_file_stays_for_the_whole_term_of_the_board(doing_as: As, fatima: Person, noor: Person, board: Board) -> None:
    assert refusal(lambda: remove_file(doing_as(fatima), noor.pk)) == "has_not_left"
    gone(noor)

    assert refusal(lambda: remove_file(doing_as(fatima, at=DUE - timedelta(days=1)), noor.pk)) == "too_soon"
    Board.objects.filter(pk=board.pk).update(keep_years=3)
    assert refusal(lambda: remove_file(doing_as(fatima, at=DUE), noor.pk)) == "too_soon"


def test_a_removed_file_leaves_nothing_that_tells_who_it_was(
    doing_as: As, fatima: Person, office: Person, noor: Person, noors_mother: Person, system: Doing
) -> None:
    edit_person(doing_as(office), noor.pk, seen_version=1, called="Nora")
    Account.objects.create_user("nora", person=noor)
    ExternalId.objects.create(board=noor.board, system="las", kind="persoon", key="101", object=noor.pk)
    key = FileKey.objects.get(kind="persoon", subject=str(noor.pk))
    gone(noor)

    remove_file(doing_as(fatima, at=DUE), noor.pk)

    noor.refresh_from_db()
    assert (str(noor), noor.born, noor.email, noor.removed_on) == ("verwijderd", None, "", DUE.date())
    for rows in (Role, Membership):
        assert not rows.objects.filter(person=noor).exists()
    assert not Account.objects.filter(login="nora").exists()
    assert not ExternalId.objects.filter(object=noor.pk).exists()
    assert not Guardianship.objects.filter(child=noor).exists()
    key.refresh_from_db()
    assert key.destroyed_at is not None
    assert not key.wrapped


def test_a_guardian_goes_along_unless_another_child_needs_them(
    doing_as: As, fatima: Person, noor: Person, yara: Person, noors_mother: Person, noors_father: Person
) -> None:
    Guardianship.objects.create(child=yara, guardian=noors_father, relation="ouder", authority="ja")
    gone(noor)

    remove_file(doing_as(fatima, at=DUE), noor.pk)

    noors_mother.refresh_from_db()
    noors_father.refresh_from_db()
    assert str(noors_mother) == "verwijderd"
    assert str(noors_father) == "Joost van Dijk"


def test_a_guardian_who_works_at_the_school_stays(doing_as: As, fatima: Person, noor: Person, bram: Person) -> None:
    Guardianship.objects.create(child=noor, guardian=bram, relation="ouder", authority="ja")
    gone(noor)

    remove_file(doing_as(fatima, at=DUE), noor.pk)

    bram.refresh_from_db()
    assert bram.removed_on is None


def test_the_journal_tells_of_the_removal_once(
    doing_as: As, fatima: Person, noor: Person, noors_mother: Person, lines: Lines
) -> None:
    gone(noor)

    remove_file(doing_as(fatima, at=DUE), noor.pk)

    assert lines.verbs() == ["dossier verwijderd", "sleutel vernietigd", "sleutel vernietigd"]
    assert lines.details()[0] == {"verzorgers": [str(noors_mother.pk)]}


def test_a_removed_file_cannot_be_changed_or_removed_again(
    doing_as: As, fatima: Person, noor: Person, system: Doing
) -> None:
    gone(noor)
    remove_file(doing_as(fatima, at=DUE), noor.pk)

    assert refusal(lambda: remove_file(doing_as(fatima, at=DUE), noor.pk)) == "file_gone"
    assert refusal(lambda: edit_person(system, noor.pk, seen_version=2, last="Dijk")) == "file_gone"


def test_what_was_written_of_noor_in_the_journal_can_no_longer_be_read(
    doing_as: As, fatima: Person, office: Person, noor: Person
) -> None:
    edit_person(doing_as(office), noor.pk, seen_version=1, called="Nora")
    line = Entry.objects.get(verb="persoon gewijzigd")
    gone(noor)

    remove_file(doing_as(fatima, at=DUE), noor.pk)

    line.refresh_from_db()
    assert line.sealed
    assert Ref("persoon", str(noor.pk)) == Ref(line.object_kind, line.object)
    assert not FileKey.objects.get(pk=line.key_id).wrapped
