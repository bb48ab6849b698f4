"""A delivery is compared, shown, and taken over as a whole; a second time it changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports.delivery import (
    DeliveredBond,
    DeliveredGroup,
    DeliveredMember,
    DeliveredPerson,
    DeliveredRole,
    Delivery,
)
from magdit.areas.people.imports.difference import Choices
from magdit.areas.people.imports.run import look, take_over
from magdit.areas.people.models import ExternalId, Group, Guardianship, Membership, Person, Role
from tests import cast
from tests.areas.conftest import YEAR

pytestmark = pytest.mark.django_db
ALL = frozenset({"people", "groups", "members", "bonds"})
PUPIL = (DeliveredRole("leerling"),)


def pupil(key, called, last, born, infix="", **more):
    return DeliveredPerson(key, first=called, called=called, infix=infix, last=last, born=born, roles=PUPIL, **more)


YARA = pupil("p1", "Yara", "Haddad", date(2016, 9, 1))
OMAR = pupil("p2", "Omar", "Haddad", date(2016, 9, 1))
LEILA = DeliveredPerson("o1", first="Leila", infix="", last="Haddad", email="leila@thuis.example")
SIX_B = DeliveredGroup("g1", "6B", YEAR)


def delivery(people=(YARA, OMAR, LEILA), *, groups=(SIX_B,), members=None, bonds=None, **more):
    if members is None:
        members = tuple(DeliveredMember("g1", one.key) for one in people if one.roles)
    if bonds is None:
        bonds = tuple(DeliveredBond(one.key, "o1", "ouder") for one in people if one.roles and LEILA in people)
    told = {"system": "oneroster", "kind": "bulk", "as_of": cast.TODAY, "complete": ALL} | more
    return Delivery(groups=groups, people=tuple(people), members=members, bonds=bonds, **told)


def everything():
    """All rows an import can touch, to see that nothing moved."""
    rows = (Person, Role, Group, Membership, Guardianship, ExternalId, Entry)
    return [list(model.objects.order_by("pk").values()) for model in rows]


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


def test_the_same_child_without_a_key_is_offered_and_not_made_twice(system, school, noor):
    there = pupil("n9", "Noor", "Dijk", noor.born, infix="van")

    found = take_over(system, school, delivery((there,)))

    assert [(doubt.why, doubt.candidates) for doubt in found.doubtful] == [("same", (noor.pk,))]
    assert found.left_out == 1
    assert Person.objects.filter(called="Noor").count() == 1


def test_a_person_says_that_it_is_the_same_child(system, school, noor):
    there = pupil("n9", "Noor", "Dijk", noor.born, infix="van")

    take_over(system, school, delivery((there,)), Choices(same={"n9": ""}))

    assert ExternalId.objects.get(key="n9").object == noor.pk
    assert look(system, school, delivery((there,))).doubtful == []


def test_a_person_says_that_it_is_another_child(system, school, noor):
    there = pupil("n9", "Noor", "Dijk", noor.born, infix="van")

    take_over(system, school, delivery((there,)), Choices(new=frozenset({"n9"})))

    assert Person.objects.filter(called="Noor").count() == 2
    assert look(system, school, delivery((there,))).doubtful == []


def test_twins_and_namesakes_are_no_doubt(system, school, noor):
    twin = pupil("n1", "Lotte", "Dijk", noor.born, infix="van")
    namesake = pupil("n2", "Noor", "Dijk", date(2015, 1, 1), infix="van")

    found = look(system, school, delivery((twin, namesake)))

    assert not found.doubtful
    assert len(found.people) == 2


def test_a_key_that_passed_to_another_child_overwrites_nobody(system, school):
    take_over(system, school, delivery())
    other = pupil("p1", "Bo", "Visser", date(2018, 1, 1))

    found = take_over(system, school, delivery((other, OMAR, LEILA), bonds=()))

    assert [doubt.why for doubt in found.doubtful] == ["reused"]
    assert Person.objects.filter(called="Yara", last="Haddad").exists()


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


def test_two_schools_may_number_their_pupils_alike(system, school, second_school):
    take_over(system, school, delivery((YARA,), bonds=()))

    found = take_over(system, second_school, delivery((OMAR,), members=(), bonds=()))
    other = look(system, second_school, delivery((replace(YARA, called="Kiki", first="Kiki", born=None),), bonds=()))

    assert len(found.people) == 1
    assert len(other.people) == 1


def test_olaf_can_import_nothing(doing_as, school, olaf):
    with pytest.raises(Refused) as refused:
        look(doing_as(olaf), school, delivery())

    assert refused.value.code in {"no_right", "not_yours"}


def test_nobody_can_import_for_another_board(system, other_school):
    with pytest.raises(Refused) as refused:
        take_over(system, other_school, delivery())

    assert refused.value.code == "not_yours"


def test_the_office_imports_pupils_and_a_leader_teachers(doing_as, school, office, fatima):
    teacher = DeliveredPerson("t1", first="Gijs", last="Smit", roles=(DeliveredRole("leerkracht"),))
    with pytest.raises(Refused) as refused:
        take_over(doing_as(office), school, delivery((teacher,), members=(), bonds=()))

    take_over(doing_as(office), school, delivery((YARA,), bonds=()))
    take_over(doing_as(fatima), school, delivery((YARA, teacher), bonds=()))

    assert refused.value.code == "no_right"
    assert Role.objects.filter(person__first="Gijs", role="leerkracht").exists()


def test_nobody_of_another_school_is_offered_to_who_keeps_one_school(doing_as, fatima, system, school, second_school):
    take_over(system, second_school, delivery((YARA,), bonds=()))

    at_the_desk = look(doing_as(fatima), school, delivery((YARA,), bonds=()))
    for_the_board = look(system, school, delivery((YARA,), bonds=()))

    assert not at_the_desk.doubtful
    assert for_the_board.doubtful
