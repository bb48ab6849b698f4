"""What stood online before magdit, as a list to work through; and a planned post of who left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.drafts.models import Draft, Turn
from magdit.areas.drafts.turns import ARCHIVE, give_turn
from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Board
from magdit.areas.registers.archive import Found, keep_found, list_of
from magdit.areas.registers.models import ArchiveTask
from tests.areas.conftest import NOON, employee
from tests.web.classes.test_class import text_of
from tests.web.rows.publications import a_held_post

pytestmark = pytest.mark.django_db
LIST = "/school/de-linde/publicaties/archief/"


@pytest.fixture
def lieke(school, board):
    Board.objects.update(second_step="niemand")
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


def found(mark: str, level: str = "zeker") -> Found:
    told = {"place": f"https://delinde.example/{mark}", "title": f"Bericht {mark}", "findings": ["naam"], "faces": 2,
            "groups": ["6A"], "missed": []}  # fmt: skip
    return Found(mark, "1", level, [("osvs", "IV.M8"), ("osvs", "IV.0")], NOON + timedelta(days=1), told)


@pytest.fixture
def tasks(system, school, lieke):
    keep_found(system, school, "s", medium="website", found=[found("a"), found("b", "gezichten")], may=(),
               is_whole=True)  # fmt: skip
    give_turn(system, school, kind=ARCHIVE, subject=list_of(school.pk, "s"),
              ladder=[("communicatiemedewerker", ""), ("schoolleiding", "")], due=NOON)  # fmt: skip
    return {row.mark: row for row in ArchiveTask.objects.all()}


def test_the_list_tells_what_where_when_and_who(visits, lieke, tasks):
    told = text_of(visits(lieke).get(LIST))

    assert (
        "Bericht a https://delinde.example/a Mag zo niet blijven staan uiterlijk woensdag 4 maart, Lieke Post" in told
    )
    assert "Bericht b" in told


def test_the_list_is_chosen_from(visits, lieke, tasks):
    client = visits(lieke)

    certain, done = (text_of(client.get(f"{LIST}?{query}")) for query in ("ernst=zeker", "staat=klaar"))

    assert ("Bericht a" in certain, "Bericht b" in certain) == (True, False)
    assert "Zo is er niets." in done


def test_the_list_asks_as_much_of_the_rows_for_many_as_for_few(
    visits, lieke, tasks, system, school, django_assert_max_num_queries
):
    many = [found(str(number)) for number in range(40)]
    keep_found(system, school, "t", medium="website", found=many, may=(), is_whole=True)
    client = visits(lieke)
    client.get(LIST)

    with django_assert_max_num_queries(12):
        client.get(LIST)


def test_a_task_tells_its_clauses_and_what_to_do(visits, lieke, tasks):
    told = text_of(visits(lieke).get(f"{LIST}{tasks['a'].pk}/"))

    assert "Artikel IV.M8" in told
    assert "Dit artikel staat niet meer in het protocol van nu." in told  # IV.0 is no clause
    assert "Bij wie het ligt Lieke Post" in told
    assert "Laat magdit het weghalen" not in told


@pytest.mark.parametrize(
    ("sent", "state", "verb"),
    [
        ({"do": "done", "proof": "De pagina geeft niet gevonden."}, "weg", "archieftaak gedaan"),
        ({"do": "not_needed", "reason": "Ja op papier."}, "niet_nodig", "archieftaak niet nodig"),
    ],
)
def test_a_task_is_dealt_with_and_says_so(visits, lieke, tasks, sent, state, verb):
    told = text_of(visits(lieke).post(f"{LIST}{tasks['a'].pk}/", sent, follow=True))

    assert ArchiveTask.objects.get(mark="a").state == state
    assert "Klaar sinds dinsdag 3 maart 2026, Lieke Post" in told or "Klaar sinds 3 maart 2026, Lieke Post" in told
    assert Entry.objects.filter(verb=verb).count() == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"do": "done", "proof": ""}, "Waaraan"),
        ({"do": "not_needed", "reason": ""}, "Er ontbreekt een reden."),
        ({"do": "take_down"}, "Dit kan magdit niet zelf weghalen."),
    ],
)
def test_without_words_nothing_is_closed(visits, lieke, tasks, sent, said):
    told = visits(lieke).post(f"{LIST}{tasks['a'].pk}/", sent)

    assert said in text_of(told)
    assert ArchiveTask.objects.get(mark="a").state == "open"


def test_who_has_the_turn_sees_the_list_also_as_a_teacher(visits, bram, tasks):
    before = visits(bram).get(LIST).status_code
    Turn.objects.update(asked=bram)

    assert (before, visits(bram).get(LIST).status_code) == (404, 200)


def test_the_post_of_who_left_is_taken_over_with_one_button(visits, fatima, school, board, lieke):
    place = type("Here", (), {"board": board, "school": school})
    draft = a_held_post(place)["draft"]
    client = visits(fatima)

    note = text_of(client.get("/school/de-linde/publicaties/"))
    page = text_of(client.get(f"/school/de-linde/publicaties/vastgehouden/{draft}/"))
    sent = client.post(f"/school/de-linde/publicaties/vastgehouden/{draft}/", {"do": "take"})

    assert "Een gepland bericht wacht op u." in note
    assert "Ilse Weg plande dit bericht en werkt niet meer op deze school." in page
    assert "Morgen is er sportdag." in page
    assert (Draft.objects.get().author, sent["Location"]) == (fatima, f"/school/de-linde/bericht/{draft}/")
