"""The pages of the functioneel beheerder: own school only, every save in the journal, nothing deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from magdit.areas.people import admin_scope
from magdit.areas.people.models import Account, Board, Group, Guardianship, Membership, Person, Role, School
from tests.areas.conftest import NOON, YEAR
from tests.areas.people.conftest import Lines
from tests.cast import TODAY
from tests.signed_in import sign_in

pytestmark = pytest.mark.django_db
PAGES = ("board", "school", "person", "role", "group", "membership", "guardianship", "account")
As = Callable[..., Client]


@pytest.fixture(autouse=True)
def _on_the_day_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admin_scope.timezone, "now", lambda: NOON)


@pytest.fixture
def signed_in() -> As:
    """`signed_in(person)`: their browser, with the admin open to them as far as their role goes."""

    def made(person: Person | None, *, superuser: bool = False) -> Client:
        login = str(person.pk) if person else "computer"
        account = Account.objects.create_user(login, person=person, is_staff=True, is_superuser=superuser)
        return sign_in(Client(), account)

    return made


def page(kind: str, what: str = "changelist", *args: object) -> str:
    return reverse(f"admin:people_{kind}_{what}", args=args)


def form_of(person: Person, **changes: object) -> dict[str, object]:
    fields = ("first", "called", "infix", "last", "born", "email", "language", "left_on")
    told = {field: getattr(person, field) or "" for field in fields}
    return {**told, "seen_version": person.version, **changes}


def test_the_beheerder_sees_the_people_of_the_own_school_only(
    signed_in: As, keeper: Person, noor: Person, tim: Person, pim: Person
) -> None:
    answer = signed_in(keeper).get(page("person")).content.decode()

    assert "Dijk" in answer
    assert "Post" not in answer
    assert "Ver<" not in answer


@pytest.mark.parametrize("who", ["bram", "office", "fatima", "noors_mother", "noor"])
def test_who_is_no_beheerder_comes_nowhere(
    who: str, request: pytest.FixtureRequest, signed_in: As, noor: Person
) -> None:
    """Also when somebody ticked "mag in het beheer" by mistake."""
    client = signed_in(request.getfixturevalue(who))

    for kind in PAGES:
        assert client.get(page(kind)).status_code == 403
    assert client.post(page("person", "change", noor.pk), form_of(noor, last="X")).status_code == 403


def test_a_beheerder_next_door_reaches_no_row_of_ours(
    signed_in: As,
    olaf: Person,
    noor: Person,
    noors_mother: Person,
    group_6a: Group,
    school: School,
    other_school: School,
) -> None:
    Role.objects.filter(person=olaf).update(role="beheerder")
    client = signed_in(olaf)
    rows = {
        "person": noor.pk, "school": school.pk, "board": school.board_id, "group": group_6a.pk,
        "guardianship": Guardianship.objects.get().pk, "membership": Membership.objects.get().pk,
        "role": Role.objects.get(person=noor).pk,
    }  # fmt: skip

    for kind, key in rows.items():
        assert client.get(page(kind, "change", key)).status_code == 302, kind
        assert "Dijk" not in client.get(page(kind)).content.decode()
        assert "De Linde" not in client.get(page(kind)).content.decode()
    found = client.get(
        reverse("admin:autocomplete"),
        {"app_label": "people", "model_name": "role", "field_name": "person", "term": "Dijk"},
    )
    assert found.json()["results"] == []


def test_a_posted_id_of_another_board_is_no_choice(signed_in: As, keeper: Person, pim: Person, school: School) -> None:
    client = signed_in(keeper)

    answer = client.post(page("role", "add"), {"person": pim.pk, "role": "oop", "school": school.pk})

    assert answer.status_code == 200
    assert not Role.objects.filter(person=pim, role="oop").exists()


def test_a_saved_person_has_a_line_in_the_journal_and_none_in_djangos_log(
    signed_in: As, keeper: Person, noor: Person, lines: Lines
) -> None:
    answer = signed_in(keeper).post(page("person", "change", noor.pk), form_of(noor, called="Nora"))

    noor.refresh_from_db()
    assert (answer.status_code, noor.called, noor.version) == (302, "Nora", 2)
    assert lines.verbs() == ["persoon gewijzigd"]
    assert str(keeper.pk) in lines.whole()
    assert not LogEntry.objects.exists()


def test_who_saved_late_is_told_and_keeps_what_they_typed(
    signed_in: As, keeper: Person, noor: Person, lines: Lines
) -> None:
    Person.objects.filter(pk=noor.pk).update(version=2)

    answer = signed_in(keeper).post(page("person", "change", noor.pk), form_of(noor, called="Nora"))

    assert "Iemand anders heeft dit veranderd" in answer.content.decode()
    assert 'value="Nora"' in answer.content.decode()
    noor.refresh_from_db()
    assert noor.called == "Noor"
    assert lines.verbs() == ["gezien"]


def test_an_emoji_in_a_name_is_refused_in_words(signed_in: As, keeper: Person, noor: Person) -> None:
    answer = signed_in(keeper).post(page("person", "change", noor.pk), form_of(noor, called="Noor 🌸"))

    assert "een teken dat niet in een naam hoort" in answer.content.decode()


def test_a_pupil_is_enrolled_and_leaves(signed_in: As, keeper: Person, school: School, lines: Lines) -> None:
    client = signed_in(keeper)
    told = {"school": school.pk, "role": "leerling", "called": "Yara", "last": "Amrani", "language": "nl"}
    client.post(page("person", "add"), told)
    yara = Person.objects.get(last="Amrani")

    client.post(page("person", "change", yara.pk), form_of(yara, left_on="2026-03-03"))

    yara.refresh_from_db()
    assert yara.left_on == TODAY
    assert lines.verbs() == ["persoon toegevoegd", "persoon vertrokken"]


def test_a_new_guardian_is_added_with_the_bond(signed_in: As, keeper: Person, noor: Person, lines: Lines) -> None:
    told = {
        "child": noor.pk,
        "last": "Stichting Voogdij 3",
        "institution": "on",
        "relation": "voogd",
        "authority": "ja",
    }
    client = signed_in(keeper)
    assert "hoort wie dat zei" in client.post(page("guardianship", "add"), told).content.decode()
    assert lines.verbs() == []

    client.post(page("guardianship", "add"), {**told, "source": "uitspraak"})

    assert str(Guardianship.objects.get(child=noor).guardian) == "Stichting Voogdij 3"
    assert lines.verbs() == ["persoon toegevoegd", "verzorger verbonden"]


def test_looking_at_authority_and_changing_it_are_both_told_to_the_journal(
    signed_in: As, keeper: Person, noors_father: Person, lines: Lines
) -> None:
    client = signed_in(keeper)
    bond = Guardianship.objects.get(guardian=noors_father)
    change = page("guardianship", "change", bond.pk)

    assert client.get(change).status_code == 200
    client.post(change, {"authority": "nee", "source": "uitspraak", "since": "2026-03-01", "seen_version": 1})

    bond.refresh_from_db()
    assert bond.authority == "nee"
    assert lines.verbs() == ["gezien", "gezag gewijzigd"]


def test_roles_groups_and_members_are_kept_by_actions(
    signed_in: As, keeper: Person, bram: Person, noor: Person, school: School, lines: Lines
) -> None:
    client = signed_in(keeper)
    client.post(page("role", "add"), {"person": bram.pk, "role": "oop", "school": school.pk})
    role = Role.objects.get(person=bram, role="oop")
    client.post(page("role", "change", role.pk), {"ends": "2026-04-01"})
    client.post(page("group", "add"), {"school": school.pk, "year": YEAR, "name": "7", "kind": "klas"})
    group = Group.objects.get(name="7")
    client.post(page("membership", "add"), {"person": noor.pk, "group": group.pk, "role": "leerling"})
    member = Membership.objects.get(group=group)
    client.post(page("membership", "change", member.pk), {"ends": "2026-04-01"})

    assert lines.verbs() == ["rol gegeven", "rol beeindigd", "groep gemaakt", "in groep gezet", "uit groep gehaald"]


def test_a_beheerder_does_not_give_themself_a_role_or_an_account(signed_in: As, keeper: Person, school: School) -> None:
    client = signed_in(keeper)

    answer = client.post(page("role", "add"), {"person": keeper.pk, "role": "directeur", "school": school.pk})

    assert "uzelf geen rol geven" in answer.content.decode()
    assert client.get(page("account")).status_code == 403
    assert client.get(page("board", "add")).status_code == 403


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_deleted_in_the_admin(signed_in: As, noor: Person, noors_mother: Person, kind: str) -> None:
    """Not even by who keeps the computer."""
    client = signed_in(None, superuser=True)
    rows = {"board": Board, "school": School, "person": Person, "role": Role, "group": Group, "membership": Membership,
            "guardianship": Guardianship, "account": Account}  # fmt: skip
    row = rows[kind].objects.first()
    assert row is not None

    assert client.get(page(kind)).status_code == 200
    assert client.post(page(kind, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert client.post(page(kind), {"action": "delete_selected", "_selected_action": str(row.pk)}).status_code in {
        200,
        302,
    }
    assert rows[kind].objects.filter(pk=row.pk).exists()


def test_who_keeps_the_computer_founds_a_board_a_school_and_gives_an_account(
    signed_in: As, school: School, keeper: Person, lines: Lines
) -> None:
    client = signed_in(None, superuser=True)
    client.post(page("board", "add"), {"name": "Stichting De Es", "parents_needed": "een", "keep_years": 2})
    board = Board.objects.get(name="Stichting De Es")
    told = {"board": board.pk, "code": "de-es", "name": "De Es", "protocol": "ozhw", "mirror_days": 7}
    client.post(page("school", "add"), told)
    client.post(
        page("account", "add"),
        {"person": keeper.pk, "login": "kees", "password": "vier losse woorden hier", "is_staff": "on"},
    )

    assert School.objects.get(code="de-es").protocol == "ozhw"
    assert Account.objects.get(login="kees").check_password("vier losse woorden hier")
    assert sorted(lines.verbs()) == ["account gegeven", "bestuur toegevoegd", "school toegevoegd"]
    assert "account:" in lines.whole()


def test_a_file_that_is_due_goes_and_one_that_is_not_stays(
    signed_in: As, keeper: Person, noor: Person, yara: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for child, left in ((noor, TODAY - timedelta(days=800)), (yara, TODAY)):
        Role.objects.filter(person=child).update(begins=left - timedelta(days=30), ends=left)
        Person.objects.filter(pk=child.pk).update(left_on=left)

    chosen = {"action": "remove_files", "_selected_action": [str(noor.pk), str(yara.pk)]}
    answer = signed_in(keeper).post(page("person"), chosen, follow=True).content.decode()

    assert "Een dossier is verwijderd." in answer
    assert "mag pas weg op" in answer
    assert set(Person.objects.filter(removed_on=TODAY)) == {noor}


def test_an_account_is_closed_and_then_comes_nowhere(signed_in: As, keeper: Person, lines: Lines) -> None:
    theirs = signed_in(keeper)
    account = Account.objects.get(person=keeper)

    signed_in(None, superuser=True).post(page("account", "change", account.pk), {})

    assert theirs.get(page("person")).status_code == 302
    assert lines.verbs() == ["account gesloten"]
