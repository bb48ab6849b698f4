"""A face is labelled by the verdict about that child; what is open is called so; what nobody rules is the author's."""

from __future__ import annotations

import re

import pytest

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.words import Words
from magdit.areas.people.models import School
from tests.web.drafts.conftest import address, now, send


@pytest.fixture
def at_vsnon(begun, school) -> Draft:
    """The draft at a school whose protocol leaves open whether its website is a social medium."""
    School.objects.filter(pk=school.pk).update(protocol="vsnon")
    return now(begun)


def page(client, draft: Draft) -> str:
    return client.get(address(draft)).content.decode()


def names(client, draft, picture, **faces) -> None:
    """Say of the faces who they are, by their number."""
    for number, person in faces.items():
        face = picture.faces[int(number[1:])]["id"]
        client.post(
            f"{address(draft)}beeld/{picture.pk}/gezicht/{face}/",
            {"person": str(person.pk), "version": now(draft).version},
        )


def faces_told(client, draft) -> list[tuple[str, str]]:
    return [(face.state, face.told) for one in client.get(address(draft)).context["pictures"] for face in one.faces]


def test_a_child_without_a_yes_may_not_and_of_a_grown_up_only_the_open_clause_is_named(
    visits, bram, at_vsnon, pictured, noor
):
    client = visits(bram)

    names(client, at_vsnon, pictured, f0=noor, f1=bram)

    child, grown = faces_told(client, at_vsnon)
    assert child == ("not", "Noor van Dijk, mag hier niet")
    assert grown[0] != "ok"
    assert "2b" in grown[1]


def test_the_open_clause_stands_under_not_sure_yet(visits, bram, at_vsnon, pictured, noor):
    client = visits(bram)
    names(client, at_vsnon, pictured, f0=noor)

    shown = page(client, at_vsnon)

    assert "Nog niet zeker" in shown
    assert "2b" in {one.article.number for one in client.get(address(at_vsnon)).context["open_clauses"]}


def test_the_card_says_as_many_things_as_it_shows(visits, bram, begun, pictured, noor):
    client = visits(bram)
    send(client, begun, "words", text="Noor van Dijk vond een zeester. Bel 06 12345678.")
    names(client, begun, pictured, f0=noor)

    shown = page(client, begun)

    first = re.search(r'id="oordeel".*?(?:<details>|</form>)', shown, re.DOTALL)
    said = re.search(r"Nog (\d+) ding", shown)
    assert first is not None
    assert said is not None
    assert int(said[1]) == first[0].count("<li>")


def test_what_the_protocol_does_not_rule_the_author_decides_and_may_place(visits, bram, begun, school, doing_as):
    School.objects.filter(pk=school.pk).update(protocol="ouderportaalschool")
    words = Words("Morgen is het feest op school.")
    actions.change(doing_as(bram), begun.pk, version=begun.version, words=words, medium="nieuwsbrief", for_school=True)

    shown = visits(bram).get(address(begun))

    assert shown.context["verdict"].code == "niet_geregeld"
    assert "U beslist zelf." in shown.content.decode()
    assert shown.context["may_go"]


def test_the_question_left_comes_before_leaving_the_photo_out(visits, bram, begun, school, pictured, noor, sem):
    School.objects.filter(pk=school.pk).update(protocol="ouderportaalschool")
    client = visits(bram)
    names(client, begun, pictured, f0=noor, f1=sem)
    send(client, begun, "mend-all")
    send(client, begun, "tick:niet_meer_herkenbaar:ja")

    shown = page(client, begun)

    assert len(now(begun).pictures.filter(gone_at=None)) == 1
    assert shown.index("Beantwoord eerst de vraag") < shown.index("Laat de foto of film weg")
    assert 'id="vraag"' in shown
