"""The invented schools: all kinds of families and answers, the same each time, and never among real people."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest

from magdit.areas.consent.models import Answer
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, Guardianship, Person, Role, School
from magdit.areas.people.names import short_names
from magdit.areas.people.queries import members_on
from magdit.areas.people.sight import SEES
from magdit.areas.registers.models import TakedownTask
from magdit.cli.main import run
from magdit.journeys.demo_data import fill as filling
from magdit.journeys.demo_data.invented import SCHOOLS, Invented
from magdit.journeys.demo_data.plan import KINDS, plan_of
from magdit.journeys.demo_data.rows import write
from magdit.protocols.library import Library

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
LINDE = SCHOOLS[0]


@pytest.mark.parametrize("invented", SCHOOLS, ids=lambda invented: invented.code)
def test_every_school_has_families_of_every_kind_and_two_noors_in_one_class(invented: Invented) -> None:
    plan = plan_of(invented, year=2025)

    assert len(plan.children) == 120
    assert {child.kind for child in plan.children} == set(KINDS)
    noors = Counter(child.group for child in plan.children if child.who.called == "Noor")
    assert max(noors.values()) == 2
    twins = [child for child in plan.children if child.kind == "tweeling"]
    assert twins[0].who.born == twins[1].who.born
    assert twins[0].bonds == twins[1].bonds
    assert any(child.who.infix for child in plan.children)
    around = [bond for child in plan.children for bond in child.bonds]
    assert {bond.authority for bond in around} == {"ja", "nee", "onbekend"}
    assert any(bond.guardian.institution for bond in around)
    assert any(child.who.shielded for child in plan.children)


def test_there_is_a_school_for_every_protocol() -> None:
    assert {invented.protocol for invented in SCHOOLS} == set(Library().ids())


def test_the_same_school_is_invented_each_time_and_another_next_year() -> None:
    assert plan_of(LINDE, year=2025) == plan_of(LINDE, year=2025)
    assert plan_of(LINDE, year=2025) != plan_of(LINDE, year=2026)


def test_every_address_leads_nowhere() -> None:
    for invented in SCHOOLS:
        plan = plan_of(invented, year=2025)
        people = [bond.guardian for child in plan.children for bond in child.bonds] + [who for who, _, _ in plan.staff]
        assert all(who.email.endswith(".example") and who.email.isascii() for who in people)


@pytest.mark.django_db
def test_staff_in_every_role_and_every_pupil_in_a_class() -> None:
    school = write(Doing(filling.ACTOR, filling.board_id(LINDE), NOW), plan_of(LINDE, year=2025))

    roles = set(Role.objects.filter(person__board=school.board_id).values_list("role", flat=True))
    families_and_wider_words = {"ouder", "voogd", "oud_leerling", "medewerker", "schoolleiding", "bestuur"}
    assert set(SEES) - roles == families_and_wider_words | {"overige_betrokkene", "adviseur"}
    members = members_on(NOW.date()).filter(role="leerling", group__school=school)
    assert members.count() == 118
    names = {member.pk: member.person for member in members.select_related("person")}
    assert len(set(short_names(names).values())) == 118


@pytest.mark.django_db
def test_the_invented_schools_fill_an_empty_register_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two of the five, to keep this quick: one that asks itself, and one whose administration stays master."""
    monkeypatch.setattr(filling, "SCHOOLS", (LINDE, SCHOOLS[4]))

    assert run(["demo-data"]) == 0
    assert "De Linde (de-linde, protocol osvs): 118 leerlingen" in capsys.readouterr().out

    states = set(Answer.objects.values_list("state", flat=True))
    assert states >= {"gegeven", "vernieuwd", "geweigerd", "ingetrokken", "uitgesteld", "ongeldig", "beeindigd"}
    assert set(Answer.objects.values_list("source", flat=True)) == {"eigen", "papier", "spiegel"}
    assert TakedownTask.objects.filter(done_at=None).exists()
    assert Guardianship.objects.filter(guardian__institution=True).exists()
    before = Person.objects.count()
    assert run(["demo-data"]) == 2
    assert "staan er al" in capsys.readouterr().err
    assert Person.objects.count() == before


@pytest.mark.django_db
def test_nothing_is_invented_among_real_people(capsys: pytest.CaptureFixture[str]) -> None:
    Board.objects.create(name="Stichting Echt")

    with pytest.raises(Refused) as refused:
        filling.fill(NOW)

    assert refused.value.code == "register_filled"
    assert run(["demo-data"]) == 2
    assert "geen verzonnen mensen" in capsys.readouterr().err
    assert not School.objects.exists()
