"""Two versions of one protocol: other articles under the same verdict, whose yes counts, and what no verdict shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from magdit.norms.model import Lifecycle, Pack
from magdit.protocols.compare import Comparison, compare, sides
from magdit.protocols.compare_beside import are_versions
from tests.norms.school import CATALOGUE, clause, pack, rule

POST = {"handeling": ["plaatsen"], "medium": ["instagram"]}
PUPIL, CHILD = "rol is leerling en leeftijd >= {}", "rol is leerling en leeftijd < {}"


def beside(left: Pack, right: Pack) -> Comparison:
    return compare(*sides((left, CATALOGUE), (right, CATALOGUE)))


def asking(own_age: int, parents_until: int, *more: dict[str, object]) -> Pack:
    """A photo needs the yes of the pupil, or of the parents of a younger one."""
    rule_of_yes = {
        "levert": "ja",
        "voor": ["foto"],
        "door": [
            {"rol": "leerling", "als": PUPIL.format(own_age)},
            {"rol": "ouder", "als": CHILD.format(parents_until)},
        ],
    }
    ban = {"soort": "verbod", **POST, "per": "persoon_in_beeld", "als": "herkenbaar", "tenzij": ["ja"]}
    return pack(clause("1", norm=ban, toestemmingseis=rule_of_yes), *more)


@pytest.mark.parametrize("after", [(15, 16), (17, 16), (16, 15), (16, 17)])
def test_the_age_at_which_somebody_decides_is_found_by_a_verdict(after):
    rows = [row for row in beside(asking(16, 16), asking(*after)).rows if row.differs]

    assert [row for row in rows if {row.left.value, row.right.value} == {"mag_niet", "mag"}]


def test_the_age_at_which_somebody_decides_is_told_where_another_article_forbids_it_all():
    ban = rule("2", **POST)

    found = beside(asking(16, 16, ban), asking(17, 16, ban))

    (whose,) = [one for one in found.beside if one.what == "toestemmingseis"]
    assert (whose.clause, whose.name, whose.left, whose.right) == ("1", "ja", "telt", "telt_niet")
    (sem,) = whose.example.people["in_beeld"]
    assert sem.facts["leeftijd"] == 16
    assert {row.relation for row in found.rows if row.differs} == {"andere_artikelen"}


def test_a_yes_that_counts_for_longer_is_told():
    def lasting(valid: str) -> Pack:
        asked = {"levert": "ja", "voor": ["foto"], "door": [{"rol": "ouder"}], "geldig": valid}
        return pack(clause("1", toestemmingseis=asked), rule("2", **POST))

    assert [one.name for one in beside(lasting("P1Y"), lasting("P2Y")).beside] == ["ja"]
    assert not beside(lasting("P1Y"), lasting("P1Y")).differs


def test_another_article_for_the_same_verdict_is_told_of_two_versions():
    one, two = rule("1", **POST), rule("2", als="kwetsend", **POST)

    rows = [row for row in beside(pack(one, two), pack(one, clause("2"))).rows if row.differs]

    assert {(row.relation, row.left.clauses, row.right.clauses) for row in rows} == {("andere_artikelen", ("2",), ())}
    assert {"mag_niet"} <= {row.left.value for row in rows} == {row.right.value for row in rows}
    assert all(row.example.facts["kwetsend"] is True for row in rows)


def test_of_two_protocols_that_have_nothing_in_common_the_articles_are_not_compared():
    other = replace(pack(rule("9", **POST)), id="ander")

    assert not beside(pack(rule("1", **POST)), other).differs


def test_an_article_that_another_verdict_tells_of_is_not_told_twice():
    old = pack(rule("1", als="kwetsend", **POST), rule("2", als="kwetsend en vertrouwelijk", **POST))
    new = pack(clause("1"), rule("2", als="kwetsend en vertrouwelijk", **POST))

    rows = [row for row in beside(old, new).rows if row.differs]

    assert rows
    assert "andere_artikelen" not in {row.relation for row in rows}


def test_a_copy_under_another_name_is_a_version():
    old = pack(rule("1"), rule("2"), rule("3"))

    assert are_versions(old, replace(old, id="nieuw"))
    assert are_versions(old, replace(pack(rule("1"), rule("2"), rule("3"), rule("4")), id="nieuw"))
    assert not are_versions(old, replace(pack(rule("9")), id="nieuw"))


@pytest.mark.parametrize(
    ("keys", "what"),
    [({"binnen": "P1M"}, "termijn"), ({"herhaal": "schooljaar"}, "termijn"), ({"vorm": "schriftelijk"}, "termijn")],
)
def test_the_term_of_a_duty_is_told_of_two_versions(keys, what):
    def duty(**more: str) -> Pack:
        told = {"id": "meld", "wie": ["leerkracht"], "doe": "melden", "als": "ontspoort", **more}
        return pack(clause("1", plicht=told))

    assert what in [one.what for one in beside(duty(), duty(**keys)).beside]


def test_how_long_a_leave_is_for_is_told_of_two_versions():
    def leave(until: str) -> Pack:
        power = {"wie": ["leerkracht"], "verleent": "mag_posten", "tot": until}
        return pack(clause("1", bevoegdheid=power, norm={"soort": "verbod", "tenzij": ["mag_posten"], **POST}))

    (one,) = beside(leave("einde_les"), leave("einde_dag")).beside
    assert (one.what, one.clause) == ("duur_van_akkoord", "1")


def test_who_adopted_it_and_when_is_told_of_two_versions():
    old, new = (replace(pack(), lifecycle=Lifecycle(details={"advies": [{"op": day}]})) for day in ("1 mei", "2 mei"))

    (one,) = beside(old, new).beside
    assert (one.what, one.name, one.left, one.right) == ("levensloop", "advies", "1 mei", "2 mei")
