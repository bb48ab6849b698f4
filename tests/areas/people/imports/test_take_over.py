"""A delivery is compared, shown, and taken over as a whole; a second time it changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports.delivery import (
    DeliveredBond,
    DeliveredMember,
    DeliveredRole,
)
from magdit.areas.people.imports.difference import Choices
from magdit.areas.people.imports.run import look, take_over
from magdit.areas.people.models import Guardianship, Membership, Person
from tests import cast
from tests.areas.people.imports.deliveries import LEILA, OMAR, SIX_B, YARA, delivery, everything

pytestmark = pytest.mark.django_db


def test_looking_writes_nothing_at_all(system, school, noor):
    before = everything()

    found = look(system, school, delivery())

    assert everything() == before
    assert len(found.people) == 3


def test_a_delivery_becomes_people_roles_groups_and_bonds(system, school):
    take_over(system, school, delivery())

    yara = Person.objects.get(called="Yara")
    assert (yara.last, yara.born, yara.board_id) == ("Haddad", date(2016, 9, 1), school.board_id)
    assert yara.roles.get().role == "leerling"
    assert yara.memberships.get().group.name == "6B"
    assert yara.guardianships.get().guardian.email == "leila@thuis.example"


def test_gezag_is_never_assumed_from_a_relation(system, school):
    take_over(system, school, delivery())

    assert set(Guardianship.objects.values_list("authority", flat=True)) == {"onbekend"}


def test_the_same_import_twice_changes_nothing(system, school):
    take_over(system, school, delivery())
    before = everything()

    again = take_over(system, school, delivery())

    assert again.is_empty
    assert everything() == before


def test_every_change_has_its_line_in_the_journal(system, school):
    take_over(system, school, delivery())

    verbs = list(Entry.objects.values_list("verb", flat=True))
    assert verbs.count("lijst ingelezen") == 1
    assert verbs.count("persoon toegevoegd") == 3
    assert verbs.count("verzorger verbonden") == 2
    assert verbs.count("groep toegevoegd") == 1
    assert "Haddad" not in "".join(Entry.objects.values_list("details", flat=True))


def test_a_changed_name_is_changed_field_by_field(system, school):
    take_over(system, school, delivery())
    married = replace(LEILA, infix="de", last="Boer")

    found = take_over(system, school, delivery((YARA, OMAR, married), bonds=()))

    assert [dict(change.fields) for change in found.changes] == [{"last": ("Haddad", "Boer"), "infix": ("", "de")}]
    leila = Person.objects.get(called="", first="Leila")
    assert (leila.infix, leila.last, leila.version) == ("de", "Boer", 2)


def test_an_empty_cell_erases_nothing(system, school):
    take_over(system, school, delivery())

    found = take_over(system, school, delivery((replace(YARA, born=None), OMAR, replace(LEILA, email=None))))

    assert found.is_empty
    assert Person.objects.get(called="Yara").born == date(2016, 9, 1)


def test_a_shield_is_never_taken_down_by_a_list(system, school):
    take_over(system, school, delivery((YARA, replace(LEILA, shielded=True))))

    take_over(system, school, delivery((YARA, replace(LEILA, shielded=False))))

    assert Person.objects.get(first="Leila").shielded


def test_absence_is_listed_and_touches_nothing(system, school):
    take_over(system, school, delivery())
    before = everything()

    found = take_over(system, school, delivery((YARA, LEILA)))

    omar = Person.objects.get(called="Omar").pk
    assert found.absent_people == [omar]
    assert [person for _, person in found.absent_members] == [omar]
    assert found.is_empty
    assert everything() == before


def test_a_pupil_who_moved_leaves_the_old_group_only_when_somebody_says_so(system, school):
    take_over(system, school, delivery())
    six_c = replace(SIX_B, key="g2", name="6C")
    moved = delivery(groups=(SIX_B, six_c), members=(DeliveredMember("g1", "p1"), DeliveredMember("g2", "p2")))

    take_over(system, school, moved)
    both = Membership.objects.filter(person__called="Omar", ends=None).count()
    take_over(system, school, moved, Choices(end_stays=True))

    stays = Membership.objects.filter(person__called="Omar").order_by("group__name")
    assert both == 2
    assert [(stay.group.name, stay.ends) for stay in stays] == [("6B", cast.TODAY), ("6C", None)]
    assert look(system, school, moved, Choices(end_stays=True)).is_empty


def test_who_is_absent_from_the_list_stays_in_the_group_all_the_same(system, school):
    take_over(system, school, delivery())

    found = take_over(system, school, delivery((YARA, LEILA)), Choices(end_stays=True))

    assert found.is_empty
    assert [person for _, person in found.absent_members] == [Person.objects.get(called="Omar").pk]


def test_a_delta_says_nothing_of_who_is_not_in_it(system, school):
    take_over(system, school, delivery())

    found = look(system, school, delivery((YARA,), kind="delta", complete=frozenset(), bonds=()))

    assert found.absent_people == found.absent_members == found.absent_bonds == []


def test_told_to_be_deleted_ends_role_and_group_and_keeps_the_person(system, school):
    take_over(system, school, delivery())
    gone = replace(OMAR, gone=True, roles=(DeliveredRole("leerling", gone=True),))
    left = (DeliveredMember("g1", "p2", gone=True),)

    take_over(system, school, delivery((gone,), kind="delta", complete=frozenset(), members=left, bonds=()))

    omar = Person.objects.get(called="Omar")
    assert (omar.roles.get().ends, omar.memberships.get().ends, omar.left_on) == (cast.TODAY,) * 3
    assert omar.guardianships.get().ended is None


def test_who_is_told_to_be_gone_is_in_no_group_any_more(system, school):
    take_over(system, school, delivery())
    gone = delivery((replace(OMAR, gone=True),), kind="delta", complete=frozenset(), members=(), bonds=())

    take_over(system, school, gone)

    assert Membership.objects.get(person__called="Omar").ends == cast.TODAY
    assert Membership.objects.get(person__called="Yara").ends is None


def test_an_end_date_that_has_passed_is_the_last_day_at_school(system, school):
    take_over(system, school, delivery())
    last = date(2026, 2, 20)
    left = replace(OMAR, roles=(DeliveredRole("leerling", ends=last),))

    take_over(system, school, delivery((YARA, left, LEILA), members=(DeliveredMember("g1", "p1"),)))

    omar = Person.objects.get(called="Omar")
    assert (omar.left_on, omar.roles.get().ends, omar.memberships.get().ends) == (last, last, last)


def test_told_twice_to_be_deleted_changes_nothing_the_second_time(system, school):
    take_over(system, school, delivery())
    gone = delivery((replace(OMAR, gone=True),), kind="delta", complete=frozenset(), members=(), bonds=())
    take_over(system, school, gone)

    assert look(system, school, replace(gone, as_of=date(2026, 4, 1))).is_empty


def test_who_comes_back_has_a_role_again(system, school):
    take_over(system, school, delivery())
    gone = delivery((replace(OMAR, gone=True),), kind="delta", complete=frozenset(), members=(), bonds=())
    take_over(system, school, gone)

    take_over(system, school, replace(delivery(), as_of=date(2026, 4, 1)))

    omar = Person.objects.get(called="Omar")
    assert omar.left_on is None
    assert sorted((role.begins, role.ends) for role in omar.roles.all()) == [
        (cast.TODAY, cast.TODAY),
        (date(2026, 4, 1), None),
    ]


def test_a_group_made_by_hand_is_found_by_its_name(system, school, group_6a):
    found = take_over(system, school, delivery(groups=(replace(SIX_B, name="6A"),)))

    assert not found.groups
    assert group_6a.members.count() == 2


def test_a_gezag_that_is_told_otherwise_goes_by_its_own_action(system, school):
    take_over(system, school, delivery())
    told = tuple(DeliveredBond(key, "o1", "ouder", "nee") for key in ("p1", "p2"))

    take_over(system, school, delivery(bonds=told))

    assert set(Guardianship.objects.values_list("authority", "version")) == {("nee", 2)}
    assert Entry.objects.filter(verb="gezag gewijzigd").count() == 2


def test_rows_that_point_at_nobody_stop_the_whole(system, school):
    astray = delivery(members=(DeliveredMember("g1", "p1"), DeliveredMember("g1", "nobody")))
    before = everything()

    with pytest.raises(Refused) as refused:
        take_over(system, school, astray)

    assert refused.value.code == "import_astray"
    assert everything() == before


def test_rows_that_point_at_nobody_may_be_left_out(system, school):
    astray = delivery(members=(DeliveredMember("g1", "p1"), DeliveredMember("g1", "nobody")))

    take_over(system, school, astray, skip_astray=True)

    assert Membership.objects.count() == 1
