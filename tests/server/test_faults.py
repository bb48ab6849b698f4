"""When it goes wrong: what the visitor reads, and what the log does not tell."""

import logging
import re

import pytest
from django.db import OperationalError
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import path
from django.utils.translation import override

from magdit.server.logs import DiscreetFormatter
from magdit.server.settings import HERE
from tests.server.pages import Page

ERRORS = sorted((HERE / "templates").glob("[45]*.html"))


def breaks(request: HttpRequest) -> None:
    raise ValueError("Noor van Dijk kan dit niet")


def busy(request: HttpRequest) -> None:
    raise OperationalError("database is locked")


def broken(request: HttpRequest) -> None:
    raise OperationalError("no such table")


urlpatterns = [path("stuk/<str:name>", lambda request, name: breaks(request)), path("druk", busy), path("weg", broken)]


@pytest.fixture
def visitor(settings):
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


def test_a_fault_of_ours_shows_no_code(visitor):
    response = visitor.get("/stuk/noor")

    said = response.content.decode()
    assert response.status_code == 500
    assert "Er ging bij ons iets mis" in said
    assert not re.search("Traceback|ValueError|Noor", said)


def test_who_waits_too_long_for_another_writer_is_told_to_try_again(visitor):
    response = visitor.get("/druk")

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    assert "even druk" in response.content.decode()


def test_another_fault_of_the_database_is_no_crowd(visitor):
    assert visitor.get("/weg").status_code == 500


def test_the_log_tells_where_it_broke_and_no_name(visitor, caplog):
    visitor.get("/stuk/noor?q=Sem")

    told = "\n".join(DiscreetFormatter().format(record) for record in caplog.records)
    assert "ValueError" in told
    assert "test_faults.py" in told
    assert "stuk/<str:name>" in told
    assert not re.search("Noor|noor|Sem|Dijk", told)


def test_the_log_tells_what_lay_behind_a_fault_and_none_of_its_words(caplog):
    try:
        try:
            raise KeyError("Sem de Boer")
        except KeyError as error:
            raise ValueError("Noor van Dijk") from error
    except ValueError:
        logging.getLogger("magdit").exception("unexpected")

    told = DiscreetFormatter().format(caplog.records[0])
    assert "ValueError" in told
    assert "KeyError" in told
    assert not re.search("Noor|Sem", told)


def test_an_address_that_is_not_ours_is_not_repeated_in_the_log(visitor, caplog):
    visitor.get("/leerling/Noor")

    told = "\n".join(DiscreetFormatter().format(record) for record in caplog.records)
    assert "geen adres van ons" in told
    assert "Noor" not in told


@pytest.mark.parametrize("file", ERRORS, ids=lambda file: file.name)
def test_the_pages_of_a_fault_need_no_script_style_or_other_host(file):
    page = Page()

    said = render_to_string(file.name)

    page.feed(said)
    assert (page.inline, page.elsewhere) == ([], [])
    assert (HERE / "static" / "magdit" / "fout.css").is_file()
    assert 'href="/static/magdit/fout.css"' in said


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("file", ERRORS, ids=lambda file: file.name)
def test_the_pages_of_a_fault_have_our_frame_and_a_way_on_without_a_database(file, language):
    """No `django_db` here: a question to the rows would fail."""
    with override(language):
        said = render_to_string(file.name)

    assert f'<html lang="{language}">' in said
    assert '<a class="brand" href="/">magdit</a>' in said
    assert said.count("<h1>") == 1
    assert f'<a class="button" href="/">{"Naar het begin" if language == "nl" else "To the start"}</a>' in said


def test_every_way_to_refuse_has_its_page():
    assert {file.stem for file in ERRORS} >= {"400", "403", "403_csrf", "404", "405", "500", "503"}
