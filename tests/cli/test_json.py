"""--json: valid JSON and nothing else, the same as the receipt that is written."""

import json

from tests.check.draft.school import put, side_by_side
from tests.check.images.makers import encoded


def test_stdout_holds_json_and_nothing_else(here, check):
    for name in ("een.jpg", "twee.jpg"):
        put(here, name, encoded(side_by_side("nobody"), "JPEG"))

    ended = check("een.jpg", "twee.jpg", "--niemand-in-beeld", "--json")

    assert json.loads(ended.out)["verdict"] == "mag"
    assert (ended.code, ended.err) == (0, "")


def test_it_is_the_receipt_that_was_written(here, check):
    ended = check("--tekst", "Reis.", "--json", "--uit", "schoon")

    written = (here / "schoon" / "kwitantie.json").read_text(encoding="utf-8")
    assert json.loads(ended.out) == json.loads(written)


def test_two_runs_leave_two_receipts(here, check):
    check("--tekst", "Reis.", "--uit", "schoon")
    check("--tekst", "Reis, deel twee.", "--uit", "schoon")

    names = sorted(path.name for path in (here / "schoon").iterdir())
    assert names == ["kwitantie-2.json", "kwitantie.json", "tekst-2.txt", "tekst.txt"]


def test_mending_without_a_folder_writes_to_schoon(here, check):
    check("--tekst", "Bel 06 12345678.", "--herstel", "alles")

    assert (here / "schoon" / "tekst.txt").read_text(encoding="utf-8") == "Bel."


def test_progress_is_told_beside_the_answer_when_there_are_more_photos(here, check):
    for name in ("een.jpg", "twee.jpg"):
        put(here, name, encoded(side_by_side("nobody"), "JPEG"))

    ended = check("een.jpg", "twee.jpg", "--niemand-in-beeld")

    first, *progress = ended.err.splitlines()
    assert first.startswith("De woorden en de toestemming:")
    assert progress == ["foto 1 van 2: een.jpg", "foto 2 van 2: twee.jpg"]


def test_an_error_says_nothing_on_stdout(check):
    ended = check("weg.jpg", "--json")

    assert (ended.code, ended.out) == (2, "")
