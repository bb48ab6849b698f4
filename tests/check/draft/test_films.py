"""In films faces are counted and hidden, never known: the author says who is in them, and who is heard."""

from dataclasses import replace

import pytest
from PIL import Image

from magdit.check.draft.draft import Says
from magdit.check.images.faces import FaceFinder
from magdit.check.images.film.looking import look_at_film
from magdit.check.images.refusal import Refused
from magdit.check.images.video import take_in_media
from magdit.demo.photos_made import PHOTOS
from tests.check.draft.school import LOOKING, no, yes
from tests.check.images.clips import SECRETS, clip
from tests.check.images.film.filmed import Shot, Still
from tests.check.images.film.filmed import film as filmed

NOBODY = Says(nobody_shown=True)
SOUND_TOO = "foto, video, geluid"


@pytest.fixture
def film(school):
    return clip(school.folder / "lied.mp4")


def test_a_film_of_which_nobody_said_who_is_in_it_keeps_the_answer_open(school, film):
    checked = school.check(school.draft(films=(film,), consents=school.consents(yes(101))))

    assert checked.final.verdict == "eerst_weten"


def test_a_film_beside_a_photo_that_is_accounted_for_keeps_the_answer_open(school, film):
    photo = school.photo("reis.jpg", "noor")
    shown, consents = school.shown("101;;;reis.jpg;1"), school.consents(yes(101))

    checked = school.check(school.draft(photo, films=(film,), shown=shown, consents=consents))

    assert checked.final.verdict == "eerst_weten"


def test_a_film_of_someone_who_said_yes_to_film_and_sound_may_go_out(school, film):
    shown, consents = school.shown("101;;;lied.mp4;;ja"), school.consents(yes(101, covers=SOUND_TOO))

    checked = school.check(school.draft(films=(film,), shown=shown, consents=consents))

    assert checked.first.act["inhoud"] == ["video", "geluid"]
    assert checked.final.verdict == "mag"


@pytest.mark.parametrize("covers", ["foto", "foto, geluid"])
def test_a_yes_to_photos_is_no_yes_to_film(school, film, covers):
    shown, consents = school.shown("101;;;lied.mp4;;ja"), school.consents(yes(101, covers=covers))

    checked = school.check(school.draft(films=(film,), shown=shown, consents=consents))

    assert checked.final.as_handed_in == "mag_niet"


def test_a_yes_to_film_is_no_yes_to_the_voice(school, film):
    shown, consents = school.shown("101;;;lied.mp4;;ja"), school.consents(yes(101))

    checked = school.check(school.draft(films=(film,), shown=shown, consents=consents))

    assert checked.final.verdict == "eerst_weten"
    assert (checked.final.answer.question.fact, checked.final.answer.question.person) == ("hoorbaar", "Noor van Dijk")


def test_without_its_sound_the_film_may_go_out(school, film):
    shown, consents = school.shown("101;;;lied.mp4;;ja"), school.consents(yes(101))

    checked = school.check(school.draft(films=(film,), shown=shown, consents=consents), "geluid")

    assert take_in_media(checked.copies[0].path).has_sound is False
    assert checked.final.act["inhoud"] == ["video"]
    assert checked.final.verdict == "mag"


def test_in_a_silent_film_nobody_is_heard(school):
    silent = clip(school.folder / "stil.mp4", sound=None)
    shown, consents = school.shown("101;;;stil.mp4;;ja"), school.consents(yes(101))

    checked = school.check(school.draft(films=(silent,), shown=shown, consents=consents))

    assert checked.final.verdict == "mag"


def test_a_recording_of_a_voice_asks_whose_it_is(school):
    voice = clip(school.folder / "stem.m4a", picture=None)

    unknown = school.check(school.draft(films=(voice,), consents=school.consents(yes(101))))
    told = school.check(school.draft(films=(voice,), says=NOBODY))

    assert unknown.first.act["inhoud"] == ["geluid"]
    assert unknown.final.verdict == "eerst_weten"
    assert told.final.verdict == "mag"


def test_a_film_in_which_no_face_is_seen_hides_nobody_so_a_no_stays_a_no(school, film):
    shown, consents = school.shown("101;;;lied.mp4;;ja"), school.consents(no(101))
    draft = school.draft(films=(film,), shown=shown, consents=consents, says=Says(unrecognisable=True))

    checked = school.check(draft, "gezichten")

    assert checked.final.as_handed_in == "mag_niet"


@pytest.mark.parametrize("name", ["lied.mp4", "lied.mov", "lied.mkv", "lied.webm"])
def test_what_a_film_tells_is_gone_from_the_copy_and_the_original_is_as_it_was(school, name):
    picture, sound = ("libvpx", "libopus") if name.endswith("webm") else ("libx264", "aac")
    film = clip(school.folder / name, picture=picture, sound=sound)
    before = film.read_bytes()

    checked = school.check(school.draft(films=(film,), says=NOBODY), to="schoon")
    copy = checked.copies[0]

    assert checked.first.looked.films[0].traces
    assert take_in_media(copy.path).traces == ()
    assert [secret for secret in SECRETS if secret in copy.path.read_bytes()] == []
    assert (copy.path.name, copy.original) == (f"film-1{film.suffix}", name)
    assert film.read_bytes() == before
    assert checked.final.verdict == "mag"


