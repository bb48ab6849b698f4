"""A valid yes: of whom, for what, in which form, until when; and a no that wins from it. One rule, many answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import NOOR, SEM, TODAY, Someone
from tests.norms.consents import BAN, NAY, RULE, YES, asking, shown
from tests.norms.school import AFTERNOON, clause, judge, outcome, school


def test_of_a_child_of_nine_a_parent_answers():
    """And her own yes is none."""
    assert shown(asking(), YES) == "mag"
    assert shown(asking(), {**YES, "door": "leerling"}) == "mag_niet"
    assert shown(asking(), {**YES, "door": "voogd"}) == "mag"


@pytest.mark.parametrize(("day", "by"), [(TODAY - timedelta(days=1), "ouder"), (TODAY, "leerling")])
def test_from_the_sixteenth_birthday_the_pupil_answers(day, by):
    """On the day itself, from its first minute."""
    answers = {who: shown(asking(), {**YES, "door": who}, of=SEM, moment=day) for who in ("ouder", "leerling")}

    assert answers == {"ouder": "mag_niet", "leerling": "mag_niet"} | {by: "mag"}


@pytest.mark.parametrize(("day", "by"), [(date(2024, 2, 29), "ouder"), (date(2024, 3, 1), "leerling")])
def test_who_was_born_on_leap_day_has_the_birthday_on_the_first_of_march(day, by):
    """In a year without a 29 February; born in 2008, sixteen in the leap year 2024 on the day itself."""
    on_leap_day = Someone("sanne", "leerling", date(2008, 2, 29))
    born_later = Someone("sami", "leerling", date(2008, 3, 1))

    assert shown(asking(), {**YES, "door": "leerling"}, of=on_leap_day, moment=date(2024, 2, 28)) == "mag_niet"
    assert shown(asking(), {**YES, "door": "leerling"}, of=on_leap_day, moment=date(2024, 2, 29)) == "mag"
    assert shown(asking(), {**YES, "door": by}, of=born_later, moment=day) == "mag"


def test_eighteen_on_leap_day_comes_on_the_first_of_march():
    """2026 has no 29 February: on the last of February someone of 2008 is still seventeen."""
    adult = asking(door=[{"rol": "leerling", "als": "leeftijd >= 18"}])
    sanne = Someone("sanne", "leerling", date(2008, 2, 29))
    own_yes = {**YES, "door": "leerling"}

    assert shown(adult, own_yes, of=sanne, moment=date(2026, 2, 28)) == "mag_niet"
    assert shown(adult, own_yes, of=sanne, moment=date(2026, 3, 1)) == "mag"


def test_while_the_age_is_unknown_nobody_knows_whose_yes_it_is():
    """The birth date is asked, not the consent."""
    someone = {"naam": "x", "rol": "leerling", "herkenbaar": True, "toestemmingen": [YES]}

    found = judge(asking(), in_beeld=[someone], inhoud=["foto"], medium="website")

    assert found.as_handed_in == "onzeker"
    assert found.question is not None
    assert found.question.fact == "leeftijd"


def test_silence_is_no_and_not_being_told_is_unknown():
    """An empty list is known: nobody answered. No list: nobody looked."""
    person = NOOR.shown(herkenbaar=True)

    assert shown(asking()) == "mag_niet"
    assert outcome(asking(), in_beeld=[person], inhoud=["foto"], medium="website") == "onzeker"


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("gegeven", "mag"),
        ("vernieuwd", "mag"),
        ("niet_gevraagd", "mag_niet"),
        ("gevraagd", "mag_niet"),
        ("uitgesteld", "mag_niet"),
        ("geweigerd", "mag_niet"),
        ("ingetrokken", "mag_niet"),
        ("verlopen", "mag_niet"),
        ("ongeldig", "mag_niet"),
        ("beeindigd", "mag_niet"),
    ],
)
def test_only_a_yes_is_a_yes_in_both_forms(state, told):
    """In the short form, and told in full."""
    short = NOOR.shown(herkenbaar=True, toestemming=state)

    assert outcome(asking(), in_beeld=[short], inhoud=["foto"], medium="website") == told
    assert shown(asking(), {**YES, "staat": state}) == told


def test_a_no_of_one_parent_wins_from_the_yes_of_the_other():
    """In whatever order they stand."""
    assert shown(asking(), YES, NAY) == "mag_niet"
    assert shown(asking(), NAY, YES) == "mag_niet"


@pytest.mark.parametrize(("authority", "yes", "no"), [("ja", "mag", "mag_niet"), ("onbekend", "mag_niet", "mag_niet")])
def test_unknown_authority_counts_for_a_no_and_not_for_a_yes(authority, yes, no):
    """Whoever may have authority is heard when saying no."""
    assert shown(asking(), {**YES, "gezag": authority}) == yes
    assert shown(asking(), YES, {**NAY, "gezag": authority}) == no


def test_someone_without_authority_is_not_heard():
    """Neither yes nor no."""
    assert shown(asking(), {**YES, "gezag": "nee"}) == "mag_niet"
    assert shown(asking(), YES, {**NAY, "gezag": "nee"}) == "mag"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("schriftelijk", "mag"),
        ("email", "mag"),
        ("digitaal_akkoord", "mag"),
        ("mondeling", "mag_niet"),
        ("stilzwijgend", "mag_niet"),
        (None, "onzeker"),
    ],
)
def test_a_yes_must_have_the_form_that_is_asked(form, told):
    """An e-mail is in writing; a form nobody told is unknown."""
    answer = {**YES, "vorm": form} if form else YES

    assert shown(asking(vorm=["schriftelijk", "digitaal_akkoord"]), answer) == told


@pytest.mark.parametrize(
    ("covers", "content", "told"),
    [
        (["foto"], ["foto"], "mag"),
        (["foto"], ["foto", "video"], "mag_niet"),
        (["foto"], ["video"], "mag_niet"),
        (["video"], ["tekst"], "mag"),
        (["geluid"], ["tekst"], "mag_niet"),
        (None, ["foto"], "onzeker"),
        (["foto"], None, "onzeker"),
        (["foto", "video"], None, "mag"),
    ],
)
def test_a_yes_for_photos_is_none_for_a_film(covers, content, told):
    """As far as it plays: what the act does not have need not be covered."""
    answer = {**YES, "dekt": covers} if covers else {"door": "ouder", "staat": "gegeven"}

    assert shown(asking(), answer, inhoud=content) == told


def test_a_yes_may_have_to_cover_the_name_as_well():
    """Only of someone who is named."""
    named = asking(voor=["foto", "naam"])

    for known, told in ((True, "mag_niet"), (False, "mag"), (None, "onzeker")):
        row = NOOR.shown(herkenbaar=True, genoemd=known, toestemmingen=[{**YES, "dekt": ["foto"]}])
        person = {name: value for name, value in row.items() if value is not None}
        assert outcome(named, in_beeld=[person], inhoud=["foto"], medium="website") == told


@pytest.mark.parametrize(
    ("channels", "medium", "told"),
    [
        (["website"], "website", "mag"),
        (["website"], "instagram", "mag_niet"),
        (["sociale_media"], "instagram", "mag"),
        (["instagram"], "sociale_media", "onzeker"),
        (["website"], None, "onzeker"),
        (None, "website", "onzeker"),
    ],
)
def test_a_yes_for_the_website_is_none_for_instagram(channels, medium, told):
    """Where the school asks per channel; a channel nobody told is unknown."""
    answer = {**YES, "kanalen": channels} if channels else YES

    assert shown(asking(kanalen=["website", "instagram"]), answer, medium=medium) == told


def test_a_no_for_the_website_leaves_instagram_alone():
    """And while the medium is unknown, it is unknown whether it was about this."""
    under = asking(kanalen=["website", "instagram"])
    both = ({**NAY, "kanalen": ["website"]}, {**YES, "kanalen": ["instagram", "website"]})

    assert shown(under, *both, medium="instagram") == "mag"
    assert shown(under, *both, medium="website") == "mag_niet"
    assert shown(under, *both, medium=None) == "onzeker"


def test_a_no_about_films_leaves_photos_alone():
    """And while it is unknown what is in it, so is the no."""
    both = ({**NAY, "dekt": ["video"]}, YES)

    assert shown(asking(), *both, inhoud=["foto"]) == "mag"
    assert shown(asking(), *both, inhoud=["video"]) == "mag_niet"
    assert shown(asking(), *both, inhoud=None) == "onzeker"


@pytest.mark.parametrize(
    ("given", "day", "told"),
    [
        (date(2025, 8, 1), date(2026, 7, 31), "mag"),
        (date(2025, 7, 31), date(2025, 8, 1), "mag_niet"),
        (date(2025, 7, 31), date(2025, 7, 31), "mag"),
        (date(2024, 9, 2), TODAY, "mag_niet"),
        (None, TODAY, "onzeker"),
    ],
)
def test_a_yes_for_the_school_year_ends_on_the_last_of_july(given, day, told):
    """The first of August is another year; without a day it is unknown which."""
    answer = {**YES, "datum": given} if given else YES

    assert shown(asking(geldig="schooljaar"), answer, moment=day) == told


@pytest.mark.parametrize(
    ("given", "day", "told"),
    [
        (date(2025, 3, 3), date(2026, 3, 2), "mag"),
        (date(2025, 3, 3), date(2026, 3, 3), "mag_niet"),
        (date(2024, 2, 29), date(2025, 2, 27), "mag"),
        (date(2024, 2, 29), date(2025, 2, 28), "mag_niet"),
    ],
)
def test_a_yes_for_a_year_ends_before_the_same_day_comes_back(given, day, told):
    """Given on leap day, it ends on the last of February."""
    assert shown(asking(geldig="P1Y"), {**YES, "datum": given}, moment=day) == told


def test_a_yes_without_a_term_holds_without_a_date():
    """Until it is withdrawn."""
    assert shown(asking(geldig="tot_intrekking"), YES) == "mag"


@pytest.mark.parametrize(("last", "told"), [(TODAY, "mag"), (TODAY - timedelta(days=1), "mag_niet")])
def test_a_yes_with_a_last_day_holds_on_that_day(last, told):
    """And not on the next."""
    assert shown(asking(), {**YES, "tot": last}) == told


@pytest.mark.parametrize(("given", "told"), [(TODAY, "mag"), (TODAY + timedelta(days=1), "mag_niet")])
def test_the_yes_lies_before_the_act(given, told):
    """A yes of tomorrow is none today."""
    assert shown(asking(), {**YES, "datum": given}) == told


def test_the_last_word_of_a_named_parent_counts():
    """Of two answers without a name nobody knows whether they are of one parent: then both count."""
    first, later = {**NAY, "datum": date(2025, 9, 1)}, {**YES, "datum": date(2026, 1, 5)}

    assert shown(asking(), {**first, "naam": "ouder van noor"}, {**later, "naam": "ouder van noor"}) == "mag"
    assert shown(asking(), first, later) == "mag_niet"
    assert shown(asking(), {**first, "naam": "een"}, {**later, "naam": "twee"}) == "mag_niet"


def test_a_later_yes_takes_no_place_of_a_no_that_reached_further():
    """No for everything, then yes for the website: for Instagram the no stands."""
    parent = {"naam": "ouder van noor"}
    first = {**NAY, **parent, "datum": date(2025, 9, 1)}
    later = {**YES, **parent, "datum": date(2026, 1, 5), "kanalen": ["website"]}

    assert shown(asking(), first, later, medium="instagram") == "mag_niet"


def test_a_withdrawn_yes_no_longer_counts():
    """From the day on which it was withdrawn, not before."""
    parent = {"naam": "ouder van noor"}
    given = {**YES, **parent, "datum": date(2025, 9, 1)}
    withdrawn = {**YES, **parent, "staat": "ingetrokken", "datum": TODAY}

    assert shown(asking(), given, withdrawn, moment=TODAY) == "mag_niet"
    assert shown(asking(), given, withdrawn, moment=TODAY - timedelta(days=1)) == "mag"
    assert shown(asking(), given, withdrawn, moment=None) == "onzeker"


def test_together_means_everyone_whose_turn_it_is():
    """Pupil and parents both: each of the two kinds, when it is their turn."""
    both = asking(samen="allen", door=[{"rol": "leerling", "als": "leeftijd >= 16"}, {"rol": "ouder"}])
    own = {**YES, "door": "leerling"}

    assert shown(both, YES, own, of=SEM) == "mag"
    assert shown(both, YES, of=SEM) == "mag_niet"
    assert shown(both, own, of=SEM) == "mag_niet"
    assert shown(both, YES, of=NOOR) == "mag"


def test_where_nobody_may_sign_there_is_no_yes():
    """And nobody to ask."""
    under = asking(door=[{"rol": "leerling", "als": "leeftijd >= 16"}])
    person = NOOR.shown(herkenbaar=True)

    found = judge(under, in_beeld=[person], inhoud=["foto"], medium="website")

    assert found.as_handed_in == "mag_niet"
    assert "toestemming_vragen" not in {step.remedy for route in found.routes for step in route.steps}


@pytest.mark.parametrize(("role", "told"), [("leerling", "mag"), ("leerkracht", "mag_niet"), (None, "onzeker")])
def test_who_answers_for_themself_answers_in_their_own_role(role, told):
    """While their role is unknown, so is their answer: also a no."""
    under = asking(door=[{"rol": "leerling"}])
    roles = {"rol": role} if role else {}
    person = {"naam": "sem", "herkenbaar": True, **roles}

    def with_answers(*answers: dict[str, Any]) -> str:
        row = {**person, "toestemmingen": list(answers)}
        return outcome(under, in_beeld=[row], inhoud=["foto"], medium="website")

    assert with_answers({**YES, "door": "zelf"}) == told
    assert with_answers({**NAY, "door": "zelf"}, {**YES, "door": "leerling"}) == {
        "leerling": "mag_niet",
        "leerkracht": "mag",
        None: "onzeker",
    }.get(role)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (NAY, "refused"),
        ({**YES, "staat": "ingetrokken"}, "withdrawn"),
        ({**YES, "staat": "verlopen"}, "expired"),
        ({**YES, "tot": TODAY - timedelta(days=1)}, "expired"),
        ({**YES, "vorm": "mondeling"}, "wrong_form"),
        ({**YES, "vorm": "email", "dekt": ["foto"]}, "not_covered"),
        ({**YES, "vorm": "email", "kanalen": ["email"]}, "wrong_channel"),
        ({**YES, "gezag": "nee"}, "no_authority"),
        ({**YES, "staat": "gevraagd"}, "asked"),
        ({**YES, "door": "leerling"}, "wrong_signer"),
    ],
)
def test_the_answer_says_why_a_yes_is_none(answer, code):
    """One code for each reason; only where asking may still help a route asks."""
    under = asking(vorm=["schriftelijk"])
    person = NOOR.shown(herkenbaar=True, toestemmingen=[answer])

    found = judge(under, in_beeld=[person], inhoud=["foto", "video"], medium="website")
    grounds = [ground for reason in found.reasons for ground in reason.grounds if ground.fact == "ja"]
    asked = {step.remedy for route in found.routes for step in route.steps if step.remedy == "toestemming_vragen"}

    assert [ground.detail["code"] for ground in grounds] == [code]
    assert bool(asked) is (code not in {"refused", "withdrawn", "expired"})


def test_a_yes_asked_under_one_requirement_is_none_under_another():
    """The parents said no to the name: asking for the photo does not change that."""
    name = {"levert": "ja_naam", "voor": ["naam"], "door": [{"rol": "ouder"}]}
    two = [{**BAN, "tenzij": "ja"}, {**BAN, "als": "genoemd", "tenzij": "ja_naam"}]
    under = school(clause("1", toestemmingseis=[{**RULE, "door": [{"rol": "ouder"}]}, name], norm=two))
    refused = {"door": "ouder", "staat": "geweigerd", "dekt": ["naam"]}
    person = NOOR.shown(herkenbaar=True, genoemd=True, toestemmingen=[refused])

    found = judge(under, in_beeld=[person], inhoud=["foto"], moment=AFTERNOON, medium="website")

    assert found.as_handed_in == "mag_niet"
    assert all("naam_weglaten" in {step.remedy for step in route.steps} for route in found.routes)


def test_a_yes_that_came_after_the_day_counts_only_where_it_need_not_come_first():
    late = {**YES, "datum": TODAY + timedelta(days=3)}

    assert shown(asking(), late, moment=TODAY) == "mag_niet"
    assert shown(asking(vooraf=False), late, moment=TODAY) == "mag"
