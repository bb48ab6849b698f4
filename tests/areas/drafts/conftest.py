"""A draft with a photo's row and file, written without looking at anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, School


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    """Files of one test are no business of another."""
    settings.DATA = tmp_path


@pytest.fixture
def begun(school: School, bram: Person, doing_as: Callable[..., Doing]) -> Draft:
    """What Bram wrote, with one photo."""
    doing = doing_as(bram)
    draft = actions.begin(doing, school, bram, role="leerkracht")
    draft = actions.change(doing, draft.pk, version=draft.version, words=Words("Naar het strand!"), medium="website")
    picture = Picture(pk=uuid4(), kind="foto", sha256="ab" * 32, width=10, height=10, look="gezien")
    files.keep(doing, draft.pk, picture.pk, [b"the pixels"])
    actions.add_picture(doing, draft.pk, picture, name="strand.jpg")
    return Draft.objects.get(pk=draft.pk)
