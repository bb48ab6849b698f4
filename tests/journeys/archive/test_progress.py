"""What was judged is remembered through anything, and never mixed with something else."""

import json
import os

import pytest

from magdit.journeys.archive.progress import NAME, CannotGoOn, first_moment, opened

HEAD = {"source": "map", "protocol": "osvs", "moment": "2026-11-20T12:00"}


def piece(key, stamp="1", **more):
    return {"key": key, "stamp": stamp, "again": False, **more}


def refusal(folder, head=HEAD):
    with pytest.raises(CannotGoOn) as refused:
        opened(folder, head)
    return refused.value


def test_what_was_judged_is_known_the_next_time(tmp_path):
    progress = opened(tmp_path, HEAD)
    progress.add_piece(piece("a"))
    progress.add_picture("p", {"code": "gone"})
    progress.close()

    again = opened(tmp_path, HEAD)

    assert again.is_done("a", "1")
    assert again.pictures["p"]["code"] == "gone"


def test_what_changed_meanwhile_is_not_done(tmp_path):
    progress = opened(tmp_path, HEAD)
    progress.add_piece(piece("a"))

    assert not progress.is_done("a", "2")


def test_what_could_not_be_fetched_is_tried_again(tmp_path):
    progress = opened(tmp_path, HEAD)
    progress.add_piece({**piece("a"), "again": True})

    assert not progress.is_done("a", "1")


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_line_that_was_broken_off_is_taken_away(tmp_path, cut):
    progress = opened(tmp_path, HEAD)
    progress.add_piece(piece("a"))
    progress.add_piece(piece("b"))
    progress.close()
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes()[:-cut])

    again = opened(tmp_path, HEAD)
    again.add_piece(piece("c"))
    again.close()

    assert set(opened(tmp_path, HEAD).pieces) == {"a", "c"}


def test_killed_before_the_first_line_was_whole_it_begins_anew(tmp_path):
    (tmp_path / NAME).write_bytes(b'{"kind": "he')

    assert first_moment(tmp_path) is None
    assert opened(tmp_path, HEAD).pieces == {}


@pytest.mark.parametrize("line", [b"kapot", b"[]", b'{"kind": "piece"}', b'{"kind": "iets", "key": "a"}', b"\xff\xfe"])
def test_a_line_in_the_middle_that_cannot_be_read_stops_it(tmp_path, line):
    progress = opened(tmp_path, HEAD)
    progress.add_piece(piece("a"))
    progress.close()
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes() + line + b"\n" + json.dumps(piece("b")).encode() + b"\n")

    assert refusal(tmp_path).code == "damaged"


@pytest.mark.parametrize("name", ["source", "protocol"])
def test_under_something_else_it_does_not_go_on(tmp_path, name):
    progress = opened(tmp_path, HEAD)
    progress.add_piece(piece("a"))
    progress.close()

    refused = refusal(tmp_path, {**HEAD, name: "anders"})

    assert (refused.code, refused.facts["what"]) == ("other", name)


def test_as_long_as_nothing_was_judged_anything_else_may_begin(tmp_path):
    opened(tmp_path, HEAD).close()

    assert opened(tmp_path, {**HEAD, "source": "anders"}).head["source"] == "anders"


def test_the_day_stays_that_of_the_first_time(tmp_path):
    progress = opened(tmp_path, HEAD)
    progress.add_piece(piece("a"))
    progress.close()

    assert opened(tmp_path, {**HEAD, "moment": "2026-12-01T12:00"}).head["moment"] == "2026-11-20T12:00"
    assert first_moment(tmp_path) == "2026-11-20T12:00"


def test_asked_for_it_begins_anew(tmp_path):
    progress = opened(tmp_path, HEAD)
    progress.add_piece(piece("a"))
    progress.close()

    assert opened(tmp_path, {**HEAD, "protocol": "anders"}, anew=True).pieces == {}


def test_two_checks_never_write_in_one_file(tmp_path):
    first = opened(tmp_path, HEAD)

    assert refusal(tmp_path).code == "at_work"
    first.close()


def test_nobody_else_can_read_it_and_no_link_is_followed(tmp_path):
    opened(tmp_path, HEAD).close()
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    os.symlink(tmp_path / NAME, elsewhere / NAME)

    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0
    assert refusal(elsewhere).code == "damaged"


def test_a_name_that_is_no_text_can_be_remembered(tmp_path):
    progress = opened(tmp_path, HEAD)
    progress.add_piece(piece("a", place="reis\udcff.jpg"))
    progress.close()

    assert opened(tmp_path, HEAD).pieces["a"]["place"] == "reis\udcff.jpg"
