"""Who stands around a child, and with what authority."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from magdit.areas.journal.doing import Doing
from magdit.areas.people.actions import add_guardian, bond_guardian, change_authority, end_bond, give_role, leave
from magdit.areas.people.models import Guardianship, Person
from magdit.areas.people.queries import bonds_on
from tests.areas.people.conftest import Lines
from tests.areas.people.test_persons import refusal
from tests.cast import TODAY

As = Callable[..., Doing]
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def foundation(noor: Person) -> Person:
    """An institution that is somebody's guardian."""
    return Person.objects.create(board=noor.board, last="Stichting Voogdij", institution=True)


def test_a_foundation_becomes_the_guardian_of_a_child(
    doing_as: As, office: Person, noor: Person, foundation: Person, lines: Lines
) -> None:
    bond = bond_guardian(
        doing_as(office), child_id=noor.pk, guardian_id=foundation.pk, relation="voogd", authority="ja",
        source="uitspraak van de rechter", since=date(2026, 1, 5),
    )  # fmt: skip

    assert (bond.authority, bond.source, bond.since) == ("ja", "uitspraak van de rechter", date(2026, 1, 5))
    assert lines.verbs() == ["verzorger verbonden"]
    assert "rechter" not in lines.whole()


def test_authority_is_unknown_until_somebody_says_so(
    doing_as: As, office: Person, noor: Person, foundation: Person
) -> None:
    bond = bond_guardian(doing_as(office), child_id=noor.pk, guardian_id=foundation.pk, relation="voogd")

    assert bond.authority == "onbekend"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"authority": "ja"}, "source_missing"),
        ({"authority": "nee", "source": " \u200b "}, "source_missing"),
        ({"authority": "misschien", "source": "x"}, "choice_wrong"),
        ({"relation": "buurman"}, "choice_wrong"),
        ({"authority": "ja", "source": "x" * 121}, "name_long"),
        ({"authority": "ja", "source": "ouders", "since": TOMORROW}, "day_future"),
    ],
)
def test_authority_without_a_source_or_from_tomorrow_is_refused(
    doing_as: As, office: Person, noor: Person, foundation: Person, told: dict[str, Any], code: str
) -> None:
    wanted = {"child_id": noor.pk, "guardian_id": foundation.pk, "relation": "voogd", **told}

    assert refusal(lambda: bond_guardian(doing_as(office), **wanted)) == code
    assert not Guardianship.objects.filter(guardian=foundation).exists()


def test_nobody_is_bound_twice_or_to_themself_or_to_another_boards_child(
    doing_as: As, office: Person, noor: Person, noors_mother: Person, pim: Person
) -> None:
    def bind(child: Person, guardian: Person) -> str:
        return refusal(
            lambda: bond_guardian(doing_as(office), child_id=child.pk, guardian_id=guardian.pk, relation="ouder")
        )

    assert bind(noor, noors_mother) == "bond_there"
    assert bind(noor, noor) == "own_guardian"
    assert bind(pim, noors_mother) == "not_yours"
    assert bind(noor, pim) == "not_yours"


def test_a_judge_takes_authority_away(doing_as: As, office: Person, noors_father: Person, lines: Lines) -> None:
    bond = Guardianship.objects.get(guardian=noors_father)

    change_authority(doing_as(office), bond.pk, seen_version=1, authority="nee", source="uitspraak", since=TODAY)

    bond.refresh_from_db()
    assert (bond.authority, bond.source, bond.version) == ("nee", "uitspraak", 2)
    assert lines.verbs() == ["gezag gewijzigd"]
    assert "uitspraak" not in lines.whole()


def test_two_who_change_authority_at_once_hear_of_each_other(
    doing_as: As, office: Person, noors_father: Person
) -> None:
    bond = Guardianship.objects.get(guardian=noors_father)
    change_authority(doing_as(office), bond.pk, seen_version=1, authority="nee", source="uitspraak")

    late = refusal(lambda: change_authority(doing_as(office), bond.pk, seen_version=1, authority="ja", source="ouders"))

    assert late == "changed_meanwhile"
    bond.refresh_from_db()
    assert bond.authority == "nee"


@pytest.mark.parametrize("since", [None, TODAY - timedelta(days=3000)])
def test_a_bond_that_begins_again_does_not_begin_before_it_ended(
    doing_as: As, office: Person, noor: Person, noors_father: Person, since: date | None
) -> None:
    Guardianship.objects.filter(guardian=noors_father).update(ended=TODAY - timedelta(days=400))

    bond = bond_guardian(doing_as(office), child_id=noor.pk, guardian_id=noors_father.pk, relation="ouder", since=since)

    begun = TODAY if since is None else TODAY - timedelta(days=399)
    assert bond.since == begun
    known = change_authority(doing_as(office), bond.pk, seen_version=bond.version, authority="ja", source="ouders")
    assert known.since == begun


