"""The page for programmers and docs/api.md: every example runs and answers what stands below it."""

from __future__ import annotations

import io
import json
import re
import shlex
from collections.abc import Mapping
from itertools import pairwise
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from magdit.api.api import api
from magdit.areas.consent.texts.catalogue_actions import lay_catalogue
from magdit.areas.people.api_keys import SCOPES
from magdit.areas.people.models import ExternalId
from magdit.wording.refusals.api import TROUBLE
from tests.api.conftest import Calls
from tests.api.test_gate import OPERATIONS
from tests.docs.examples import ROOT, blocks_of

pytestmark = pytest.mark.django_db
PAGE = ROOT / "docs" / "api.md"
TEXT = PAGE.read_text(encoding="utf-8")


def examples():
    blocks = list(blocks_of(PAGE))
    return [(asked, told) for asked, told in pairwise(blocks) if asked.kind == "bash"]


def run(command: str, program: Calls):
    """A line of curl, as a reader types it, asked of the real application."""
    words = iter(shlex.split(command.replace("\\\n", " ")))
    assert next(words) == "curl"
    address, fields, body = "", {}, None
    for word in words:
        if word == "-H":
            assert next(words).startswith("Authorization: Bearer ")
        elif word == "--json":
            body = next(words)
        elif word == "-F":
            name, _, value = next(words).partition("=")
            fields[name] = photo(value[1:]) if value.startswith("@") else value
        else:
            address = word
    parts = urlsplit(address)
    path = parts.path.removeprefix("/api/v1")
    if fields:
        return program.send(path, **fields)
    if body is not None:
        return program.post(f"{path}?{parts.query}", body)
    return program.get(path, **dict(parse_qsl(parts.query)))


def photo(name: str) -> SimpleUploadedFile:
    made = io.BytesIO()
    Image.new("RGB", (320, 240), (40, 120, 60)).save(made, "JPEG")
    return SimpleUploadedFile(name, made.getvalue(), "image/jpeg")


def holds(told, wanted, where="answer"):
    """Everything that stands in the paper stands in the answer; of a list the first few."""
    if isinstance(wanted, Mapping):
        for name, value in wanted.items():
            assert name in told, f"{where}.{name}"
            holds(told[name], value, f"{where}.{name}")
    elif isinstance(wanted, list) and wanted:
        assert len(told) >= len(wanted), where
        for at, value in enumerate(wanted):
            holds(told[at], value, f"{where}[{at}]")
    else:
        assert told == wanted, where


@pytest.mark.parametrize(("asked", "told"), examples(), ids=lambda block: f"{block.kind}:{block.line}")
def test_an_example_in_the_paper_runs_and_answers_what_stands_below_it(
    asked, told, calls, mirrored, noor, noors_mother, system
):
    lay_catalogue(system, mirrored.board)
    mirrored.board.items.exclude(code="website-foto").update(active=False)
    ExternalId.objects.create(
        board=mirrored.board, system=f"oneroster:{mirrored.pk}", kind="persoon", key="10023", object=noor.pk
    )

    response = run(asked.text.replace("$NOOR", str(noor.pk)), calls(school=mirrored))

    holds(json.loads(response.content), json.loads(told.text))


def test_the_paper_has_an_example_of_every_address():
    shown = re.sub(r"/schools/de-linde/", "/schools/{school}/", TEXT.replace("$NOOR", "{person}"))

    for _method, path, _scope in OPERATIONS:
        assert f"http://localhost:8000/api/v1{path}" in shown, path


def test_the_paper_tells_every_scope_and_every_status():
    for scope in SCOPES:
        assert f"| `{scope.code}` | {scope.dutch} |" in TEXT
    for trouble in TROUBLE.values():
        assert f"| {trouble.status} |" in TEXT


def test_the_paper_sends_nobody_to_another_host():
    assert {urlsplit(address).netloc for address in re.findall(r"https?://[^\s\"'`)]+", TEXT)} <= {"localhost:8000"}


def test_the_page_on_the_server_tells_every_address_scope_and_problem(client: Client):
    page = client.get("/api/v1/docs").content.decode()

    for method, path, scope in OPERATIONS:
        assert f"{method.upper()} /api/v1{path}" in page
        assert scope in page
    for code in TROUBLE:
        assert f'id="{code}"' in page
    assert "<script>" not in page
    assert not re.findall(r"(?:src|href)=\"https?://", page)


def test_the_schema_is_open_to_everyone_and_names_no_school(client: Client, school, noor):
    told = client.get("/api/v1/openapi.json").content.decode()

    assert "Overkant" not in told
    assert api.version in told
