"""Judging and checking over the API: the same answers as on the command line, and nothing kept."""

from __future__ import annotations

import io
import json
import tempfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from magdit.api import check as door
from magdit.areas.consent.actions import give
from magdit.areas.journal.models import Entry
from magdit.check.images.faces import FaceFinder
from magdit.cli.main import run
from magdit.journeys.for_programs import checking
from tests.api.conftest import problem

pytestmark = pytest.mark.django_db
ACT = {"wie": ["leerkracht"], "handeling": "plaatsen", "medium": "instagram", "moment": "2026-03-03T14:00"}
POST = {"school": "de-linde", "role": "leerkracht", "channel": "website", "moment": "2026-03-03T14:00"}


def photo(name: str = "bos.jpg", size: tuple[int, int] = (320, 240)) -> SimpleUploadedFile:
    made = io.BytesIO()
    Image.new("RGB", size, (40, 120, 60)).save(made, "JPEG")
    return SimpleUploadedFile(name, made.getvalue(), "image/jpeg")


@pytest.mark.parametrize("protocol", ["osvs", "vsnon"])
@pytest.mark.parametrize("layer", ["alles", "protocol"])
def test_an_act_is_judged_as_on_the_command_line(protocol, layer, calls, school, tmp_path, capsys):
    (tmp_path / "act.jsonl").write_text(json.dumps(ACT), encoding="utf-8")
    run(["judge", str(tmp_path / "act.jsonl"), "--protocol", protocol, "--laag", layer])
    said = json.loads(capsys.readouterr().out)

    told = calls("oordeel").post("/judge", {"protocol": protocol, "feiten": ACT, "layer": layer}).json()

    assert told == said


def test_a_school_is_judged_by_its_own_protocol(calls, school, second_school):
    program = calls("oordeel")

    assert program.post("/judge", {"school": "de-linde", "feiten": ACT}).json()["protocol"] == "osvs"
    assert program.post("/judge", {"school": "de-beuk", "feiten": ACT}).json()["protocol"] == "verkruisen"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"protocol": "osvs", "feiten": {"wei": ["leerkracht"]}}, "wei"),
        ({"protocol": "osvs", "feiten": {"wie": ["leerkracgt"]}}, "leerkracht"),
        ({"protocol": "osv", "feiten": ACT}, "osvs"),
        ({"protocol": "../wet", "feiten": ACT}, "protocol"),
        ({"feiten": ACT}, "protocol, school"),
        ({"protocol": "osvs", "school": "de-linde", "feiten": ACT}, "protocol, school"),
        ({"protocol": "osvs", "feiten": []}, "feiten"),
        ({"protocol": "osvs", "feiten": ACT, "layer": "hemel"}, "layer"),
    ],
)
def test_what_we_do_not_know_is_named(body, named, calls, school):
    response = calls("oordeel").post("/judge", body)

    assert response.status_code == 422
    assert named in " ".join(problem(response)["errors"])


def test_a_text_is_checked_with_the_roster_of_the_school(calls, school, noor):
    told = calls("controle").send("/check", **POST, text="Noor van Dijk won vandaag.").json()

    assert told["form"] == "magdit-receipt-1"
    assert told["verdict"] != "mag"
    assert [found["reason"] for found in told["text"]["findings"]["tekst"]] != []


def test_the_receipt_is_that_of_the_command_line(
    calls, school, noor, noors_mother, website, doing_as, tmp_path, capsys
):
    give(doing_as(noors_mother), noor, website)
    path = tmp_path / "bos.jpg"
    path.write_bytes(photo().read())
    run(["check", str(path), "--school", "de-linde", "--als", "leerkracht", "--medium", "website",
         "--moment", "2026-03-03T14:00", "--niemand-in-beeld", "--json"])  # fmt: skip
    said = json.loads(capsys.readouterr().out)

    told = calls("controle").send("/check", **POST, nobody_shown=True, photos=[photo()]).json()

    assert told == said


def test_that_everyone_was_looked_at_is_in_the_journal(calls, school, noor):
    calls("controle").send("/check", **POST, text="Mooi weer.")

    line = Entry.objects.get(verb="gezien")
    assert line.actor.startswith("sleutel:")


