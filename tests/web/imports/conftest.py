"""A list that is handed in on a page; the process that works on it runs at once, in the test itself."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from magdit.areas.journal.doing import Doing
from magdit.areas.people.models_entry import Intake
from magdit.journeys import taking_over
from magdit.journeys.taking_over_work import carry_out
from tests.areas.people.imports import invented, invented_files

TABLE = """Leerlingnummer;Roepnaam;Achternaam;Geboortedatum;Klas;BSN;Hobby
101;Yara;Haddad;2016-09-01;6B;111222333;dammen
102;Omar;Haddad;2016-09-01;6B;123456782;lezen
"""
HOME = "/school/de-linde/kantoor/lijsten/"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    (tmp_path / "journaal").mkdir()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done in the request that asks for it."""

    def work(doing: Doing, intake, lock: int) -> None:
        carry_out(doing, Intake.objects.select_related("school__board").get(pk=intake))
        os.close(lock)

    monkeypatch.setattr(taking_over, "spawn", work)


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Work begins and does not end while the test holds what this gives."""
    locks: list[int] = []
    monkeypatch.setattr(taking_over, "spawn", lambda _doing, _intake, lock: locks.append(lock))
    return locks


@pytest.fixture
def sends(django_capture_on_commit_callbacks) -> Callable[..., object]:
    """`sends(client, address, fields)`: a form, with what happens when the request has been committed."""

    def sent(client: Client, address: str, fields: dict[str, object] | None = None):
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(address, fields or {})
        if answer.status_code != 302:
            return answer
        page = client.get(answer.headers["Location"], follow=True)
        page.redirect_chain.insert(0, (answer.headers["Location"], 302))
        return page

    return sent


def file(text: str | bytes, name: str = "lijst.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def oneroster(folder: Path, pupils: int = 6) -> bytes:
    made = invented.school(pupils)
    return invented_files.zipped(invented_files.oneroster_files(made, "1.2"), folder / "export.zip").read_bytes()


def told(page) -> str:
    return page.content.decode()


def at(page) -> str:
    """The address where someone came out."""
    return page.redirect_chain[-1][0]
