"""All evidence about one person: whole for the FG, one's own for a parent, others without a name for who asks."""

from datetime import date, timedelta

import pytest

from magdit.areas.consent.proof.actions import evidence_of, someone
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from tests.areas.consent.proof.reading import complaints

pytestmark = pytest.mark.django_db


def records(document):
    return document.get("dpv:hasRecordOfActivity", [])


def states(document):
    return [record["dpv:hasConsentStatus"]["@type"] for record in records(document)]


def lines(verb):
    return Entry.objects.filter(verb=verb).count()


def test_the_fg_sees_everything_with_its_history(said, noor, noors_mother, noors_father, fg, doing_as):
    said(noors_mother, noor)
    said(noors_father, noor, state="geweigerd", text=None)
    said(noors_mother, noor, state="ingetrokken", text=None, days=1)

    document = evidence_of(doing_as(fg), noor)

    assert states(document) == ["dpv:ConsentGiven", "dpv:ConsentRefused", "dpv:ConsentWithdrawn"]
    assert records(document)[2]["dct:replaces"] == {"@id": records(document)[0]["@id"]}
    assert "Joost van Dijk" in str(document)
    assert complaints(document) == ""
    assert lines("bewijs ingezien") == 1


def test_a_parent_sees_the_own_answers_and_what_holds_but_not_who_said_no(
    said, noor, noors_mother, noors_father, doing_as
):
    said(noors_mother, noor)
    said(noors_father, noor, state="geweigerd", text=None)

    document = evidence_of(doing_as(noors_mother), noor)

    assert states(document) == ["dpv:ConsentGiven"]
    assert [row["magdit:mag"] for row in document["magdit:nu"]] == [False]
    assert "Joost" not in str(document)
    assert str(noors_father.id) not in str(document)


def test_sem_of_sixteen_sees_all_about_himself_and_a_parent_is_only_a_parent(said, sem, sems_mother, doing_as):
    said(sems_mother, sem, days=-30)
    said(sem, sem, "klassenfoto", role="leerling")

    document = evidence_of(doing_as(sem), sem)

    assert len(records(document)) == 2
    assert "Els" not in str(document)
    assert str(sems_mother.id) not in str(document)
    assert str(someone("ouder")) in str(document)


def test_noor_of_nine_asks_through_a_parent(said, noor, noors_mother, doing_as):
    said(noors_mother, noor)

    with pytest.raises(Refused, match="evidence_by_parent"):
        evidence_of(doing_as(noor), noor)


@pytest.mark.parametrize("protocol", ["osvs", "ozhw", "ouderportaalschool", "verkruisen", "vsnon"])
def test_from_which_day_a_pupil_asks_for_themself_is_the_packs_own(
    said, school, sem, sems_mother, doing_as, system, protocol
):
    School.objects.filter(pk=school.pk).update(protocol=protocol)
    said(sems_mother, sem, days=-30)

    with pytest.raises(Refused, match="evidence_by_parent"):
        evidence_of(doing_as(sem, at=system.at - timedelta(days=1)), sem)

    assert len(records(evidence_of(doing_as(sem), sem))) == 1


def test_who_left_school_and_is_old_enough_sees_their_own_file(said, sem, sems_mother, doing_as, system):
    said(sems_mother, sem, days=-30)
    sem.roles.update(ends=system.today - timedelta(days=1))

    assert len(records(evidence_of(doing_as(sem), sem))) == 1


def test_nobody_else_sees_the_file(said, noor, noors_mother, bram, fatima, office, olaf, doing_as, other_board):
    said(noors_mother, noor)

    for who in (bram, fatima, office, olaf):
        with pytest.raises(Refused):
            evidence_of(doing_as(who), noor)
    with pytest.raises(Refused, match="not_yours"):
        evidence_of(doing_as(olaf, board=other_board), noor)
    assert lines("bewijs ingezien") == 0


def test_what_came_from_the_administration_is_told_and_claims_no_proof(said, noor, fg, doing_as):
    said(None, noor, text=None, source="spiegel", as_of=date(2026, 2, 27), role="ouder")

    document = evidence_of(doing_as(fg), noor)

    assert records(document) == []
    (told_,) = document["magdit:heeftAntwoord"]
    assert (told_["@type"], told_["magdit:bron"]) == ("magdit:AntwoordZonderTekst", "spiegel")


def test_someone_about_whom_nothing_was_said_has_an_empty_file(laid, noor, fg, doing_as):
    document = evidence_of(doing_as(fg), noor)

    assert records(document) == []
    assert document["dpv:hasDataSubject"]["schema:name"] == "Noor"
