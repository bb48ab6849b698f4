"""A file with all that is held about someone: only the FG makes it, for someone of the own board, and it is told."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from magdit.areas.consent.actions import give
from magdit.areas.consent.mirror import Mirrored, take_mirror
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Account, ExternalId, Person, Role, School
from magdit.areas.registers.channels import add
from magdit.journeys.breaches import at_which_school, report
from magdit.journeys.export_person.gather import gathered
from magdit.journeys.export_person.hand_over import hand_over
from magdit.journeys.export_person.write import _cell
from tests import cast
from tests.areas.conftest import *  # noqa: F403  (the cast as rows)
from tests.areas.conftest import START
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def petra(board, school):
    """The FG of De Linde's board."""
    made = Person.objects.create(board=board, called="Petra", last="Peters")
    Role.objects.create(person=made, role="fg", begins=START)
    return made


def opened(handed) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(handed.content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_everything_that_names_someone_elsewhere_is_in_it(petra, doing_as, noor, board):
    Account.objects.create_user("noor-inlog", person=noor)
    ExternalId.objects.create(board=board, system="eduarte", kind="persoon", key="L-77", object=noor.pk)

    told = json.loads(opened(hand_over(doing_as(petra), noor))["gegevens.json"])

    assert told["Inloggen"][0]["aanmeldnaam"] == "noor-inlog"
    assert told["Sleutels elders"] == [{"systeem": "eduarte", "sleutel": "L-77"}]
    assert told["Uw groepen"][0]["groep"] == "6A"


def test_what_someone_did_at_work_is_in_it_without_what_it_says_of_others(petra, doing_as, bram, fatima, school):
    add(doing_as(fatima), school, medium="website", name="Website", owner=bram)
    doing = doing_as(bram)
    report(doing, bram, at_which_school(bram, doing, school), told={"what": "Noors adres ging rond."})

    handed = opened(hand_over(doing_as(petra), bram))["gegevens.json"].decode()

    told = [one["wat"] for one in json.loads(handed)["Uw taken"]]
    assert told == ["kanaal waarvoor u zorgt", "melding van een mogelijk datalek"]
    assert "Noors" not in handed


def test_the_page_tells_kinds_of_files_and_years_as_people_say_them():
    assert [_cell("soort bestand", "application/pdf"), _cell("schooljaar", 2025)] == ["pdf", "2025-2026"]
    assert _cell("soort bestand", "iets/anders") == "iets/anders"


def test_the_proof_of_an_answer_goes_along(petra, doing_as, noor, noors_mother, board):
    give(doing_as(noors_mother), noor, make_item(board))

    proof = opened(hand_over(doing_as(petra), noor))["bewijs.jsonld"].decode()

    assert str(noor.pk) in proof
    assert str(noors_mother.pk) not in proof


def test_what_the_pupil_administration_said_is_in_it(petra, doing_as, system, noor, board, school):
    School.objects.filter(pk=school.pk).update(mirror=True)
    school.refresh_from_db()
    item = make_item(board)
    take_mirror(system, school, [Mirrored(noor.pk, item.pk, "gegeven")], as_of=cast.TODAY)

    told = json.loads(opened(hand_over(doing_as(petra), noor))["gegevens.json"])

    assert told["Antwoorden over u"][0]["bron"] == "spiegel"


def test_making_it_is_told_without_a_name(petra, doing_as, noor):
    hand_over(doing_as(petra), noor)

    line = Entry.objects.get(verb="gezien")
    assert (line.actor, line.object) == (str(petra.pk), str(noor.pk))
    assert json.loads(line.details)["wat"] == "uitvoer"


@pytest.mark.parametrize("who", ["bram", "fatima", "office", "noors_mother", "noor"])
def test_nobody_but_the_fg_makes_it(request, doing_as, petra, noor, who):
    with pytest.raises(Refused) as refused:
        hand_over(doing_as(request.getfixturevalue(who)), noor)

    assert refused.value.code == "no_right"
    assert not Entry.objects.filter(verb="gezien").exists()


def test_nobody_of_another_board_is_in_it(petra, doing_as, olaf):
    with pytest.raises(Refused) as refused:
        hand_over(doing_as(petra), olaf)

    assert refused.value.code == "not_yours"


def test_a_removed_file_is_not_made_again(petra, doing_as, noor):
    noor.removed_on = cast.TODAY
    noor.save()

    with pytest.raises(Refused):
        hand_over(doing_as(petra), noor)


def test_someone_without_anything_gets_what_there_is(petra, doing_as, bram):
    held = gathered(doing_as(petra), bram)

    assert [section.title for section in held.sections if section.rows] == ["Wie u bent", "Uw rollen", "Uw groepen"]
