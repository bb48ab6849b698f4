"""What is asked of a person: one question at a time, with why, and kept with their name."""

from __future__ import annotations

import pytest

from magdit.areas.drafts.models import Picture
from magdit.areas.people.models import School
from magdit.journeys.hand_in.mending import Remedy
from magdit.norms.answer import Step
from magdit.web.drafts.reasons import Fix, mends_at_once
from tests.web.drafts.conftest import address, now, send, verdict


@pytest.fixture
def prisma(begun) -> School:
    """The school works under the protocol that speaks of pride and of outerwear."""
    School.objects.filter(pk=begun.school_id).update(protocol="ouderportaalschool")
    return School.objects.get(pk=begun.school_id)


def test_pride_is_looked_at_by_a_person_and_kept_with_the_name(prisma, visits, bram, begun, pictured):
    client = visits(bram)
    send(client, begun, "hide-open")
    send(client, begun, "tick:niet_meer_herkenbaar:ja")
    asked = {one.fact for one in client.get(address(begun)).context["looks"]}

    send(client, begun, "looks", **{"kijk-om_trots_op_te_zijn": "nee"})

    assert "om_trots_op_te_zijn" in asked
    assert now(begun).told["om_trots_op_te_zijn"]["by"] == str(bram.pk)
    assert verdict(client, begun) != "mag"


def test_outerwear_is_one_tick_for_everyone_and_can_be_taken_back(prisma, visits, bram, begun, pictured, noor):
    client = visits(bram)

    send(client, begun, "tick:bovenkleding:nee")
    told = now(begun).told["bovenkleding"]["value"]
    send(client, begun, "tick:bovenkleding:weg")

    assert told is False
    assert "bovenkleding" not in now(begun).told


def test_a_question_tells_why_it_is_asked(visits, bram, begun):
    client = visits(bram)
    send(client, begun, "words", text="Dit is strikt vertrouwelijk en niet voor publicatie.")

    question = client.get(address(begun)).context["question"]

    assert question is not None
    assert question.why.startswith("Dit telt voor artikel")
    send(client, begun, f"answer:{question.fact}", value="nee")
    assert now(begun).told[question.fact]["value"] is False


def test_an_answer_that_does_not_fit_is_told(visits, bram, begun):
    answer = send(visits(bram), begun, "answer:vertrouwelijk", value="misschien")

    assert answer.status_code == 409
    assert "Dit antwoord past niet bij de vraag." in answer.content.decode()


def test_many_hidden_faces_are_looked_at_in_one_go(visits, bram, begun, pictured):
    Picture.objects.filter(pk=pictured.pk).update(
        faces=[{**pictured.faces[0], "id": f"g{n}", "x": 10 + 30 * n, "w": 20} for n in range(5)]
    )
    client = visits(bram)

    send(client, begun, "hide-open")

    page = client.get(address(begun))
    ways = [[fix.label for fix in way] for way in page.context["fixes"]]
    assert "5 gezichten zijn onherkenbaar gemaakt: kijk of dat genoeg is" in ways[0]
    assert page.content.decode().count("Genoeg?") == 1
    assert "foto-1.jpg" not in page.content.decode()
    assert "Zeg bij de foto wie dit is" not in page.content.decode()


def test_no_button_for_everything_throws_a_picture_away():
    steps = [Step(remedy, "feit", "doe dit", 1, own=True) for remedy in ("naam_weglaten", "beeld_weglaten")]
    name, away = (Fix(Remedy(step.remedy, step, "mend"), "Doe dit", "Weglaten") for step in steps)

    assert mends_at_once(((name, name),))
    assert not mends_at_once(((name, away),))
    assert not mends_at_once(((name,),))
    assert not mends_at_once(())


def test_what_another_channel_takes_is_said_as_an_order_and_not_as_a_label(visits, bram, begun, pictured, noor):
    shown = visits(bram).get(address(begun))

    takes = {one.name: one.first for one in shown.context["elsewhere"] if one.first}
    assert takes
    assert all(said[:1].isupper() and said.endswith(".") for said in takes.values())
    assert "onherkenbaar maken" not in str(takes)
    assert any(said.startswith(("Maak ", "Laat ", "Zet ", "Zorg ")) for said in takes.values())
