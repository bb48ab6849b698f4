"""Wide words and narrow ones: a narrower word falls under a wider, a wider one leaves it open."""

from __future__ import annotations

import pytest

from magdit.norms.broken import BrokenPack
from magdit.norms.match import falls_under, wanted
from magdit.norms.truth import NO, UNKNOWN, YES
from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from tests.cast import NOOR
from tests.norms.school import clause, judge, outcome, rule, school


@pytest.mark.parametrize(
    ("given", "asked", "falls"),
    [
        ("leerkracht", "medewerker", YES),
        ("mentor", "medewerker", YES),
        ("medewerker", "medewerker", YES),
        ("medewerker", "leerkracht", UNKNOWN),
        ("ouder", "voogd", UNKNOWN),
        ("ouder", "medewerker", NO),
        ("schoolleider", "leerkracht", NO),
    ],
)
def test_a_teacher_is_an_employee_and_an_employee_may_be_a_teacher(given, asked, falls):
    """Also two levels up, and never sideways."""
    assert falls_under(ROLES, given, asked) is falls
    assert wanted(ROLES, [asked]).covers(given) is falls


@pytest.mark.parametrize(
    ("given", "asked", "falls"),
    [
        ("berichtendienst", "sociale_media", UNKNOWN),
        ("sociale_media", "berichtendienst", UNKNOWN),
        ("commercieel_platform", "berichtendienst", UNKNOWN),
        ("whatsapp", "sociale_media", YES),
        ("sms", "sociale_media", NO),
        ("weblog", "berichtendienst", NO),
        ("berichtendienst", "instagram", NO),
    ],
)
def test_a_messaging_service_may_be_social_media_because_whatsapp_is_both(given, asked, falls):
    """Neither stands above the other, but something narrower falls under both."""
    assert falls_under(MEDIA, given, asked) is falls
    assert wanted(MEDIA, [asked]).covers(given) is falls


CHATS = ("berichtendienst", "whatsapp", "sms")


@pytest.mark.parametrize(("medium", "told"), [("berichtendienst", "onzeker"), ("whatsapp", "mag_niet"), ("sms", "mag")])
@pytest.mark.parametrize("ban", [{"medium": "sociale_media"}, {"als": "medium is sociale_media"}])
def test_a_like_on_some_messaging_service_waits_for_its_name(medium, told, ban):
    """WhatsApp is social media here and sms is not, so the wide word alone decides nothing."""
    under = school(rule("1", "verbod", handeling="liken", **ban), rule("2", "toestemming"))

    assert outcome(under, handeling="liken", medium=medium) == told


def test_a_refusal_for_social_media_may_be_about_a_messaging_service():
    """Noor's parents said no to social media, and nobody said which messaging service it is."""
    asked = {"levert": "ja", "voor": ["foto"], "door": [{"rol": "ouder"}]}
    ban = {"soort": "verbod", "per": "persoon_in_beeld", "tenzij": "ja"}
    answers = [
        {"door": "ouder", "staat": "gegeven", "dekt": ["foto"], "naam": "vader"},
        {"door": "ouder", "staat": "geweigerd", "dekt": ["foto"], "kanalen": ["sociale_media"], "naam": "moeder"},
    ]
    noor = NOOR.shown(toestemmingen=answers)
    under = school(clause("1", toestemmingseis=asked, norm=ban))

    told = {medium: outcome(under, inhoud=["foto"], medium=medium, in_beeld=[noor]) for medium in CHATS}

    assert told == {"berichtendienst": "onzeker", "whatsapp": "mag_niet", "sms": "mag"}


def test_one_of_several_words_is_enough():
    """A list of words is an or, over the words asked and over the words given."""
    staff_or_parents = wanted(ROLES, ["medewerker", "ouder"])

    assert staff_or_parents.covers_any(["leerling", "leerkracht"]) is YES
    assert staff_or_parents.covers_any(["leerling"]) is NO
    assert wanted(ROLES, ["leerkracht"]).covers_any(["leerling", "medewerker"]) is UNKNOWN


SOCIAL = {"woord": "sociaal", "omvat": ["commercieel_platform", "ouderportaal"], "niet": ["schoolsysteem"]}


def social(**more):
    """No posting on social media, as this school means that word."""
    ban = {"soort": "verbod", "handeling": "plaatsen", "medium": "sociaal"}
    return school(clause("1", definitie={**SOCIAL, **more}, norm=ban))


@pytest.mark.parametrize(
    ("medium", "told"),
    [
        ("instagram", "mag_niet"),
        ("ouderportaal", "mag_niet"),
        ("intranet", "voorleggen"),
        ("website", "voorleggen"),
        ("sociale_media", "onzeker"),
        ("schoolsysteem", "onzeker"),
    ],
)
def test_a_wide_word_covers_what_it_names_and_leaves_out_the_rest(medium, told):
    """What is named outright goes before what is left out; a word that is wider than both leaves it open."""
    assert outcome(social(), handeling="plaatsen", medium=medium) == told


