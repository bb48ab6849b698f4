"""A school whose protocol is not there, or cannot be read: no door ever says that it may."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from magdit.areas.drafts.actions import begin, change
from magdit.areas.drafts.words import Words
from magdit.areas.people.actions import make_key
from magdit.areas.people.models import School
from magdit.cli.main import run
from magdit.protocols import library
from tests.web.conftest import visits  # noqa: F401  (signs someone in)

pytestmark = pytest.mark.django_db
NO_SUCH_CLAUSE = """
[[artikel.norm]]
soort = "verbod"
handeling = ["plaatsen"]
tenzij = ["artikel:99"]
"""
PACKS = Path(library.__file__).parent / "packs"


@pytest.fixture(params=["gone", "no name at all", "a bracket left open", "a clause that does not exist"])
def without_rules(request: pytest.FixtureRequest, school: School, settings: Any, tmp_path: Path) -> School:
    """De Linde, whose protocol is of no use."""
    settings.DATA, settings.PACKS = tmp_path / "gegevens", [tmp_path / "packs"]
    shutil.copytree(PACKS / "osvs", tmp_path / "packs" / "eigen")
    head = tmp_path / "packs" / "eigen" / "protocol.toml"
    head.write_text(head.read_text(encoding="utf-8").replace('id = "osvs"', 'id = "eigen"'), encoding="utf-8")
    spoilt = {"a bracket left open": "\n[[artikel", "a clause that does not exist": NO_SUCH_CLAUSE}
    with (head.parent / "6-slot.toml").open("a", encoding="utf-8") as file:
        file.write(spoilt.get(request.param, ""))
    names = {"gone": "bestaatniet", "no name at all": ""}
    School.objects.filter(pk=school.pk).update(protocol=names.get(request.param, "eigen"))
    school.refresh_from_db()
    return school


def test_the_command_says_what_is_wrong(without_rules, capsys):
    code = run(["check", "--school", "de-linde", "--als", "leerkracht", "--medium", "website", "--tekst", "Mooi weer."])

    assert code == 2
    assert "Mag" not in capsys.readouterr().out


def test_the_api_gives_no_verdict(without_rules, system):
    token = make_key(system, name="Parnassys", scopes=("controle", "oordeel"), until=system.today.replace(year=2027))[1]
    post = {"school": "de-linde", "role": "leerkracht", "channel": "website", "text": "Mooi weer."}
    client, headers = Client(raise_request_exception=False), {"authorization": f"Bearer {token}"}

    checked = client.post("/api/v1/check", post, headers=headers)
    judged = client.post("/api/v1/judge", json.dumps({"school": "de-linde", "feiten": {}}), headers=headers,
                         content_type="application/json")  # fmt: skip

    for answer in (checked, judged):
        assert answer.status_code == 409
        assert "verdict" not in answer.json()
        assert "oordeel" not in answer.json()


def test_the_page_shows_no_verdict(without_rules, bram, doing_as, visits):  # noqa: F811  (a fixture)
    row = begin(doing_as(bram), without_rules, bram, role="leerkracht")
    row = change(doing_as(bram), row.pk, version=row.version, words=Words("Mooi weer."), medium="website")

    client = visits(bram)
    client.raise_request_exception = False
    answer = client.get(f"/school/de-linde/bericht/{row.pk}/")

    assert answer.status_code == 409
    assert "verdict-word" not in answer.content.decode()
    assert "protocol" in answer.content.decode()
