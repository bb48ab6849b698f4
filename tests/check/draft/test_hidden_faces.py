"""Whoever may not be shown is hidden, and only they: in the pixels, and looked at again."""

import numpy as np
import pytest

from magdit.check.draft.draft import Says
from tests.check.draft.school import SIDE, faces_in, no, pixels_of, yes
from tests.check.images.clips import clip

UNRECOGNISABLE = Says(unrecognisable=True)
NO_GOOD_YES = {
    "refused": no(101),
    "withdrawn": no(101, state="ingetrokken"),
    "of last school year": yes(101, on="02-09-2025"),
    "for the website only": yes(101, where="website"),
    "of the pupil, who is nine": yes(101, by="leerling"),
    "for her name only": yes(101, covers="naam"),
    "that is still being asked": no(101, state="gevraagd"),
}


@pytest.fixture
def photo(school):
    return school.photo("reis.jpg", "noor", "sem")


@pytest.fixture
def both_shown(school):
    return school.shown("101;;;reis.jpg;1", "103;;;reis.jpg;2")


def part(pixels: np.ndarray, at: int) -> np.ndarray:
    """The tile of one face."""
    return pixels[:, SIDE * at : SIDE * (at + 1)]


def change_at_the_face(before, after, face) -> float:
    box = np.s_[face.y : face.y + face.h, face.x : face.x + face.w]
    return float(np.abs(before[box] - after[box]).mean())


@pytest.mark.parametrize("answer", NO_GOOD_YES.values(), ids=NO_GOOD_YES)
def test_a_pupil_without_a_valid_yes_is_hidden_and_the_other_stays(school, photo, both_shown, answer):
    consents = school.consents(answer, yes(103, by="leerling"))
    draft = school.draft(photo, shown=both_shown, consents=consents, says=UNRECOGNISABLE)

    checked = school.check(draft, "alles")

    assert (checked.first.as_handed_in, checked.first.verdict) == ("mag_niet", "mag_mits")
    assert [(step.remedy, step.person) for step in checked.plan.done] == [("onherkenbaar_maken", "Noor van Dijk")]
    assert checked.copies[0].hidden == (0,)
    assert checked.final.verdict == "mag"


def test_from_sixteen_a_yes_of_the_parents_is_no_yes(school, photo, both_shown):
    consents = school.consents(yes(101), yes(103, by="ouder"))
    draft = school.draft(photo, shown=both_shown, consents=consents, says=UNRECOGNISABLE)

    checked = school.check(draft, "alles")

    assert checked.first.verdict == "mag_mits"
    assert checked.copies[0].hidden == (1,)
    assert checked.final.verdict == "mag"


def test_one_parent_who_says_no_is_enough(school, photo, both_shown):
    consents = school.consents(yes(101), no(101), yes(103, by="leerling"))

    checked = school.check(school.draft(photo, shown=both_shown, consents=consents), "gezichten")

    assert checked.first.as_handed_in == "mag_niet"
    assert checked.copies[0].hidden == (0,)


def test_the_pixels_of_the_hidden_face_are_gone_and_the_other_face_is_untouched(school, photo, both_shown):
    consents = school.consents(no(101), yes(103, by="leerling"))
    noor, sem = faces_in(photo)
    before = pixels_of(photo)

    checked = school.check(school.draft(photo, shown=both_shown, consents=consents), "gezichten")
    after = pixels_of(checked.copies[0].path)

    assert change_at_the_face(before, after, noor) > 25
    assert change_at_the_face(before, after, sem) < 3
    assert np.abs(part(before, 1) - part(after, 1)).mean() < 3


def test_looked_at_again_there_is_no_face_where_one_was_hidden(school, photo, both_shown):
    consents = school.consents(no(101), yes(103, by="leerling"))

    checked = school.check(school.draft(photo, shown=both_shown, consents=consents), "gezichten")
    seen = faces_in(checked.copies[0].path)

    assert len(seen) == 1
    assert seen[0].x > SIDE
    assert checked.final.not_looked == ()


