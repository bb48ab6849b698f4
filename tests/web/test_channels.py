"""Which channels are offered for a post, and in what order."""

from __future__ import annotations

import pytest

from magdit.web.channels import COMMON, NOT_BY_PARENTS, NOT_BY_PUPILS, OF_FAMILY, OF_SCHOOL, for_family, for_staff
from magdit.words.media import MEDIA
from magdit.words.vocabulary import Word

ALL = {one.code for one in MEDIA}


def codes(parts) -> list[str]:
    return [code for part in parts for code, _name in part.channels]


def test_every_channel_that_could_be_chosen_is_offered_once_and_the_usual_ones_first():
    parts = for_staff(MEDIA)

    assert sorted(codes(parts)) == sorted(ALL)
    assert [part.label for part in parts] == ["Van de school", "Vaak gebruikt", "Andere"]
    assert codes(parts)[: len(OF_SCHOOL) + len(COMMON)] == [*OF_SCHOOL, *COMMON]


def test_what_the_protocol_of_the_school_names_itself_stands_with_the_schools_own():
    own = MEDIA.widened([Word("logboek", "logboek", "log book")])

    assert "logboek" in codes(for_staff(own)[:1])


@pytest.mark.parametrize(("is_pupil", "left_out"), [(False, NOT_BY_PARENTS), (True, NOT_BY_PUPILS)])
def test_a_family_is_offered_only_what_it_can_put_something_on(is_pupil, left_out):
    parts = for_family(MEDIA, is_pupil=is_pupil, chosen="")

    assert set(codes(parts)) == ALL - left_out
    assert codes(parts)[: len(OF_FAMILY)] == list(OF_FAMILY)
    assert parts[-1].label == "Andere"


def test_what_a_parent_chose_before_does_not_disappear():
    assert "mondeling" in codes(for_family(MEDIA, is_pupil=False, chosen="mondeling"))


def test_every_code_that_is_put_first_or_left_out_is_a_channel():
    assert {*OF_SCHOOL, *COMMON, *OF_FAMILY} | NOT_BY_PARENTS <= ALL
