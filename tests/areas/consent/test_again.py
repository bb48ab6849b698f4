"""Looking again when it changed who has a say: a no that did not count may count now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.again import look_again
from magdit.areas.consent.models import Item
from magdit.areas.consent.showing import show
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import bond_guardian, change_authority, end_bond
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.registers.queries import open_tasks
from tests import cast

pytestmark = pytest.mark.django_db
As = Callable[..., Doing]


@pytest.fixture
def shown(
    doing_as: As, school: School, noor: Person, noors_mother: Person, noors_father: Person, bram: Person, website: Item
) -> Person:
    """Noor is shown: her mother said yes, and her father said no before he was told that he has no authority."""
    refuse(doing_as(noors_father), noor, website)
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")
    give(doing_as(noors_mother), noor, website)
    show(doing_as(bram), school, [noor.pk], publication=uuid4(), channel="website", covers=["foto"])
    return noor


def test_with_nothing_changed_there_is_nothing_to_do_and_nothing_to_tell(
    system: Doing, school: School, shown: Person
) -> None:
    before = Entry.objects.count()

    assert look_again(system, school) == 0
    assert Entry.objects.count() == before


def test_the_no_of_who_has_authority_again_opens_the_task_once(
    system: Doing, school: School, shown: Person, noors_father: Person
) -> None:
    Guardianship.objects.filter(guardian=noors_father).update(authority="ja")
    before = Entry.objects.count()

    assert [look_again(system, school), look_again(system, school)] == [1, 0]
    assert open_tasks(school.board).get().because == "nee_telt_weer"
    assert Entry.objects.count() == before + 1


def test_only_who_keeps_the_register_looks_again(
    doing_as: As, school: School, bram: Person, olaf: Person, noors_mother: Person
) -> None:
    for who in (bram, olaf, noors_mother):
        with pytest.raises(Refused, match="no_right"):
            look_again(doing_as(who), school)


def test_a_no_that_comes_to_count_by_a_change_of_authority_opens_its_task_at_once(
    doing_as: As, office: Person, school: School, shown: Person, noors_father: Person
) -> None:
    bond = Guardianship.objects.get(guardian=noors_father)

    change_authority(doing_as(office), bond.pk, seen_version=bond.version, authority="ja", source="uitspraak")

    assert open_tasks(school.board).get().because == "nee_telt_weer"
    assert [entry.verb for entry in Entry.objects.order_by("-number")[:2]] == ["opnieuw bekeken", "gezag gewijzigd"]


def test_a_no_of_a_bond_that_begins_again_opens_its_task_at_once(
    doing_as: As, office: Person, school: School, shown: Person, noors_father: Person
) -> None:
    Guardianship.objects.filter(guardian=noors_father).update(ended=cast.TODAY - timedelta(days=1))

    bond_guardian(doing_as(office), child_id=shown.pk, guardian_id=noors_father.pk, relation="ouder")

    assert open_tasks(school.board).count() == 1


def test_a_change_that_lets_no_no_count_opens_nothing(
    doing_as: As, office: Person, school: School, shown: Person, noors_father: Person
) -> None:
    bond = Guardianship.objects.get(guardian=noors_father)

    end_bond(doing_as(office), bond.pk, on=cast.TODAY)

    assert not open_tasks(school.board).exists()
