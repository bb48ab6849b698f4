"""The office types over a paper: all of it with one scan, or nothing; and nothing that was typed is lost."""

from __future__ import annotations

import tracemalloc
from datetime import timedelta
from io import BufferedReader, RawIOBase

import pytest
from django.test import RequestFactory
from django.urls import reverse

from magdit.areas.consent.models import Answer, Scan
from magdit.areas.consent.paper import MOST
from magdit.areas.journal.models import Entry
from magdit.web.office.uploads import files_within, too_large
from tests import cast
from tests.signed_in import sign_in
from tests.web.office.conftest import PDF, scan

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(school, noor):
    """The address of a paper about Noor."""
    return reverse("office:paper", args=[school.code, noor.pk])


@pytest.fixture
def typed(noors_mother, website, newsletter):
    """What the office types: yes to one, no to the other."""

    def fields(**more):
        told = {
            "signer": str(noors_mother.pk),
            "signed_on": cast.TODAY.isoformat(),
            f"answer_{website.pk}": "yes",
            f"answer_{newsletter.pk}": "no",
        }
        return {**told, "scan": scan(), **more}

    return fields


def test_the_office_finds_the_pupil_by_a_part_of_the_name(visits, office, school, noor):
    client = visits(office)
    find = reverse("office:paper_find", args=[school.code])

    sent = client.post(find, {"words": "dijk nóor"})

    assert sent.status_code == 302
    assert "dijk" not in sent.url
    assert reverse("office:paper", args=[school.code, noor.pk]) in client.get(find).content.decode()


def test_a_whole_form_is_kept_with_one_scan(visits, office, noor, noors_mother, paper, typed):
    answer = visits(office).post(paper, typed(), follow=True)

    assert "Het papier is bewaard" in answer.content.decode()
    assert sorted(Answer.objects.values_list("item__code", "state")) == [
        ("nieuwsbrief-foto", "geweigerd"),
        ("website-foto", "gegeven"),
    ]
    assert Scan.objects.count() == 1
    assert Entry.objects.filter(object=str(noor.pk)).count() == 2


def test_what_is_not_filled_in_on_the_paper_is_left_open(visits, office, paper, typed, newsletter):
    visits(office).post(paper, typed(**{f"answer_{newsletter.pk}": ""}))

    assert list(Answer.objects.values_list("item__code", flat=True)) == ["website-foto"]


def test_the_same_paper_sent_twice_is_taken_in_once(visits, office, paper, typed):
    client = visits(office)

    first, again = (client.post(paper, typed(), follow=True) for _ in range(2))

    assert (Answer.objects.count(), Scan.objects.count()) == (2, 1)
    assert "al ingevoerd" in again.content.decode()
    assert first.redirect_chain == again.redirect_chain


def test_one_answer_that_is_not_taken_keeps_all_of_it_out_and_says_which(
    visits, office, noor, noors_mother, paper, typed, website
):
    noors_mother.wards.update(authority="onbekend")

    page = visits(office).post(paper, typed()).content.decode()

    assert not Answer.objects.exists()
    assert not Scan.objects.exists()
    assert "Een ja telt daarom niet, een nee wel" in page
    assert "Kies ook het bestand opnieuw" in page
    assert f'name="answer_{website.pk}" value="yes"' in page.replace('" id=', '"  id=')
    assert page.count("checked") == 3


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"", "papier.pdf", "Er is geen scan"),
        (b"MZ\x90\x00" + b"\x00" * 400, "papier.pdf", "geen pdf, png of jpeg"),
        (b"%PDF-1.7", "papier.pdf", "niet heel"),
        (b"%PD", "papier.pdf", "geen pdf, png of jpeg"),
        (b"<html><script>alert(1)</script>" * 9, "papier.png", "geen pdf, png of jpeg"),
        (PDF + b" " * MOST, "papier.pdf", "groter dan 10 MB"),
    ],
    ids=["empty", "a program by another name", "cut off", "cut off in its mark", "a page", "too large"],
)
def test_what_is_no_scan_is_told_and_nothing_typed_is_lost(visits, office, paper, typed, data, name, told):
    page = visits(office).post(paper, typed(scan=scan(data, name))).content.decode()

    assert told in page
    assert page.count("checked") == 3
    assert cast.TODAY.isoformat() in page
    assert not Scan.objects.exists()


