"""Consents in a table of the pupil administration: looked at, taken over as a whole, and exported per class."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.consent.actions import refuse
from magdit.areas.consent.exports import export_consents
from magdit.areas.consent.imports import headings_of_items, look, take_over
from magdit.areas.consent.models import Answer
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports.mapped import read_mapped
from magdit.areas.people.imports.mappings import mapping_for
from magdit.cli.import_shown import answer_lines
from tests import cast
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def mirroring(school):
    """De Linde, which keeps its consents in the pupil administration."""
    school.mirror = True
    school.save()
    return school


@pytest.fixture
def listed(mirroring, website, tmp_path):
    """`listed(rows)`: a table with a column for the item, read by what its headings propose."""

    def read(*rows, head="Roepnaam leerling;Achternaam leerling;Geboortedatum;website-foto", day=cast.TODAY):
        source = tmp_path / "toestemmingen.csv"
        source.write_bytes("\r\n".join((head, *rows)).encode("cp1252"))
        items = headings_of_items(mirroring)
        mapping = mapping_for(mirroring, source, name="", kind="toestemmingen", items=items)
        return read_mapped(source, mapping, items, as_of=day)

    return read


NOOR = "Noor;van Dijk;06-05-2016;"
SEM = "Sem;de Boer;03-03-2010;"


def test_looking_shows_what_is_new_and_writes_nothing(system, mirroring, listed, noor, sem):
    found = look(system, mirroring, listed(f"{NOOR}Ja", f"{SEM}nee"))

    assert [(one.person, one.state) for one in found.new] == [(noor.pk, "gegeven"), (sem.pk, "geweigerd")]
    assert Answer.objects.count() == Entry.objects.count() == 0


def test_an_empty_cell_is_no_answer(system, mirroring, listed, noor):
    assert look(system, mirroring, listed(NOOR, f"{NOOR}ja")).rows[0].state == "gegeven"


def test_taken_over_it_stands_as_said_and_again_it_is_only_confirmed(system, mirroring, listed, noor):
    take_over(system, mirroring, listed(f"{NOOR}ja"))
    again = look(system, mirroring, listed(f"{NOOR}ja"))
    _, taken = take_over(system, mirroring, listed(f"{NOOR}ja"))

    assert (again.new, again.changed, again.same) == ([], [], 1)
    assert (taken.changed, taken.confirmed) == (0, 1)
    assert Answer.objects.get().source == "spiegel"


def test_a_yes_that_became_no_is_a_change(system, mirroring, listed, noor):
    take_over(system, mirroring, listed(f"{NOOR}ja", day=cast.TODAY - timedelta(days=7)))

    found = look(system, mirroring, listed(f"{NOOR}nee"))

    assert [(one.state, was) for one, was in found.changed] == [("geweigerd", "gegeven")]


def test_from_sixteen_an_unnamed_no_is_the_pupils_own_and_an_unnamed_yes_is_not(system, mirroring, listed, sem):
    no = look(system, mirroring, listed(f"{SEM}nee")).rows[0]
    yes = look(system, mirroring, listed(f"{SEM}ja")).rows[0]

    assert (no.role, no.giver) == ("leerling", sem.pk)
    assert (yes.role, yes.giver) == ("ouder", None)


def test_a_row_about_nobody_or_about_a_parent_stops_the_whole(system, mirroring, listed, noor, noors_mother):
    for row in ("Niemand;Hier;06-05-2016;ja", "Mira;Bakker;;nee"):
        with pytest.raises(Refused) as refused:
            take_over(system, mirroring, listed(f"{NOOR}ja", row))

        assert refused.value.code == "import_astray"
        assert Answer.objects.count() == 0


def test_a_row_may_say_which_parent_answered(system, mirroring, listed, noor, noors_mother):
    head = "Nummer kind;Nummer verzorger;Onderwerp;Antwoord;Datum"
    row = f"{noor.pk};{noors_mother.pk};website-foto;nee;01-03-2026"

    take_over(system, mirroring, listed(row, head=head))

    answer = Answer.objects.get()
    assert (answer.giver_id, answer.state, answer.role) == (noors_mother.pk, "geweigerd", "ouder")


def test_a_school_that_asks_itself_takes_no_list_over(system, school, listed, noor):
    delivery = listed(f"{NOOR}ja")
    school.mirror = False

    with pytest.raises(Refused) as refused:
        look(system, school, delivery)

    assert refused.value.code == "not_a_mirror"


def test_olaf_takes_nothing_over(doing_as, mirroring, listed, noor, olaf):
    with pytest.raises(Refused):
        look(doing_as(olaf), mirroring, listed(f"{NOOR}ja"))


def test_consents_leave_per_class_and_never_say_who(system, mirroring, listed, noor, sem, board):
    make_item(board, "krant", channel="nieuwsbrief")
    take_over(system, mirroring, listed(f"{NOOR}ja", f"{SEM}nee"))

    table = export_consents(system, mirroring)

    assert table.headings[:5] == ("klas", "magdit-nummer", "roepnaam", "voorvoegsel", "achternaam")
    at = table.headings.index("website-foto")
    assert [(row[0], row[2], row[at]) for row in table.rows] == [("4V", "Sem", "nee"), ("6A", "Noor", "ja")]
    assert "ouder" not in repr(table.rows)


def test_an_export_of_consents_is_told_in_the_journal(system, mirroring, website, noor):
    export_consents(system, mirroring)

    assert Entry.objects.filter(verb="lijst uitgevoerd").count() == 1


def test_the_office_is_told_where_the_administration_still_says_yes_after_a_no_of_here(
    system, doing_as, mirroring, listed, noor, noors_mother, website
):
    refuse(doing_as(noors_mother), noor, website)

    found, taken = take_over(system, mirroring, listed(f"{NOOR}ja"))

    assert found.against == taken.against == 1
    assert any("Dat nee blijft gelden" in line for line in answer_lines(mirroring, found, tasks=taken.tasks))
