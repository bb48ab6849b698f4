"""Leave (akkoord): given by who may give it, to whom, for what and for how long; a refusal is not asked again."""

from __future__ import annotations

from typing import Any

import pytest

from magdit.norms.broken import BrokenPack
from tests.norms.school import clause, judge, outcome, rule, school

GIVEN = {"wat": "telefoon_in_les", "door": "leerkracht", "staat": "gegeven"}
POWERS = [
    {"wie": ["docent"], "verleent": "telefoon_in_les", "aan": ["leerling"]},
    {"wie": ["schoolleiding"], "verleent": "telefoon_in_les", "aan": ["medewerker"]},
]
UNDER = school(clause("1", bevoegdheid=POWERS, norm={"soort": "verbod", "tenzij": "telefoon_in_les"}))


def pupil(*leaves: dict[str, Any], **told: Any) -> str:
    """What comes of a phone in the lesson, in the hand of a pupil."""
    return outcome(UNDER, **{"wie": "leerling", "akkoorden": list(leaves), **told})


def test_the_teacher_gives_leave_to_a_pupil_and_the_head_to_a_teacher():
    """Each to their own; a mentor is a teacher too."""
    by_head = {**GIVEN, "door": "directeur"}

    assert pupil(GIVEN) == "mag"
    assert pupil({**GIVEN, "door": "mentor"}) == "mag"
    assert pupil(by_head) == "mag_niet"
    assert pupil(by_head, wie="leerkracht") == "mag"
    assert pupil(GIVEN, wie="leerkracht") == "mag_niet"


def test_leave_without_a_name_is_about_this_very_act():
    """And leave for something else is none."""
    assert pupil({"door": "leerkracht", "staat": "gegeven"}) == "mag"
    assert pupil({**GIVEN, "wat": "taart_bakken"}) == "mag_niet"


@pytest.mark.parametrize(
    ("state", "told"),
    [("gegeven", "mag"), ("gevraagd", "mag_niet"), ("geweigerd", "mag_niet"), ("verlopen", "mag_niet")],
)
def test_only_leave_that_was_given_counts(state, told):
    """Asked is not given."""
    assert pupil({**GIVEN, "staat": state}) == told


def test_leave_for_another_role_is_none():
    """For pupils or for whom it was given; nobody named means for whoever acts."""
    assert pupil({**GIVEN, "aan": ["ouder"]}) == "mag_niet"
    assert pupil({**GIVEN, "aan": ["leerling", "ouder"]}) == "mag"


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2026-03-03T12:59", "mag_niet"),
        ("2026-03-03T13:00", "mag"),
        ("2026-03-03T15:00", "mag"),
        ("2026-03-03T15:01", "mag_niet"),
        ("2026-03-03", "onzeker"),
        (None, "onzeker"),
    ],
)
def test_leave_holds_in_its_own_hours(moment, told):
    """Both ends inside; without an hour it is unknown."""
    lesson = {**GIVEN, "van": "2026-03-03T13:00", "tot": "2026-03-03T15:00"}

    assert pupil(lesson, moment=moment) == told


def test_not_told_is_unknown_and_none_is_no():
    """No list of leaves: nobody said. An empty one: none was given."""
    assert outcome(UNDER, wie="leerling") == "onzeker"
    assert pupil() == "mag_niet"


def test_who_may_not_be_given_leave_need_not_ask():
    """No power is about parents."""
    assert pupil(GIVEN, wie="ouder") == "mag_niet"
    assert outcome(UNDER, wie="ouder") == "mag_niet"


def test_while_it_is_unknown_who_acts_so_is_the_leave():
    """A wider role leaves it open as well."""
    assert pupil(GIVEN, wie=None) == "onzeker"
    assert outcome(UNDER, wie="medewerker", akkoorden=[GIVEN]) == "mag_niet"
    assert outcome(UNDER, wie="leerling", akkoorden=[{**GIVEN, "door": "medewerker"}]) == "onzeker"


def test_whoever_may_give_it_can_still_be_asked():
    """Then the word on screen is: ask."""
    found = judge(UNDER, wie="leerling", akkoorden=[])

    assert (found.as_handed_in, found.verdict, found.ask) == ("mag_niet", "vraag", ("leerkracht",))


@pytest.mark.parametrize("state", ["geweigerd", "ingetrokken", "verlopen"])
def test_who_said_no_is_not_asked_again(state):
    """A refusal by someone who may refuse; by another it says nothing."""
    found = judge(UNDER, wie="leerling", akkoorden=[{**GIVEN, "staat": state}])
    by_a_parent = judge(UNDER, wie="leerling", akkoorden=[{**GIVEN, "staat": state, "door": "ouder"}])

    assert (found.verdict, found.routes) == ("mag_niet", ())
    assert by_a_parent.verdict == "vraag"


def test_leave_that_is_over_is_not_asked_again():
    """Its time has passed."""
    over = {**GIVEN, "tot": "2026-03-03T13:00"}

    assert judge(UNDER, wie="leerling", akkoorden=[over]).verdict == "mag_niet"


def test_a_power_of_a_role_nobody_knows_is_refused():
    """When the protocol is read, not when someone asks."""
    with pytest.raises(BrokenPack) as refused:
        school(clause("1", bevoegdheid={"wie": ["directeurr"], "verleent": "x"}), rule("2", tenzij="x"))

    assert (refused.value.code, refused.value.nearest[:1]) == ("unknown_word", ("directeur",))


OBJECTING = school(rule("1", als="bezwaar door schoolleiding"))


@pytest.mark.parametrize(
    ("objections", "told"),
    [
        (None, "voorleggen"),
        ([], "voorleggen"),
        ([{"door": "directeur"}], "mag_niet"),
        ([{"door": "leerkracht"}], "voorleggen"),
        ([{"door": "medewerker"}], "onzeker"),
        ([{"door": "directeur", "staat": "ingetrokken"}], "voorleggen"),
    ],
)
def test_an_objection_is_made_outright(objections, told):
    """Nobody spoke of one: there is none. By an employee: perhaps of the school's leadership."""
    assert outcome(OBJECTING, bezwaren=objections) == told
