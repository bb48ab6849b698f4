"""The demo of the web application, as `make demo` starts it: everyone can be anyone, and only there."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.demo.serving import Visitor, free_port, start

SCHOOLS = ("De Linde", "De Zwaluw", "De Wilg", "De Stelling", "Het Prisma")


def parts(page: str) -> list[tuple[str, str]]:
    """(id, role) of everyone whom one may be."""
    return re.findall(r'name="person" value="([0-9a-f-]{36})"><span class="what">([^<]+)</span>', page)


def test_the_demo_has_every_school_and_of_each_a_family_and_staff(port):
    page = Visitor(port).get("/demo/")

    assert all(f">{school}</h2>" in page for school in SCHOOLS)
    roles = [role for _, role in parts(page)]
    assert sum(role.startswith("ouder of verzorger van Noor") for role in roles) >= len(SCHOOLS)
    for role in ("leerling", "leerkracht of docent", "administratie", "schoolleider", "college van bestuur"):
        assert sum(one.startswith(role) for one in roles) >= len(SCHOOLS), role


def test_everyone_in_the_demo_gets_in_and_finds_a_first_page(port):
    everyone = parts(Visitor(port).get("/demo/"))

    shown = {role: Visitor(port).become(person) for person, role in everyone}

    assert [role for role, page in shown.items() if "Ingelogd als" not in page] == []


def test_the_demo_says_on_every_page_that_nobody_in_it_is_real(port):
    visitor = Visitor(port)
    person, _ = parts(visitor.get("/demo/"))[0]

    assert "Alle mensen zijn verzonnen." in visitor.become(person)


def test_a_second_demo_on_the_same_port_leaves_the_first_alone(port, tmp_path):
    second = start(tmp_path / "demo", port)

    told, _ = second.communicate(timeout=60)

    assert second.returncode == 2
    assert f"Poort {port} is bezet" in told
    assert Visitor(port).get("/demo/")


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "brief.txt").write_text("van iemand anders", encoding="utf-8")

    refused = start(tmp_path, free_port())
    told, _ = refused.communicate(timeout=60)

    assert refused.returncode == 2
    assert "is niet van een eerdere demo" in told
    assert (tmp_path / "brief.txt").exists()


@pytest.mark.django_db
def test_without_demo_nobody_can_be_somebody_else(client):
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/", {"person": "x"}).status_code == 404


def test_a_demo_never_opens_to_other_computers(tmp_path):
    asked = subprocess.run(
        [sys.executable, "-c", "import magdit.server.settings"], capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], "MAGDIT_DATA": str(tmp_path), "MAGDIT_DEMO": "ja",
             "MAGDIT_HOSTS": "magdit.school.example"},
    )  # fmt: skip

    assert asked.returncode != 0
    assert "MAGDIT_DEMO: alleen op deze computer" in asked.stderr
