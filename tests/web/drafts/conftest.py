"""What Bram hands in, over HTTP: a draft of his, a photo in it, and finders that see where a test put faces."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from magdit.areas.drafts.models import Draft
from magdit.areas.people.models import Board
from magdit.journeys.hand_in import taking_in
from tests.journeys.hand_in.conftest import EYES, begun, own_folder, photo, pictured  # noqa: F401  (fixtures)


@pytest.fixture(autouse=True)
def _no_second_step(board: Board) -> None:
    """Signing in with a second step has tests of its own."""
    Board.objects.update(second_step="niemand")


@pytest.fixture(autouse=True)
def _eyes_that_see(monkeypatch: pytest.MonkeyPatch) -> None:
    """Faces are where the test put them: finding them in real photos has tests of its own."""
    monkeypatch.setattr(taking_in, "Eyes", lambda: EYES)


def address(draft: Draft) -> str:
    """The page of a draft."""
    return f"/school/{draft.school.code}/bericht/{draft.pk}/"


def send(client: Client, draft: Draft, do: str, **fields: object) -> HttpResponse:
    """Press a button of the page as it stands now."""
    now = Draft.objects.get(pk=draft.pk)
    return client.post(address(draft), {"do": do, "version": str(now.version), **fields})


def jpeg(name: str = "strand.jpg") -> SimpleUploadedFile:
    """A photo with two faces, as a phone sends it."""
    return SimpleUploadedFile(name, photo(), content_type="image/jpeg")


def verdict(client: Client, draft: Draft) -> str:
    """The word on the page."""
    shown = client.get(address(draft)).context["verdict"]
    return shown.code if shown else ""


def now(draft: Draft) -> Draft:
    """The draft as it stands in the register."""
    return Draft.objects.select_related("school").get(pk=draft.pk)
