"""The bench of text in short: its rule for right and wrong, its map of the peers' types, and our own run of posts."""

import io
import json

import pytest

from bench import text_runs
from bench.text_loop import serve, words_of
from bench.text_map import MAPS, marks_of
from bench.text_runs import PeerMissing, command_of, run, together
from bench.text_score import Gold, Mark, Post, figures
from magdit.check.text.finding import TYPES
from tests.check.text.sets.reading import post_sets
from tests.check.text.sets.rosters import write_rows

NOOR = Gold(0, 4, "name", lower=False, on_roster=True)
SUUS = Gold(8, 12, "name", lower=True, on_roster=False)
PHONE = Gold(20, 30, "phone")


def post(*spans, kind="newsletter"):
    return Post(id="1", kind=kind, text="x" * 40, spans=spans)


def mark(start, end, *types, sure=True, lenient=False):
    return Mark(start, end, frozenset(types), sure=sure, lenient=lenient)


def figures_of(one, *marks):
    return {key: (share.right, share.of) for key, share in figures([(one, marks)]).items()}


def test_a_mark_that_overlaps_the_name_is_right_and_one_beside_it_is_not():
    got = figures_of(post(NOOR, SUUS), mark(2, 9, "name"), mark(30, 33, "name"))

    assert got["names recall"] == (2, 2)
    assert got["names precision"] == (1, 2)


def test_a_name_that_is_only_perhaps_found_does_not_count_as_sure():
    got = figures_of(post(NOOR, SUUS), mark(0, 4, "name"), mark(8, 12, "name", sure=False))

    assert got["zeker recall"] == (1, 2)
    assert got["lower case"] == got["off roster"] == (1, 1)


def test_what_a_colleague_might_or_might_not_mark_neither_counts_nor_hurts():
    perhaps = Gold(0, 4, "name", optional=True)

    marked, unmarked = figures_of(post(perhaps), mark(0, 4, "name")), figures_of(post(perhaps))

    assert marked["names recall"] == unmarked["names recall"] == (0, 0)
    assert marked["names precision"] == (0, 0)
    assert marked["silent marked"] == unmarked["silent marked"] == (0, 1)


def test_a_name_inside_an_email_address_hurts_nobody():
    got = figures_of(post(Gold(0, 20, "email")), mark(0, 4, "name"), mark(0, 20, "email"))

    assert got["names precision"] == (0, 0)
    assert got["data precision"] == (1, 1)


def test_a_link_inside_a_found_email_address_is_not_found_wrongly_but_one_for_a_missed_address_is():
    address = post(Gold(0, 20, "email"))

    both, link = figures_of(address, mark(0, 20, "email"), mark(9, 20, "url")), figures_of(address, mark(9, 20, "url"))

    assert both["data precision"] == (1, 1)
    assert link["data precision"] == (0, 1)


def test_a_date_by_a_peer_is_right_on_a_birth_date_and_wrong_nowhere():
    birth, outing = post(Gold(0, 10, "dob")), post()
    date = mark(0, 10, "dob", lenient=True)

    assert figures_of(birth, date)["data precision"] == (1, 1)
    assert figures_of(outing, date)["data precision"] == (0, 0)
    assert figures_of(outing, date)["silent marked"] == (0, 1)


def test_tone_counts_by_post_and_a_flag_on_a_newsletter_is_wrong_too():
    harsh, mild = post(Gold(0, 4, "tone:insult"), kind="tone"), post(kind="tone")
    flag = mark(0, 4, "tone:threat")

    got = {
        key: (share.right, share.of)
        for key, share in figures([(harsh, [flag]), (mild, [flag]), (post(), [flag])]).items()
    }

    assert got["tone recall"] == (1, 1)
    assert got["tone precision"] == (1, 3)
    assert got["harmless flagged"] == (1, 1)


@pytest.mark.parametrize("tool", MAPS)
def test_every_type_of_a_peer_stands_for_types_of_ours(tool):
    assert all(meaning.types and meaning.types <= TYPES for meaning in MAPS[tool].values())


def test_a_type_without_a_counterpart_is_left_out_and_ours_pass_as_they_are():
    assert marks_of("deduce", [(0, 4, "leeftijd", True)]) == []
    assert marks_of("deduce", [(0, 4, "locatie", True)]) == [mark(0, 4, "address", "postcode", lenient=True)]
    assert marks_of("ours", [(0, 4, "health", False)]) == [mark(0, 4, "health", sure=False)]


def test_a_deny_list_gets_the_given_name_the_surname_and_both():
    assert words_of([("Elisabeth", "van der", "Vaart", "Bep", "leerling")]) == [
        "Bep van der Vaart",
        "van der Vaart",
        "Bep",
        "Elisabeth",
    ]


def test_a_runner_answers_every_post_in_order_and_says_how_many_there_were():
    asked = io.StringIO('{"id": "a", "text": "Noor"}\n{"id": "b", "text": ""}\n')
    heard = io.StringIO()

    serve(lambda: lambda text: [(0, len(text), "name", True)] if text else [], source=asked, sink=heard)

    first, second, end = map(json.loads, heard.getvalue().splitlines())
    assert (first["id"], first["spans"]) == ("a", [[0, 4, "name", True]])
    assert (second["id"], second["spans"]) == ("b", [])
    assert end["posts"] == 2


def test_our_own_run_finds_people_and_data_in_the_posts_and_takes_time(tmp_path):
    school = post_sets()[0]
    write_rows(tmp_path / "roster.csv", school.roster())

    done = together([run("ours", school.posts, tmp_path / "roster.csv")])

    got = figures(done.marked)
    assert got["names recall"].of > 100
    assert got["data recall"].of > 50
    assert got["names precision"].right > 60
    assert got["data precision"].right > 40
    assert done.seconds > 0


def test_without_the_peers_the_bench_says_what_to_run(monkeypatch, tmp_path):
    monkeypatch.setattr(text_runs, "PEERS", tmp_path / "none")

    with pytest.raises(PeerMissing, match=r"scripts/bench_peers\.sh"):
        command_of("deduce")
