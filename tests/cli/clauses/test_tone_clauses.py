"""Each clause about tone, asked at the door: a harsh post meets it, its neighbour does not, nor does another school.

A word is a flag and never a verdict: the answer is "vraag", for a person. Once a person has said so, it is "mag niet".
"""

from typing import NamedTuple

import pytest

from tests.cli.clauses.listed import TONE, pairs

CALM = "De musical is vrijdag om zeven uur."
HARSH = "Wat een stelletje idioten, die ouders van groep 5."
THREAT = "Ik weet waar je woont, jij gaat hier spijt van krijgen."
AT_SCHOOL = "|--feit|betreft_school=ja|--feit|plaats=school|--feit|tijdens_les=nee"
TEACHER = "--als|leerkracht|--medium|facebook|--feit|account=prive|--feit|disclaimer=ja|--feit|hoedanigheid=persoonlijk"
PUPIL = "--als|leerling|--medium|whatsapp"
PARENT = "--als|ouder|--medium|whatsapp"
REPLY = "|--feit|handeling=reageren"


class Row(NamedTuple):
    """A post that meets the clause, and what the clause then does; `instead` is what its neighbour has otherwise."""

    protocol: str
    clause: str
    who: str
    text: str
    effect: str
    instead: str | None = None  # other options for the neighbour; otherwise the same with a calm text


ROWS = [
    Row("osvs", "III.3", PARENT, CALM, "aandacht", "|--feit|handeling=doorsturen"),
    Row("osvs", "IV.6", PARENT, HARSH, "vraag"),
    Row("osvs", "IV.6", TEACHER, THREAT, "vraag"),
    Row("ozhw", "0.3", PARENT, HARSH, "vraag"),
    Row("ozhw", "1.4", PARENT, CALM, "aandacht", "|--feit|handeling=doorsturen"),
    Row("ozhw", "4.9e", PUPIL + "|--feit|account=prive|--feit|doel=persoonlijk", THREAT, "vraag"),
    Row("ozhw", "4.10", PARENT, HARSH, "vraag"),
    Row("vsnon", "U3", PARENT, CALM, "aandacht", REPLY),
    Row("vsnon", "U5", PARENT + REPLY, CALM, "aandacht", "|--feit|handeling=plaatsen"),
    Row("vsnon", "2a", PARENT, HARSH, "vraag"),
    Row("vsnon", "9f", PARENT, THREAT, "vraag"),
    Row("ouderportaalschool", "L10", TEACHER, "Biertjes met 5 havo, we waren stomdronken!", "vraag"),
    Row("ouderportaalschool", "L10", TEACHER, "Weg met al die moslims, het land uit.", "vraag"),
    Row("ouderportaalschool", "L10", TEACHER, THREAT, "vraag"),
    Row("ouderportaalschool", "L10", TEACHER, "Dit is ons geheimpje, vertel het niet aan je ouders.", "vraag"),
    Row("ouderportaalschool", "L20", TEACHER, HARSH, "vraag"),
    Row("ouderportaalschool", "L20", TEACHER, "Die nieuwe invaller kan echt niet lesgeven.", "vraag"),
    Row("ouderportaalschool", "L21", TEACHER + REPLY, HARSH, "vraag"),
    Row("ouderportaalschool", "K9", PUPIL, HARSH, "vraag"),
    Row("ouderportaalschool", "K11", PUPIL + REPLY, HARSH, "vraag"),
    Row("ouderportaalschool", "O5", PARENT, HARSH, "vraag"),
    Row("ouderportaalschool", "O6", PARENT + REPLY, HARSH, "vraag"),
]
names = [f"{row.protocol}-{row.clause}-{at}" for at, row in enumerate(ROWS)]


def test_every_clause_about_tone_has_a_row():
    assert {(row.protocol, row.clause) for row in ROWS} == pairs(TONE)


@pytest.mark.parametrize("protocol", TONE)
def test_every_listed_clause_is_in_the_protocol(library, protocol):
    numbers = {clause.number for clause in library.book(protocol).packs[0].pack.clauses}

    assert set(TONE[protocol]) <= numbers


@pytest.mark.parametrize("row", ROWS, ids=names)
def test_a_post_that_meets_the_clause_feels_it(ask, row):
    answered = ask(row.protocol, f"--tekst|{row.text}|{row.who}{AT_SCHOOL}")

    assert answered.has(row.effect, row.clause), answered


@pytest.mark.parametrize("row", ROWS, ids=names)
def test_its_neighbour_does_not(ask, row):
    text = row.text if row.instead else CALM

    answered = ask(row.protocol, f"--tekst|{text}|{row.who}{row.instead or ''}{AT_SCHOOL}")

    assert row.clause not in answered.cited | (answered.warned if row.effect == "aandacht" else set())


@pytest.mark.parametrize("row", [row for row in ROWS if row.effect == "vraag"], ids=lambda row: row.clause)
def test_once_a_person_says_that_it_goes_too_far_it_may_not(ask, row):
    said = "|".join(
        f"|--feit|{fact}=ja" for fact in ("kwetsend", "fatsoen_overschreden", "lastigvallen", "aanstootgevend")
    )

    answered = ask(row.protocol, f"--tekst|{row.text}|{row.who}{said.replace('||', '|')}{AT_SCHOOL}")

    assert answered.verdict == "mag_niet"
    assert row.clause in answered.cited


@pytest.mark.parametrize("row", ROWS, ids=names)
def test_a_school_without_the_clause_does_not_cite_it(ask, row):
    elsewhere = next(one for one in TONE if one != row.protocol and row.clause not in TONE[one])

    answered = ask(elsewhere, f"--tekst|{row.text}|{row.who}{AT_SCHOOL}")

    assert row.protocol not in answered.packs
    assert row.clause not in answered.cited | answered.warned


@pytest.mark.parametrize("protocol", ["osvs", "ozhw", "vsnon"])
@pytest.mark.parametrize("text", ["Biertjes met 5 havo, we waren stomdronken!", "Lang leve de jihad"])
def test_a_school_that_does_not_speak_of_drink_or_creed_is_not_asked_about_it(ask, protocol, text):
    answered = ask(protocol, f"--tekst|{text}|{PARENT}{AT_SCHOOL}")

    assert answered.asked not in {"verdovende_middelen", "extreme_uiting", "schaadt_naam"}
