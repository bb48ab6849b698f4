"""A permission with `alleen`: within its field everything else is forbidden, by the same clause."""

from __future__ import annotations

import pytest

from tests.cast import NOOR, SEM
from tests.norms.school import clause, judge, outcome, rule, school


def only(**keys):
    """Employees may post, but only about school and not without the disclaimer."""
    base = {"wie": ["medewerker"], "handeling": "plaatsen", "als": "betreft_school", "alleen": True}
    return rule("1", "toestemming", **{**base, **keys})


NEWS = {"wie": "leerkracht", "handeling": "plaatsen", "betreft_school": True}


@pytest.mark.parametrize(("said", "told"), [(True, "mag"), (False, "mag_niet"), (None, "onzeker")])
def test_in_its_field_what_it_does_not_allow_is_forbidden(said, told):
    """Without `binnen` the field is: the same people, action, medium and occasion."""
    found = judge(school(only(mits="disclaimer")), **NEWS, disclaimer=said)

    assert (found.as_handed_in, found.clauses) == (told, ("1",))


@pytest.mark.parametrize("changed", [{"wie": "leerling"}, {"handeling": "liken"}, {"betreft_school": False}])
def test_outside_its_field_it_says_nothing(changed):
    """Someone else, something else, another occasion."""
    assert outcome(school(only(mits="disclaimer")), **{**NEWS, "disclaimer": False, **changed}) == ("voorleggen")


def test_what_takes_the_permission_away_makes_it_forbidden():
    """`tenzij` on a permission."""
    under = school(only(tenzij="embargo"))

    assert outcome(under, **NEWS, embargo=False) == "mag"
    assert outcome(under, **NEWS, embargo=True) == "mag_niet"


def test_a_field_of_its_own_is_wider_than_the_permission():
    """`binnen` takes the place of action, medium and occasion."""
    under = school(only(binnen="medium is instagram"))

    assert outcome(under, **NEWS, medium="instagram") == "mag"
    assert outcome(under, **{**NEWS, "handeling": "liken"}, medium="instagram") == "mag_niet"
    assert outcome(under, **{**NEWS, "handeling": "liken"}, medium="website") == "voorleggen"
    assert outcome(under, **{**NEWS, "wie": "leerling"}, medium="instagram") == "voorleggen"


def test_the_ban_may_address_others_as_well():
    """`rest`: only employees may, so pupils may not."""
    under = school(only(rest=["leerling"]))

    assert outcome(under, **NEWS) == "mag"
    assert outcome(under, **{**NEWS, "wie": "leerling"}) == "mag_niet"
    assert outcome(under, **{**NEWS, "wie": "ouder"}) == "voorleggen"


def test_what_spares_from_the_ban_is_no_permission():
    """`behoudens`: not forbidden here, and not allowed here either."""
    under = school(only(mits="disclaimer", behoudens=["account is school"]))

    assert outcome(under, **NEWS, disclaimer=False, account="school") == "voorleggen"
    assert outcome(under, **NEWS, disclaimer=False, account="prive") == "mag_niet"
    assert outcome(under, **NEWS, disclaimer=True, account="prive") == "mag"


def test_another_norm_may_lift_the_ban():
    """As it lifts any prohibition of the clause."""
    lifter = rule("2", "toestemming", als="tijdens_les", uitzondering_op=["1"])
    under = school(only(mits="disclaimer"), lifter)

    assert judge(under, **NEWS, disclaimer=False, tijdens_les=True).clauses == ("2",)
    assert outcome(under, **NEWS, disclaimer=False, tijdens_les=False) == "mag_niet"


class TestPerPerson:
    """Only people who agreed may be shown: the permission for all, the ban for each."""

    under = school(
        clause(
            "1",
            toestemmingseis={"levert": "ja", "voor": ["foto"], "door": [{"rol": "ouder"}]},
            norm={"soort": "toestemming", "per": "persoon_in_beeld", "als": "herkenbaar", "mits": "ja", "alleen": True},
        )
    )

    @pytest.mark.parametrize(
        ("noor", "sem", "told"),
        [
            ("gegeven", "gegeven", "mag"),
            ("gegeven", "geweigerd", "mag_niet"),
            ("geweigerd", "geweigerd", "mag_niet"),
            ("gegeven", None, "onzeker"),
            ("geweigerd", None, "mag_niet"),
        ],
    )
    def test_one_who_did_not_agree_is_enough(self, noor, sem, told):
        people = [
            NOOR.shown(herkenbaar=True, toestemming=noor),
            SEM.shown(herkenbaar=True, **({"toestemming": sem} if sem else {})),
        ]

        assert outcome(self.under, in_beeld=people, inhoud=["foto"]) == told

    def test_the_answer_names_whom_it_is_about(self):
        people = [
            NOOR.shown(herkenbaar=True, toestemming="gegeven"),
            SEM.shown(herkenbaar=True, toestemming="geweigerd"),
        ]

        found = judge(self.under, in_beeld=people, inhoud=["foto"])

        assert [(reason.effect, reason.person) for reason in found.reasons] == [("verbiedt", "sem")]

    def test_nobody_shown_is_nobody_who_did_not_agree(self):
        assert outcome(self.under, in_beeld=[], inhoud=["foto"]) == "mag"

    def test_who_is_shown_must_be_told(self):
        assert outcome(self.under, inhoud=["foto"]) == "onzeker"


def test_a_field_with_nobody_in_view_may_still_be_taken_away():
    """What takes away the permission as a whole counts also when nobody is shown."""
    under = school(only(per="persoon_in_beeld", als="niet herkenbaar", tenzij="embargo"))

    assert outcome(under, **NEWS, in_beeld=[], embargo=False) == "mag"
    assert outcome(under, **NEWS, in_beeld=[], embargo=True) == "voorleggen"
