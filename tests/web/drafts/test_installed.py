"""magdit on the home screen of a phone: what it says of itself, and what it keeps."""

from __future__ import annotations

import re
from pathlib import Path

from django.test import Client

STATIC = Path("src/magdit/web/static/magdit")


def test_the_manifest_says_what_a_phone_asks_and_nothing_of_a_school(db, school):
    answer = Client().get("/manifest.webmanifest")

    told = answer.json()
    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert told["display"] == "standalone"
    assert told["share_target"]["action"] == "/gedeeld/"
    assert {icon["sizes"] for icon in told["icons"]} == {"192x192", "512x512"}
    assert school.name not in answer.content.decode()


def test_the_worker_is_of_the_whole_site_and_keeps_only_what_is_static(db):
    answer = Client().get("/worker.js")

    script = answer.content.decode()
    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert re.findall(r'request\.method === "GET" && (.*?)\) event', script) == [
        'place.pathname.startsWith("/static/")'
    ]


def test_what_the_worker_did_not_catch_is_told_and_nothing_is_read(visits, bram, school):
    client = visits(bram)

    answer = client.post("/gedeeld/", {"text": "iets"}, follow=True)

    assert answer.redirect_chain == [("/gedeeld/", 303)]
    assert "deel de foto opnieuw" in answer.content.decode()
    assert "Begin een bericht" in answer.content.decode()


def test_a_parent_is_told_that_this_is_for_who_works_there(visits, noors_mother):
    assert "wie bij een school werkt" in visits(noors_mother).get("/gedeeld/").content.decode()
