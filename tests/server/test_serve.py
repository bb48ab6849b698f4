"""The server as a school starts it: gunicorn itself, on the database of this run."""

import argparse
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from magdit.cli import serve
from magdit.server import environment
from tests.server.own_register import ROOT, on_sqlite, on_this_runs_database
from tests.server.pages import Page

pytestmark = pytest.mark.own_database
STARTING = 60


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def get(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return answer.status, answer.headers, answer.read().decode()


def started(register, port):
    """`magdit serve`, when it says that it listens."""
    words = [sys.executable, "-m", "magdit.cli.main", "serve", "--poort", str(port), "--werkers", "2"]
    process = subprocess.Popen(
        words, cwd=ROOT, env=register.surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    said = process.stdout.readline()
    assert f"magdit luistert op http://127.0.0.1:{port}" in said, said + process.stdout.read()
    return process


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server that runs for this file: its port, and afterwards how it ended."""
    with on_this_runs_database(tmp_path_factory.mktemp("data")) as register:
        port = free_port()
        process = started(register, port)
        yield register, port
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=40)
        assert process.returncode == 0
        assert said.endswith("magdit is gestopt.\n")
        assert "Noor" not in said
        assert "Traceback" not in said


def test_the_door_to_the_admin_opens_under_the_policy(served):
    _, port = served

    status, headers, page = get(port, "/beheer/login/")

    assert status == 200
    assert "Inloggen" in page
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_style_sheets_come_from_the_server_itself_and_may_be_kept(served):
    _, port = served
    page = Page()
    page.feed(get(port, "/beheer/login/")[2])

    sheets = [sheet for sheet in page.sheets if sheet.startswith("/static/")]

    assert sheets
    for sheet in sheets:
        status, headers, _ = get(port, sheet)
        assert status == 200
        assert "immutable" in headers["Cache-Control"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_that_is_not_there_tells_no_code(served):
    _, port = served

    with pytest.raises(urllib.error.HTTPError) as refused:
        get(port, "/geheim?naam=Noor")

    said = refused.value.read().decode()
    assert refused.value.code == 404
    assert "Deze pagina is er niet" in said
    assert "Noor" not in said


def test_whoever_watches_hears_that_it_is_well(served):
    _, port = served

    assert get(port, "/gezond")[2] == '{"status": "goed"}'


def test_a_name_that_is_not_ours_is_refused(served):
    _, port = served
    request = urllib.request.Request(f"http://127.0.0.1:{port}/gezond", headers={"Host": "olaf.example"})

    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=20)

    assert refused.value.code == 400
    assert "Deze vraag begrijpen we niet" in refused.value.read().decode()


def test_a_port_that_is_taken_is_told_before_anything_starts(served, tmp_path):
    _, port = served

    ended = on_sqlite(tmp_path).magdit("serve", "--poort", port)

    assert ended.returncode == 2
    assert "is niet te luisteren" in ended.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words", [("--poort", 0), ("--poort", 99999), ("--werkers", -1), ("--werkers", 0), ("--poort", "http")]
)
def test_what_cannot_be_served_is_refused(tmp_path, words):
    ended = on_sqlite(tmp_path).magdit("serve", *words)

    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "Traceback" not in ended.stderr


def test_who_comes_over_plain_http_is_sent_to_https_when_others_may_come(tmp_path):
    register = on_sqlite(tmp_path)
    words = "from django.conf import settings as s; print(s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.HTTPS)"
    told = register.surroundings | {"MAGDIT_HOSTS": "magdit.delinde.example"}

    said = subprocess.run([sys.executable, "-c", words], env=told, capture_output=True, text=True, check=True)

    assert said.stdout.split() == ["True", "True", "True"]


def test_the_settings_hear_on_which_port_the_server_listens(monkeypatch):
    monkeypatch.setenv(environment.PORT, "")
    monkeypatch.setenv("MAGDIT_LOG", "")
    monkeypatch.delenv("MAGDIT_ADDRESS", raising=False)
    told = []
    for name in ("free", "open_register", "_ready"):
        monkeypatch.setattr(serve, name, lambda *words: told.append(environment.public_address()))
    monkeypatch.setattr(serve.os, "execv", lambda *words: told.append(environment.public_address()))

    serve.serve(argparse.Namespace(adres="127.0.0.1", poort=8132, werkers=1))

    assert told[1:] == ["http://localhost:8132"] * 3, "before the settings are read, and still when gunicorn begins"