def test_a_bond_ends_and_begins_again_with_what_is_known_then(
    doing_as: As, office: Person, noor: Person, noors_father: Person, lines: Lines
) -> None:
    bond = Guardianship.objects.get(guardian=noors_father)
    assert refusal(lambda: end_bond(doing_as(office), bond.pk, on=TOMORROW)) == "day_future"
    end_bond(doing_as(office), bond.pk, on=TODAY - timedelta(days=1))
    assert not bonds_on(TODAY).filter(guardian=noors_father).exists()

    again = bond_guardian(doing_as(office), child_id=noor.pk, guardian_id=noors_father.pk, relation="verzorger")

    assert (again.pk, again.authority, again.ended) == (bond.pk, "onbekend", None)
    assert lines.verbs() == ["band beeindigd", "verzorger verbonden"]


@pytest.mark.parametrize("who", ["bram", "noors_mother", "olaf"])
def test_nobody_else_says_who_has_authority(
    who: str, request: pytest.FixtureRequest, doing_as: As, noor: Person, noors_father: Person, foundation: Person
) -> None:
    """Least of all the other parent."""
    doing = doing_as(request.getfixturevalue(who))
    bond = Guardianship.objects.get(guardian=noors_father)

    assert refusal(lambda: end_bond(doing, bond.pk, on=TODAY)) == "no_right"
    assert refusal(lambda: change_authority(doing, bond.pk, seen_version=1, authority="nee", source="ik")) == "no_right"
    assert refusal(
        lambda: bond_guardian(doing, child_id=noor.pk, guardian_id=foundation.pk, relation="voogd")
    ) == "no_right"  # fmt: skip


def test_another_boards_bond_is_out_of_reach(doing_as: As, olaf: Person, noors_father: Person) -> None:
    bond = Guardianship.objects.get(guardian=noors_father)

    assert refusal(lambda: end_bond(doing_as(olaf, board=olaf.board), bond.pk, on=TODAY)) == "not_yours"


NEW = {"called": "Anna", "last": "Vos", "email": "anna@thuis.example", "relation": "verzorger"}


@pytest.mark.parametrize(
    "again",
    [
        NEW,
        {**NEW, "called": "ANNA", "email": "Anna@Thuis.example"},
        {**NEW, "email": ""},
    ],
)
def test_who_is_there_already_is_not_added_again(
    doing_as: As, office: Person, noor: Person, lines: Lines, again: dict[str, Any]
) -> None:
    add_guardian(doing_as(office), child_id=noor.pk, **NEW)
    before = lines.verbs()

    assert refusal(lambda: add_guardian(doing_as(office), child_id=noor.pk, **again)) == "guardian_there"
    assert Person.objects.filter(last="Vos").count() == 1
    assert lines.verbs() == before


def test_somebody_else_of_the_same_name_is_added(doing_as: As, office: Person, noor: Person, sem: Person) -> None:
    add_guardian(doing_as(office), child_id=noor.pk, **NEW)

    add_guardian(doing_as(office), child_id=noor.pk, **{**NEW, "email": "andere.anna@thuis.example"})
    add_guardian(doing_as(office), child_id=noor.pk, another=True, **NEW)
    add_guardian(doing_as(office), child_id=sem.pk, **NEW)

    assert Person.objects.filter(last="Vos").count() == 4


@pytest.mark.parametrize("day", [date(1, 1, 1), date(206, 3, 1), date(1899, 12, 31), date(2016, 5, 5)])
def test_a_day_of_before_the_child_was_born_is_refused(
    doing_as: As, office: Person, noor: Person, noors_mother: Person, foundation: Person, day: date
) -> None:
    bond = Guardianship.objects.get(child=noor, guardian=noors_mother)
    about = {"authority": "ja", "source": "ouders", "since": day}
    child = {"child_id": noor.pk, "guardian_id": foundation.pk, "relation": "voogd"}

    assert refusal(lambda: end_bond(doing_as(office), bond.pk, on=day)) == "day_long_ago"
    assert refusal(lambda: bond_guardian(doing_as(office), **child, **about)) == "day_long_ago"
    changed = refusal(lambda: change_authority(doing_as(office), bond.pk, seen_version=bond.version, **about))
    assert changed == "day_long_ago"
    assert refusal(lambda: leave(doing_as(office), noor.pk, on=day)) == "day_long_ago"
    role = refusal(
        lambda: give_role(doing_as(office), noor.pk, role="oud_leerling", school=noor.roles.get().school, begins=day)
    )
    assert role == "day_long_ago"
