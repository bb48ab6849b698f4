"""Acts made from conditions: each norm of our own packs gets one on which it speaks, and both sides of every bound."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from magdit.norms.examples.alone import Examples, against
from magdit.norms.examples.plain import as_told
from magdit.norms.examples.probes import Probes
from magdit.norms.examples.shrink import shrunk
from magdit.norms.examples.telling import BLANK
from magdit.norms.read_act import read_act
from magdit.norms.truth import YES
from magdit.protocols.library import Library
from tests.norms.school import CATALOGUE, book, clause, pack, rule

LIBRARY = Library()
NORMS = [(name, norm.id) for name in ("osvs", "vsnon", "wet") for norm in LIBRARY.pack(name).norms]
READY = {name: LIBRARY.book(name, with_law=False) for name in ("osvs", "vsnon", "wet")}
MADE = {name: Examples.of(ready.packs[0], ready.catalogue) for name, ready in READY.items()}


def examples_of(*clauses):
    ready = book(pack(*clauses)).packs[0]
    return Examples.of(ready, CATALOGUE), ready.pack.norms[0]


@pytest.mark.parametrize(("name", "norm_id"), NORMS)
def test_every_norm_of_our_packs_gets_an_act_on_which_it_speaks(name, norm_id):
    made = MADE[name]
    norm = next(norm for norm in made.ready.pack.norms if norm.id == norm_id)

    act = next(made.holding(norm))

    assert made.speaks(act, norm_id)


@pytest.mark.parametrize("name", ["osvs", "vsnon", "wet"])
def test_nearly_all_can_be_heard_alone(name):
    made = MADE[name]
    heard = 0
    for norm in made.ready.pack.norms:
        act = made.alone(next(made.holding(norm)), keep=norm.id)
        others = [f for f in against(made.outcome(act)) if f.ready.norm.id != norm.id]
        heard += made.speaks(act, norm.id) and not others

    assert heard >= len(made.ready.pack.norms) - 1


def test_an_act_tells_no_more_than_it_must():
    made, norm = examples_of(rule("1", wie=["leerkracht"], handeling=["plaatsen"], als="kwetsend"))

    act = next(made.holding(norm))

    assert act.facts == {"wie": ("leerkracht",), "handeling": "plaatsen", "kwetsend": True}


@pytest.mark.parametrize(
    "condition",
    [
        "kwetsend en niet disclaimer",
        "disclaimer of betreft_school",
        "account in [school, prive] en medium is niet website",
        "inhoud bevat een van [foto, video] en inhoud alleen_uit [foto, tekst]",
        "inhoud leeg",
        "niet inhoud leeg",
        "iemand in_beeld (rol is leerling en leeftijd < 16)",
        "ieder wederpartij (identiteit_bekend)",
        "in_beeld leeg",
        "moment >= 2026-08-01 en moment binnen open",
        "moment buiten open",
        'schooljaar is "2025-2026"',
        "bezwaar door schoolleiding",
        "gelegenheid is kamp",
        "niet (kwetsend of vertrouwelijk)",
    ],
)
def test_any_condition_can_be_made_so(condition):
    made, norm = examples_of(rule("1", als=condition))

    act = next(made.holding(norm))

    assert made.outcome(act).value == "mag_niet"


@pytest.mark.parametrize("exception", ["disclaimer", "mag_filmen", "artikel:2", "bezwaar door ouder"])
def test_any_exception_can_be_used(exception):
    leave = {"wie": ["schoolleider"], "verleent": "mag_filmen", "aan": ["leerkracht"]}
    other = clause("2", bevoegdheid=leave, norm={"soort": "toestemming", "handeling": ["plaatsen"]})
    made, norm = examples_of(rule("1", handeling=["plaatsen"], tenzij=[exception]), other)

    act = next(made.lifted(norm))

    assert made.outcome(act).value == "mag"


def test_what_cannot_be_is_not_made_and_says_it_looked_everywhere():
    made, norm = examples_of(rule("1", als="kwetsend en niet kwetsend"))

    assert list(made.holding(norm)) == []
    assert not made.supposer.gave_up


def probed(*clauses):
    made, norm = examples_of(*clauses)
    return list(Probes(made).of_norm(norm))


def test_both_sides_of_an_age_are_looked_at():
    acts = probed(rule("1", per="persoon_in_beeld", als="leeftijd < 16"))

    ages = {person.facts.get("leeftijd") for act in acts for person in act.people.get("in_beeld") or ()}
    assert {15, 16, 17} <= ages


def test_both_sides_of_a_day_are_looked_at():
    acts = probed(rule("1", als="moment < 2026-10-05"))

    days = {moment.date() for act in acts if isinstance(moment := act.moment, datetime)}
    assert {date(2026, 10, 4), date(2026, 10, 5), date(2026, 10, 6)} <= days


def test_both_sides_of_a_window_are_looked_at():
    acts = probed(rule("1", als="moment buiten open"))

    clocks = {moment.time() for act in acts if isinstance(moment := act.moment, datetime)}
    assert {time(7, 59), time(8), time(17), time(17, 1)} <= clocks


def test_every_role_channel_and_action_comes_by():
    acts = probed(rule("1", handeling=["plaatsen"], medium=["instagram"], wie=["leerkracht"]))

    for fact in ("handeling", "medium"):
        words = {word.code for word in CATALOGUE.vocabularies[fact]}
        assert words <= {act.facts.get(fact) for act in acts}


def test_the_same_pack_gives_the_same_acts():
    once, again = (probed(rule("1", als="kwetsend of vertrouwelijk", medium=["instagram"])) for _ in range(2))

    assert once == again


def test_an_example_is_read_back_as_the_same_act():
    acts = probed(rule("1", per="persoon_in_beeld", als="herkenbaar en leeftijd < 16", tenzij=["bezwaar door ouder"]))

    for act in acts:
        assert read_act(as_told(act), CATALOGUE) == act


def test_what_does_not_matter_is_left_out_of_an_example():
    made, _ = examples_of(rule("1", als="kwetsend"))
    long = read_act({"wie": "leerkracht", "kwetsend": True, "medium": "instagram", "in_beeld": []}, CATALOGUE)

    short = shrunk(long, lambda act: made.outcome(act).value == "mag_niet")

    assert as_told(short) == {"wie": ["leerkracht"], "kwetsend": True}


def test_a_condition_of_one_person_is_told_of_that_person():
    made, norm = examples_of(rule("1", per="persoon_in_beeld", als="herkenbaar"))
    act, place = next(made.supposer.views(norm, BLANK))

    found = next(made.supposer.all_so([(norm.about, True)], act, place))

    assert found.people["in_beeld"][0].facts["herkenbaar"] is True
    assert made.supposer.truth(norm.about, found, place) is YES
