"""Where it may until someone objects: what counts as an objection, whose it may be, and of whom it may be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.cast import NOOR, SEM, TODAY
from tests.norms.consents import NAY, YES, asking, shown
from tests.norms.school import judge, outcome

FREE: dict[str, Any] = {"bezwaar": True}
PHOTO: dict[str, Any] = {"inhoud": ["foto"], "medium": "website"}
PARENT = [{"door": "ouder"}]


def published(*people: dict[str, Any], objections: list[dict[str, Any]] | None = None, **told: Any) -> str:
    """What comes of a photo of these people when these objections were made."""
    return outcome(asking(**FREE), in_beeld=list(people), bezwaren=objections, **{**PHOTO, **told})


def test_on_an_opt_out_it_may_until_someone_objects():
    """Silence is then no objection; a no of someone with authority is."""
    free = asking(bezwaar=True)
    nobody_looked = NOOR.shown(herkenbaar=True)

    assert shown(free) == "mag"
    assert outcome(free, in_beeld=[nobody_looked], inhoud=["foto"], medium="website") == "mag"
    assert shown(free, YES, NAY) == "mag_niet"
    assert shown(free, {**NAY, "gezag": "nee"}) == "mag"


def test_an_objection_of_a_parent_stops_the_photo_of_the_only_child_in_it():
    """Told as an objection, not as an answer on the consent form."""
    noor = NOOR.shown(herkenbaar=True)

    found = judge(asking(**FREE), in_beeld=[noor], bezwaren=PARENT, **PHOTO)

    assert found.as_handed_in == "mag_niet"
    assert [g.detail["code"] for reason in found.reasons for g in reason.grounds if g.fact == "ja"] == ["objected"]
    assert published(noor, objections=[]) == "mag"


def test_among_several_children_nobody_knows_whose_objection_it_is():
    """Then it is asked per child, and a yes of one says that it was not about this one."""
    noor, sem = (who.shown(herkenbaar=True) for who in (NOOR, SEM))

    found = judge(asking(**FREE), in_beeld=[noor, {**noor, "naam": "roos"}], bezwaren=PARENT, **PHOTO)

    assert found.as_handed_in == "onzeker"
    assert found.question is not None
    assert (found.question.fact, found.question.person) == ("toestemmingen", NOOR.name)
    assert published(noor, sem, objections=PARENT) == "onzeker"
    settled = {**noor, "toestemming": "gegeven"}
    assert published(settled, {**settled, "naam": "roos"}, objections=PARENT) == "mag"
    assert published(settled, {**noor, "toestemming": "geweigerd"}, objections=PARENT) == "mag_niet"


def test_of_one_child_an_objection_wins_from_a_yes():
    """However the yes was told."""
    noor = NOOR.shown(herkenbaar=True)

    assert published({**noor, "toestemming": "gegeven"}, objections=PARENT) == "mag_niet"
    assert published({**noor, "toestemmingen": [YES]}, objections=PARENT) == "mag_niet"
    assert published({**noor, "toestemming": "niet_gevraagd"}, objections=PARENT) == "mag_niet"


@pytest.mark.parametrize("by", ["leerkracht", "directeur", "leerling"])
def test_an_objection_of_someone_who_may_not_answer_for_the_child_does_not_count(by):
    """Nor that of a child of nine herself: it is the turn of her parents."""
    assert published(NOOR.shown(herkenbaar=True), objections=[{"door": by}]) == "mag"


def test_a_parent_of_a_pupil_of_sixteen_objects_in_vain():
    """It is the turn of the pupil."""
    sem = SEM.shown(herkenbaar=True)

    assert published(sem, objections=PARENT) == "mag"
    assert published(sem, objections=[{"door": "leerling"}]) == "mag_niet"
    assert published(sem, objections=[{"door": "zelf"}]) == "mag_niet"


@pytest.mark.parametrize("state", ["ingetrokken", "gevraagd"])
def test_an_objection_that_does_not_stand_stops_nothing(state):
    assert published(NOOR.shown(herkenbaar=True), objections=[{"door": "ouder", "staat": state}]) == "mag"


def test_while_the_day_is_unknown_so_is_whose_objection_counts():
    """Sixteen or not: then the day is asked."""
    sem = {"naam": "sem", "rol": "leerling", "geboortedatum": date(2010, 3, 3), "herkenbaar": True}

    found = judge(asking(**FREE), in_beeld=[sem], bezwaren=PARENT, moment=None, **PHOTO)

    assert found.as_handed_in == "onzeker"
    assert found.question is not None
    assert found.question.fact == "moment"


def test_a_refusal_for_another_channel_asks_for_the_channel_only():
    """The answer was told; where it goes was not."""
    refused = NOOR.shown(herkenbaar=True, toestemmingen=[{**NAY, "kanalen": ["website"], "datum": TODAY}])

    found = judge(asking(**FREE), in_beeld=[refused], inhoud=["foto"])

    assert found.as_handed_in == "onzeker"
    assert found.question is not None
    assert found.question.fact == "medium"
