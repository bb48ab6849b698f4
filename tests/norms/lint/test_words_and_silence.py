"""Words that are never used or say too little, silence that counts, and what no article speaks of."""

from __future__ import annotations

import pytest

from magdit.norms.judge import outcome_of
from magdit.norms.situation import Situation
from tests.norms.lint.looking import found
from tests.norms.school import book, clause, pack, rule

NEWS = {"woord": "nieuws", "als": "doel bevat schoolnieuws"}
POWER = {"wie": ["schoolleider"], "verleent": "mag_filmen"}


@pytest.mark.parametrize(("kind", "tables"), [("definitie", {"definitie": NEWS}), ("akkoord", {"bevoegdheid": POWER})])
def test_what_nothing_uses_is_named(kind, tables):
    told = [finding.facts["soort"] for finding in found(pack(clause("1", **tables)), "ongebruikt")]

    assert kind in told


def test_a_window_that_nothing_uses_is_named():
    assert [finding.facts["naam"] for finding in found(pack(), "ongebruikt")] == ["open"]
    assert found(pack(rule("1", als="moment buiten open")), "ongebruikt") == []


@pytest.mark.parametrize("use", [{"als": "nieuws"}, {"tenzij": ["nieuws"]}])
def test_what_a_norm_uses_is_not(use):
    used = pack(clause("1", definitie=NEWS, norm={"soort": "verbod", **use}))

    assert [finding.facts["naam"] for finding in found(used, "ongebruikt")] == ["open"]


def social(**keys):
    word = {"woord": "online_media", "omvat": ["commercieel_platform", "berichtendienst"], **keys}
    return pack(clause("2", definitie=word, norm={"soort": "verbod", "medium": ["online_media"]}))


def test_a_wide_word_that_means_to_be_whole_names_every_channel():
    (finding,) = found(social(niet=["ouderportaal"]), "medium_niet_genoemd")

    assert finding.severity == "gewoon"
    assert "Mastodon" in finding.facts["media"]
    assert "ouderportaal" not in finding.facts["media"]
    assert "Instagram" not in finding.facts["media"]


def test_a_channel_that_is_left_open_is_named_too():
    (finding,) = found(social(open=["mastodon"]), "medium_niet_genoemd")

    assert "Mastodon" not in finding.facts["media"]


def test_a_short_list_of_channels_need_not_be_whole():
    assert found(social(), "medium_niet_genoemd") == []


def test_every_use_of_silence_as_no_is_told():
    quiet = {**NEWS, "bij_ontbreken": "nee"}

    (finding,) = found(pack(clause("1", definitie=quiet, norm={"soort": "verbod", "als": "nieuws"})), "bij_ontbreken")
    assert (finding.severity, finding.facts["woord"]) == ("weten", "'nieuws'")


def test_a_ban_that_rests_on_a_flag_is_told_and_a_permission_is_not():
    flagged = pack(rule("1", als="kwetsend"), rule("2", "toestemming", mits="niet embargo"))

    (finding,) = found(flagged, "rust_op_vlag")
    assert (finding.clauses, finding.facts["feit"]) == (("1",), "'kwetsend'")


def test_what_no_article_speaks_of_is_told_with_an_act():
    some = pack(rule("1", "toestemming", handeling=["plaatsen"], medium=["instagram"]))

    told = found(some, "niet_gedekt")

    assert "plaatsen" in [finding.facts["handeling"] for finding in told]
    assert any("liken" in finding.facts["handeling"] for finding in told)
    for finding in told:
        assert outcome_of(book(some).packs, Situation(finding.example)).value == "voorleggen"


def test_what_lies_outside_the_scope_is_not_uncovered():
    narrow = pack(clause("1", reikwijdte={"wie": ["leerling"], "als": "handeling is plaatsen"}))

    (finding,) = found(narrow, "niet_gedekt")
    assert (finding.facts["handeling"], finding.facts["wie"]) == ("plaatsen", "leerling")


def test_a_protocol_that_speaks_of_everything_leaves_nothing_uncovered():
    assert found(pack(rule("1", "toestemming")), "niet_gedekt") == []
