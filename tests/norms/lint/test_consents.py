"""A consent asked of somebody whom it is not about."""

from __future__ import annotations

import pytest

from tests.norms.lint.looking import found
from tests.norms.school import clause, pack

PARENTS = [{"rol": "ouder"}]
BY_AGE = [{"rol": "leerling", "als": "leeftijd >= 16"}, {"rol": "ouder", "als": "leeftijd < 16"}]


def photos(about, signers, **keys):
    """No photo without the yes of these people."""
    ban = {"soort": "verbod", "handeling": ["plaatsen"], "per": "persoon_in_beeld", "als": about, "tenzij": ["ja"]}
    asked = {"levert": "ja", "voor": ["foto"], "door": signers, "geldig": "tot_intrekking", "vooraf": True}
    return pack(clause("10", norm=ban, toestemmingseis={**asked, **keys}))


def codes(pack):
    return [one.code for code in ("toestemming_van_ander", "niemand_kan_ja_zeggen") for one in found(pack, code)]


def test_a_photo_of_a_teacher_that_needs_the_parents_is_found():
    assert codes(photos("herkenbaar en rol in [leerling, medewerker]", PARENTS)) == ["toestemming_van_ander"]


def test_the_example_shows_the_grown_up():
    (finding,) = found(photos("herkenbaar", PARENTS), "toestemming_van_ander")

    (person,) = finding.example.people["in_beeld"]
    assert (person.facts["rol"], person.facts["leeftijd"]) == (("leerkracht",), 35)


def test_a_grown_up_of_whom_nobody_may_say_yes_is_loud():
    nobody = [{"rol": "ouder", "als": "leeftijd < 16"}]

    assert codes(photos("herkenbaar", nobody)) == ["niemand_kan_ja_zeggen"]


@pytest.mark.parametrize(
    ("about", "signers"),
    [
        ("herkenbaar en rol is leerling", PARENTS),
        ("herkenbaar en rol is leerling", BY_AGE),
        ("herkenbaar", [*PARENTS, {"rol": "zelf", "als": "rol is niet leerling"}]),
    ],
)
def test_parents_may_decide_about_pupils_and_people_about_themselves(about, signers):
    assert codes(photos(about, signers)) == []


def test_where_silence_is_a_yes_nobody_is_asked():
    assert codes(photos("herkenbaar", PARENTS, bezwaar=True)) == []
