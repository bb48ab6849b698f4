"""What counts as usual until someone says otherwise, and which of it a verdict really hangs on."""

import random
from dataclasses import replace

import pytest

from bench.questions import whole_act
from magdit.norms.act import Act, Person
from magdit.norms.judge import outcome_of
from magdit.norms.presumed import presumed
from magdit.norms.questions import best_question, missing_grounds, open_subjects
from magdit.norms.read_act import read_act
from magdit.norms.situation import Situation
from magdit.norms.trying import CONSENT, LEAVE, Subject, answers_to
from magdit.protocols.library import Library
from tests.norms.school import rule, school

POSTED = Act(facts={"wie": ("leerkracht",), "handeling": "plaatsen", "medium": "website"})
PACKS = ("osvs", "vsnon", "ozhw", "verkruisen", "ouderportaalschool")


def test_only_what_would_change_the_verdict_is_asked():
    under = school(rule("1", als="kwetsend"), rule("2", als="vertrouwelijk", handeling=["liken"]))

    assert presumed(under, POSTED).usual == (("kwetsend", False),)


def test_what_was_looked_at_is_not_asked_again():
    under = school(rule("1", als="kwetsend"))

    assert not presumed(under, POSTED, {Subject("kwetsend")})
    assert not presumed(under, POSTED.with_fact("kwetsend", False))


def test_two_presumptions_that_count_together_are_found_too():
    under = school(rule("1", als="kwetsend en vertrouwelijk"))

    asked = dict(presumed(under, POSTED).usual)

    assert asked == {"kwetsend": False, "vertrouwelijk": False}


def test_a_verdict_that_rests_on_nothing_asks_nothing():
    under = school(rule("1"))

    assert not presumed(under, POSTED)


def test_of_people_alike_the_first_is_asked_first():
    under = school(rule("1", per="persoon_in_beeld", als="herkenbaar"))
    act = replace(POSTED, people={"in_beeld": (Person(facts={"naam": "noor"}), Person(facts={"naam": "sem"}))})

    subjects = open_subjects(under, missing_of(under, act))

    assert list(subjects) == [Subject("herkenbaar", "in_beeld", 0), Subject("herkenbaar", "in_beeld", 1)]
    assert best_question(under, act, subjects) == Subject("herkenbaar", "in_beeld", 0)


def test_the_question_that_settles_it_alone_goes_first():
    under = school(rule("1", als="betreft_school en tijdens_les"), rule("2", als="schooltijd of betreft_school"))

    subjects = open_subjects(under, missing_of(under, POSTED))

    assert best_question(under, POSTED, reversed(list(subjects))) == Subject("betreft_school")


@pytest.mark.parametrize("name", PACKS)
def test_whatever_is_open_can_be_answered_in_at_least_one_way(name):
    """Every question that may be asked is tried out; none is asked whose answers we could not put in the act."""
    book, chance = Library().book(name), random.Random(f"{name} 7")
    for _ in range(6):
        whole = whole_act(book, chance)
        told = {key: value for key, value in whole.items() if chance.random() < 0.4} | {"wie": whole["wie"]}
        act = read_act(told, book.catalogue)

        subjects = open_subjects(book, missing_of(book, act))

        for subject in subjects:
            free = subject.fact not in {LEAVE, CONSENT} and subject.duty is None
            text = free and book.catalogue.facts[subject.fact].kind in {"tekst", "teksten", "moment"}
            assert text or any(answered != act for answered in answers_to(book, act, subject)), subject


@pytest.mark.parametrize("name", PACKS)
def test_the_choice_is_the_same_every_time(name):
    book = Library().book(name)
    act = read_act({"wie": "docent", "handeling": "plaatsen", "medium": "instagram"}, book.catalogue)
    subjects = open_subjects(book, missing_of(book, act))

    chosen = {best_question(book, act, subjects) for _ in range(3)}

    assert len(chosen) == 1
    assert len({presumed(book, act) for _ in range(3)}) == 1


def missing_of(book, act):
    situation = Situation(act)
    return missing_grounds(outcome_of(book.packs, situation), situation)
