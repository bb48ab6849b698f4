"""Two protocols side by side: who is stricter, who says nothing, and an act that shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from magdit.norms.model import Pack
from magdit.protocols.compare import Comparison, Row, compare, sides
from magdit.words.actions import ACTIONS
from tests.norms.school import CATALOGUE, OFFICE_HOURS, clause, pack, rule

POST = {"handeling": ["plaatsen"], "medium": ["instagram"]}


def beside(left: Pack, right: Pack) -> Comparison:
    """The comparison of two small protocols; they are versions of one where their names are the same."""
    return compare(*sides((left, CATALOGUE), (right, CATALOGUE)))


def differing(left: Pack, right: Pack) -> list[Row]:
    return [row for row in beside(left, right).rows if row.differs]


def test_a_protocol_beside_itself_differs_in_nothing():
    one = pack(rule("1", als="kwetsend", **POST), rule("2", "toestemming", handeling=["plaatsen"]))

    found = beside(one, one)

    assert not found.differs
    assert {row.relation for row in found.rows} == {"gelijk"}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (rule("1", **POST), rule("9", "toestemming", **POST), "links_strenger"),
        (rule("1", "toestemming", **POST), rule("9", **POST), "rechts_strenger"),
        (rule("1", **POST), clause("9"), "alleen_links"),
        (clause("1"), rule("9", "toestemming", **POST), "alleen_rechts"),
    ],
)
def test_it_says_who_is_stricter_and_who_speaks_alone(left, right, relation):
    rows = differing(pack(left), replace(pack(right), id="ander"))

    assert {row.relation for row in rows} == {relation}


def test_a_row_names_the_articles_of_both_and_shows_an_act():
    (row,) = differing(pack(rule("1", **POST)), replace(pack(rule("9", "toestemming", **POST)), id="ander"))

    assert (row.left.clauses, row.right.clauses, row.clashes) == (("1",), ("9",), True)
    assert (row.example.facts["handeling"], row.example.facts["medium"]) == ("plaatsen", "instagram")


def test_what_depends_on_something_is_no_clash():
    maybe = rule("9", "toestemming", mits="betreft_school", **POST)
    rows = differing(pack(rule("1", **POST)), replace(pack(maybe), id="ander"))

    assert [row.clashes for row in rows if row.right.value == "onzeker"] == [False]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"als": "iemand in_beeld (leeftijd < 16)"}, {"als": "iemand in_beeld (leeftijd < 15)"}),
        ({"als": "moment < 2026-08-01"}, {"als": "moment < 2026-08-02"}),
        ({"tenzij": ["disclaimer"]}, {}),
        ({"wie": ["leerling"]}, {"wie": ["leerling", "ouder"]}),
        ({"als": "kwetsend of vertrouwelijk"}, {"als": "kwetsend"}),
        ({"als": "kwetsend en vertrouwelijk"}, {"als": "kwetsend"}),
        ({"als": "inhoud bevat foto"}, {"als": "inhoud bevat video"}),
        ({"als": "bezwaar door schoolleiding"}, {"als": "bezwaar door bestuur"}),
        ({"medium": ["instagram"]}, {"medium": ["signal"]}),
    ],
)
def test_a_small_change_is_found_with_an_act_on_which_the_verdicts_differ(before, after):
    old, new = (pack(rule("1", **{"handeling": ["plaatsen"], **keys})) for keys in (before, after))
    left, right = sides((old, CATALOGUE), (new, CATALOGUE))

    rows = [row for row in compare(left, right).rows if row.differs]

    assert rows
    for row in rows:
        assert left.voice(row.example).value != right.voice(row.example).value


def test_a_window_that_closes_a_minute_later_is_found():
    late = replace(OFFICE_HOURS, end=time(17, 1))
    old = pack(rule("1", als="moment buiten open", **POST))

    assert differing(old, replace(old, windows=(late,)))


def test_whose_yes_counts_is_found():
    def asking(role: str) -> Pack:
        asked = {"levert": "ja", "voor": ["foto"], "door": [{"rol": role}], "geldig": "tot_intrekking", "vooraf": True}
        ban = {"soort": "verbod", **POST, "per": "persoon_in_beeld", "als": "herkenbaar", "tenzij": ["ja"]}
        return pack(clause("1", norm=ban, toestemmingseis=asked))

    assert differing(asking("ouder"), asking("leerling"))


def test_who_may_give_leave_is_found():
    def leave(role: str) -> Pack:
        power = {"wie": [role], "verleent": "mag_posten"}
        return pack(clause("1", bevoegdheid=power, norm={"soort": "verbod", "tenzij": ["mag_posten"], **POST}))

    assert differing(leave("leerkracht"), leave("schoolleider"))


def test_other_duties_by_the_same_verdict_are_named_apart():
    def calling(role: str) -> Pack:
        duty = {"id": "bel", "wie": ["leerkracht"], "doe": "bellen", "aan": [role], "als": "ontspoort"}
        return pack(clause("1", plicht=duty))

    (row,) = differing(calling("directeur"), calling("fg"))

    assert row.relation == "andere_plichten"
    assert (set(row.left.duties), set(row.right.duties)) == (
        {"leerkracht: bellen > directeur"},
        {"leerkracht: bellen > fg"},
    )


def test_where_the_lives_differ_is_told():
    old, new = (pack(lasts=(date(2025, 2, 1), end)) for end in (date(2027, 2, 1), date(2027, 8, 1)))

    (one,) = beside(old, new).beside
    assert (one.what, one.left, one.right) == ("einde", date(2027, 2, 1), date(2027, 8, 1))


def test_of_two_versions_of_one_protocol_what_decides_nothing_is_told_too():
    def saying(text: str) -> Pack:
        return pack(clause("1", aandacht={"bij": ["plaatsen"], "tekst": text}))

    (one,) = beside(saying("Denk na."), saying("Denk goed na.")).beside
    assert (one.what, one.clause) == ("aandacht", "1")


def test_an_action_no_norm_names_is_looked_at_as_well():
    everything = replace(pack(rule("9", "toestemming")), id="ander")

    (row,) = differing(pack(), everything)

    assert set(row.actions) >= {word.code for word in ACTIONS}
