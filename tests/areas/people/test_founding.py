"""Boards and schools, each under a protocol that exists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.actions import edit_board, edit_school, found_board, found_school
from magdit.areas.people.admin_schools import SchoolForm
from magdit.areas.people.models import Board, Person, School
from magdit.protocols.library import UnknownProtocol
from tests.areas.conftest import NOON
from tests.areas.people.conftest import Lines
from tests.areas.people.test_persons import refusal

As = Callable[..., Doing]
PACKS = Path(__file__).resolve().parents[2] / "packs"


def test_the_command_line_founds_a_board_and_its_first_school(db: None, lines: Lines) -> None:
    doing = Doing(Ref("systeem", "test"), uuid4(), NOON)

    board = found_board(doing, name="Stichting De Es", contact="privacy@es.example", keep_years=3)
    school = found_school(doing, name="De Es", code="de-es", protocol="ozhw", brin="12AB00")

    assert (board.pk, board.keep_years, school.board, school.protocol) == (doing.board, 3, board, "ozhw")
    assert lines.verbs() == ["bestuur toegevoegd", "school toegevoegd"]


def test_nobody_signs_in_to_found_a_board(doing_as: As, governor: Person, board: Board, system: Doing) -> None:
    assert refusal(lambda: found_board(doing_as(governor), name="Nog een")) == "no_right"
    assert refusal(lambda: found_board(system, name="Nog een")) == "board_exists"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"code": "de-linde"}, "code_taken"),
        ({"code": "De Linde"}, "code_wrong"),
        ({"code": "../x"}, "code_wrong"),
        ({"brin": "AB12"}, "brin_wrong"),
        ({"name": ""}, "name_missing"),
        ({"mirror_days": 0}, "number_wrong"),
        ({"director": "Fatima"}, "field_unknown"),
    ],
)
def test_a_school_that_cannot_be_is_refused(system: Doing, school: School, told: dict[str, object], code: str) -> None:
    wanted = {"name": "De Es", "code": "de-es", "protocol": "osvs", **told}

    assert refusal(lambda: found_school(system, **wanted)) == code


def test_a_school_works_under_a_protocol_that_exists(system: Doing, school: School) -> None:
    with pytest.raises(UnknownProtocol) as unknown:
        found_school(system, name="De Es", code="de-es", protocol="osv")
    assert "osvs" in unknown.value.known

    with pytest.raises(UnknownProtocol):
        edit_school(system, school.pk, protocol="wet")


def test_a_school_works_under_a_protocol_of_the_board_itself(system: Doing, school: School, settings: Any) -> None:
    settings.PACKS = [str(PACKS)]

    assert found_school(system, name="Het Schip", code="het-schip", protocol="zesde").protocol == "zesde"
    assert edit_school(system, school.pk, protocol="zesde").protocol == "zesde"
    assert "zesde" in dict(SchoolForm().fields["protocol"].choices)


def test_the_head_changes_the_school_and_not_its_code(
    doing_as: As, fatima: Person, school: School, lines: Lines
) -> None:
    edit_school(doing_as(fatima), school.pk, name="IKC De Linde", mirror=True)

    school.refresh_from_db()
    assert (school.name, school.mirror) == ("IKC De Linde", True)
    assert refusal(lambda: edit_school(doing_as(fatima), school.pk, code="linde")) == "code_stays"
    assert lines.verbs() == ["school gewijzigd"]


def test_only_who_governs_changes_the_board(doing_as: As, fatima: Person, governor: Person, board: Board) -> None:
    assert refusal(lambda: edit_board(doing_as(fatima), keep_years=1)) == "no_right"

    edit_board(doing_as(governor), keep_years=5, parents_needed="allen")

    board.refresh_from_db()
    assert (board.keep_years, board.parents_needed) == (5, "allen")
    assert refusal(lambda: edit_board(doing_as(governor), keep_years=0)) == "number_wrong"
    assert refusal(lambda: edit_board(doing_as(governor), parents_needed="geen")) == "choice_wrong"


def test_olaf_founds_and_changes_nothing_here(doing_as: As, olaf: Person, board: Board, school: School) -> None:
    for doing, code in ((doing_as(olaf), "no_right"), (doing_as(olaf, board=olaf.board), "not_yours")):
        assert refusal(lambda doing=doing: edit_school(doing, school.pk, name="Van Olaf")) == code
    assert refusal(lambda: edit_board(doing_as(olaf), name="Van Olaf")) == "no_right"
    assert refusal(lambda: found_school(doing_as(olaf), name="X", code="x", protocol="osvs")) == "no_right"
