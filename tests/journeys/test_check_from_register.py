"""A draft checked against the register: the same verdict as with the school's own lists, and a line in the journal."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from magdit.areas.consent.actions import give, refuse, withdraw
from magdit.areas.consent.loading import load
from magdit.areas.consent.models import Answer, Item, ItemText
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Guardianship, Person, Role, School
from magdit.cli.main import run
from magdit.journeys.check_from_register import from_register, roster_of
from tests.areas import conftest as rows
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
board, school, second_school, other_board = rows.board, rows.school, rows.second_school, rows.other_board
other_school, group_6a, group_4v, noor, sem = rows.other_school, rows.group_6a, rows.group_4v, rows.noor, rows.sem
noors_mother, noors_father, sems_mother = rows.noors_mother, rows.noors_father, rows.sems_mother
bram, fatima, olaf, doing_as = rows.bram, rows.fatima, rows.olaf, rows.doing_as
As = Callable[..., Doing]
SHOWN = "voornaam;tussenvoegsel;achternaam;foto;herkenbaar;genoemd;bovenkleding\nNoor;van;Dijk;foto.jpg;ja;nee;ja\n"
ROSTER = """\
id;voornaam;tussenvoegsel;achternaam;rol;geboortedatum;groep
1;Noor;van;Dijk;leerling;06-05-2016;6A
2;Sem;de;Boer;leerling;03-03-2010;4V
3;Bram;;Visser;leerkracht;;
"""


@pytest.fixture
def website(school: School) -> Item:
    """Photos on the website."""
    item = Item.objects.create(
        board=school.board, code="website-foto", purpose="school_laten_zien", channel="website", covers=["foto"]
    )
    ItemText.objects.create(item=item, version=1, title="Mag dit?", body="Nee mag.", made_at=rows.NOON, mark="0" * 64)
    return item


@dataclass(frozen=True)
class Checks:
    """Checks a photo of Noor for the website, and tells the verdict."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def shows(self, row: str) -> None:
        """Someone else than Noor is in the photo; what the author says that they are comes last, if at all."""
        head = SHOWN.splitlines()[0]
        head += ";rol" * (row.count(";") - head.count(";"))
        (self.folder / "in.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")

    def verdict(self, *words: str, moment: str = "2026-03-03T14:00") -> tuple[str, str]:
        told = self.receipt(*words, moment=moment)
        return str(told["as_handed_in"]), str(told["verdict"])

    def receipt(self, *words: str, moment: str = "2026-03-03T14:00") -> dict[str, Any]:
        run(self._command(*words, moment=moment))
        said = self.capsys.readouterr()
        assert said.out.startswith("{"), said
        return dict(json.loads(said.out))

    def refused(self, *words: str) -> tuple[int, str]:
        code = run(self._command(*words, moment="2026-03-03T14:00"))
        return code, self.capsys.readouterr().err

    def by_lists(self, consents: str) -> tuple[str, str]:
        (self.folder / "toestemming.csv").write_text(consents, encoding="utf-8")
        lists = ("--leerlingen", str(self.folder / "leerlingen.csv"))
        return self.verdict("--protocol", "osvs", *lists, "--toestemming", str(self.folder / "toestemming.csv"))

    def _command(self, *words: str, moment: str) -> list[str]:
        who = ["--als", "leerkracht", "--medium", "website", "--namens-school", "--moment", moment, "--json"]
        facts = ["--feit", "betreft_school=ja", "--feit", "tijdens_les=nee", "--feit", "auteursrecht=nee"]
        return ["check", str(self.folder / "foto.jpg"), *who, *facts, "--in-beeld", str(self.folder / "in.csv"), *words]


@pytest.fixture
def checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Checks:
    (tmp_path / "in.csv").write_text(SHOWN, encoding="utf-8")
    (tmp_path / "leerlingen.csv").write_text(ROSTER, encoding="utf-8")
    Image.new("RGB", (96, 96), (90, 140, 200)).save(tmp_path / "foto.jpg")
    return Checks(tmp_path, capsys)