PARTLY = {"woord": "net", "omvat": ["sociale_media"], "niet": ["tiktok"], "open": ["weblog"]}


@pytest.mark.parametrize("kind", ["toestemming", "verbod"])
@pytest.mark.parametrize("medium", ["sociale_media", "commercieel_platform"])
def test_a_word_that_is_partly_left_out_decides_nothing(kind, medium):
    """It may be TikTok after all, which this school leaves out."""
    under = school(clause("1", definitie=PARTLY, norm={"soort": kind, "handeling": "plaatsen", "medium": "net"}))

    found = judge(under, wie="leerkracht", handeling="plaatsen", medium=medium)

    assert (found.as_handed_in, found.verdict) == ("onzeker", "eerst_weten")
    assert [(ground.fact, ground.lack) for ground in found.missing] == [("medium", "feit")]


@pytest.mark.parametrize(("medium", "told"), [("instagram", "mag"), ("tiktok", "voorleggen"), ("weblog", "onzeker")])
def test_what_is_told_narrowly_is_decided(medium, told):
    """And what is left open stays for a person."""
    allowed = {"soort": "toestemming", "handeling": "plaatsen", "medium": "net"}

    assert outcome(school(clause("1", definitie=PARTLY, norm=allowed)), handeling="plaatsen", medium=medium) == told


def test_who_speaks_of_social_media_means_what_the_school_means_by_it():
    """The word of the definition itself says nothing of the platform that is left out."""
    meant = {"woord": "sociale_media", "omvat": ["commercieel_platform"], "niet": ["tiktok"]}
    under = school(clause("1", definitie=meant, norm={"soort": "verbod", "medium": "sociale_media"}))

    told = {medium: outcome(under, medium=medium) for medium in ("sociale_media", "commercieel_platform", "tiktok")}

    assert told == {"sociale_media": "mag_niet", "commercieel_platform": "onzeker", "tiktok": "voorleggen"}


def test_a_teacher_who_may_be_left_out_as_a_mentor_is_unknown():
    """Roles and actions as media: the mentor is told apart, so a teacher is not enough."""
    staff = {"woord": "team", "omvat": ["leerkracht"], "niet": ["mentor"]}
    under = school(clause("1", definitie=staff, norm={"soort": "verbod", "wie": "team"}))

    told = {who: outcome(under, wie=who) for who in ("leerkracht", "mentor", "medewerker", "leerling")}

    assert told == {"leerkracht": "onzeker", "mentor": "voorleggen", "medewerker": "onzeker", "leerling": "voorleggen"}


def test_what_a_wide_word_leaves_open_is_for_a_person_to_judge():
    """The act was told in full, so it is no fact that is lacking."""
    found = judge(social(open=["website"]), wie="leerkracht", handeling="plaatsen", medium="website")

    assert (found.as_handed_in, found.verdict) == ("onzeker", "vraag")
    assert [ground.lack for ground in found.missing] == ["oordeel"]


@pytest.mark.parametrize(("audience", "told"), [("openbaar", "mag_niet"), ("groep", "voorleggen"), (None, "onzeker")])
def test_a_wide_word_may_hold_only_under_a_condition(audience, told):
    """Posting in a closed group is no posting, in some protocols."""
    assert (
        outcome(social(als="publiek is openbaar"), handeling="plaatsen", medium="instagram", publiek=audience) == told
    )


def test_where_instagram_is_told_only_its_audience_is_asked():
    """Instagram is told as narrowly as can be; whether posting there counts hangs on who sees it."""
    found = judge(social(als="publiek is openbaar"), wie="leerkracht", handeling="plaatsen", medium="instagram")

    assert [ground.fact for ground in found.missing] == ["publiek"]
    assert found.question is not None
    assert found.question.fact == "publiek"


def test_where_only_social_media_is_told_the_audience_may_not_matter():
    """Which platform comes into it too."""
    found = judge(social(als="publiek is openbaar"), wie="leerkracht", handeling="plaatsen", medium="sociale_media")

    assert {ground.fact for ground in found.missing} == {"medium", "publiek"}


def test_a_condition_of_a_word_that_is_not_meant_is_no_question():
    """Whether the school made the portal says nothing of Instagram."""
    tables = [
        {"woord": "open_net", "omvat": ["instagram"], "als": "publiek is openbaar"},
        {"woord": "school_net", "omvat": ["ouderportaal"], "als": "account is school"},
    ]
    ban = {"soort": "verbod", "medium": ["open_net", "school_net"]}

    found = judge(school(clause("1", definitie=tables, norm=ban)), medium="instagram")

    assert [ground.fact for ground in found.missing] == ["publiek"]


