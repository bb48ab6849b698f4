"""Where someone has a role: at which schools, and whether for the whole board."""

from __future__ import annotations

from magdit.areas.people.models import Group, Person, Role, School
from magdit.areas.people.rights import of_schools, where_held
from tests.areas.conftest import NOON, START


def test_where_someone_has_a_role_counts_a_narrower_one_and_the_whole_board(
    school: School, fatima: Person, bram: Person
) -> None:
    Role.objects.create(person=bram, school=None, role="fg", begins=START)

    assert where_held(fatima, ["schoolleiding"], NOON.date()) == {school.pk}
    assert where_held(bram, ["schoolleiding"], NOON.date()) == frozenset()
    assert where_held(bram, ["fg"], NOON.date()) == {None}


def test_rows_of_no_school_are_none_and_of_the_whole_board_all(school: School, group_6a: Group) -> None:
    rows = Group.objects.all()

    assert not rows.filter(of_schools(frozenset())).exists()
    assert rows.filter(of_schools(frozenset({school.pk}))).get() == group_6a
    assert rows.filter(of_schools(frozenset({None}))).get() == group_6a
