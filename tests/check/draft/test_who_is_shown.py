"""Faces and people are counted, never compared: what nobody accounted for keeps the answer open."""

from dataclasses import replace

import pytest

from magdit.check.draft.draft import Says
from magdit.check.draft.look import Eyes
from magdit.check.images.refusal import Refused
from magdit.check.tables.unreadable import Unreadable
from tests.check.draft.school import no, put, yes

NOBODY = Says(nobody_shown=True)
ALL_WITH_CONSENT = Says(only_with_consent=True)


@pytest.fixture
def everyone_said_yes(school):
    return school.consents(yes(101), yes(103, by="leerling"), yes(104))


def test_a_photo_of_people_who_said_yes_may_go_out(school, everyone_said_yes):
    photo = school.photo("reis.jpg", "noor", "sem")
    shown = school.shown("101;;;reis.jpg;1", "103;;;reis.jpg;2")

    checked = school.check(school.draft(photo, shown=shown, consents=everyone_said_yes))

    assert checked.final.verdict == "mag"


def test_people_may_be_named_without_saying_which_face_is_whose(school, everyone_said_yes):
    photo = school.photo("reis.jpg", "noor", "sem")

    checked = school.check(school.draft(photo, shown=school.shown("101", "103"), consents=everyone_said_yes))

    assert checked.final.verdict == "mag"


def test_a_face_that_nobody_accounted_for_keeps_the_answer_open(school, everyone_said_yes):
    photo = school.photo("reis.jpg", "noor", "sem")

    checked = school.check(school.draft(photo, shown=school.shown("101;;;reis.jpg;1"), consents=everyone_said_yes))

    assert checked.final.verdict == "eerst_weten"
    assert checked.final.answer.question.person == "gezicht 2 op reis.jpg"


def test_a_photo_of_which_nobody_said_who_is_in_it_keeps_the_answer_open(school, everyone_said_yes):
    checked = school.check(school.draft(school.photo("reis.jpg", "noor"), consents=everyone_said_yes))

    assert checked.final.verdict == "eerst_weten"


def test_more_faces_than_people_keep_the_answer_open(school, everyone_said_yes):
    photo = school.photo("reis.jpg", "noor", "sem", "olaf")

    checked = school.check(school.draft(photo, shown=school.shown("101", "103"), consents=everyone_said_yes))

    assert checked.final.verdict == "eerst_weten"
    assert [subject.label for subject in checked.final.people if subject.is_stranger] == ["nog een gezicht op reis.jpg"]


def test_two_people_cannot_share_one_face(school, everyone_said_yes):
    photo = school.photo("reis.jpg", "noor", "sem")
    shown = school.shown("101;;;reis.jpg;1", "103;;;reis.jpg;1")

    checked = school.check(school.draft(photo, shown=shown, consents=everyone_said_yes))

    assert checked.final.verdict == "eerst_weten"


def test_someone_with_the_face_turned_away_accounts_for_no_face(school, everyone_said_yes):
    photo = school.photo("reis.jpg", "noor")

    checked = school.check(school.draft(photo, shown=school.shown("101;;;reis.jpg;;nee"), consents=everyone_said_yes))

    assert checked.final.verdict == "eerst_weten"


def test_turned_away_in_one_photo_and_shown_in_another_still_accounts_for_no_face_in_the_first(
    school, everyone_said_yes
):
    photos = [school.photo("een.jpg", "olaf"), school.photo("twee.jpg", "noor")]
    shown = school.shown("101;;;een.jpg;;nee", "101;;;twee.jpg;1")

    checked = school.check(school.draft(*photos, shown=shown, consents=everyone_said_yes))

    assert checked.final.verdict == "eerst_weten"


def test_no_faces_found_does_not_become_nobody(school, everyone_said_yes):
    photo = school.photo("sneeuw.jpg", "nobody")

    checked = school.check(school.draft(photo, consents=everyone_said_yes))

    assert checked.first.looked.photos[0].faces == ()
    assert checked.final.verdict == "eerst_weten"


def test_a_photo_without_faces_stays_open_beside_one_that_is_accounted_for(school, everyone_said_yes):
    photos = [school.photo("reis.jpg", "noor"), school.photo("sneeuw.jpg", "nobody")]

    checked = school.check(school.draft(*photos, shown=school.shown("101;;;reis.jpg;1"), consents=everyone_said_yes))

    assert checked.final.verdict == "eerst_weten"


def test_someone_declared_whose_face_was_not_found_may_still_be_recognisable(school, everyone_said_yes):
    photo = school.photo("sneeuw.jpg", "nobody")

    checked = school.check(
        school.draft(photo, shown=school.shown("104;;;sneeuw.jpg"), consents=school.consents(no(104)))
    )

    assert checked.final.verdict == "eerst_weten"
    assert checked.final.people[0].recognisable is None


