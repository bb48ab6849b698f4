"""Who comes in with a key, and who does not: every address, without a key, without the scope, of another board."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from magdit.api import clock, gate
from magdit.api.api import api
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import close_key, make_key
from magdit.areas.people.models import Account, ApiKey
from tests.api.conftest import ALL_SCOPES, Calls, problem
from tests.areas.conftest import NOON

pytestmark = pytest.mark.django_db
OPERATIONS = [
    (method, path.partition("/api/v1")[2], about["x-scope"])
    for path, methods in api.get_openapi_schema()["paths"].items()
    for method, about in methods.items()
]
ADDRESSES = [f"{method} {path}" for method, path, _ in OPERATIONS]


def ask(program: Calls, method: str, path: str, *, school: str, person: str = "") -> object:
    """A request that would be fine, about this school (or person)."""
    where = path.replace("{school}", school).replace("{person}", person or "0b0c6a1e-6a53-4f3d-9d67-0a6f2f4f6b11")
    if method == "get":
        return program.get(where, school=school, channel="website")
    if path == "/check":
        return program.send(where, school=school, role="leerkracht", channel="website", text="Mooi weer.")
    row = {"child": "1", "item": "website-foto", "state": "gegeven"}
    told = {"school": school, "as_of": "2026-03-03", "rows": [row]}
    return program.post(where, {"school": school, "feiten": {"wie": ["leerkracht"]}} if path == "/judge" else told)


@pytest.mark.parametrize(("method", "path", "scope"), OPERATIONS, ids=ADDRESSES)
def test_nobody_comes_in_without_a_key(method, path, scope, school):
    response = ask(Calls(""), method, path, school=school.code)

    assert problem(response)["code"] == "key_needed"
    assert response.status_code == 401
    assert response["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(("method", "path", "scope"), OPERATIONS, ids=ADDRESSES)
def test_a_key_that_was_made_for_something_else_is_told_what_it_lacks(method, path, scope, calls, school, website):
    if not scope:
        assert path == "/schools", "only the list of its own schools is open to every key"
        return
    others = [one for one in ALL_SCOPES if one != scope]

    response = ask(calls(*others), method, path, school=school.code)

    assert response.status_code == 403
    assert scope in problem(response)["message"]


ABOUT_A_SCHOOL = [one for one in OPERATIONS if one[1] != "/schools"]


@pytest.mark.parametrize(("method", "path", "scope"), ABOUT_A_SCHOOL, ids=[f"{m} {p}" for m, p, _ in ABOUT_A_SCHOOL])
@pytest.mark.parametrize("which", ["another board", "another school", "nowhere"])
def test_what_belongs_to_others_is_not_there(
    method, path, scope, which, calls, school, second_school, other_school, olaf, bram, website
):
    there = {"another board": other_school.code, "another school": second_school.code, "nowhere": "bestaat-niet"}[which]
    person = str(olaf.pk) if which == "another board" else ""
    lines = Entry.objects.exclude(verb__startswith="sleutel").count()

    response = ask(calls(school=school), method, path, school=there, person=person)

    assert problem(response)["code"] == "not_there"
    assert response.status_code == 404
    assert Entry.objects.exclude(verb__startswith="sleutel").count() == lines


@pytest.mark.parametrize(("method", "path", "scope"), OPERATIONS, ids=ADDRESSES)
def test_a_key_for_this_school_with_the_scope_is_let_in(method, path, scope, calls, mirrored, bram, website):
    program = calls(*([scope] if scope else []), school=mirrored)

    response = ask(program, method, path, school=mirrored.code, person=str(bram.pk))

    assert response.status_code in {200, 409}, response.content  # 409: nobody is called 1


def test_every_address_of_the_api_stands_behind_the_gate():
    found = [
        (operation, view)
        for bound in api._get_bound_routers()
        for view in bound.path_operations.values()
        for operation in view.operations
    ]

    assert found
    for operation, _ in found:
        assert [type(one) for one in operation.auth_callbacks] == [gate.Bearer], operation.path


@pytest.mark.parametrize("token", ["magdit_verzonnen", "verzonnen", "magdit_" + "a" * 500, "magdit_é"])
def test_a_key_that_nobody_made_opens_nothing(token, school):
    assert Calls(token).get("/schools").status_code == 401


def test_a_closed_key_opens_nothing(calls, system, school):
    program = calls()
    close_key(system, ApiKey.objects.get().pk)

    assert program.get("/schools").status_code == 401


def test_a_key_holds_until_and_with_its_last_day(calls, school, monkeypatch):
    program = calls(until=NOON.date() + timedelta(days=3))

    monkeypatch.setattr(clock, "now", lambda: NOON + timedelta(days=3))
    assert program.get("/schools").status_code == 200
    monkeypatch.setattr(clock, "now", lambda: NOON + timedelta(days=4))
    assert program.get("/schools").status_code == 401


def test_who_is_signed_in_in_a_browser_is_nobody_here(school, fatima):
    browser = Client()
    browser.force_login(
        Account.objects.create_user("fatima", person=fatima), backend="django.contrib.auth.backends.ModelBackend"
    )

    assert browser.get("/api/v1/schools").status_code == 401


def test_a_program_needs_no_mark_against_forgery(calls, school):
    program = calls()
    program.client = Client(enforce_csrf_checks=True)

    assert program.post("/judge", {"protocol": "osvs", "feiten": {"wie": ["leerkracht"]}}).status_code == 200


def test_that_a_key_was_used_is_written_down_once_a_day(calls, school, monkeypatch):
    program = calls()

    for _ in range(3):
        program.get("/schools")

    made = ApiKey.objects.get()
    assert made.used_on == date(2026, 3, 3)
    assert Entry.objects.filter(verb="sleutel gebruikt", actor=f"sleutel:{made.pk}").count() == 1
    monkeypatch.setattr(clock, "now", lambda: NOON + timedelta(days=1))
    program.get("/schools")
    assert Entry.objects.filter(verb="sleutel gebruikt").count() == 2


def test_who_asks_too_often_waits_a_minute_and_then_goes_on(calls, school, monkeypatch):
    monkeypatch.setattr(api_bearer("/schools"), "often", 3)
    program, other = calls(), calls()

    answers = [program.get("/schools").status_code for _ in range(4)]

    assert answers == [200, 200, 200, 429]
    assert program.get("/schools")["Retry-After"] == "60"
    assert other.get("/schools").status_code == 200
    monkeypatch.setattr(clock, "now", lambda: NOON + timedelta(minutes=1))
    assert program.get("/schools").status_code == 200


def api_bearer(path: str) -> gate.Bearer:
    for bound in api._get_bound_routers():
        for where, view in bound.path_operations.items():
            if where == path:
                return view.operations[0].auth_callbacks[0]
    raise AssertionError(path)


def test_more_than_we_can_read_is_refused_before_it_is_read(calls, school):
    response = calls().post("/judge", b" " * (gate.BODY + 1))

    assert response.status_code == 413
    assert "2 MB" in problem(response)["message"]


@pytest.mark.parametrize(
    "body",
    ["{", "[]x", '{"a": NaN}', '{"feiten": {}, "feiten": {}}', b"\xff\xfe", "[" * 100_000],
    ids=["half", "more", "NaN", "twice", "no UTF-8", "deep"],
)
def test_json_that_can_be_read_in_two_ways_is_not_read(body, calls, school):
    response = calls().post("/judge", body)

    assert response.status_code == 400
    assert problem(response)["code"] == "not_understood"


def test_a_field_that_we_do_not_know_is_named(calls, school):
    response = calls().post("/judge", {"protocol": "osvs", "feiten": {}, "feit": 1})

    assert problem(response)["errors"] == ["feit: dit kennen we hier niet."]


def test_another_address_or_verb_is_told_as_a_problem(calls, school):
    assert problem(calls().get("/bestaat-niet"))["code"] == "not_there"
    response = calls().post("/schools", {})
    assert problem(response)["code"] == "method_wrong"
    assert response["Allow"] == "GET"


def test_our_own_fault_is_told_without_an_answer_and_without_what_was_sent(calls, school, monkeypatch, caplog):
    def breaks(*_: object, **__: object) -> object:
        raise RuntimeError("Noor van Dijk")

    monkeypatch.setattr("magdit.api.judge.judge_under", breaks)

    response = calls().post("/judge", {"protocol": "osvs", "feiten": {"wie": ["leerkracht"]}})

    assert response.status_code == 500
    assert "geen antwoord" in problem(response)["message"]
    assert b"Noor" not in response.content


def test_a_key_cannot_make_keys(system, key, school):
    itself = Doing(Ref("systeem", "sleutel:1"), system.board, NOON)
    with pytest.raises(Refused, match="not_yours"):
        make_key(itself, name="Meer", scopes=["oordeel"], until=date(2026, 4, 1))
