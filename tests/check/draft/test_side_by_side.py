"""Photos of one draft are looked at side by side; the author sees nothing of that but the time it saves."""

import threading
from dataclasses import replace

import pytest

from magdit.check.draft import look as looking
from magdit.check.draft.clean import clean_copies
from magdit.check.draft.look import Eyes, look
from magdit.check.draft.plan import Plan
from magdit.check.images import batch
from magdit.check.images.intake import decode, hand_in
from magdit.check.images.refusal import Refused
from tests.check.draft.school import FINDER, LOOKING, School
from tests.check.images.makers import put

NAMES = ("a.jpg", "b.jpg", "c.jpg", "d.jpg")
SOON = 20.0


@pytest.fixture(autouse=True)
def two_workers(monkeypatch):
    monkeypatch.setattr(batch.os, "cpu_count", lambda: 2)


@pytest.fixture
def school(tmp_path):
    return School(tmp_path)


@pytest.fixture
def trip(school):
    """Four photos, with one, two, no and one face."""
    shown = (("noor",), ("noor", "sem"), ("nobody",), ("olaf",))
    return school.draft(*(school.photo(name, *who) for name, who in zip(NAMES, shown, strict=True)))


def test_photos_are_seen_in_the_order_of_the_author_whichever_is_done_first(trip):
    second_done = threading.Event()

    def slow_at_first(handed):
        if handed.path.name == "a.jpg":
            assert second_done.wait(SOON)
        photo = decode(handed)
        if handed.path.name == "b.jpg":
            second_done.set()
        return photo

    seen = look(trip, replace(LOOKING, decode=slow_at_first)).photos

    assert [(one.name, len(one.faces)) for one in seen] == list(zip(NAMES, (1, 2, 0, 1), strict=True))


def test_progress_is_told_one_after_the_other(trip):
    told = []

    look(trip, replace(LOOKING, progress=lambda *what: told.append(what)))

    assert told == [(name, at, 4) for at, name in enumerate(NAMES, 1)]


def test_the_first_refused_file_is_told_though_a_later_one_was_refused_sooner(school, trip):
    later_refused = threading.Event()
    put(school.folder, "a.jpg", b"geen foto")
    put(school.folder, "b.jpg", b"ook geen foto")

    def slow_at_first(path):
        if path.name == "a.jpg":
            assert later_refused.wait(SOON)
        try:
            return hand_in(path)
        finally:
            later_refused.set()

    with pytest.raises(Refused) as refused:
        look(trip, replace(LOOKING, hand_in=slow_at_first))

    assert refused.value.facts["path"].name == "a.jpg"


def test_a_photo_that_takes_too_long_is_not_waited_for_and_the_others_are_seen(trip):
    never = threading.Event()

    class Hanging:
        def find(self, pixels, threshold):
            if pixels.shape[1] > 200:
                never.wait(SOON)
            return FINDER.find(pixels, threshold)

    look(trip, LOOKING)  # so that the true finder remembers them
    seen = look(trip, Eyes(load_finder=Hanging, longest=0.3))
    never.set()

    assert [one.faces is None for one in seen.photos] == [False, True, False, False]
    assert [(miss.where, miss.code) for miss in seen.not_looked] == [("b.jpg", "timeout")]


def test_waiting_for_room_is_not_looking_too_long(trip, monkeypatch):
    """Each is larger than all the room there is, so they come one by one; only its own time counts."""
    monkeypatch.setattr(looking, "SIDE_BY_SIDE", 1)
    ticking = threading.Event()

    def slow(handed):
        ticking.wait(0.2)
        return decode(handed)

    seen = look(trip, Eyes(load_finder=lambda: FINDER, decode=slow, longest=0.7))

    assert seen.not_looked == ()


@pytest.mark.parametrize(("room", "at_once"), [(1, 1), (batch.SIDE_BY_SIDE, 2)])
def test_no_more_photos_are_open_at_once_than_there_is_room_for(trip, monkeypatch, room, at_once):
    monkeypatch.setattr(looking, "SIDE_BY_SIDE", room)
    meeting = threading.Barrier(at_once)
    inside, most, lock = [0], [0], threading.Lock()

    class Counting:
        def find(self, pixels, threshold):
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            meeting.wait(SOON)
            with lock:
                inside[0] -= 1
            return ()

    look(trip, Eyes(load_finder=Counting))

    assert most == [at_once]


def test_of_a_photo_that_was_looked_at_only_its_size_is_kept(trip):
    seen = look(trip, LOOKING).photos[1]

    assert (seen.photo.width, seen.photo.height, seen.photo.pixels.size) == (320, 160, 0)


def test_a_photo_that_changed_since_it_was_looked_at_gets_no_clean_copy(school, trip):
    """Its faces would be hidden where they no longer are."""
    seen = look(trip, LOOKING)
    school.photo("a.jpg", "sem", "noor")
    clean = school.folder / "schoon"

    with pytest.raises(Refused) as refused:
        clean_copies(seen, Plan(hidden=(("a.jpg", 0),)), clean, LOOKING)

    assert (refused.value.code, refused.value.facts["path"].name) == ("changed_meanwhile", "a.jpg")
    assert not (clean / "foto-1.jpg").exists()


def test_clean_copies_come_in_the_order_of_the_photos(school, trip):
    made = clean_copies(look(trip, LOOKING), Plan(), school.folder / "schoon", LOOKING)

    assert [(copy.original, copy.path.name) for copy in made] == [
        (name, f"foto-{at}.jpg") for at, name in enumerate(NAMES, 1)
    ]
