"""Law, board and school each have a verdict of their own, the strictest is the answer; and when a protocol works."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from magdit.norms.answering import answer
from tests.norms.school import act, book, clause, judge, pack, rule

FORBIDDEN, ALLOWED = rule("1", als="betreft_school"), rule("1", "toestemming", als="betreft_school")
SILENT = rule("1", als="disclaimer")
OUTSIDE = clause("1", reikwijdte={"als": "disclaimer"})


@pytest.mark.parametrize(
    ("law", "school", "whole"),
    [
        (FORBIDDEN, ALLOWED, "mag_niet"),
        (ALLOWED, FORBIDDEN, "mag_niet"),
        (ALLOWED, ALLOWED, "mag"),
        (OUTSIDE, ALLOWED, "mag"),
        (OUTSIDE, FORBIDDEN, "mag_niet"),
        (ALLOWED, OUTSIDE, "niet_geregeld"),
        (SILENT, ALLOWED, "voorleggen"),
        (OUTSIDE, OUTSIDE, "niet_geregeld"),
    ],
)
def test_the_strictest_layer_is_the_answer(law, school, whole):
    """A law that says nothing of an act does not stand in the way of a protocol that does."""
    under = book(pack(school), pack(law, rank="wet"))

    assert judge(under, betreft_school=True, disclaimer=False).as_handed_in == whole


def test_every_layer_says_its_own():
    """The protocol is board and school without the law."""
    school = pack(ALLOWED, rule("2", rang="bestuur", als="tijdens_les"))
    under = book(school, pack(FORBIDDEN, rank="wet"))

    layers = judge(under, betreft_school=True, tijdens_les=True).layers

    told = {name: (layer.as_handed_in, layer.clauses) for name, layer in layers.items()}
    assert told == {
        "wet": ("mag_niet", ("1",)),
        "bestuur": ("mag_niet", ("2",)),
        "school": ("mag", ("1",)),
        "protocol": ("mag_niet", ("2",)),
    }


@pytest.mark.parametrize(
    ("layer", "told"),
    [("alles", "mag_niet"), ("wet", "mag_niet"), ("school", "mag"), ("protocol", "mag")],
)
def test_one_layer_can_be_judged_alone(layer, told):
    """`--laag`."""
    under = book(pack(ALLOWED), pack(FORBIDDEN, rank="wet"))

    assert answer(under, act(betreft_school=True), layer=layer).as_handed_in == told


def test_a_ban_and_a_permission_of_one_layer_are_both_told():
    """The ban wins; the permission is named as overruled."""
    found = judge(book(pack(rule("1"), rule("2", "toestemming"))))

    assert (found.as_handed_in, found.clauses) == ("mag_niet", ("1",))
    assert [reason.norm for reason in found.overruled] == ["2"]


YEARS = date(2025, 8, 1), date(2027, 8, 1)


@pytest.mark.parametrize(
    ("moment", "notices"),
    [
        ("2025-07-31", ("proef:nog_niet_in_werking",)),
        ("2025-08-01", ()),
        ("2027-07-31T23:59", ()),
        ("2027-08-01", ("proef:verlopen",)),
        (None, ()),
    ],
)
def test_a_protocol_that_does_not_work_yet_or_no_more_says_so(moment, notices):
    """It works from its first day up to, and not with, its end."""
    under = book(pack(ALLOWED, lasts=YEARS))

    assert judge(under, betreft_school=True, moment=moment).notices == notices


def test_an_answer_holds_at_most_until_the_protocol_ends():
    """And one without an end until something in the act turns, here nothing."""
    assert judge(book(pack(ALLOWED, lasts=YEARS)), betreft_school=True).valid_until == datetime(2027, 8, 1)
    assert judge(book(pack(ALLOWED)), betreft_school=True).valid_until is None
