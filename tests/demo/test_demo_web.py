"""The demo of the web application, as `make demo` starts it: everyone can be anyone, and only there."""

from __future__ import annotations

import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

SCHOOLS = ("De Linde", "De Zwaluw", "De Wilg", "De Stelling", "Het Prisma")
SOON = 120  # seconds in which the five schools must stand, on a busy computer


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def start(folder: Path, port: int, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "magdit.demo.web", str(folder)],
        env={"PATH": os.environ["PATH"], "PORT": str(port), **more},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


class Visitor:
    """A browser without JavaScript, with cookies of its own."""

    def __init__(self, port: int) -> None:
        self.root = f"http://localhost:{port}"
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def get(self, path: str) -> str:
        with self.opener.open(self.root + path, timeout=30) as answer:
            return answer.read().decode()

    def become(self, person: str) -> str:
        page = self.get("/demo/")
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page).group(1)
        told = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "person": person}).encode()
        with self.opener.open(self.root + "/demo/", told, timeout=30) as answer:
            return answer.read().decode()


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """The demo, started once; its port."""
    number = free_port()
    running = start(tmp_path_factory.mktemp("web") / "demo", number)
    try:
        _wait(running, number)
        yield number
    finally:
        running.terminate()
        running.wait(30)


def _wait(running: subprocess.Popen[str], port: int) -> None:
    until = time.monotonic() + SOON
    while time.monotonic() < until:
        assert running.poll() is None, running.stdout.read()
        try:
            return Visitor(port).get("/gezond") and None
        except urllib.error.URLError:
            time.sleep(0.5)
    pytest.fail("the demo did not start")


def parts(page: str) -> list[tuple[str, str]]:
    """(id, role) of everyone whom one may be."""
    return re.findall(r'name="person" value="([0-9a-f-]{36})"><span class="what">([^<]+)</span>', page)


def test_the_demo_has_every_school_and_of_each_a_family_and_staff(port):
    page = Visitor(port).get("/demo/")

    assert all(f">{school}</h2>" in page for school in SCHOOLS)
    roles = [role for _, role in parts(page)]
    assert sum(role.startswith("ouder of verzorger van Noor") for role in roles) >= 2 * len(SCHOOLS)
    for role in ("leerling", "leerkracht of docent", "administratie", "schoolleider", "college van bestuur"):
        assert roles.count(role) >= len(SCHOOLS), role


def test_everyone_in_the_demo_gets_in_and_finds_a_first_page(port):
    everyone = parts(Visitor(port).get("/demo/"))

    shown = {role: Visitor(port).become(person) for person, role in everyone}

    assert [role for role, page in shown.items() if "U bent ingelogd als" not in page] == []


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
