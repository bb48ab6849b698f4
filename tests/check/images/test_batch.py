"""A folder of photos is looked at several at a time, told in order, and one bad file stops nothing."""

import threading
import time

import numpy as np
import pytest

from magdit.check.images import batch
from magdit.check.images.batch import Room, look_at_photos
from magdit.check.images.refusal import Refused
from tests.check.images.makers import encoded, picture, put


def counted(photo, faces):
    return photo.path.name, len(faces)


def test_photos_are_told_in_the_order_they_were_given(tmp_path, crossing, portrait, skier):
    slow_and_quick = [crossing, portrait, skier, portrait]

    told = list(look_at_photos(slow_and_quick, counted))

    assert [one.path for one in told] == slow_and_quick
    assert [one.result[0] for one in told] == [path.name for path in slow_and_quick]
    assert [one.result[1] for one in told][1:] == [1, 1, 1]


def test_a_refused_photo_is_told_with_its_reason_and_stops_nothing(tmp_path, portrait):
    broken = put(tmp_path, "kapot.jpg", b"geen foto")

    told = list(look_at_photos([broken, portrait, tmp_path / "weg.jpg"], counted))

    assert [one.refused and one.refused.code for one in told] == ["not_an_image", None, "not_found"]
    assert told[1].result == ("astronaut.png", 1)


def test_what_is_refused_afterwards_is_told_too(portrait):
    def then(photo, faces):
        raise Refused("target_exists", path=photo.path)

    assert [one.refused.code for one in look_at_photos([portrait], then)] == ["target_exists"]


def test_a_mistake_of_ours_is_not_hidden_as_a_refusal(portrait):
    def then(photo, faces):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(look_at_photos([portrait], then))


def test_no_photos_is_nothing_to_tell():
    assert list(look_at_photos([], counted)) == []


def test_the_one_who_stops_listening_stops_the_work(tmp_path, monkeypatch):
    begun = []
    monkeypatch.setattr(batch, "hand_in", lambda path, limits: begun.append(path) or _refuse(path))
    paths = [tmp_path / f"{number}.jpg" for number in range(500)]

    telling = look_at_photos(paths, counted, workers=2)
    next(telling)
    telling.close()

    assert len(begun) < 20


def _refuse(path):
    raise Refused("not_found", path=path)


def test_a_lower_threshold_only_adds_faces(crossing):
    seen = next(look_at_photos([crossing], lambda photo, faces: faces)).result
    hiding = next(look_at_photos([crossing], lambda photo, faces: faces, threshold=0.2)).result

    assert set(seen) <= set(hiding)


def test_large_photos_wait_for_each_other_and_small_ones_do_not():
    room, inside, most = Room(10), [0], [0]
    lock = threading.Lock()

    def work():
        with room.for_pixels(6):
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            time.sleep(0.005)
            with lock:
                inside[0] -= 1

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(5)

    assert most == [1]


def test_a_photo_larger_than_all_room_comes_in_alone():
    room = Room(10)

    with room.for_pixels(60):
        pass

    with room.for_pixels(4), room.for_pixels(6):
        assert True


def test_a_photo_without_faces_has_no_faces(tmp_path):
    path = put(tmp_path, "leeg.png", encoded(picture(), "PNG"))

    assert [one.result for one in look_at_photos([path], lambda photo, faces: (faces, np.shape(photo.pixels)))] == [
        ((), (32, 48, 3))
    ]
