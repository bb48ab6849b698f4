"""A small invented delivery for the tests: twins of one mother in one group, and ways to vary it."""

from __future__ import annotations

from datetime import date

from magdit.areas.journal.models import Entry
from magdit.areas.people.imports.delivery import (
    DeliveredBond,
    DeliveredGroup,
    DeliveredMember,
    DeliveredPerson,
    DeliveredRole,
    Delivery,
)
from magdit.areas.people.models import ExternalId, Group, Guardianship, Membership, Person, Role
from tests import cast
from tests.areas.conftest import YEAR

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