def test_nothing_of_a_photo_stays_behind(calls, school, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    assert calls("controle").send("/check", **POST, photos=[photo(size=(2000, 1500))]).status_code == 200

    assert list(tmp_path.rglob("*")) == []


def test_when_looking_fails_the_answer_is_never_yes(calls, school, monkeypatch):
    def fails(*_: object) -> object:
        raise RuntimeError

    monkeypatch.setattr(FaceFinder, "find", fails)

    told = calls("controle").send("/check", **POST, nobody_shown=True, photos=[photo()]).json()

    assert told["verdict"] != "mag"
    assert told["not_looked_at"]


def test_when_the_check_itself_breaks_there_is_no_verdict_at_all(calls, school, monkeypatch):
    def breaks(*_: object, **__: object) -> object:
        raise RuntimeError

    monkeypatch.setattr(checking, "check", breaks)

    response = calls("controle").send("/check", **POST, photos=[photo()])

    assert response.status_code == 500
    assert "verdict" not in problem(response)


@pytest.mark.parametrize(
    ("photos", "named"),
    [
        ([SimpleUploadedFile("brief.jpg", b"geen foto", "image/jpeg")], "brief.jpg"),
        ([SimpleUploadedFile("leeg.jpg", b"", "image/jpeg")], "leeg.jpg"),
        ([photo("a.jpg"), photo("A.jpg")], "A.jpg"),
        ([photo("x" * 200 + ".jpg")], "naam"),
        ([photo(f"{number}.jpg") for number in range(11)], "10"),
    ],
    ids=["no photo", "empty", "one name", "long name", "many"],
)
def test_a_photo_that_cannot_be_is_named(photos, named, calls, school):
    response = calls("controle").send("/check", **POST, photos=photos)

    assert response.status_code == 422
    assert named in " ".join(problem(response)["errors"])


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"channel": "instagrm"}, "instagram"),
        ({"role": "leerkracgt"}, "leerkracht"),
        ({"moment": "straks"}, "moment"),
        ({"text": " "}, "text, photos"),
    ],
)
def test_a_post_that_cannot_be_is_told_by_its_field(fields, named, calls, school):
    response = calls("controle").send("/check", **{**POST, "text": "Mooi.", **fields})

    assert response.status_code == 422
    assert named in " ".join(problem(response)["errors"])


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"facts": "{"}, "facts: dit is geen geldige JSON"),
        ({"facts": '{"kwetsend": true, "kwetsend": false}'}, "facts: dit is geen geldige JSON"),
        ({"facts": "[" * 5000}, "facts: dit is geen geldige JSON"),
        ({"facts": "[]"}, "facts: geef een JSON-object"),
        ({"facts": '{"wie": "ouder"}'}, "facts: 'wie' hoort hier niet bij"),
        ({"facts": '{"kwetsent": true}'}, "kwetsent"),
        ({"shown": '{"person": "x"}'}, "shown[0]"),
        ({"shown": '[{"naam": "Noor"}]'}, "shown[0.naam]"),
        ({"shown": '[{"person": "x"}]'}, "shown[0].person"),
        ({"shown": str([{"person": "x"}] * 201).replace("'", '"')}, "shown: niet meer dan 200"),
        ({"purpose": "school_laten_zein"}, "doel: 'school_laten_zein' kennen we niet. Bedoelde u school_laten_zien?"),
    ],
)
def test_what_is_told_beside_a_post_is_read_strictly(fields, named, calls, school, website):
    response = calls("controle").send("/check", **{**POST, "text": "Mooi.", **fields})

    assert response.status_code == 422
    assert named in " ".join(problem(response)["errors"])


def test_nobody_of_another_school_can_be_said_to_be_in_a_photo(calls, school, second_school, olaf):
    shown = json.dumps([{"person": str(olaf.pk)}])

    assert calls("controle").send("/check", **POST, text="Mooi.", shown=shown).status_code == 422


def test_a_moment_with_a_zone_is_read_on_the_clock_of_the_school(calls, school):
    told = calls("controle").send("/check", **{**POST, "moment": "2026-03-03T13:00:00Z"}, text="Mooi weer.").json()

    assert told["moment"] == "2026-03-03T14:00"


def test_when_enough_checks_are_running_the_next_is_asked_to_come_back(calls, school, monkeypatch):
    class Full:
        def acquire(self, timeout: float) -> bool:
            return False

    monkeypatch.setattr(checking, "_places", Full())

    response = calls("controle").send("/check", **POST, text="Mooi weer.")

    assert response.status_code == 503
    assert response["Retry-After"]


def test_more_photos_than_we_can_take_are_refused_before_they_are_read(calls, school, monkeypatch):
    program = calls("controle")
    program.headers["content-length"] = str(door.MOST_BYTES + 1)

    assert program.send("/check", **POST, text="Mooi weer.").status_code == 413


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({f"veld{number}": "x" for number in range(1500)}, 400),
        ({"text": "x" * 3_000_000}, 413),
        ({"text": "\x00"}, 422),
    ],
    ids=["a thousand fields", "a book", "a sign that is none"],
)
def test_a_form_that_cannot_be_is_a_problem_and_no_fault_of_ours(fields, status, calls, school):
    response = calls("controle").send("/check", **{**POST, **fields})

    assert response.status_code == status
    assert problem(response)


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=zz"]
)
def test_a_form_that_is_none_is_a_problem_and_no_fault_of_ours(kind, calls, school):
    program = calls("controle")

    response = program.client.generic("POST", "/api/v1/check", b"zomaar", content_type=kind, headers=program.headers)

    assert response.status_code in {400, 422}
    assert problem(response)


FAR = ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59", "0001-01-01", "1899-12-31")


@pytest.mark.parametrize("moment", FAR)
def test_a_moment_centuries_away_is_told_and_no_fault_of_ours(calls, school, moment):
    checked = calls("controle").send("/check", **{**POST, "text": "Een dag in het bos.", "moment": moment})
    judged = calls("oordeel").post("/judge", {"protocol": "osvs", "feiten": {**ACT, "moment": moment}})

    for response in (checked, judged):
        assert response.status_code == 422
        assert "moment" in problem(response)["errors"][0]


@pytest.mark.parametrize("moment", FAR)
def test_the_command_line_says_so_too(moment, tmp_path, capsys):
    (tmp_path / "act.jsonl").write_text(json.dumps({**ACT, "moment": moment}), encoding="utf-8")

    assert run(["judge", str(tmp_path / "act.jsonl"), "--protocol", "osvs"]) == 2
    assert "te ver weg" in capsys.readouterr().out
    post = ("--als", "leerkracht", "--medium", "website", "--tekst", "Een dag", "--moment", moment)
    assert run(["check", "--protocol", "osvs", *post]) == 2
    assert "te ver weg" in capsys.readouterr().err
