"""Whatever a list says: twice is once, absence changes nothing, and nobody is ever removed. Random deliveries."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.imports.delivery import (
    DeliveredBond,
    DeliveredGroup,
    DeliveredMember,
    DeliveredPerson,
    DeliveredRole,
    Delivery,
)
from magdit.areas.people.imports.run import look, take_over
from magdit.areas.people.models import Board, Group, Guardianship, Membership, Person, Role, School
from tests.areas.conftest import NOON

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 3)
KEYS = ["a", "b", "c", "d", "e"]
days = st.none() | st.dates(DAY - timedelta(days=200), DAY + timedelta(days=200))
names = st.sampled_from(["Noor", "Bo", "Sem", "Zoë"])
births = st.none() | st.sampled_from([date(2016, 5, 6), date(2010, 3, 3)])


@st.composite
def roles(draw):
    begins, ends = draw(days), draw(days)
    if begins and ends and ends < begins:
        begins, ends = ends, begins
    role = draw(st.sampled_from(["leerling", "leerkracht"]))
    return DeliveredRole(role, begins, ends, gone=draw(st.booleans()))


@st.composite
def people(draw, key):
    told = draw(st.lists(roles(), max_size=2, unique_by=lambda role: role.role))
    return DeliveredPerson(
        key, first=draw(names), called=draw(st.none() | names), infix=draw(st.sampled_from(["", "van"])),
        last=draw(st.sampled_from(["Dijk", "Smit"])), born=draw(births),
        email=draw(st.none() | st.just(f"{key}@thuis.example")), shielded=draw(st.none() | st.booleans()),
        roles=tuple(told), gone=draw(st.integers(0, 5)) == 0,
    )  # fmt: skip


@st.composite
def deliveries(draw):
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1))
    groups = draw(st.lists(st.sampled_from(["6A", "6B"]), unique=True))
    bulk = draw(st.booleans())
    stays = st.builds(
        DeliveredMember, group=st.sampled_from(groups or ["6A"]), person=st.sampled_from(keys), begins=days,
        gone=st.booleans(),
    )  # fmt: skip
    bonds = st.builds(
        DeliveredBond, child=st.sampled_from(keys), guardian=st.sampled_from(keys),
        relation=st.sampled_from([None, "ouder", "voogd"]), authority=st.sampled_from([None, "ja", "nee"]),
    )  # fmt: skip
    return Delivery(
        "oneroster", "bulk" if bulk else "delta", DAY,
        groups=tuple(DeliveredGroup(name, name, 2025) for name in groups),
        people=tuple(draw(people(key)) for key in keys),
        members=tuple(draw(st.lists(stays, max_size=4, unique_by=lambda one: (one.group, one.person)))),
        bonds=tuple(
            one for one in draw(st.lists(bonds, max_size=4, unique_by=lambda one: (one.child, one.guardian)))
            if one.child != one.guardian
        ),
        complete=frozenset({"people", "groups", "members", "bonds"}) if bulk else frozenset(),
    )  # fmt: skip


def rows():
    """Every row an import can touch."""
    return [sorted(map(str, model.objects.values_list())) for model in (Person, Role, Group, Membership, Guardianship)]


def numbers():
    """Which rows there are."""
    return [
        set(model.objects.values_list("pk", flat=True)) for model in (Person, Role, Group, Membership, Guardianship)
    ]


EXAMPLES = 300 if os.environ.get("MAGDIT_TESTS") == "full" else 25
quick = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@dataclass
class Register:
    """An empty school, and who imports for it."""

    school: School
    doing: Doing

    def take(self, delivery):
        return take_over(self.doing, self.school, delivery, skip_astray=True)


@contextmanager
def fresh() -> Iterator[Register]:
    """A register of its own for each example, gone afterwards."""
    with transaction.atomic():
        board = Board.objects.create(name="Stichting De Linde")
        school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
        yield Register(school, Doing(Ref("systeem", "test"), board.pk, NOON))
        transaction.set_rollback(True)


@quick
@given(deliveries(), deliveries())
def test_twice_is_once(earlier, delivery):
    with fresh() as register:
        register.take(earlier)
        register.take(delivery)
        before = rows()

        again = register.take(delivery)

        assert again.is_empty, again
        assert rows() == before


@quick
@given(deliveries(), deliveries())
def test_nothing_is_ever_removed(earlier, delivery):
    with fresh() as register:
        register.take(earlier)
        before = numbers()

        register.take(delivery)

        assert all(there <= now for there, now in zip(before, numbers(), strict=True))


@quick
@given(deliveries(), st.sets(st.sampled_from(KEYS)))
def test_who_is_absent_stays_as_they_are(delivery, absent):
    with fresh() as register:
        register.take(delivery)
        before = rows()
        less = replace(
            delivery,
            people=tuple(one for one in delivery.people if one.key not in absent),
            members=tuple(one for one in delivery.members if one.person not in absent),
            bonds=tuple(one for one in delivery.bonds if not {one.child, one.guardian} & absent),
        )

        register.take(less)

        assert rows() == before


@quick
@given(deliveries())
def test_looking_writes_nothing(delivery):
    with fresh() as register:
        before = rows()

        look(register.doing, register.school, delivery)

        assert rows() == before


@quick
@given(deliveries(), deliveries())
def test_gezag_changes_only_when_it_is_told(earlier, delivery):
    with fresh() as register:
        register.take(earlier)
        told = {one.authority for one in (*earlier.bonds, *delivery.bonds) if one.authority}

        register.take(delivery)

        assert set(Guardianship.objects.values_list("authority", flat=True)) <= told | {"onbekend"}
