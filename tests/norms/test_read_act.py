"""Reading an act: every mistake at once, each with its place and the nearest known word; what is absent is unknown."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdit.norms.act import Act
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct, Mistake
from tests.norms.school import CATALOGUE


def read(raw: object) -> Act:
    return read_act(raw, CATALOGUE)


def mistakes(raw: object) -> dict[str, Mistake]:
    """What is wrong with it, by place."""
    with pytest.raises(BadAct) as refused:
        read(raw)
    return {mistake.where: mistake for mistake in refused.value.mistakes}


def test_every_mistake_is_named_at_once():
    """With the word that looks most like it."""
    found = mistakes(
        {
            "mediun": "instagram",
            "medium": "instagrm",
            "wie": ["leerkracht", "leraarr"],
            "disclaimer": "misschien",
            "in_beeld": [{"naam": "noor"}, {"rl": "leerling", "leeftijd": "negen"}],
        }
    )

    assert {where: (mistake.code, mistake.nearest[:1]) for where, mistake in found.items()} == {
        "mediun": ("unknown_key", ("medium",)),
        "medium": ("unknown_word", ("instagram",)),
        "wie": ("unknown_word", ("leerkracht",)),
        "disclaimer": ("wrong_type", ()),
        "in_beeld[2].rl": ("unknown_key", ("rol",)),
        "in_beeld[2].leeftijd": ("wrong_type", ()),
    }


@pytest.mark.parametrize("raw", [None, "een foto", 7, [], [{}]])
def test_an_act_is_a_table(raw):
    """Anything else is refused as a whole."""
    assert [mistake.code for mistake in mistakes(raw).values()] == ["wrong_type"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("wie", 3),
        ("wie", ["leerkracht", 3]),
        ("medium", ["instagram"]),
        ("inhoud", {"foto": True}),
        ("disclaimer", 1),
        ("disclaimer", "true"),
        ("moment", "morgen"),
        ("moment", "2026-02-30"),
        ("moment", 20260303),
        ("gelegenheid", 4),
        ("gedaan", [1]),
        ("in_beeld", "noor"),
        ("in_beeld", ["noor"]),
        ("in_beeld", [{"leeftijd": True}]),
        ("in_beeld", [{"leeftijd": 10**12}]),
        ("in_beeld", [{"geboortedatum": "gisteren"}]),
        ("in_beeld", [{"toestemming": "misschien"}]),
        ("in_beeld", [{"toestemmingen": "ja"}]),
        ("in_beeld", [{"toestemmingen": [{"door": "ouder", "staat": "jawel"}]}]),
        ("in_beeld", [{"toestemmingen": [{"staat": "gegeven"}]}]),
        ("in_beeld", [{"toestemmingen": [{"door": "ouder", "staat": "gegeven", "vorm": "gefluisterd"}]}]),
        ("in_beeld", [{"toestemmingen": [{"door": "ouder", "staat": "gegeven", "wat": "foto"}]}]),
        ("in_beeld", [{}] * 2001),
        ("akkoorden", [{"staat": "gegeven"}]),
        ("akkoorden", [{"door": "directeur", "van": "straks"}]),
        ("akkoorden", "ja"),
        ("bezwaren", [{"wat": "foto"}]),
        ("bezwaren", [{"door": "directeur", "staat": "misschien"}]),
        ("afwijkingen", [{"artikel": "1"}]),
        ("vlaggen", ["kwetsen"]),
        ("herkomst", ["leerkracht"]),
        ("onbekend", 1),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(key, value):
    """And never with another error."""
    found = mistakes({key: value})

    assert all(where.startswith(key) for where in found)


def test_what_is_absent_is_unknown():
    """Also when it stands there empty-handed; an empty list is known."""
    nothing, empty = read({}), read({"in_beeld": [], "akkoorden": [], "bezwaren": [], "overlegd_met": []})

    assert (nothing.facts, nothing.people.get("in_beeld"), nothing.grants, nothing.objections) == ({}, None, None, None)
    assert (empty.people["in_beeld"], empty.grants, empty.objections) == ((), (), ())
    assert empty.facts == {"overlegd_met": ()}
    assert read({"medium": None, "in_beeld": None}) == nothing


def test_of_a_person_absent_consents_are_unknown_and_none_is_none():
    """Nobody looked is not nobody answered."""
    untold, none = read({"in_beeld": [{"naam": "noor"}, {"naam": "sem", "toestemmingen": []}]}).people["in_beeld"] or ()

    assert (untold.consents, none.consents) == (None, ())


@pytest.mark.parametrize(
    ("given_as", "read_as"),
    [
        ("2026-03-03", date(2026, 3, 3)),
        (date(2026, 3, 3), date(2026, 3, 3)),
        ("2026-03-03T14:00", datetime(2026, 3, 3, 14)),
        ("2026-03-03T13:00:00Z", datetime(2026, 3, 3, 14)),
        ("2026-07-03T12:00:00+00:00", datetime(2026, 7, 3, 14)),
        (datetime(2026, 3, 3, 14, tzinfo=timezone(timedelta(hours=1))), datetime(2026, 3, 3, 14)),
    ],
)
def test_a_moment_is_the_clock_on_the_wall_of_the_school(given_as, read_as):
    """In winter an hour ahead of UTC, in summer two."""
    assert read({"moment": given_as}).moment == read_as


def test_other_spellings_are_the_same_word():
    """As people write them."""
    act = read({"wie": "docent", "handeling": "posten", "medium": "Insta", "disclaimer": "ja"})

    assert act.facts == {"wie": ("leerkracht",), "handeling": "plaatsen", "medium": "instagram", "disclaimer": True}


def test_one_person_or_one_record_need_not_be_a_list():
    """A table is a list of one."""
    act = read({"in_beeld": {"naam": "noor"}, "akkoorden": {"door": "directeur"}})

    assert [person.label for person in act.people["in_beeld"] or ()] == ["noor"]
    assert [(grant.by, grant.state) for grant in act.grants or ()] == [("directeur", "gegeven")]


def test_leave_for_a_day_lasts_from_its_first_minute_to_its_last():
    """`van` and `tot` on the same day."""
    (grant,) = read({"akkoorden": [{"door": "directeur", "van": "2026-03-03", "tot": "2026-03-03"}]}).grants or ()

    assert grant.start == datetime(2026, 3, 3, 0, 0)
    assert grant.until is not None
    assert grant.until >= datetime(2026, 3, 3, 23, 59)


def test_who_said_a_thing_and_when_is_kept():
    """`herkomst`, of the act and of a person."""
    source = {"door": "leerkracht", "op": "2026-03-03"}
    act = read({"herkomst": {"vertrouwelijk": source}, "in_beeld": [{"herkomst": {"herkenbaar": source}}]})

    assert act.sources == {"vertrouwelijk": source}
    assert [person.sources for person in act.people["in_beeld"] or ()] == [{"herkenbaar": source}]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from(
    [*CATALOGUE.facts, "akkoorden", "bezwaren", "afwijkingen", "gedaan", "vlaggen", "herkomst", "id"]
)


@given(st.dictionaries(keys, anything, max_size=4))
def test_anything_at_all_is_read_or_refused(raw: dict[str, Any]):
    """Never another error."""
    try:
        act = read(raw)
    except BadAct as refused:
        act = None
        found = refused.mistakes

    assert act is not None or found


@pytest.mark.parametrize("age", [-3, 131])
def test_nobody_has_an_age_that_cannot_be(age):
    assert mistakes({"in_beeld": [{"leeftijd": age}]})["in_beeld[1].leeftijd"].code == "no_age"


def test_an_age_that_says_something_else_than_the_birth_date_is_refused():
    """Neither of the two is guessed to be right: the one asks the parents, the other the pupil."""
    person = {"leeftijd": 9, "geboortedatum": "2001-01-01"}

    found = mistakes({"moment": "2026-11-20T14:00", "in_beeld": [person]})["in_beeld[1].leeftijd"]

    assert (found.code, found.wanted) == ("other_age", "25")


@pytest.mark.parametrize(("day", "age"), [("2026-11-19", 15), ("2026-11-20", 16)])
def test_an_age_told_beside_the_birth_date_fits_up_to_the_birthday_itself(day, age):
    person = {"leeftijd": age, "geboortedatum": "2010-11-20"}

    assert read({"moment": day, "in_beeld": [person]}).people["in_beeld"][0].facts["leeftijd"] == age


def test_nobody_is_shown_before_being_born():
    act = {"moment": "2026-11-20", "in_beeld": [{"geboortedatum": "2027-01-01"}]}

    assert mistakes(act)["in_beeld[1].geboortedatum"].code == "not_born"


def test_a_consent_without_its_state_is_told_that_it_lacks_it():
    found = mistakes({"in_beeld": [{"toestemmingen": [{"door": "ouder"}]}]})

    assert found["in_beeld[1].toestemmingen[1].staat"].code == "missing"
