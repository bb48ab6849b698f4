"""Consents over the API: yes or no for now, who may not be shown, and rows of the pupil administration."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.models import Answer, Item
from magdit.areas.journal.models import Entry
from magdit.areas.people.models import ExternalId
from tests.api.conftest import ids, problem
from tests.areas.conftest import NOON, pupil

pytestmark = pytest.mark.django_db
QUESTIONS = 14  # on PostgreSQL the count of how often a key asks is three of these
READ, WRITE = "toestemmingen:lezen", "toestemmingen:schrijven"


def row(child, **more):
    return {"child": str(child), "item": "website-foto", "state": "gegeven", "role": "ouder", **more}


def sent(*rows, school="de-linde", as_of="2026-03-03"):
    return {"school": school, "as_of": as_of, "rows": list(rows)}


def test_what_a_school_asks_says_who_signs_and_which_clause(calls, school, website):
    told = calls(READ).get("/schools/de-linde/items").json()["items"]

    assert [item["code"] for item in told] == ["website-foto"]
    assert told[0]["sides"][0]["signers"]
    assert all(side["clauses"] for side in told[0]["sides"])


def test_a_yes_and_a_no_are_told_without_who_said_it(
    calls, school, website, noor, noors_mother, noors_father, doing_as
):
    give(doing_as(noors_mother), noor, website)

    told = calls(READ).get("/consents", school="de-linde", person=str(noor.pk)).json()
    assert [(one["item"], one["allowed"], one["state"]) for one in told["consents"]] == [
        ("website-foto", True, "gegeven")
    ]
    assert told["consents"][0]["until"] is not None

    refuse(doing_as(noors_father), noor, website)
    response = calls(READ).get("/consents", school="de-linde", person=str(noor.pk))

    assert [(one["allowed"], one["state"]) for one in response.json()["consents"]] == [(False, "geweigerd")]
    for word in (noors_mother.pk, noors_father.pk, "Mira", "Joost", "ouder"):
        assert str(word) not in response.content.decode()


def test_consents_come_per_class_and_page(calls, school, website, noor, sem, group_6a):
    program = calls(READ)

    assert {one["person"] for one in program.get("/consents", school="de-linde", group="6A").json()["consents"]} == {
        str(noor.pk)
    }
    first = program.get("/consents", school="de-linde", limit=1).json()
    second = program.get("/consents", school="de-linde", limit=1, cursor=first["next"]).json()
    assert {one["person"] for one in first["consents"] + second["consents"]} == {str(noor.pk), str(sem.pk)}
    assert second["next"] is None


def test_nobody_of_another_school_is_found_by_their_number(calls, school, second_school, website, noor, olaf):
    assert calls(READ).get("/consents", school="de-linde", person=str(olaf.pk)).status_code == 404


def test_a_class_takes_no_more_questions_than_a_child(calls, school, group_6a, website, django_assert_max_num_queries):
    for number in range(30):
        pupil(school, group_6a, called=f"Kind {number}", last="Bos", born=NOON.date() - timedelta(days=3000))
    program = calls(READ)
    program.get("/schools")

    with django_assert_max_num_queries(QUESTIONS):
        assert len(program.get("/consents", school="de-linde").json()["consents"]) == 30
    with django_assert_max_num_queries(QUESTIONS):
        told = program.get("/consents/not-allowed", school="de-linde", channel="website").json()
    assert len(told["not_allowed"]) == 30


def test_who_may_not_be_shown_is_everyone_without_a_yes(calls, school, website, noor, sem, noors_mother, doing_as):
    give(doing_as(noors_mother), noor, website)

    told = calls(READ).get("/consents/not-allowed", school="de-linde", channel="website").json()

    assert ids(told["not_allowed"]) == {str(sem.pk)}
    assert told["asked"] is True
    assert told["pupils"] == 2
    assert told["not_allowed"][0]["name"] is None


def test_names_are_told_to_a_key_that_may_see_people(calls, school, website, noor):
    told = calls(READ, "personen:lezen").get("/consents/not-allowed", school="de-linde", channel="website", group="6A")

    assert [one["name"] for one in told.json()["not_allowed"]] == ["Noor van Dijk"]


def test_where_nothing_is_asked_nobody_may_be_shown(calls, school, noor, noors_mother, doing_as, website):
    give(doing_as(noors_mother), noor, website)

    told = calls(READ).get("/consents/not-allowed", school="de-linde", channel="instagram").json()
    film = calls(READ).get("/consents/not-allowed", school="de-linde", channel="website", covers="video").json()

    assert (told["asked"], ids(told["not_allowed"])) == (False, {str(noor.pk)})
    assert ids(film["not_allowed"]) == {str(noor.pk)}


def test_a_yes_for_one_purpose_is_not_enough_where_the_school_has_two(
    calls, school, website, noor, noors_mother, doing_as
):
    Item.objects.create(
        board=school.board, code="klassen", purpose="ouders_van_de_klas", channel="website", covers=["foto"]
    )
    give(doing_as(noors_mother), noor, website)

    told = calls(READ).get("/consents/not-allowed", school="de-linde", channel="website").json()

    assert ids(told["not_allowed"]) == {str(noor.pk)}


def test_a_channel_that_nobody_knows_is_refused_with_what_looks_like_it(calls, school, website):
    response = calls(READ).get("/consents/not-allowed", school="de-linde", channel="instagrm")

    assert response.status_code == 422
    assert "instagram" in problem(response)["errors"][0]


def test_rows_are_looked_at_first_and_change_nothing(calls, mirrored, website, noor, noors_mother):
    lines = Entry.objects.exclude(verb__startswith="sleutel").count()

    told = calls(WRITE).post("/consents?dry_run=true", sent(row(noor.pk))).json()

    assert (told["new"], told["done"]) == (1, False)
    assert not Answer.objects.exists()
    assert Entry.objects.exclude(verb__startswith="sleutel").count() == lines


def test_rows_are_taken_over_once_however_often_they_are_sent(calls, mirrored, website, noor, noors_mother):
    program = calls(WRITE)

    first, second = (program.post("/consents", sent(row(noor.pk, giver=str(noors_mother.pk)))).json() for _ in range(2))

    assert (first["new"], first["done"]) == (1, True)
    assert (second["new"], second["changed"], second["same"]) == (0, 0, 1)
    answer = Answer.objects.get()
    assert (answer.source, answer.giver, answer.state) == ("spiegel", noors_mother, "gegeven")
    assert answer.entered_by.startswith("sleutel:")
    assert Entry.objects.filter(verb="toestemming overgenomen", actor=answer.entered_by).count() == 1


def test_a_child_may_be_named_by_the_number_of_the_administration(calls, mirrored, website, noor):
    ExternalId.objects.create(
        board=mirrored.board, system=f"edexml:{mirrored.pk}", kind="persoon", key="10023", object=noor.pk
    )

    assert calls(WRITE).post("/consents", sent(row("10023", state="geweigerd"))).json()["new"] == 1
    assert Answer.objects.get().person == noor


def test_one_row_about_nobody_keeps_all_of_them_out(calls, mirrored, website, noor):
    program = calls(WRITE)

    looked = program.post("/consents?dry_run=true", sent(row(noor.pk), row("99"))).json()
    response = program.post("/consents", sent(row(noor.pk), row("99")))

    assert looked["unknown_rows"] == [2]
    assert response.status_code == 409
    assert not Answer.objects.exists()
    assert program.post("/consents?skip_unknown=true", sent(row(noor.pk), row("99"))).json()["new"] == 1


def test_a_child_of_another_school_is_nobody_here(calls, mirrored, second_school, website, olaf, noor):
    assert calls(WRITE).post("/consents?dry_run=true", sent(row(olaf.pk))).json()["unknown_rows"] == [1]


def test_a_no_that_was_said_here_is_not_wiped_by_an_older_yes(calls, mirrored, website, noor, noors_mother, doing_as):
    refuse(doing_as(noors_mother), noor, website)

    told = calls(WRITE).post("/consents", sent(row(noor.pk, giver=str(noors_mother.pk), on="2026-01-01"))).json()

    assert (told["new"], told["against"]) == (0, 1)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([row("1", item="bestaat-niet")], "rows[1].item"),
        ([row("1", state="misschien")], "rows.0.state"),
        ([row("1", on="gisteren")], "rows.0.on"),
        ([row("", on=None)], "rows.0.child"),
        ([row("1", bsn="111222333")], "rows.0.bsn"),
        ([], "rows"),
    ],
)
def test_a_row_that_cannot_be_is_told_by_its_place(rows, place, calls, mirrored, website):
    response = calls(WRITE).post("/consents", sent(*rows))

    assert response.status_code == 422
    assert problem(response)["errors"][0].startswith(place)
    assert "111222333" not in json.dumps(response.json())


def test_a_school_without_an_administration_as_master_takes_nothing_over(calls, school, website, noor):
    response = calls(WRITE).post("/consents", sent(row(noor.pk)))

    assert response.status_code == 409
    assert problem(response)["code"] == "not_a_mirror"


def test_a_state_of_tomorrow_is_refused(calls, mirrored, website, noor):
    assert problem(calls(WRITE).post("/consents", sent(row(noor.pk), as_of="2026-03-04")))["code"] == "mirror_in_future"


@pytest.mark.parametrize("on", ["0001-01-01", "1999-12-31", "2016-05-05", "2026-03-04", "9999-12-31"])
def test_a_day_on_which_nobody_can_have_answered_is_named(calls, mirrored, website, noor, on):
    response = calls(WRITE).post("/consents", sent(row(noor.pk), row(noor.pk, on=on)))

    told = problem(response)
    assert response.status_code == 422
    assert "rows[2]" in told["errors"][0]
    assert Answer.objects.count() == 0


@pytest.mark.parametrize("as_of", ["0001-01-01", "1999-12-31"])
def test_a_list_of_long_ago_is_refused(calls, mirrored, website, noor, as_of):
    response = calls(WRITE).post("/consents", {**sent(row(noor.pk, on=None)), "as_of": as_of})

    assert response.status_code == 422
    assert "as_of" in problem(response)["errors"][0]


def test_a_list_of_a_day_to_come_is_refused_when_only_looked_at(calls, mirrored, website, noor):
    response = calls(WRITE).post("/consents?dry_run=true", {**sent(row(noor.pk, on=None)), "as_of": "9999-12-31"})

    assert response.status_code == 409


def test_rows_that_contradict_each_other_are_all_named_and_none_is_taken(calls, mirrored, website, noor, sem):
    yes, no = row(noor.pk, state="gegeven"), row(noor.pk, state="geweigerd")

    response = calls(WRITE).post("/consents", sent(yes, row(sem.pk), no))

    assert response.status_code == 422
    assert [one.partition(":")[0] for one in problem(response)["errors"]] == ["rows[1]", "rows[3]"]
    assert Answer.objects.count() == 0


def test_an_item_that_nobody_asks_is_told_and_not_answered_with_nothing(calls, mirrored, website, noor):
    response = calls(READ).get("/consents", school="de-linde", item="bestaat-niet")

    assert response.status_code == 422
    assert "item" in problem(response)["errors"][0]