HEAD = "voornaam;tussenvoegsel;achternaam;door;naam_ouder;staat;datum;vorm;dekt;kanalen;gezag\n"


def line(parent: str, state: str, authority: str = "ja") -> str:
    """A row of the school's own list of answers about Noor."""
    return f"Noor;van;Dijk;ouder;{parent};{state};03-03-2026;digitaal akkoord;foto;website;{authority}\n"


def authority(guardian: Person, is_so: str) -> None:
    Guardianship.objects.filter(guardian=guardian).update(authority=is_so)


@pytest.mark.parametrize(
    ("mother", "father", "fathers_authority", "listed"),
    [
        (give, None, "ja", line("Mira", "gegeven")),
        (refuse, None, "ja", line("Mira", "geweigerd")),
        (give, refuse, "ja", line("Mira", "gegeven") + line("Joost", "geweigerd")),
        (give, refuse, "onbekend", line("Mira", "gegeven") + line("Joost", "geweigerd", "onbekend")),
        (None, give, "ja", line("Joost", "gegeven")),
    ],
)
def test_the_register_and_the_schools_own_lists_give_the_same_verdict(
    checks: Checks, doing_as: As, noor: Person, noors_mother: Person, noors_father: Person, bram: Person, website: Item,
    mother: Any, father: Any, fathers_authority: str, listed: str,
) -> None:  # fmt: skip
    authority(noors_father, fathers_authority)
    for said, parent in ((mother, noors_mother), (father, noors_father)):
        if said is not None:
            said(doing_as(parent), noor, website)

    assert checks.verdict("--school", "de-linde") == checks.by_lists(HEAD + listed)


def test_one_yes_makes_it_mag_and_a_withdrawal_ends_that_at_once(
    checks: Checks, doing_as: As, noor: Person, noors_mother: Person, website: Item
) -> None:
    assert checks.verdict("--school", "de-linde") == ("mag_niet", "mag_mits")

    give(doing_as(noors_mother), noor, website)
    assert checks.verdict("--school", "de-linde")[0] == "mag"

    withdraw(doing_as(noors_mother), noor, website)
    assert checks.verdict("--school", "de-linde")[0] == "mag_niet"


def test_a_yes_of_this_school_year_is_none_in_the_next(
    checks: Checks, doing_as: As, noor: Person, noors_mother: Person, website: Item
) -> None:
    """The pack of De Linde asks every year."""
    give(doing_as(noors_mother), noor, website)

    assert checks.verdict("--school", "de-linde", moment="2026-07-31T14:00")[0] == "mag"
    assert checks.verdict("--school", "de-linde", moment="2026-08-01T14:00")[0] != "mag"