def test_a_copy_of_a_film_that_still_tells_something_is_not_clean(school, film, monkeypatch):
    def copied_as_it_is(media, target, with_sound=True):
        target.write_bytes(media.path.read_bytes())
        return media.sha256

    monkeypatch.setattr("magdit.check.draft.clean.remux_clean", copied_as_it_is)

    checked = school.check(school.draft(films=(film,), says=NOBODY), to="schoon")

    assert checked.final.verdict == "eerst_weten"
    assert [(miss.where, miss.code) for miss in checked.final.not_looked] == [("lied.mp4", "traces_left")]


def shot(name: str, *, middle: tuple[float, float], width: float) -> Shot:
    """The camera stands still before a part of a photo of the demo."""
    with Image.open(PHOTOS / name) as opened:
        return Shot(Still(opened.convert("RGB"), ()), 0.6, (*middle, width), (*middle, width))


@pytest.fixture
def portrait(school):
    """A film of one person."""
    return filmed(school.folder / "portret.mp4", [shot("astronaut.png", middle=(230, 150), width=480)]).path


@pytest.fixture
def street(school):
    """A film of several."""
    return filmed(school.folder / "straat.mp4", [shot("crossing.jpg", middle=(200, 160), width=400)]).path


def test_one_face_and_one_person_with_a_yes_may_go_out(school, portrait):
    shown, consents = school.shown("101;;;portret.mp4;;ja"), school.consents(yes(101))

    checked = school.check(school.draft(films=(portrait,), shown=shown, consents=consents))

    assert checked.first.looked.film_looks["portret.mp4"].most_at_once() == 1
    assert checked.final.verdict == "mag"


def test_more_faces_at_once_than_people_named_keep_the_answer_open(school, street):
    shown, consents = school.shown("101;;;straat.mp4;;ja"), school.consents(yes(101))

    checked = school.check(school.draft(films=(street,), shown=shown, consents=consents))

    labels = [subject.label for subject in checked.first.people]
    assert (
        labels.count("nog een gezicht in straat.mp4")
        == checked.first.looked.film_looks["straat.mp4"].most_at_once() - 1
    )
    assert checked.final.verdict == "eerst_weten"


def test_nobody_in_a_film_that_shows_a_face_is_not_believed(school, portrait, film):
    with_a_face = school.check(school.draft(films=(portrait,), says=NOBODY))
    without = school.check(school.draft(films=(film,), says=NOBODY))

    assert (with_a_face.final.verdict, without.final.verdict) == ("eerst_weten", "mag")


def test_whoever_said_no_is_hidden_through_the_whole_film(school, portrait):
    shown, consents = school.shown("101;;;portret.mp4;;ja"), school.consents(no(101))
    draft = school.draft(films=(portrait,), shown=shown, consents=consents, says=Says(unrecognisable=True))

    checked = school.check(draft, "gezichten")

    (copy,) = checked.copies
    assert checked.first.as_handed_in == "mag_niet"
    assert checked.final.verdict == "mag"
    assert (copy.path.name, copy.hidden) == ("film-1.mp4", (0,))
    assert look_at_film(copy.path, FaceFinder.load()).most_at_once() == 0


def test_whether_the_hidden_one_is_still_recognisable_a_person_says(school, portrait):
    shown, consents = school.shown("101;;;portret.mp4;;ja"), school.consents(no(101))

    checked = school.check(school.draft(films=(portrait,), shown=shown, consents=consents), "gezichten")

    assert checked.final.verdict == "eerst_weten"


def test_a_face_that_the_clean_film_still_shows_keeps_the_answer_open(school, portrait, monkeypatch):
    def copied_as_it_is(look, target, sound=True):
        target.write_bytes(look.media.path.read_bytes())
        return look.media.sha256

    monkeypatch.setattr("magdit.check.draft.clean.hide_in_film", copied_as_it_is)
    shown, consents = school.shown("101;;;portret.mp4;;ja"), school.consents(no(101))
    draft = school.draft(films=(portrait,), shown=shown, consents=consents, says=Says(unrecognisable=True))

    checked = school.check(draft, "gezichten")

    assert checked.final.verdict == "eerst_weten"
    assert ("portret.mp4", "face_still_seen") in [(miss.where, miss.code) for miss in checked.final.not_looked]


def test_a_film_that_could_not_be_looked_at_is_never_passed(school, portrait):
    def without_model():
        raise Refused("model_missing", path="model")

    shown, consents = school.shown("101;;;portret.mp4;;ja"), school.consents(yes(101))

    checked = school.check(
        school.draft(films=(portrait,), shown=shown, consents=consents),
        eyes=replace(LOOKING, load_finder=without_model),
    )

    assert checked.final.verdict == "eerst_weten"
    assert [(miss.what, miss.code) for miss in checked.final.not_looked] == [("gezichten", "model_missing")]
