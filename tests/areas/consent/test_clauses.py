"""Every clause about consent, seen at a door: what it does for people, and that nothing else does it.

Each story is told twice: under the protocol as it is, and under a copy from which that clause is taken out.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from magdit.areas.consent import books
from magdit.areas.consent.actions import give
from magdit.areas.consent.asking import asked
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Guardianship
from magdit.cli.main import run
from magdit.norms.conditions.tree import And
from magdit.norms.model import Definition, Pack
from magdit.protocols.library import Library
from tests import cast
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
LEDGER = Path(__file__).parents[2] / "ledger" / "clauses.tsv"
LAST_YEAR = datetime(2025, 6, 2, 12, tzinfo=SCHOOL_CLOCK)


def without(pack: Pack, clause: str) -> Pack:
    """The pack in which this clause asks, forbids and orders nothing; its words still mean what they did."""
    gone = [rule for rule in pack.consent_rules if rule.clause == clause]
    return replace(
        pack,
        hash=f"{pack.hash} zonder {clause}",
        norms=tuple(norm for norm in pack.norms if norm.clause != clause),
        duties=tuple(duty for duty in pack.duties if duty.clause != clause),
        consent_rules=tuple(rule for rule in pack.consent_rules if rule.clause != clause),
        definitions=(*pack.definitions, *(Definition(rule.name, clause, about=And(())) for rule in gone)),
    )


@pytest.fixture
def take_out(monkeypatch) -> Iterator[Callable[[str, str], None]]:
    """`take_out("osvs", "IV.M8")`: from here on the protocol lacks that clause."""
    read = Library._pack

    def gone(protocol: str, clause: str) -> None:
        def shorter(self: Library, pack_id: str):
            pack, catalogue = read(self, pack_id)
            return (without(pack, clause), catalogue) if pack_id == protocol else (pack, catalogue)

        monkeypatch.setattr(Library, "_pack", shorter)
        books._library.cache_clear()

    yield gone
    books._library.cache_clear()
    asked._known.clear()


@pytest.fixture
def under(school) -> Callable[[str], None]:
    """`under("osvs")`: De Linde works with this protocol."""

    def choose(protocol: str) -> None:
        school.protocol = protocol
        school.save()

    return choose


@pytest.fixture
def says(capsys) -> Callable[..., str]:
    """What `magdit …` prints."""

    def ask(*words: str) -> str:
        capsys.readouterr()
        run(words)
        return capsys.readouterr().out

    return ask


@pytest.fixture
def stands(says) -> Callable[[str], str]:
    """The word before the item on someone's card: ja or nee."""

    def word(person: str) -> str:
        card = says("toestemming", "van", "--school", "de-linde", "--wie", person, "--op", cast.TODAY.isoformat())
        (line,) = card.splitlines()[1:]
        return line.split()[0]

    return word


def test_osvs_iv_m8_a_yes_for_pictures_ends_with_the_school_year(
    under, take_out, stands, answers, noor, noors_mother, noors_father, website, parents_for_years
):
    under("osvs")
    answers(give, noors_mother, noor, website, at=LAST_YEAR)

    with_clause = stands("Noor")
    take_out("osvs", "IV.M8")
    answers(give, noors_father, noor, website, at=LAST_YEAR)

    assert (with_clause, stands("Noor")) == ("nee", "ja")


def test_osvs_iv_m9_a_yes_for_apps_in_the_lesson_ends_with_the_school_year(
    under, take_out, stands, answers, board, noor, noors_mother, noors_father, parents_for_years
):
    under("osvs")
    item = make_item(board, "app-les", channel="whatsapp", covers=["app_in_de_les"], purpose="onderwijs")
    answers(give, noors_mother, noor, item, at=LAST_YEAR)

    with_clause = stands("Noor")
    take_out("osvs", "IV.M9")
    answers(give, noors_father, noor, item, at=LAST_YEAR)

    assert (with_clause, stands("Noor")) == ("nee", "ja")


def test_verkruisen_10_on_social_media_the_parents_decide_also_over_a_pupil_of_sixteen(
    under, take_out, stands, answers, board, sem, sems_mother
):
    under("verkruisen")
    item = make_item(board, "facebook-foto", channel="facebook")
    answers(give, sem, sem, item)

    with_clause = stands("Sem")
    take_out("verkruisen", "10")

    assert (with_clause, stands("Sem")) == ("nee", "ja")


def test_ouderportaalschool_l12_parents_are_asked_every_year_for_website_and_portal_apart(
    under, take_out, stands, says, answers, board, noor, noors_mother, website, parents_for_years
):
    under("ouderportaalschool")
    answers(give, noors_mother, noor, website, at=LAST_YEAR)

    with_clause = stands("Noor")
    make_item(board, "portaal-foto", channel="ouderportaal")
    asked_for = says("toestemming", "vraagt", "--school", "de-linde", "--op", "2026-03-03")
    take_out("ouderportaalschool", "L12")
    without_clause = says("toestemming", "vraagt", "--school", "de-linde", "--op", "2026-03-03")

    assert with_clause == "nee"
    assert {line for line in asked_for.splitlines() if "(" in line} == {
        "Mag dit? (portaal-foto)",
        "Mag dit? (website-foto)",
    }
    assert "ouderportaalschool L12" in asked_for
    assert " ".join(asked_for.split()).count("elk schooljaar opnieuw") == 4
    assert "elk schooljaar" not in without_clause


