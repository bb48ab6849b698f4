"""What still has to be filled in, what is gone, what is not attached, and what ends soon."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from magdit.norms.model import Lifecycle, Setting
from tests.norms.lint.looking import DAY, found, look
from tests.norms.school import clause, pack, rule


@pytest.mark.parametrize("gap", ["(datum)", "[datum]", "…", "...", "______", "(naam)", "PM", "n.t.b.", "[naam school]"])
def test_what_must_be_filled_in_is_found(gap):
    (finding,) = found(pack(clause("7", zegt=f"Deze afspraken gelden vanaf {gap}")), "nog_in_te_vullen")

    assert (finding.clauses, finding.facts["tekst"]) == (("7",), gap)


@pytest.mark.parametrize("key", ["open", "titel"])
def test_other_texts_of_a_clause_are_read_too(key):
    assert found(pack(clause("7", **{key: 'De bron zegt hier "(datum)".'})), "nog_in_te_vullen")


def test_the_text_of_a_duty_is_read_too():
    duty = {"id": "bel", "wie": ["leerkracht"], "doe": "bellen", "tekst": "Bel (telefoonnummer)."}

    assert found(pack(clause("7", plicht=duty)), "nog_in_te_vullen")


@pytest.mark.parametrize("text", ["Wij plaatsen (bijna) niets.", "Zie artikel 3 (foto's).", "De PMR beslist."])
def test_ordinary_brackets_are_no_gap(text):
    assert found(pack(clause("7", zegt=text)), "nog_in_te_vullen") == []


@pytest.mark.parametrize(("name", "now"), [("Hyves", ""), ("Google+", ""), ("Vine", ""), ("Twitter", "X")])
def test_a_platform_that_is_gone_is_named(name, now):
    (finding,) = found(pack(clause("2", zegt=f"Denk aan {name}, Facebook en YouTube.")), "verdwenen_platform")

    assert (finding.facts["naam"], finding.facts["nu"]) == (name, now)


@pytest.mark.parametrize("text", ["De vinea groeit.", "Op X en TikTok.", "Wij twitteren niet."])
def test_words_that_only_look_like_one_are_left_alone(text):
    assert found(pack(clause("2", zegt=text)), "verdwenen_platform") == []


def test_a_platform_named_as_a_channel_is_found():
    assert found(pack(rule("2", medium=["twitter"])), "verdwenen_platform")


def test_a_setting_without_a_value_is_found():
    empty = replace(pack(), settings=(Setting("0", "naam_app", "tekst", None, "Welke app gebruikt u?"),))

    (finding,) = found(empty, "instelling_leeg")
    assert finding.facts == {"naam": "naam_app", "vraag": "Welke app gebruikt u?"}


def test_a_document_that_is_not_attached_is_named_until_it_is():
    leaning = pack(clause("3", verwijst=["Privacyreglement"]))

    assert [finding.facts["stuk"] for finding in found(leaning, "niet_bijgevoegd")] == ["Privacyreglement"]
    assert found(leaning, "niet_bijgevoegd", attached=["privacyreglement"]) == []


def test_what_the_source_leaves_open_is_told():
    (finding,) = found(pack(clause("3", open="Wie dat beslist, staat er niet.")), "open_in_bron")

    assert (finding.severity, finding.clauses) == ("weten", ("3",))


@pytest.mark.parametrize(
    ("today", "severity"),
    [
        (date(2026, 4, 30), None),
        (date(2026, 5, 2), "weten"),
        (date(2026, 8, 2), "gewoon"),
        (date(2026, 11, 2), "luid"),
    ],
)
def test_the_end_is_announced_nine_six_and_three_months_before(today, severity):
    ending = pack(lasts=(date(2025, 2, 1), date(2027, 2, 1)))

    assert [finding.severity for finding in found(ending, "loopt_af", today=today)] == ([severity] if severity else [])


def test_on_its_last_day_it_works_and_the_day_after_it_has_ended():
    ending = pack(lasts=(date(2025, 2, 1), date(2027, 2, 1)))

    assert found(ending, "verlopen", today=date(2027, 1, 31)) == []
    assert found(ending, "verlopen", today=date(2027, 2, 1))[0].severity == "luid"


def test_a_review_that_is_due_is_announced():
    life = Lifecycle(start=date(2025, 2, 1), details={"evaluatie": "P2Y"})

    (finding,) = found(replace(pack(), lifecycle=life), "evaluatie_nadert", today=DAY)
    assert finding.facts["dag"] == "2027-02-01"
    assert found(replace(pack(), lifecycle=life), "evaluatie_nadert", today=date(2026, 10, 1)) == []


def test_a_protocol_without_a_first_day_is_asked_for_one():
    assert found(pack(), "geen_eerste_dag")
    assert found(pack(lasts=(date(2026, 8, 1), None)), "geen_eerste_dag") == []


def test_the_loud_ones_come_first():
    severities = [finding.severity for finding in look(pack(lasts=(date(2024, 1, 1), date(2025, 1, 1))))]

    assert severities == sorted(severities, key=["luid", "gewoon", "weten"].index)
