"""What the tests of the office share: a question with words, a scan, and a folder of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from magdit.areas.consent.models import Item
from magdit.areas.people.models import Board
from tests.areas.consent.conftest import answers as answers
from tests.areas.consent.conftest import make_item

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def website(board: Board) -> Item:
    """Photos on the website of the school."""
    return make_item(board)


@pytest.fixture
def newsletter(board: Board) -> Item:
    """Photos in the newsletter."""
    return make_item(board, "nieuwsbrief-foto", channel="nieuwsbrief", order=2)


def scan(data: bytes = PDF, name: str = "papier.pdf") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, data, content_type="application/octet-stream")
