"""Adding, editing, shielding and moving people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import add_person, edit_person, move_person, shield
from magdit.areas.people.models import Membership, Person, Role, School
from magdit.areas.people.rights import has_role
from tests.areas.people.conftest import Lines
from tests.cast import TODAY

As = Callable[..., Doing]
NEXT_WEEK = TODAY + timedelta(days=7)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def test_the_office_enrols_a_pupil(doing_as: As, office: Person, school: School, lines: Lines) -> None:
    yara = add_person(
        doing_as(office),
        school=school,
        role="leerling",
        called="Yara",
        infix="el",
        last="Amrani ",
        born=date(2016, 2, 1),
    )

    assert str(yara) == "Yara el Amrani"
    assert has_role(yara.pk, ["leerling"], school=school, on=TODAY)
    assert lines.verbs() == ["persoon toegevoegd"]
    assert "Yara" not in lines.whole()


def test_a_guardian_is_added_without_a_role(doing_as: As, office: Person, school: School) -> None:
    foundation = add_person(doing_as(office), school=school, last="Voogdij Regio 3", institution=True)

    assert not foundation.roles.exists()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"last": ""}, "name_missing"),
        ({"last": "Noor 🌸"}, "name_sign"),
        ({"last": "a" * 161}, "name_long"),
        ({"last": "Post", "email": "geen adres"}, "email_wrong"),
        ({"last": "Post", "language": "Nederlands"}, "language_wrong"),
        ({"last": "Post", "born": TODAY + timedelta(days=1)}, "born_wrong"),
        ({"last": "Post", "born": date(1899, 12, 31)}, "born_wrong"),
        ({"last": "Post", "bsn": "123456782"}, "field_unknown"),
        ({"last": "Post", "role": "opperhoofd"}, "role_unknown"),
    ],
)
def test_what_cannot_be_is_not_written_down(
    doing_as: As, office: Person, school: School, told: dict[str, Any], code: str
) -> None:
    before = Person.objects.count()

    assert refusal(lambda: add_person(doing_as(office), school=school, **told)) == code
    assert Person.objects.count() == before


@pytest.mark.parametrize("who", ["bram", "noors_mother", "noor", "olaf"])
def test_who_does_not_keep_the_register_adds_and_edits_nobody(
    who: str, request: pytest.FixtureRequest, doing_as: As, school: School, noor: Person
) -> None:
    doing = doing_as(request.getfixturevalue(who))

    assert refusal(lambda: add_person(doing, school=school, last="Post")) == "no_right"
    assert refusal(lambda: edit_person(doing, noor.pk, seen_version=1, last="Post")) == "no_right"
    assert refusal(lambda: shield(doing, noor.pk, shielded=True)) == "no_right"
    noor.refresh_from_db()
    assert (noor.last, noor.version) == ("Dijk", 1)


def test_olaf_acting_for_his_own_board_cannot_reach_into_ours(
    doing_as: As, olaf: Person, school: School, noor: Person
) -> None:
    doing = doing_as(olaf, board=olaf.board)

    assert refusal(lambda: add_person(doing, school=school, last="Post")) == "not_yours"
    assert refusal(lambda: edit_person(doing, noor.pk, seen_version=1, last="Post")) == "not_yours"
    assert refusal(lambda: move_person(doing, noor.pk, to=school, on=TODAY)) == "not_yours"


def test_the_office_of_the_other_school_does_not_edit_our_pupil(
    doing_as: As, noor: Person, second_school: School
) -> None:
    colleague = Person.objects.create(board=noor.board, last="Buur")
    Role.objects.create(person=colleague, school=second_school, role="administratie")

    assert refusal(lambda: edit_person(doing_as(colleague), noor.pk, seen_version=1, last="Post")) == "no_right"


def test_an_edit_counts_the_version_and_keeps_what_it_was_under_seal(
    doing_as: As, office: Person, noor: Person, lines: Lines
) -> None:
    edit_person(doing_as(office), noor.pk, seen_version=1, last="Bakker", infix="")

    noor.refresh_from_db()
    assert (str(noor), noor.version) == ("Noor Bakker", 2)
    assert lines.verbs() == ["persoon gewijzigd"]
    assert lines.details() == [{"velden": ["infix", "last"], "versie": 2}]
    assert "Bakker" not in lines.whole()
    assert "Dijk" not in lines.whole()


def test_who_saw_an_older_version_hears_of_it_and_changes_nothing(
    doing_as: As, office: Person, fatima: Person, noor: Person, lines: Lines
) -> None:
    edit_person(doing_as(office), noor.pk, seen_version=1, called="Nora")

    assert (
        refusal(lambda: edit_person(doing_as(fatima), noor.pk, seen_version=1, called="Noortje")) == "changed_meanwhile"
    )
    noor.refresh_from_db()
    assert (noor.called, noor.version) == ("Nora", 2)
    assert len(lines.verbs()) == 1


def test_saving_what_stood_there_already_tells_the_journal_nothing(
    doing_as: As, office: Person, noor: Person, lines: Lines
) -> None:
    same = edit_person(doing_as(office), noor.pk, seen_version=1, last="Dijk ")

    assert same.version == 1
    assert lines.verbs() == []


def test_a_guardian_is_edited_by_the_office_of_the_child(doing_as: As, office: Person, noors_mother: Person) -> None:
    edited = edit_person(doing_as(office), noors_mother.pk, seen_version=1, email="mira@nieuw.example")

    assert edited.email == "mira@nieuw.example"


def test_a_name_cannot_be_emptied(doing_as: As, office: Person, noor: Person) -> None:
    assert refusal(lambda: edit_person(doing_as(office), noor.pk, seen_version=1, last=" ")) == "name_missing"


def test_an_address_is_shielded_and_shown_again(doing_as: As, office: Person, noor: Person, lines: Lines) -> None:
    shield(doing_as(office), noor.pk, shielded=True)
    assert refusal(lambda: shield(doing_as(office), noor.pk, shielded=True)) == "already_so"
    shield(doing_as(office), noor.pk, shielded=False)

    assert lines.verbs() == ["adres afgeschermd", "afscherming opgeheven"]


def test_a_pupil_moves_within_the_board(
    doing_as: As, office: Person, noor: Person, school: School, second_school: School, lines: Lines
) -> None:
    move_person(doing_as(office), noor.pk, to=second_school, on=NEXT_WEEK)

    assert has_role(noor.pk, ["leerling"], school=school, on=NEXT_WEEK - timedelta(days=1))
    assert not has_role(noor.pk, ["leerling"], school=school, on=NEXT_WEEK)
    assert has_role(noor.pk, ["leerling"], school=second_school, on=NEXT_WEEK)
    assert Membership.objects.get(person=noor).ends == NEXT_WEEK - timedelta(days=1)
    assert lines.verbs() == ["leerling verhuisd"]


def test_a_pupil_does_not_move_to_another_board_or_to_where_they_are(
    doing_as: As,
    office: Person,
    noor: Person,
    bram: Person,
    school: School,
    second_school: School,
    other_school: School,
) -> None:
    doing = doing_as(office)

    assert refusal(lambda: move_person(doing, noor.pk, to=other_school, on=NEXT_WEEK)) == "not_yours"
    assert refusal(lambda: move_person(doing, noor.pk, to=school, on=NEXT_WEEK)) == "not_to_move"
    assert refusal(lambda: move_person(doing, bram.pk, to=second_school, on=NEXT_WEEK)) == "not_to_move"
    assert refusal(lambda: move_person(doing, noor.pk, to=second_school, on=date(2025, 8, 1))) == "day_wrong"


def test_an_institution_that_turns_out_to_be_human_needs_a_human_name(
    doing_as: As, office: Person, noor: Person, school: School
) -> None:
    made = add_person(doing_as(office), school=school, role="vrijwilliger", last="Oma 2", institution=True)

    assert refusal(lambda: edit_person(doing_as(office), made.pk, seen_version=1, institution=False)) == "name_sign"


def test_an_actor_that_is_neither_a_person_nor_a_system_may_do_nothing(system: Doing, school: School) -> None:
    stranger = Doing(Ref("zaak", "12"), system.board, system.at)

    assert refusal(lambda: add_person(stranger, school=school, last="Post")) == "no_right"
