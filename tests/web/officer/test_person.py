"""A file opened by the officer: how someone stands, what happened, who looked; and all of it to hand over."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse

from magdit.areas.journal.actions import record, seen
from magdit.areas.journal.doing import Ref
from magdit.areas.journal.models import Entry
from magdit.areas.people.actions.persons import edit_person
from magdit.areas.people.models import Person
from tests.areas.conftest import NOON
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db


def page(name: str, person: Person) -> str:
    return reverse(f"officer:{name}", args=[person.pk])


def ref(person: Person) -> Ref:
    return Ref("persoon", str(person.pk))


def lines(verb: str) -> list[Entry]:
    return list(Entry.objects.filter(verb=verb))


def test_the_officer_sees_who_answered_what(visits, petra, noor, noors_mother, noors_father, website, says):
    says("ja", noors_mother, noor, website)
    says("nee", noors_father, noor, website, at=NOON + timedelta(minutes=1))

    text = text_of(visits(petra).get(page("person", noor)))

    assert "nee De Linde" in text
    assert "geweigerd door Joost van Dijk" in text
    assert "gegeven door Mira Bakker" in text


def test_a_no_by_silence_is_told_apart_from_a_no(visits, petra, noor, noors_mother, website):
    assert "nee geen antwoord dat telt" in text_of(visits(petra).get(page("person", noor)))


def test_looking_into_a_file_leaves_a_line(visits, petra, noor):
    visits(petra).get(page("person", noor))
    visits(petra).get(page("history", noor))

    told = [(line.actor, line.object, json.loads(line.details)["wat"]) for line in lines("gezien")]
    assert told == [(str(petra.pk), str(noor.pk), "dossier"), (str(petra.pk), str(noor.pk), "journaal")]


def test_turning_a_page_is_no_second_look(visits, petra, noor, at):
    browser = visits(petra)
    browser.get(page("history", noor))
    browser.get(page("history", noor), {"voor": 9})
    at(NOON + timedelta(minutes=16))
    browser.get(page("history", noor))

    assert len(lines("gezien")) == 2


def test_one_officer_does_not_look_for_another(visits, petra, ruud, noor):
    for officer in (petra, ruud):
        visits(officer).get(page("person", noor))

    assert {line.actor for line in lines("gezien")} == {str(petra.pk), str(ruud.pk)}


def test_a_file_of_another_board_is_not_there_and_leaves_no_line(visits, petra, olaf):
    assert visits(petra).get(page("person", olaf)).status_code == 404
    assert lines("gezien") == []


def test_the_history_tells_what_happened_in_sentences(visits, petra, noor, noors_mother, website, says):
    says("ja", noors_mother, noor, website)
    says("terug", noors_mother, noor, website, at=NOON + timedelta(minutes=5))

    text = text_of(visits(petra).get(page("history", noor)))

    assert "Mira Bakker trok een ja in." in text
    assert text.index("trok een ja in") < text.index("Mira Bakker zei ja."), "the newest first"


def test_what_lay_sealed_is_opened(visits, petra, noor, office, doing_as):
    edit_person(doing_as(office), noor.pk, seen_version=noor.version, called="Noortje")

    text = text_of(visits(petra).get(page("history", noor)))

    assert "Wendy Smit veranderde gegevens." in text
    assert "was roepnaam: Noor" in text
    assert "is nu roepnaam: Noortje" in text


def test_what_only_a_program_understands_is_left_out(visits, petra, noor, office, doing_as):
    record(doing_as(office), "persoon toegevoegd", ref(noor), details={"verzonnen": True, "rol": "leerling"})
    seen(doing_as(office), ref(noor), "uitvoer", details={"regels": 18})

    text = text_of(visits(petra).get(page("history", noor)))

    assert "rol: leerling" in text
    assert "verzonnen" not in text
    assert "18" not in text


def test_who_looked_is_told_with_whom_they_looked_at(visits, petra, ruud, noor):
    visits(ruud).get(page("person", noor))

    assert "Ruud Peters bekeek dit dossier." in text_of(visits(petra).get(page("history", noor)))


def test_what_a_colleague_looked_at_is_not_told_with_the_colleague(visits, petra, bram, noor, doing_as):
    """That would be a way to watch staff."""
    seen(doing_as(bram), ref(noor), "dossier")
    record(doing_as(bram), "persoon gewijzigd", ref(noor))

    text = text_of(visits(petra).get(page("history", bram)))

    assert "Noor" not in text
    assert "Bram Visser bekeek" not in text


def test_a_long_history_comes_in_pages(visits, petra, noor, system):
    for number in range(60):
        record(system, "opnieuw bekeken", ref(noor), details={"ronde": number})
    browser = visits(petra)

    first = browser.get(page("history", noor)).content.decode()
    older = first.split('href="?voor=')[1].split('"')[0]
    second = text_of(browser.get(page("history", noor), {"voor": older}))

    assert first.count("<time") == 50
    assert "ronde: 0" in second
    assert "ronde: 59" not in second


@pytest.mark.parametrize("number", ["x", "-1", "1" * 30, "²"])
def test_a_page_that_cannot_be_is_not_there(visits, petra, noor, number):
    assert visits(petra).get(page("history", noor), {"voor": number}).status_code == 404


def test_an_address_that_is_shielded_is_told_to_who_keeps_the_register(visits, petra, noors_mother, noor):
    noors_mother.shielded = True
    noors_mother.save()

    text = text_of(visits(petra).get(page("person", noors_mother)))

    assert "afgeschermd" in text
    assert "mira@thuis.example" in text, "the FG sees bonds, so contact too"


def test_the_fg_hands_over_all_that_is_held(visits, petra, noor, noors_mother, website, says):
    says("ja", noors_mother, noor, website)

    answer = visits(petra).post(page("export", noor))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        told = json.loads(packed.read("gegevens.json"))
        readable = packed.read("gegevens.html").decode()
    assert answer.headers["Content-Disposition"] == f'attachment; filename="gegevens-2026-03-03-{str(noor.pk)[:8]}.zip"'
    assert told["Wie u bent"][0]["achternaam"] == "Dijk"
    assert told["Uw groepen"][0]["schooljaar"] == 2025, "a program counts with it"
    assert "<td>2025-2026</td>" in readable
    assert told["Antwoorden over u"][0]["antwoord"] == "gegeven"
    assert "Noor van Dijk" in readable
    assert json.loads(lines("gezien")[-1].details)["wat"] == "uitvoer"


def test_the_file_names_nobody_else(visits, petra, noor, noors_mother, noors_father, website, says, office, doing_as):
    says("ja", noors_mother, noor, website)
    says("nee", noors_father, noor, website, at=NOON + timedelta(minutes=1))
    edit_person(doing_as(office), noor.pk, seen_version=noor.version, called="Noortje")

    answer = visits(petra).post(page("export", noor))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        names, content = packed.namelist(), b"".join(packed.read(name) for name in packed.namelist()).decode()
    others = ("Mira", "Bakker", "Joost", "Wendy", "Smit", "thuis.example", str(noors_father.pk), str(office.pk))
    assert [name for name in others if name in content] == []
    assert set(names) >= {"gegevens.html", "gegevens.json"}


def test_a_parent_gets_the_own_answers_without_the_child(visits, petra, noor, noors_mother, website, says):
    says("ja", noors_mother, noor, website)

    answer = visits(petra).post(page("export", noors_mother))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        told = json.loads(packed.read("gegevens.json"))
        content = packed.read("gegevens.json").decode()
    assert told["Antwoorden van u over anderen"][0]["onderwerp"] == "website-foto"
    assert "Noor" not in content
    assert str(noor.pk) not in content


def test_markup_in_a_name_stays_text_in_the_file(visits, petra, noor):
    Person.objects.filter(pk=noor.pk).update(last="<script>x</script>")

    answer = visits(petra).post(page("export", noor))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert "<script>" not in packed.read("gegevens.html").decode()


def test_the_board_looks_but_hands_nothing_over(visits, ruud, noor):
    assert visits(ruud).get(page("person", noor)).status_code == 200
    assert visits(ruud).post(page("export", noor)).status_code == 404


def test_an_export_is_never_made_by_following_a_link(visits, petra, noor):
    assert visits(petra).get(page("export", noor)).status_code == 405


def test_a_file_takes_as_many_questions_in_a_large_school(
    visits, petra, noor, noors_mother, school, group_6a, website, django_assert_max_num_queries
):
    browser = visits(petra)
    browser.get(page("person", noor))

    with django_assert_max_num_queries(24):
        browser.get(page("person", noor))