def test_ouderportaalschool_l13_nothing_is_told_of_a_child_without_the_parents_yes(under, take_out, says, board):
    under("ouderportaalschool")
    make_item(board, "gegevens-portaal", channel="ouderportaal", covers=["persoonsgegevens"])

    with_clause = says("toestemming", "vraagt", "--school", "de-linde", "--op", "2026-03-03")
    take_out("ouderportaalschool", "L13")
    without_clause = says("toestemming", "vraagt", "--school", "de-linde", "--op", "2026-03-03")

    assert "ouder of verzorger" in with_clause
    assert "ouderportaalschool L13" in with_clause
    assert "ouderportaalschool L13" not in without_clause
    assert "wet UAVG-5" in without_clause


@pytest.fixture(autouse=True)
def pupils_for_years(noor):
    """Noor was at school last year too."""
    noor.roles.update(begins=None)


@pytest.fixture
def parents_for_years(noors_mother):
    """And her parents were her parents: named last in a test, so that they are there."""
    Guardianship.objects.update(since=None)


@dataclass(frozen=True)
class Judged:
    """What `magdit judge` says of an act under one protocol alone."""

    verdict: str
    articles: frozenset[str]


@pytest.fixture
def judge(says, tmp_path) -> Callable[..., Judged]:
    """`judge("ozhw", {...})`: the verdict on an act, and the articles it names."""

    def ask(protocol: str, act: dict) -> Judged:
        file = tmp_path / "act.jsonl"
        file.write_text(json.dumps(act), encoding="utf-8")
        told = json.loads(says("judge", str(file), "--protocol", protocol, "--laag", "protocol"))
        return Judged(told["oordeel"], frozenset(told["artikelen"]))

    return ask


def posting(**told):
    """A teacher of the school posts something, at the hour of the cast."""
    return {"wie": "leerkracht", "handeling": "plaatsen", "account": "school", "inhoud": ["foto"],
            "moment": "2026-03-03T12:00", **told}  # fmt: skip


def noor_said(**told):
    return {"naam": "noor", "rol": "leerling", "leeftijd": 9, "herkenbaar": True, **told}


OZHW_05 = posting(medium="website", in_beeld=[noor_said(toestemming="niet_gevraagd")])
OZHW_34 = posting(
    medium="instagram",
    in_beeld=[noor_said(toestemmingen=[{"door": "ouder", "staat": "gegeven", "vorm": "mondeling", "dekt": ["foto"]}])],
)
OZHW_53 = posting(
    medium="instagram", account="prive", hoedanigheid="persoonlijk", betreft_school=True,
    in_beeld=[noor_said(toestemming="gegeven")],
)  # fmt: skip
O3 = posting(
    wie="ouder", medium="facebook", account="prive",
    in_beeld=[noor_said(relatie="geen", bovenkleding=True, toestemming="niet_gevraagd")],
)  # fmt: skip


@pytest.mark.parametrize(
    ("protocol", "clause", "act"),
    [("ozhw", "0.5", OZHW_05), ("ozhw", "3.4", OZHW_34), ("ouderportaalschool", "O3", O3)],
)
def test_without_a_yes_that_counts_a_picture_is_not_spread(take_out, judge, protocol, clause, act):
    with_clause = judge(protocol, act)
    take_out(protocol, clause)
    without_clause = judge(protocol, act)

    assert with_clause.verdict == "mag_mits"
    assert clause in with_clause.articles
    assert without_clause.verdict != "mag_mits"
    assert clause not in without_clause.articles


def test_ozhw_5_3_an_employee_hears_that_the_own_account_is_no_place_for_others(take_out, judge):
    """Article 4.4 says so to everybody; 5.3 says it to who works there."""
    with_clause = judge("ozhw", OZHW_53)
    take_out("ozhw", "5.3")
    without_clause = judge("ozhw", OZHW_53)

    assert with_clause.verdict != "mag"
    assert "5.3" in with_clause.articles
    assert "5.3" not in without_clause.articles


def test_no_clause_about_consent_was_forgotten():
    told = {
        ("osvs", "IV.M8"), ("osvs", "IV.M9"), ("ozhw", "0.5"), ("ozhw", "3.4"), ("ozhw", "5.3"), ("verkruisen", "10"),
        ("ouderportaalschool", "L12"), ("ouderportaalschool", "L13"), ("ouderportaalschool", "O3"),
    }  # fmt: skip

    with LEDGER.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert {(row["protocol"], row["clause"]) for row in rows if "consent" in row["area"].split(", ")} == told