@pytest.mark.parametrize("upside_down", [False, True])
def test_a_wide_word_within_another_keeps_what_it_leaves_out(upside_down):
    """Whichever of the two stands first in the document."""
    wide = [
        {"woord": "sociaal", "omvat": ["berichtendienst", "instagram"], "niet": ["sms"]},
        {"woord": "online", "omvat": ["sociaal", "website"]},
    ]
    tables = list(reversed(wide)) if upside_down else wide
    under = school(clause("1", definitie=tables, norm={"soort": "verbod", "medium": "online"}))

    told = {medium: outcome(under, medium=medium) for medium in ("whatsapp", "sms", "website", "email")}

    assert told == {"whatsapp": "mag_niet", "sms": "voorleggen", "website": "mag_niet", "email": "voorleggen"}


@pytest.mark.parametrize(
    "tables",
    [
        [{"woord": "a", "omvat": ["b"]}, {"woord": "b", "omvat": ["a"]}],
        [{"woord": "a", "als": "b"}, {"woord": "b", "als": "niet a"}],
        [{"woord": "a", "omvat": ["instagram"], "als": "medium is a"}],
        [{"woord": "a", "omvat": ["instagram"], "als": "artikel:1"}],
    ],
)
def test_words_that_explain_each_other_in_a_ring_are_refused(tables):
    """Whether they cover each other or depend on each other."""
    with pytest.raises(BrokenPack) as refused:
        school(clause("1", definitie=tables, norm={"soort": "verbod", "medium": "a", "als": "betreft_school"}))

    assert refused.value.code in {"ring", "unknown_word"}


def test_a_derived_fact_is_what_its_condition_is():
    """Yes, no and unknown alike."""
    meant = {"woord": "schools", "als": "betreft_school of account is school"}
    under = school(clause("1", definitie=meant, norm={"soort": "verbod", "als": "schools"}))

    assert outcome(under, betreft_school=True) == "mag_niet"
    assert outcome(under, betreft_school=False, account="school") == "mag_niet"
    assert outcome(under, betreft_school=False, account="prive") == "voorleggen"
    assert outcome(under, betreft_school=False) == "onzeker"


def test_what_nobody_tells_may_count_as_no_where_a_protocol_says_so():
    """And is listed as not looked at."""
    meant = {"woord": "schools", "als": "betreft_school", "bij_ontbreken": "nee"}
    under = school(clause("1", definitie=meant, norm={"soort": "verbod", "als": "schools"}), rule("2", "toestemming"))

    found = judge(under)

    assert (found.as_handed_in, found.not_looked_at) == ("mag", ("betreft_school",))
    assert outcome(under, betreft_school=True) == "mag_niet"


FIXED = {"woord": "hoedanigheid", "wie": ["directeur"], "waarde": "namens_school"}


@pytest.mark.parametrize(
    ("who", "told", "found"),
    [
        ("directeur", "persoonlijk", "mag_niet"),
        ("directeur", None, "mag_niet"),
        ("leerkracht", "persoonlijk", "voorleggen"),
        ("leerkracht", "namens_school", "mag_niet"),
        ("leerkracht", None, "onzeker"),
        ("schoolleiding", "persoonlijk", "onzeker"),
        (None, "persoonlijk", "onzeker"),
        (None, "namens_school", "mag_niet"),
    ],
)
def test_a_head_always_speaks_for_the_school(who, told, found):
    """Whatever was told; and while it is unknown who speaks, a private word may yet be the head's."""
    under = school(clause("1", definitie=FIXED, norm={"soort": "verbod", "als": "hoedanigheid is namens_school"}))

    assert outcome(under, wie=who, hoedanigheid=told) == found


def test_only_from_a_wide_word_asks_its_condition_too():
    """Every word of the list must fall under it."""
    team = {"woord": "leiding", "omvat": ["schoolleiding"], "als": "betreft_school"}
    under = school(clause("1", definitie=team, norm={"soort": "verbod", "als": "overlegd_met alleen_uit [leiding]"}))

    assert outcome(under, overlegd_met=["directeur"], betreft_school=True) == "mag_niet"
    assert outcome(under, overlegd_met=["directeur", "leerkracht"], betreft_school=True) == "voorleggen"
    assert outcome(under, overlegd_met=["directeur"], betreft_school=False) == "voorleggen"
    assert outcome(under, overlegd_met=["directeur"]) == "onzeker"
    assert outcome(under, overlegd_met=[]) == "mag_niet"


def test_what_counts_as_no_until_told_is_no_reason_to_ask():
    """The manager is asked whether it hurts; nobody is asked first whether it is about school."""
    meant = {"woord": "schools", "als": "betreft_school", "bij_ontbreken": "nee"}
    hurt = {"soort": "verbod", "handeling": "plaatsen", "als": "kwetsend en niet schools"}
    under = school(clause("1", definitie=meant, norm=hurt))

    told = judge(under, handeling="plaatsen", vlaggen=["kwetsend"])

    assert told.verdict == "vraag"
    assert [ground.fact for ground in told.missing] == ["kwetsend"]