def test_without_a_file_the_office_hears_that_it_is_missing(visits, office, paper, typed):
    fields = typed()
    del fields["scan"]

    assert "Er is geen scan" in visits(office).post(paper, fields).content.decode()


def test_a_paper_of_tomorrow_or_without_an_answer_is_told(visits, office, paper, typed, website, newsletter):
    client = visits(office)
    tomorrow = (cast.TODAY + timedelta(days=1)).isoformat()

    late = client.post(paper, typed(signed_on=tomorrow)).content.decode()
    empty = client.post(paper, typed(**{f"answer_{one.pk}": "" for one in (website, newsletter)})).content.decode()

    assert "ligt na vandaag" in late
    assert "nog niets ingevuld" in empty


class Long(RawIOBase):
    """A body of a browser: a file of forty megabytes and then a field, made while it is read."""

    def __init__(self, size: int) -> None:
        head = b'--x\r\nContent-Disposition: form-data; name="scan"; filename="groot.png"\r\n\r\n'
        tail = b'\r\n--x\r\nContent-Disposition: form-data; name="signed_on"\r\n\r\n2026-03-03\r\n--x--\r\n'
        self.parts = [head, *([b"\x89" * 8192] * (size // 8192)), tail]
        self.length = sum(map(len, self.parts))

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, place) -> int:
        """The next piece."""
        piece = self.parts.pop(0) if self.parts else b""
        if len(piece) > len(place):
            self.parts.insert(0, piece[len(place) :])
        place[: len(piece)] = piece[: len(place)]
        return min(len(piece), len(place))


def test_of_an_image_of_forty_megabytes_no_more_is_held_than_the_bound():
    body = Long(40 * 1024 * 1024)
    request = RequestFactory().generic(
        "POST", "/", CONTENT_TYPE="multipart/form-data; boundary=x", CONTENT_LENGTH=str(body.length)
    )
    request._stream, request._dont_enforce_csrf_checks = BufferedReader(body), True
    heard = []
    tracemalloc.start()

    files_within(MOST)(lambda asked: heard.append((asked.POST["signed_on"], set(asked.FILES))))(request)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert heard == [("2026-03-03", set())]
    assert too_large(request) == {"scan"}
    assert peak < 4 * 1024 * 1024


def test_opening_the_scan_again_leaves_a_line_and_gives_a_file(visits, office, paper, typed):
    client = visits(office)
    kept = client.post(paper, typed()).url

    looked = client.get(kept)
    file = client.post(kept)

    assert looked.status_code == 200
    assert file.content == PDF
    assert file["Content-Disposition"].startswith("attachment")
    assert file["X-Content-Type-Options"] == "nosniff"
    assert Entry.objects.filter(verb="scan gezien").count() == 1


def test_what_was_typed_when_the_session_had_ended_comes_back(visits, office, paper, typed):
    client = visits(office)
    form = client.get(paper)
    client.cookies.pop("sessionid")

    client.post(paper, typed(van=_mark(form)))
    sign_in(client, office.accounts.get())
    page = client.get(paper).content.decode()

    assert page.count("checked") == 3
    assert "Kies het bestand opnieuw" in page
    assert not Answer.objects.exists()


def _mark(form) -> str:
    page = form.content.decode()
    return page.split('name="van" value="')[1].split('"')[0]


@pytest.mark.parametrize("who", ["bram", "noors_mother", "olaf"])
def test_who_does_not_keep_the_register_finds_no_such_page(visits, request, paper, typed, who):
    client = visits(request.getfixturevalue(who))

    assert client.get(paper).status_code == 404
    assert client.post(paper, typed()).status_code == 404
    assert not Answer.objects.exists()
