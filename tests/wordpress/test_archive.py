"""The archive check of a real WordPress: posts, their photos and loose files, through what it shows to everyone."""

from __future__ import annotations

import csv
import hashlib
import json
import os

import pytest

from magdit.cli.main import run
from magdit.connectors.connector import OutPicture, Post
from tests.check.draft.school import ROSTER, put, side_by_side
from tests.check.images.makers import encoded


@pytest.fixture
def placed(connector, way, tmp_path, request):
    """Two posts that magdit placed, one with a telephone number, one with a face and a class."""

    def place(title, text, *pictures):
        post = Post(key=f"{request.node.nodeid} {title}", title=title, text=text, pictures=pictures)
        found = connector.place(way, post)
        request.addfinalizer(lambda: connector.take_down(way, found.remote))
        return found.url

    content = encoded(side_by_side("noor"), "JPEG")
    path = put(tmp_path, "schoon.jpg", content)
    face = OutPicture(path=path, kind="foto", alt="", sha256=hashlib.sha256(content).hexdigest())
    return place("Oproep", "Bel Olaf Willems op 06-12345678."), place("Op reis", "Groep 5 ging op reis.", face)


def check(folder, *more):
    told = ("--protocol", "osvs", "--eigen-netwerk", "--pauze", "0", "--leerlingen", "leerlingen.csv", *more)
    code = run(["archive", "check", os.environ["WORDPRESS_ADDRESS"], *told])
    with (folder / "archief-verslag" / "verslag.csv").open(encoding="utf-8-sig", newline="") as file:
        return code, {row["waar"]: row for row in csv.DictReader(file, delimiter=";")}


def test_what_stands_on_the_site_is_judged_and_a_second_time_nothing_is(placed, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "leerlingen.csv", ROSTER.encode())
    call, trip = placed

    code, rows = check(tmp_path)

    before = (tmp_path / "archief-verslag" / "voortgang.jsonl").read_text()
    assert code == 1, capsys.readouterr()
    assert rows[call]["ernst"] == "Mag zo niet blijven staan"
    assert rows[trip]["ernst"] == "Gezichten, en een groep die genoemd wordt"
    assert [place for place in rows if place.endswith(".jpg")] == []  # the photo is judged where it stands
    assert check(tmp_path)[1].keys() == rows.keys()
    assert (tmp_path / "archief-verslag" / "voortgang.jsonl").read_text() == before
    assert "06-12345678" not in json.dumps(rows)
