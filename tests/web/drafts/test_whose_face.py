"""Whose face is it? The class stands there to be chosen; anyone else of the school is found by name."""

from __future__ import annotations

from tests.web.drafts.conftest import address, now, send


def face_page(begun, pictured) -> str:
    return f"{address(begun)}beeld/{pictured.pk}/gezicht/{pictured.faces[0]['id']}/"


def test_the_children_of_the_class_are_buttons(visits, bram, begun, pictured, noor, sem, group_6a):
    client = visits(bram)
    send(client, begun, "where", group=str(group_6a.pk), channel="medium:website")

    page = client.get(face_page(begun, pictured)).content.decode()

    assert "Noor van Dijk" in page
    assert "Sem de Boer" not in page


def test_a_name_that_is_looked_for_stands_in_no_address(visits, bram, begun, pictured, sem):
    client = visits(bram)

    answer = client.post(face_page(begun, pictured), {"words": "sem boer"})

    assert answer.headers["Location"] == face_page(begun, pictured)
    assert "Sem de Boer (4V)" in client.get(face_page(begun, pictured)).content.decode()


def test_choosing_someone_names_the_face(visits, bram, begun, pictured, sem):
    answer = visits(bram).post(face_page(begun, pictured), {"person": str(sem.pk), "version": now(begun).version})

    pictured.refresh_from_db()
    assert answer.headers["Location"] == f"{address(begun)}#beeld-{pictured.pk}"
    assert pictured.faces[0]["person"] == str(sem.pk)


def test_who_is_of_another_school_is_not_there(visits, bram, begun, pictured, olaf):
    answer = visits(bram).post(face_page(begun, pictured), {"person": str(olaf.pk), "version": now(begun).version})

    assert answer.status_code == 404
