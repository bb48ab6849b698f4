"""The law beside every protocol: a grave report goes before "first a talk", and no protocol stretches a measure."""

import pytest

from magdit.norms.answering import answer
from magdit.norms.read_act import read_act
from magdit.protocols.library import Library

LIBRARY = Library()
NAMES = LIBRARY.ids()
OFFENCE = {
    "mogelijk_seksueel_misdrijf": True,
    "beschuldigden": [{"naam": "bram", "rol": "leerkracht"}],
    "slachtoffers": [{"naam": "noor", "rol": "leerling", "leeftijd": 9}],
    "overlegd_met": [],
}
TALK = {"wie": "directeur", "handeling": "gesprek_voeren", "wederpartij": [{"naam": "bram", "rol": "leerkracht"}]}
SUSPENDED = {
    "wie": "schoolleider",
    "handeling": "maatregel_nemen",
    "maatregel_leerling": "schorsing",
    "wederpartij": [{"naam": "sem", "rol": "leerling", "leeftijd": 16}],
    "besluit_op_schrift": True,
    "leerling_en_ouders_gehoord": True,
    "bezwaar_vermeld": True,
}
PUNISHED = {
    "wie": "cvb",
    "handeling": "maatregel_nemen",
    "schoolsoort": "po",
    "wederpartij": [{"naam": "bram", "rol": "leerkracht"}],
    "plichtsverzuim": True,
    "bevoegd_getekend": True,
    "voornemen_besproken": True,
}


def judged(name, **told):
    book = LIBRARY.book(name)
    return answer(book, read_act(told, book.catalogue))


@pytest.mark.parametrize("name", NAMES)
def test_nobody_talks_first_with_who_is_accused_of_an_offence_against_a_child(name):
    found = judged(name, **TALK, **OFFENCE)

    assert found.as_handed_in in {"onzeker", "mag_niet"}
    assert found.layers["wet"].clauses == ("Meldplicht-gesprek",)
    assert {"meld_bestuur", "overleg_vertrouwensinspecteur"} <= {t.duty.id for t in found.duties if t.state == "open"}


@pytest.mark.parametrize("name", NAMES)
def test_a_week_and_a_day_is_too_long_to_suspend_a_pupil(name):
    found = judged(name, **SUSPENDED, schorsing_dagen=8)

    assert (found.as_handed_in, found.layers["wet"].clauses) == ("mag_niet", ("Schorsing",))


@pytest.mark.parametrize("name", NAMES)
def test_a_week_is_not_forbidden_by_the_law(name):
    assert judged(name, **SUSPENDED, schorsing_dagen=7).layers["wet"].as_handed_in == "niet_geregeld"


@pytest.mark.parametrize("name", NAMES)
def test_a_protocol_cannot_make_a_punishment_that_the_collective_agreement_does_not_know(name):
    found = judged(name, **PUNISHED, maatregel_medewerker="waarschuwing")

    assert (found.as_handed_in, found.layers["wet"].clauses) == ("mag_niet", ("CAO-PO",))


@pytest.mark.parametrize("name", NAMES)
def test_the_law_itself_has_nothing_against_a_reprimand_that_is_given_well(name):
    found = judged(name, **PUNISHED, maatregel_medewerker="schriftelijke_berisping")

    assert found.layers["wet"].as_handed_in == "niet_geregeld"