def test_a_hidden_face_is_no_proof_until_the_author_looked(school, photo, both_shown):
    consents = school.consents(no(101), yes(103, by="leerling"))
    draft = school.draft(photo, shown=both_shown, consents=consents)

    checked = school.check(draft, "alles")

    assert checked.final.verdict == "eerst_weten"
    assert (checked.final.answer.question.fact, checked.final.answer.question.person) == ("herkenbaar", "Noor van Dijk")


def test_where_it_is_not_known_which_face_is_hers_every_face_that_may_be_is_hidden(school, photo):
    consents = school.consents(no(101), yes(103, by="leerling"))
    draft = school.draft(photo, shown=school.shown("101", "103"), consents=consents)

    checked = school.check(draft, "alles")

    assert checked.copies[0].hidden == (0, 1)


def test_someone_of_whom_no_face_was_found_cannot_be_hidden(school):
    photo = school.photo("sneeuw.jpg", "nobody")
    shown = school.shown("101;;;sneeuw.jpg;;ja")

    checked = school.check(school.draft(photo, shown=shown, consents=school.consents(no(101))), "gezichten")

    assert checked.copies[0].hidden == ()
    assert [step.person for step in checked.plan.left] == ["Noor van Dijk"]
    assert checked.final.verdict != "mag"


def test_only_what_was_asked_for_is_mended(school, photo, both_shown):
    consents = school.consents(no(101), yes(103, by="leerling"))
    draft = school.draft(photo, shown=both_shown, consents=consents)

    checked = school.check(draft, "gegevens")

    assert checked.copies[0].hidden == ()
    assert checked.final.as_handed_in == "mag_niet"


def test_the_whole_photo_can_be_left_out(school, photo, both_shown):
    consents = school.consents(no(101), no(103, by="leerling"))
    draft = school.draft(photo, text="Wat een reis.", shown=both_shown, consents=consents)

    checked = school.check(draft, "beeld")

    assert (checked.copies, checked.final.verdict) == ((), "mag")
    assert checked.text_file.read_text(encoding="utf-8") == "Wat een reis."


def test_under_vsnon_everyone_is_hidden_though_everyone_said_yes(school, photo, both_shown):
    consents = school.consents(yes(101), yes(103, by="leerling"))
    draft = school.draft(photo, shown=both_shown, consents=consents, says=UNRECOGNISABLE)

    checked = school.check(draft, "alles", protocol="vsnon")

    assert checked.first.as_handed_in == "mag_niet"
    assert "2b" in checked.first.answer.clauses
    assert checked.copies[0].hidden == (0, 1)
    assert checked.final.verdict == "mag"
    assert faces_in(checked.copies[0].path) == ()


def test_under_vsnon_the_portal_of_the_school_is_a_question_and_no_yes(school, photo, both_shown):
    consents = school.consents(yes(101), yes(103, by="leerling"))
    draft = school.draft(photo, medium="ouderportaal", shown=both_shown, consents=consents)

    checked = school.check(draft, protocol="vsnon")

    assert checked.final.verdict in {"vraag", "eerst_weten"}


def test_someone_who_is_in_a_film_too_cannot_be_hidden_by_hiding_a_face(school, photo):
    film = clip(school.folder / "lied.mp4", sound=None)
    shown = school.shown("103;;;reis.jpg;2", "103;;;lied.mp4;;ja", "101;;;reis.jpg;1")
    consents = school.consents(yes(101), no(103, by="leerling"))
    draft = school.draft(photo, films=(film,), shown=shown, consents=consents, says=UNRECOGNISABLE)

    checked = school.check(draft, "gezichten")

    assert [step.person for step in checked.plan.left] == ["Sem de Boer"]
    assert checked.final.as_handed_in == "mag_niet"


def test_someone_in_a_second_photo_where_no_face_was_seen_cannot_be_hidden(school, photo):
    snow = school.photo("sneeuw.jpg", "nobody")
    shown = school.shown("101;;;reis.jpg;1", "101;;;sneeuw.jpg", "103;;;reis.jpg;2")
    consents = school.consents(no(101), yes(103, by="leerling"))
    draft = school.draft(photo, snow, shown=shown, consents=consents, says=UNRECOGNISABLE)

    checked = school.check(draft, "gezichten")

    assert [step.person for step in checked.plan.left] == ["Noor van Dijk"]
    assert checked.final.verdict != "mag"
