"""Keys for programs: who makes and closes one, what is kept of it, and until when it opens."""

from datetime import timedelta

import pytest

from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import close_key, key_was_used, make_key
from magdit.areas.people.api_keys import key_of, visible_keys
from magdit.areas.people.models import ApiKey
from tests.areas.conftest import employee
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
TOLD = {"name": "Leerlingadministratie", "scopes": ["oordeel"], "until": TODAY + timedelta(days=30)}


@pytest.fixture
def manager(school):
    return employee(school, "beheerder", called="Karim", last="Haddad")


def test_of_a_key_only_the_hash_is_kept(system):
    made, token = make_key(system, **TOLD)

    row = ApiKey.objects.values().get()
    assert token not in str(row)
    assert row["hint"] == token[:12]
    assert key_of(token, on=TODAY) == made
    assert token not in str(list(Entry.objects.values()))


def test_two_keys_are_never_the_same(system):
    assert make_key(system, **TOLD)[1] != make_key(system, **TOLD)[1]


def test_who_manages_a_school_makes_its_keys_and_no_others(manager, school, second_school, other_school, doing_as):
    doing = doing_as(manager)

    made, _ = make_key(doing, **TOLD, school_id=school.pk)

    assert (made.school, made.made_by) == (school, str(manager.pk))
    for elsewhere, code in ((None, "no_right"), (second_school.pk, "no_right"), (other_school.pk, "not_yours")):
        with pytest.raises(Refused, match=code):
            make_key(doing, **TOLD, school_id=elsewhere)


@pytest.mark.parametrize("who", ["fatima", "office", "bram", "noors_mother", "olaf"])
def test_nobody_else_makes_or_closes_a_key(who, request, system, school, doing_as):
    made, token = make_key(system, **TOLD, school_id=school.pk)
    person = request.getfixturevalue(who)

    for does in (lambda: make_key(doing_as(person), **TOLD, school_id=school.pk),
                 lambda: close_key(doing_as(person), made.pk)):  # fmt: skip
        with pytest.raises(Refused, match="no_right"):
            does()
    assert key_of(token, on=TODAY) == made
    assert not visible_keys(person, TODAY).exists()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": ""}, "key_name"),
        ({"name": "\u200b\x00"}, "key_name"),
        ({"name": "x" * 81}, "key_name"),
        ({"scopes": []}, "key_scopes"),
        ({"scopes": ["oordeel", "alles"]}, "key_scopes"),
        ({"until": TODAY - timedelta(days=1)}, "key_until"),
        ({"until": TODAY + timedelta(days=733)}, "key_until"),
    ],
)
def test_a_key_that_cannot_be_is_refused_and_not_made(changed, code, system):
    with pytest.raises(Refused, match=code):
        make_key(system, **{**TOLD, **changed})

    assert not ApiKey.objects.exists()
    assert not Entry.objects.exists()


def test_a_key_of_another_board_cannot_be_closed(system, other_board, doing_as, manager):
    theirs = ApiKey.objects.create(
        board=other_board, name="x", mark="0" * 64, hint="magdit_", made_at=system.at, made_by="test"
    )

    with pytest.raises(Refused, match="not_yours"):
        close_key(system, theirs.pk)


def test_closing_twice_and_using_twice_a_day_is_told_once(system):
    made, _token = make_key(system, **TOLD)

    for _ in range(2):
        key_was_used(system, made)
        close_key(system, made.pk)

    assert sorted(Entry.objects.values_list("verb", flat=True)) == [
        "sleutel gebruikt", "sleutel gemaakt", "sleutel ingetrokken",
    ]  # fmt: skip