def test_answers_of_the_pupil_administration_that_are_too_old_are_asked_again(
    checks: Checks, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    School.objects.update(mirror=True)
    Answer.objects.create(
        item=website, person=noor, giver=noors_mother, role="ouder", state="gegeven", at=rows.NOON, form="schriftelijk",
        source="spiegel", as_of=TODAY, entered_by="import", number=1,
    )  # fmt: skip
    assert checks.verdict("--school", "de-linde")[0] == "mag"

    Answer.objects.update(as_of=TODAY - timedelta(days=8))

    assert checks.verdict("--school", "de-linde")[0] == "onzeker"


def test_the_journal_has_one_line_for_the_look_at_the_consents(
    checks: Checks, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    checks.verdict("--school", "de-linde")

    (entry,) = Entry.objects.all()
    assert (entry.verb, entry.object, entry.actor) == ("gezien", str(school.pk), "check")
    assert json.loads(entry.details) == {"dag": "2026-03-03", "mensen": 1, "wat": "toestemmingen"}


def test_a_list_of_the_school_beside_the_register_is_refused_and_so_is_no_protocol_at_all(
    checks: Checks, school: School, noor: Person
) -> None:
    code, said = checks.refused("--school", "de-linde", "--leerlingen", "lijst.csv")
    assert (code, "Bij --school komen de lijsten uit het register." in said) == (2, True)

    code, said = checks.refused()
    assert (code, "--protocol of --school" in said) == (2, True)

    code, said = checks.refused("--school", "de-lindel")
    assert (code, "De school 'de-lindel' kennen we niet. Bedoelde u de-linde?" in said) == (2, True)


def test_a_purpose_is_of_the_register_and_one_that_was_asked_about(
    checks: Checks, school: School, noor: Person, website: Item
) -> None:
    code, said = checks.refused("--school", "de-linde", "--doel", "school_laten_zein")
    assert (code, "niets gevraagd. Bedoelde u school_laten_zien?" in said) == (2, True)

    code, said = checks.refused("--protocol", "osvs", "--doel", "school_laten_zien")
    assert (code, "Bij --doel hoort --school" in said) == (2, True)


def test_everyone_of_the_school_is_on_the_roster_and_nobody_else(
    school: School, noor: Person, sem: Person, bram: Person, olaf: Person, noors_mother: Person, second_school: School
) -> None:
    roster = roster_of(school, TODAY)

    assert {(each.display, each.role, each.group) for each in roster} == {
        ("Noor van Dijk", "leerling", "6A"),
        ("Sem de Boer", "leerling", "4V"),
        ("Bram Visser", "leerkracht", ""),
    }
    assert not len(roster_of(second_school, TODAY))


@pytest.mark.parametrize("also", [("mr",), ("fg", "vertrouwenspersoon"), ("gmr", "mr", "rvt")])
def test_who_is_more_than_one_thing_is_judged_in_all_of_it_by_the_check_and_by_the_register(
    checks: Checks, school: School, also: tuple[str, ...]
) -> None:
    School.objects.filter(pk=school.pk).update(protocol="verkruisen")
    mieke = rows.employee(school, "oop", called="Mieke", last="Raad")
    checks.shows("Mieke;;Raad;foto.jpg;ja;nee;ja")
    as_staff_alone = checks.verdict("--school", "de-linde")
    for role in also:
        Role.objects.create(person=mieke, school=school, role=role)

    (listed,) = roster_of(school, TODAY)
    assert set(listed.roles) == {"oop", *also} == set(load(school, TODAY).subjects[mieke.pk].roles)
    assert checks.verdict("--school", "de-linde") == as_staff_alone
    assert as_staff_alone[0] != "mag"
    checks.shows(f"Mieke;;Raad;foto.jpg;ja;nee;ja;{also[0]}")
    assert checks.verdict("--school", "de-linde") == as_staff_alone


def test_a_pupil_on_the_council_is_still_called_a_pupil(school: School, noor: Person) -> None:
    Role.objects.create(person=noor, school=school, role="mr")

    (listed,) = roster_of(school, TODAY)

    assert (listed.role, listed.more) == ("leerling", ("mr",))


def test_who_left_is_no_longer_on_it(school: School, noor: Person) -> None:
    noor.roles.update(ends=TODAY)

    assert len(roster_of(school, TODAY)) == 1
    assert not len(roster_of(school, TODAY + timedelta(days=1)))


def test_nobody_who_signs_in_gets_a_whole_school_this_way(
    doing_as: As, school: School, other_school: School, fatima: Person, olaf: Person
) -> None:
    for doing in (doing_as(fatima), doing_as(olaf), Doing(Ref("systeem", "check"), other_school.board_id, rows.NOON)):
        with pytest.raises(Refused) as refused:
            from_register(doing, school, TODAY)
        assert refused.value.code == "not_yours"
    assert not Entry.objects.exists()


def test_the_schools_own_number_is_no_personal_data_and_a_private_one_still_is(checks: Checks, school: School) -> None:
    school.own_data = "030-2345678\ndelinde.nl"
    school.save()

    own = checks.receipt("--school", "de-linde", "--tekst", "Bel 030 2345678 of mail info@delinde.nl.")
    private = checks.receipt("--school", "de-linde", "--tekst", "Bel 06-12345678.")

    assert own["text"]["findings"]["tekst"] == []
    assert [found["type"] for found in private["text"]["findings"]["tekst"]] == ["phone"]