def test_an_author_who_looked_may_say_that_nobody_is_shown(school):
    photo = school.photo("sneeuw.jpg", "nobody")

    checked = school.check(school.draft(photo, says=NOBODY))

    assert checked.final.verdict == "mag"


def test_nobody_is_not_believed_of_a_photo_with_a_face(school):
    photo = school.photo("reis.jpg", "olaf")

    checked = school.check(school.draft(photo, says=NOBODY))

    assert checked.final.verdict == "eerst_weten"


def test_not_named_is_not_believed_of_someone_whose_name_stands_in_the_text(school):
    photo = school.photo("reis.jpg", "noor")
    shown = school.shown("101;;;reis.jpg;1;;nee")
    draft = school.draft(photo, text="Noor in de sneeuw.", shown=shown, consents=school.consents(yes(101)))

    checked = school.check(draft)

    assert checked.first.people[0].named is True
    assert checked.final.verdict == "mag_mits"


def test_all_with_consent_takes_the_lists_to_look_in(school, everyone_said_yes):
    photo = school.photo("reis.jpg", "noor", "sem")
    with_lists = school.draft(photo, says=ALL_WITH_CONSENT, consents=everyone_said_yes)

    believed = school.check(with_lists)
    without_consents = school.check(replace(with_lists, consents=None))
    without_roster = school.check(replace(with_lists, roster=None))

    assert believed.final.verdict == "mag"
    assert without_consents.final.verdict == "eerst_weten"
    assert without_roster.final.verdict == "eerst_weten"


def test_all_with_consent_says_nothing_of_a_photo_without_a_face(school, everyone_said_yes):
    photo = school.photo("sneeuw.jpg", "nobody")

    checked = school.check(school.draft(photo, says=ALL_WITH_CONSENT, consents=everyone_said_yes))

    assert checked.final.verdict == "eerst_weten"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("101;;;andere.jpg;1", "no_such_photo"),
        ("101;;;reis.jpg;3", "no_such_face"),
        ("101;;;reis.jpg;0", "no_such_face"),
    ],
)
def test_a_declared_face_that_is_not_there_is_refused(school, row, code):
    draft = school.draft(school.photo("reis.jpg", "noor"), shown=school.shown(row))

    with pytest.raises(Refused) as caught:
        school.check(draft)

    assert (caught.value.code, caught.value.facts["line"]) == (code, 2)


def test_a_face_number_without_a_photo_is_refused_when_there_are_two(school):
    photos = [school.photo("een.jpg", "noor"), school.photo("twee.jpg", "sem")]

    with pytest.raises(Refused) as caught:
        school.check(school.draft(*photos, shown=school.shown("101;;;;1")))

    assert caught.value.code == "face_needs_photo"


def test_two_photos_of_one_name_are_refused_for_nobody_can_tell_them_apart(school):
    (school.folder / "kopie").mkdir()
    first = school.photo("reis.jpg", "noor")
    second = put(school.folder / "kopie", "reis.jpg", school.photo("ander.jpg", "olaf").read_bytes())

    with pytest.raises(Refused) as caught:
        school.check(school.draft(first, second, shown=school.shown("101;;;reis.jpg")))

    assert caught.value.code == "same_name"


def test_an_empty_list_is_not_nobody(school):
    with pytest.raises(Unreadable):
        school.shown()


def test_a_face_number_is_no_mistake_when_nobody_could_look(school, everyone_said_yes):
    draft = school.draft(
        school.photo("reis.jpg", "noor"), shown=school.shown("101;;;reis.jpg;1"), consents=everyone_said_yes
    )

    checked = school.check(draft, eyes=Eyes(load_finder=lambda: None))

    assert checked.final.verdict == "eerst_weten"
    assert [miss.what for miss in checked.final.not_looked] == ["gezichten"]


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [("ja", "ja", True), ("ja", "nee", False), ("nee", "ja", False), ("ja", "", None), ("", "ja", None)],
)
def test_dressed_in_one_photo_does_not_mean_dressed_in_the_other(school, first, second, together):
    photos = [school.photo("een.jpg", "noor"), school.photo("twee.jpg", "noor")]
    shown = school.shown(f"101;;;een.jpg;1;;;{first}", f"101;;;twee.jpg;1;;;{second}")

    checked = school.check(school.draft(*photos, shown=shown))

    assert checked.first.people[0].outerwear is together


def test_nobody_is_in_one_photo_twice(school):
    photo = school.photo("reis.jpg", "noor", "olaf")

    with pytest.raises(Refused) as caught:
        school.check(school.draft(photo, shown=school.shown("101;;;reis.jpg;1", "101;;;reis.jpg;2")))

    assert (caught.value.code, caught.value.facts["line"]) == ("second_face", 3)
